import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeLink } from '../../../shared/text/link';
import { linksIn, parseMarkup, plainText } from '../../../shared/text/markup';

/** `b(bold) i(italic) bi(both) l<address>(words)`, lines with `|`, bullets with their level. */
function read(source: string): string {
  return parseMarkup(source)
    .map(({ runs, bulletLevel }) => {
      const words = runs.map(({ text, isBold, isItalic, link }) => {
        const style = `${isBold ? 'b' : ''}${isItalic ? 'i' : ''}${link === null ? '' : `l<${link}>`}`;
        return style === '' ? text : `${style}(${text})`;
      });
      return (bulletLevel === 0 ? '' : `${bulletLevel}: `) + words.join('');
    })
    .join('|');
}

describe('what is markup', () => {
  test.each([
    ['**핵심** 단계', 'b(핵심) 단계'],
    ['*선택* 단계', 'i(선택) 단계'],
    ['***둘 다***', 'bi(둘 다)'],
    // Particles follow a Korean word without a space, and quotes stand inside.
    ['**“검증”**은 *매일*한다', 'b(“검증”)은 i(매일)한다'],
    ['데이터**분석**가', '데이터b(분석)가'],
    ['data**base**s', 'datab(base)s'],
    ['**a *b* c**', 'b(a )bi(b)b( c)'],
    ['**a *b***', 'b(a )bi(b)'],
    ['***a** b*', 'bi(a)i( b)'],
    ['**a *b**', 'b(a *b)'],
    ['[문서](https://a.kr/x_(1)?q=2)를 보라', 'l<https://a.kr/x_(1)?q=2>(문서)를 보라'],
    ['**[a *b*](mailto:me@a.kr)**', 'bl<mailto:me@a.kr>(a )bil<mailto:me@a.kr>(b)'],
    ['- 하나\n- 둘\n  - 안쪽\n끝', '1: 하나|1: 둘|2: 안쪽|끝'],
    ['- **one**', '1: b(one)'],
  ])('%j', (source, shown) => expect(read(source)).toBe(shown));
});

describe('what is shown as it stands', () => {
  test.each([
    '특징 다듬기*',
    '*',
    '**',
    '****',
    '*****a*****',
    '5 * 3 * 2',
    '2*3*4',
    '2**3**4',
    'a*b*c',
    '*필수, *선택',
    'A*, B*',
    '(*) 필수 (*) 선택',
    '*.csv;*.json',
    '** 제목 **',
    '[초안](v1)',
    '[x](javascript:alert(1))',
    '[x](file:///etc/passwd)',
    '[](https://a.kr)',
    '[[a]',
    '-1',
    '-',
    '- ',
    'a - b',
    'C:\\data\\x',
  ])('%j', (source) => expect(read(source)).toBe(source));
});

test('a backslash makes an ordinary sign of what would be markup', () => {
  expect(read('\\*a\\*')).toBe('*a*');
  expect(read('\\[a](https://a.kr)')).toBe('[a](https://a.kr)');
  expect(read('\\- a')).toBe('- a');
  expect(read('**a\\*b**')).toBe('b(a*b)');
});

const piece = fc.constantFrom(
  '*',
  '**',
  '***',
  '[',
  ']',
  '](https://a.kr)',
  '- ',
  '\n',
  '\\',
  ' ',
  'a',
  '가',
  '2',
  '.',
);
const messy = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

/** As a person writes what is to be shown sign for sign. */
function escapeMarkup(text: string): string {
  return text.replace(/[*[]/g, '\\$&').replace(/^( *)(?=\\*- )/gm, '$1\\');
}

test('with backslashes any text shows sign for sign', () => {
  fc.assert(
    fc.property(messy, (text) => {
      expect(plainText(escapeMarkup(text))).toBe(text);
    }),
  );
});

test('markup loses nothing but its own signs, whatever is typed', () => {
  const letters = (text: string) => text.replace(/[^a가2]/g, '');
  fc.assert(
    fc.property(messy, (text) => {
      const addressless = text.replaceAll('https://a.kr', '');
      expect(letters(plainText(text).replaceAll('https://a.kr', ''))).toBe(letters(addressless));
      for (const { runs } of parseMarkup(text)) for (const run of runs) expect(run.text).not.toBe('');
    }),
  );
});

test('the longest text a file may hold is read at once', () => {
  for (const unit of ['**a ', ' a**', '*가*', '[', '[a](', '***', '\\*']) {
    const lines = parseMarkup(unit.repeat(100_000 / unit.length));
    expect(lines).toHaveLength(1);
  }
});

test('names and searches see the words alone', () => {
  expect(plainText('**핵심**\n- [문서](https://a.kr)\n  - 둘')).toBe('핵심\n• 문서\n  • 둘');
});

test('links are listed once, with all their words', () => {
  expect(linksIn('[a **b**](https://a.kr) [c](https://a.kr) [d](mailto:x@a.kr)')).toEqual([
    { link: 'https://a.kr', text: 'a bc' },
    { link: 'mailto:x@a.kr', text: 'd' },
  ]);
});

test.each([
  ['https://a.kr/길?x=1#y', true],
  ['http://a.kr', true],
  ['mailto:me@a.kr?subject=hi', true],
  ['javascript:alert(1)', false],
  ['file:///etc/passwd', false],
  ['data:text/html,x', false],
  ['//a.kr', false],
  ['https://bank.kr@evil.kr', false],
  ['https://a.kr/@me', true],
  ['https://a.kr/a b', false],
  ['https://a.kr/"x', false],
  [`https://a.kr/${'x'.repeat(3000)}`, false],
])('%s may be opened: %s', (address, isSafe) => expect(safeLink(address) !== null).toBe(isSafe));
