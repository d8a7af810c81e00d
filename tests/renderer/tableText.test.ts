import { expect, test } from 'vitest';
import { decodeTable } from '../../renderer/actions/tableWork';

const text = '작업\tR\r\n데이터 정제\tA/R\r\n';

/** UTF-16 as Excel's "Unicode text" has it. */
function utf16(value: string, isLittle: boolean, hasMark: boolean): Uint8Array {
  const units = [...(hasMark ? '\uFEFF' : ''), ...value].map((sign) => sign.charCodeAt(0));
  return Uint8Array.from(units.flatMap((unit) => (isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
}

test.each([
  ['UTF-8', new TextEncoder().encode(text)],
  ['UTF-8 with its mark', new TextEncoder().encode(`\uFEFF${text}`)],
  ['UTF-16 with its mark, as Excel saves "Unicode text"', utf16(text, true, true)],
  ['UTF-16 the other way round', utf16(text, false, true)],
  ['UTF-16 without a mark', utf16(text, true, false)],
  // "작업,R" as Korean Excel saves CSV.
  ['the old Korean encoding', Uint8Array.from([0xc0, 0xdb, 0xbe, 0xf7, 0x2c, 0x52])],
])('a table in %s is read', (_, bytes) => {
  expect(decodeTable(bytes)).toBe(bytes.length === 6 ? '작업,R' : text);
});

test('a table in the old Western encoding is read', () => {
  expect(decodeTable(Uint8Array.from([0x50, 0x72, 0xfc, 0x66, 0x65, 0x6e, 0x3b, 0x52]))).toBe('Prüfen;R');
});
