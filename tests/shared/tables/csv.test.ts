import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnLetters, readTable, writeCsv, writeTsv } from '../../../shared/tables/csv';
import { writeMarkdown } from '../../../shared/tables/markdown';

const cellArbitrary = fc.oneof(
  fc.constantFrom('', 'R', 'A/R', '=1+1', '@cmd', '-', '+82', "'quoted'", 'a,b', 'a;b', 'a\tb', 'line\nbreak', '"'),
  fc.string({ unit: 'grapheme' }),
);
const isKept = (cell: string) => cell === cell.trim() && !cell.includes('\r') && !/^'[=+\-@＝＋－＠]/.test(cell);

test('a table is read back as it was written, as a file and from the clipboard', () => {
  const rows = fc.array(fc.array(cellArbitrary.filter(isKept), { minLength: 3, maxLength: 3 }), { minLength: 1 });
  fc.assert(
    fc.property(rows, (table) => {
      fc.pre(table.flat().some((cell) => cell !== ''));
      // A line of a table always has something: who it is about.
      const named = table.map((row, index) => [`row ${index}`, ...row]);
      expect(readTable(writeCsv(named))).toEqual({ ok: true, value: named });
      expect(readTable(writeTsv(named))).toEqual({ ok: true, value: named });
    }),
  );
});

test.each(['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '＝1', '=1\n2'])(
  'a spreadsheet gets %j as words',
  (cell) => {
    const [, line = ''] = writeCsv([['a'], [cell]]).split(/\r\n(.*)/s);
    expect(line.replace(/^"/, '').startsWith("'")).toBe(true);
  },
);

test('begins with the mark that tells Excel its encoding, and ends lines as Excel does', () => {
  expect(
    writeCsv([
      ['작업', 'R'],
      ['x', ''],
    ]),
  ).toBe('\uFEFF작업,R\r\nx,');
});

test.each([
  ['commas', 'a,b\nc,d\n'],
  ['semicolons, as Excel writes where the comma is for decimals', 'a;b\r\nc;d\r\n'],
  ['tabs', 'a\tb\nc\td'],
  ['what Excel says about it in its first line', 'sep=;\r\na;b\r\nc;d'],
  ['a mark of its encoding', '\uFEFFa,b\nc,d'],
  ['quotes', '"a",b\n c ,"d"'],
])('cells are told apart by %s', (_, text) => {
  const read = readTable(text);
  expect(read.ok && read.value.filter((row) => row.some((cell) => cell !== ''))).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
});

test('the corner of a matrix may be empty', () => {
  expect(readTable('\tDE\nBuild\tR')).toEqual({
    ok: true,
    value: [
      ['', 'DE'],
      ['Build', 'R'],
    ],
  });
});

test('an empty line keeps its number', () => {
  expect(readTable('a,b\n\nc,d')).toEqual({ ok: true, value: [['a', 'b'], [''], ['c', 'd']] });
});

test('what is no table says why and where', () => {
  expect(readTable(' \n ')).toEqual({ ok: false, error: { type: 'empty' } });
  expect(readTable('a,b\nc,"d\ne,f')).toEqual({ ok: false, error: { type: 'openQuote', row: 2, column: 2 } });
  const line = `${'R,'.repeat(1000)}R\n`;
  expect(readTable(line.repeat(1000))).toMatchObject({ ok: false, error: { type: 'tooLarge' } });
});

test('columns have the letters of a spreadsheet', () => {
  expect([1, 26, 27, 52, 703].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'AAA']);
});

test('Markdown has a heading, and no cell breaks out of its own', () => {
  expect(
    writeMarkdown([
      ['From', 'What'],
      ['Data | AI', 'A *report*\nin <two> lines'],
      ['x', ''],
    ]),
  ).toBe('| From | What |\n| --- | --- |\n| Data \\| AI | A \\*report\\*<br>in &lt;two&gt; lines |\n| x |  |\n');
});
