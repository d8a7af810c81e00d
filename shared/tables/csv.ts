import Papa from 'papaparse';
import { err, ok, type Result } from '../util/result';

export type Rows = readonly (readonly string[])[];

/** Why a text is no table. `row` and `column` count from 1. */
export type TableError =
  | { readonly type: 'empty' }
  | { readonly type: 'tooLarge'; readonly limit: number }
  | { readonly type: 'openQuote'; readonly row: number; readonly column: number };

/** More cells were never typed by people; each may become a change of the document. */
const MAX_CELLS = 1_000_000;

/** Excel takes a file without it for one in the system's old encoding, and Korean for gibberish. */
const BYTE_ORDER_MARK = '\uFEFF';
/**
 * What a spreadsheet would run as a formula when it opens the file: a step called `=HYPERLINK(…)` must stay words. The
 * apostrophe that is put before it says "text" to spreadsheets, and is taken off again when the table is read.
 */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;
const GUARDED = /^'(?=[=+\-@＝＋－＠\t\r\n])/;

/** A table as a file for spreadsheets: UTF-8 with its mark, commas, CRLF, quotes where needed, formulas as text. */
export function writeCsv(rows: Rows): string {
  return BYTE_ORDER_MARK + unparse(rows, ',');
}

/** A table as spreadsheets take it from the clipboard. */
export function writeTsv(rows: Rows): string {
  return unparse(rows, '\t');
}

function unparse(rows: Rows, delimiter: string): string {
  return Papa.unparse(rows as string[][], { delimiter, newline: '\r\n', escapeFormulae: FORMULA });
}

/**
 * The cells of a table that a spreadsheet wrote or put on the clipboard, trimmed; lines without anything are kept as
 * empty rows, so that row numbers are those of the spreadsheet. Tabs, semicolons and commas are told apart.
 */
export function readTable(text: string): Result<Rows, TableError> {
  const [, separator, rest] = /^\uFEFF?(?:sep=(.)\r?\n)?([\s\S]*)$/.exec(text) ?? [];
  const source = rest ?? '';
  if (source.trim() === '') return err({ type: 'empty' });
  const { data, errors } = Papa.parse<string[]>(source, { delimiter: separator ?? delimiterOf(source) });
  const open = errors.find(({ type }) => type === 'Quotes');
  if (open !== undefined) return err({ type: 'openQuote', row: (open.row ?? 0) + 1, column: data.at(-1)?.length ?? 1 });
  const cells = data.reduce((sum, row) => sum + row.length, 0);
  if (cells > MAX_CELLS) return err({ type: 'tooLarge', limit: MAX_CELLS });
  return ok(data.map((row) => row.map((cell) => cell.replace(GUARDED, '').trim())));
}

const delimiters = ['\t', ';', ','] as const;

/** What there is most of, outside quotes, in the first line that holds anything: the heading decides for the table. */
function delimiterOf(source: string): string {
  // Not the tabs before the first name: the corner of a matrix is often empty.
  const start = source.search(/[^ \r\n]/);
  const counts = new Map<string, number>();
  let isQuoted = false;
  for (let at = start; at < source.length; at++) {
    const sign = source[at] ?? '';
    if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (sign === '\n' || sign === '\r')) break;
    else if (!isQuoted) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  }
  const countOf = (delimiter: string) => counts.get(delimiter) ?? 0;
  return delimiters.reduce((best, next) => (countOf(next) > countOf(best) ? next : best));
}

/** A column as spreadsheets call it, counted from 1: A … Z, AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}
