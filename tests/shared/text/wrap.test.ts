import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composed, textWidthPx } from '../../../shared/text/measure';
import { widestWordPx, wrapText } from '../../../shared/text/wrap';
import { cpuMsOf } from '../../support/cpuTime';

const font = { sizePx: 12, weight: 500 } as const;
const breaks = /[ \t\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000\n\r\u2028\u2029]/g;
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const segments = (text: string) => Array.from(graphemes.segment(text), ({ segment }) => segment);

describe('where lines break', () => {
  test('Korean keeps its words whole', () => {
    const text = '쌓인 데이터에서 흐름을 짚어 그림으로 보여 주고';
    const lines = wrapText(text, 80, font);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join(' ')).toBe(text);
  });

  test('a Korean word wider than the line breaks between syllables', () => {
    const word = '띄어쓰기없는아주긴낱말';
    const lines = wrapText(word, 50, font);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe(word);
  });

  test.each([
    ['a very long label', 'a very', ['a very', 'long', 'label']],
    ['데이터 준비와 특징 가공', '데이터 준비와', ['데이터 준비와', '특징 가공']],
    ['read/write', 'read/', ['read/', 'write']],
    ['co-op well-known', 'known', ['co-op', 'well-', 'known']],
    ['one\ntwo\n\nthree\n', 'three', ['one', 'two', '', 'three', '']],
    ['one\r\ntwo', 'two two', ['one', 'two']],
    ['  indented', '  indented', ['  indented']],
    ['漢字仮名。', '漢字', ['漢字', '仮', '名。']],
    ['漢字「仮名」', '漢字「', ['漢字', '「仮', '名」']],
    ['“quoted” text', '“quoted”', ['“quoted”', 'text']],
    ['10\u00a0000 items', '10\u00a0000', ['10\u00a0000', 'items']],
    ['', 'x', ['']],
    ['   ', 'x', ['']],
  ])('%j no wider than %j', (text, widest, lines) => {
    expect(wrapText(text, textWidthPx(widest, font), font)).toEqual(lines);
  });

  test.each(['-1', '5-3', '->', '1/2', 'https://roleweave', '- point'])('“%s” does not break at its sign', (text) => {
    for (const line of wrapText(`${text} ${text}`, textWidthPx(text, font) + 1, font)) expect(line).toBe(text);
  });

  test('emoji families, flags, combining marks and surrogate pairs stay whole', () => {
    const text = '👨‍👩‍👧👨‍👩‍👧🇰🇷🇰🇷e\u0301e\u0301😀😀';
    const lines = wrapText(text, 12, font);
    expect(lines.flatMap(segments)).toEqual(segments(text));
  });
});

describe('for any text and width', () => {
  const word = fc.oneof(
    fc.stringMatching(/^[A-Za-z0-9,.()/-]{1,12}$/),
    fc
      .array(fc.constantFrom(...'가나다라마바사아자차카타파하뷁'), { minLength: 1, maxLength: 8 })
      .map((s) => s.join('')),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.constantFrom('漢字', '👨‍👩‍👧', 'e\u0301', '\ud83d'),
  );
  const text = fc
    .array(fc.tuple(word, fc.constantFrom(' ', '  ', '\n', '', '\u3000', '-')), { maxLength: 12 })
    .map((parts) => parts.flat().join(''));
  const width = fc.double({ min: 1, max: 300, noNaN: true });

  test('nothing but breaking spaces is lost', () => {
    fc.assert(
      fc.property(text, width, fc.boolean(), (value, widthPx, balanced) => {
        const lines = wrapText(value, widthPx, font, { balanced });
        expect(lines.join('').replace(breaks, '')).toBe(composed(value).replace(breaks, ''));
      }),
    );
  });

  test('every line fits, unless it is one grapheme', () => {
    fc.assert(
      fc.property(text, width, fc.boolean(), (value, widthPx, balanced) => {
        for (const line of wrapText(value, widthPx, font, { balanced })) {
          if (segments(line).length > 1 && line.trim() !== '') {
            expect(textWidthPx(line, font)).toBeLessThanOrEqual(widthPx + 1.5);
          }
        }
      }),
    );
  });

  test('balanced lines are as many, and never wider', () => {
    fc.assert(
      fc.property(text, width, (value, widthPx) => {
        const full = wrapText(value, widthPx, font);
        const balanced = wrapText(value, widthPx, font, { balanced: true });
        expect(balanced).toHaveLength(full.length);
        const widest = (lines: readonly string[]) => Math.max(...lines.map((line) => textWidthPx(line, font)));
        expect(widest(balanced)).toBeLessThanOrEqual(widest(full) + 1.5);
      }),
    );
  });

  test('a cut text has the lines asked for and says so with an ellipsis', () => {
    fc.assert(
      fc.property(text, width, fc.integer({ min: 1, max: 3 }), (value, widthPx, maxLines) => {
        const full = wrapText(value, widthPx, font);
        const cut = wrapText(value, widthPx, font, { maxLines });
        expect(cut).toHaveLength(Math.min(full.length, maxLines));
        if (full.length > maxLines) expect(cut.at(-1)?.endsWith('…')).toBe(true);
        else expect(cut).toEqual(full);
      }),
    );
  });

  test('as wide as its widest word, no word is broken', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[가-힣]{1,9}$/u), { minLength: 1, maxLength: 9 }), (words) => {
        const value = words.join(' ');
        const lines = wrapText(value, widestWordPx([{ pieces: [{ text: value, font }], indentPx: 0 }]), font);
        expect(lines.join(' ').split(' ')).toEqual(words);
      }),
    );
  });
});

test('two short lines are balanced rather than one full and a rest', () => {
  expect(wrapText('Build the ingest pipeline', 110, font)).toEqual(['Build the ingest', 'pipeline']);
  expect(wrapText('Build the ingest pipeline', 110, font, { balanced: true })).toEqual([
    'Build the',
    'ingest pipeline',
  ]);
});

test('a long text is broken in time', () => {
  let lines: readonly string[] = [];
  const cpuMs = cpuMsOf(() => {
    lines = wrapText('낱말과 words '.repeat(8000), 100, font);
  });
  expect(lines.length).toBeGreaterThan(1000);
  expect(cpuMs).toBeLessThan(3_000);
});
