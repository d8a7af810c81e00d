import { safeLink } from './link';
import { plainText } from './markup';

/** A text in a field and what of it is selected (UTF-16 units). */
export interface Typed {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What a person can do to a selection of a text with markup. */
export const markupEdits = { bold, italic, bullets, link } as const;
export type MarkupEdit = keyof typeof markupEdits;

function bold(typed: Typed): Typed {
  return toggled(typed, 2);
}

function italic(typed: Typed): Typed {
  return toggled(typed, 1);
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Puts `stars` asterisks around what is selected of each line, or takes them away where all of it has them. */
function toggled(typed: Typed, stars: 1 | 2): Typed {
  const { text } = typed;
  const ranges = rangesOf(typed);
  if (ranges.length === 0) {
    const mark = '*'.repeat(stars);
    const at = typed.start + stars;
    return { text: text.slice(0, typed.start) + mark + mark + text.slice(typed.end), start: at, end: at };
  }
  if (ranges.every((range) => hasStars(text, range, stars))) {
    return changed(text, ranges, (words, { start, end }) => ({ words, from: start - stars, to: end + stars }));
  }
  const mark = '*'.repeat(stars);
  const marked = (given: readonly Range[]) =>
    changed(text, given, (words, range) => ({
      words: hasStars(text, range, stars) ? words : mark + words + mark,
      from: range.start,
      to: range.end,
      shift: hasStars(text, range, stars) ? 0 : stars,
    }));
  const made = marked(ranges);
  // Inside a Latin word a single asterisk is a sign of multiplication: the whole word then leans.
  return plainText(made.text) === plainText(text) ? made : marked(ranges.map((range) => wordAround(text, range)));
}

/** Replaces each range, and selects from the first one's words to the last one's. */
function changed(
  text: string,
  ranges: readonly Range[],
  change: (words: string, range: Range) => { words: string; from: number; to: number; shift?: number },
): Typed {
  let made = '';
  let at = 0;
  let start = 0;
  let end = 0;
  for (const [index, range] of ranges.entries()) {
    const { words, from, to, shift = 0 } = change(text.slice(range.start, range.end), range);
    made += text.slice(at, from);
    if (index === 0) start = made.length + shift;
    made += words;
    end = made.length - shift;
    at = to;
  }
  return { text: made + text.slice(at), start, end };
}

/** The parts of lines that a selection means: without blanks, bullets and marks at their ends; a bare cursor its word. */
function rangesOf(typed: Typed): readonly Range[] {
  const { text } = typed;
  if (typed.start === typed.end) {
    const word = wordAround(text, typed);
    return word.start === word.end ? [] : [withoutMarks(text, word)];
  }
  const ranges: Range[] = [];
  let lineStart = 0;
  for (const line of text.split('\n')) {
    const contentStart = lineStart + (/^ *- /.exec(line)?.[0].length ?? 0);
    let start = Math.max(typed.start, contentStart);
    let end = Math.min(typed.end, lineStart + line.length);
    while (start < end && /\s/.test(text[start] ?? '')) start++;
    while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
    if (start < end) ranges.push(withoutMarks(text, { start, end }));
    lineStart += line.length + 1;
  }
  return ranges.filter(({ start, end }) => start < end);
}

function withoutMarks(text: string, { start, end }: Range): Range {
  let [from, to] = [start, end];
  while (from < to && text[from] === '*') from++;
  while (to > from && text[to - 1] === '*') to--;
  return { start: from, end: to };
}

function wordAround(text: string, { start, end }: Range): Range {
  let [from, to] = [start, end];
  while (from > 0 && /[\p{L}\p{N}]/u.test(text[from - 1] ?? '')) from--;
  while (to < text.length && /[\p{L}\p{N}]/u.test(text[to] ?? '')) to++;
  return { start: from, end: to };
}

function hasStars(text: string, { start, end }: Range, stars: 1 | 2): boolean {
  const before = /\*+$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const after = /^\*+/.exec(text.slice(end))?.[0].length ?? 0;
  const shared = Math.min(before, after, 3);
  return stars === 2 ? shared >= 2 : shared % 2 === 1;
}

/** Makes list items of the lines that the selection touches, or plain lines where all of them are items. */
function bullets({ text, start, end }: Typed): Typed {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const to = lineEnd < 0 ? text.length : lineEnd;
  const lines = text.slice(from, to).split('\n');
  const isItem = (line: string) => /^ *- /.test(line);
  const meant = lines.filter((line) => line.trim() !== '');
  const isList = meant.length > 0 && meant.every(isItem);
  const made = lines.map((line) => {
    if (isList) return line.replace(/^ *- /, '');
    return isItem(line) || (line.trim() === '' && lines.length > 1) ? line : `- ${line.trimStart()}`;
  });
  const replaced = made.join('\n');
  const result = text.slice(0, from) + replaced + text.slice(to);
  const grown = replaced.length - (to - from);
  if (start !== end) return { text: result, start: from, end: to + grown };
  const at = Math.max(from, end + grown);
  return { text: result, start: at, end: at };
}

const ADDRESS = 'https://';

/** Makes a link of the selected words, with its address selected to be typed over; an address links to itself. */
function link({ text, start, end }: Typed): Typed {
  const words = text.slice(start, end).trim().replace(/\s+/g, ' ');
  const address = safeLink(words) ?? ADDRESS;
  const before = `${text.slice(0, start)}[${words}](`;
  const made = `${before}${address})${text.slice(end)}`;
  if (words === '') return { text: made, start: start + 1, end: start + 1 };
  return { text: made, start: before.length, end: before.length + address.length };
}

/** Pasting an address over selected words links them; `null` where it is an ordinary paste. */
export function pastedLink({ text, start, end }: Typed, pasted: string): Typed | null {
  const address = safeLink(pasted.trim());
  const words = text.slice(start, end);
  if (address === null || words.trim() === '' || words.includes('\n') || safeLink(words.trim()) !== null) return null;
  const made = `[${words}](${address})`;
  const at = start + made.length;
  return { text: text.slice(0, start) + made + text.slice(end), start: at, end: at };
}
