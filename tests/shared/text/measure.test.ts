import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import * as fontkit from 'fontkit';
import { describe, expect, test } from 'vitest';
import { baselinePx, fontMetrics, textEndsPx, textWidthPx } from '../../../shared/text/measure';

const weights = { 400: 'Regular', 500: 'Medium', 600: 'SemiBold', 700: 'Bold' } as const;

function openFont(weight: keyof typeof weights) {
  const file = fileURLToPath(new URL(`../../../assets/fonts/Pretendard-${weights[weight]}.otf`, import.meta.url));
  return fontkit.openSync(file) as unknown as {
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    layout(text: string): { readonly positions: readonly { readonly xAdvance: number }[] };
  };
}

const samples = [
  '데이터 엔지니어',
  '머신러닝 엔지니어 (ML 엔지니어)',
  'Build the ingest pipeline',
  'AVATAR To We. "quoted," 12:30',
  'A -> B --> C => D',
  '3x4 and 10x',
  'SQL·BI 도구 “통찰” 100 %',
  '값 ≤ 5 × 3, → Ŵ é ß',
];

describe.each([400, 500, 600] as const)('weight %i', (weight) => {
  const font = openFont(weight);
  const laidOut = (text: string) => font.layout(text).positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
  const measured = (text: string) => textWidthPx(text, { sizePx: font.unitsPerEm, weight });

  test.each(samples)('“%s” is as wide as the font sets it', (text) => {
    expect(measured(text)).toBeCloseTo(laidOut(text), 6);
  });

  test('any words of letters, syllables and figures are as wide as the font sets them', () => {
    const alphabet = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ,.()!?&%가각힣뷁쀍을를'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...alphabet), { maxLength: 30 }), (characters) => {
        const text = characters.join('').replace(/\dx(?=\d)/g, '');
        expect(measured(text)).toBeCloseTo(laidOut(text), 6);
      }),
    );
  });
});

test('all Hangul syllables are as wide as each other', () => {
  const widths = new Set<number>();
  for (let code = 0xac00; code <= 0xd7a3; code += 97)
    widths.add(textWidthPx(String.fromCharCode(code), { sizePx: 12, weight: 500 }));
  expect(widths.size).toBe(1);
});

test('Hangul typed as single jamo is as wide as the syllables it is shown as', () => {
  const font = { sizePx: 12, weight: 500 } as const;
  expect(textWidthPx('한글'.normalize('NFD'), font)).toBe(textWidthPx('한글', font));
});

test('characters that the font lacks: Han and emoji take an em, a joined family one sign, marks nothing', () => {
  const width = (text: string) => textWidthPx(text, { sizePx: 10, weight: 400 });
  expect(width('龘')).toBe(10);
  expect(width('😀')).toBe(10);
  expect(width('👨‍👩‍👧')).toBe(10);
  expect(width('👨👩👧')).toBe(30);
  expect(width('\u200b\ufe0f')).toBe(0);
  expect(width('\ud800')).toBeGreaterThan(0);
});

test('widths at every character add up to the width of the text', () => {
  const font = { sizePx: 12, weight: 500 } as const;
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const ends = textEndsPx(text, font);
      expect(ends).toHaveLength(text.length);
      for (const end of ends) expect(end).not.toBeNaN();
    }),
  );
});

test('base lines lie on whole pixels, where letters and syllables look centred in their line', () => {
  const font = openFont(500);
  expect(fontMetrics.ascent).toBeCloseTo(font.ascent / font.unitsPerEm, 6);
  expect(fontMetrics.descent).toBeCloseTo(-font.descent / font.unitsPerEm, 6);
  for (const [sizePx, lineHeightPx] of [
    [9, 14],
    [11, 15],
    [12, 16],
    [12, 18],
    [13, 18],
  ] as const) {
    const baseline = baselinePx(sizePx, lineHeightPx);
    expect(baseline).toBe(Math.round(baseline));
    const capMiddle = baseline - (fontMetrics.capHeight * sizePx) / 2;
    expect(Math.abs(capMiddle - lineHeightPx / 2)).toBeLessThan(1);
  }
});
