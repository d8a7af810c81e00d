import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LabelBox } from '../../../shared/kinds/kind';
import { bodyLabel } from '../../../shared/kinds/label';
import { isLabelCut, labelMarks, labelSize } from '../../../shared/kinds/labelMarks';
import type { LabelLanguage, LocalizedText } from '../../../shared/model/localizedText';
import type { Mark, TextMark } from '../../../shared/scene/mark';
import { plainText } from '../../../shared/text/markup';
import { textWidthPx } from '../../../shared/text/measure';

function box(width: number, height: number, style: Partial<LabelBox> = {}): LabelBox {
  return { ...bodyLabel, x: 10, y: 20, width, height, ...style };
}

const isText = (mark: Mark): mark is TextMark => mark.type === 'text';
function texts(label: LocalizedText, at: LabelBox, language: LabelLanguage = 'ko'): readonly TextMark[] {
  return labelMarks(label, language, at, 'text').filter(isText);
}
const words = (marks: readonly TextMark[]) => marks.map(({ text }) => text);

/** Where a stretch of text begins and ends. */
function extent({ text, x, sizePx, weight, anchor }: TextMark) {
  const width = textWidthPx(text, { sizePx, weight });
  const left = anchor === 'middle' ? x - width / 2 : x;
  return { left, right: left + width };
}

describe('words in several styles', () => {
  test('stand in one line without gaps, in the middle of the box', () => {
    const marks = texts('**굵은** 글, *기운* 글', box(200, 40));
    expect(words(marks)).toEqual(['굵은', ' 글, ', '기운', ' 글']);
    expect(marks.map(({ weight, isItalic }) => [weight, isItalic ?? false])).toEqual([
      [700, false],
      [500, false],
      [500, true],
      [500, false],
    ]);
    for (const [index, mark] of marks.entries()) {
      const before = marks[index - 1];
      if (before !== undefined) expect(extent(mark).left).toBeCloseTo(extent(before).right, 1);
    }
    const [first, last] = [marks[0], marks.at(-1)];
    if (first === undefined || last === undefined) throw new Error('no text');
    expect((extent(first).left + extent(last).right) / 2).toBeCloseTo(110, 1);
  });

  test('a plain label is one mark a line, anchored as before', () => {
    expect(texts('특징 다듬기*', box(200, 40))).toMatchObject([{ text: '특징 다듬기*', x: 110, anchor: 'middle' }]);
  });

  test('a link is coloured and underlined over its whole width', () => {
    const marks = labelMarks('보기: [문서](https://a.kr)', 'ko', box(200, 40), 'text');
    const link = marks.filter(isText).find((mark) => mark.link !== undefined);
    if (link === undefined) throw new Error('no link');
    expect(link).toMatchObject({ text: '문서', link: 'https://a.kr', paint: 'accent' });
    expect(marks).toContainEqual(
      expect.objectContaining({ type: 'rect', x: link.x, y: link.y + 2, height: 1, fill: 'accent' }),
    );
  });

  test('bullets begin below each other, their text as well', () => {
    const marks = labelMarks('할 일\n- 짧게\n- 조금 더 긴 줄\n  - 안', 'ko', box(200, 100), 'text');
    const [heading, one, two, inner] = marks.filter(isText);
    const dots = marks.flatMap((mark) => (mark.type === 'ellipse' ? [mark] : []));
    expect(heading?.anchor).toBe('middle');
    expect(one?.x).toBe(two?.x);
    expect(inner?.x).toBeGreaterThan(two?.x ?? 0);
    expect(dots.map(({ cx }) => cx < (one?.x ?? 0))).toEqual([true, true, false]);
    expect(dots.map(({ fill }) => fill !== undefined)).toEqual([true, true, false]);
  });
});

const run = fc.tuple(
  fc.constantFrom('', '*', '**', '***'),
  fc.stringMatching(/^[가-힣a-z]{1,6}( [가-힣a-z]{1,6}){0,3}$/u),
);
const formatted = fc
  .array(run, { minLength: 1, maxLength: 6 })
  .map((runs) => runs.map(([mark, text]) => `${mark}${text}${mark}`).join(' '));

test('no word is lost or doubled however a formatted label is broken, and no line is wider than its box', () => {
  fc.assert(
    fc.property(formatted, fc.integer({ min: 40, max: 300 }), (label, width) => {
      const marks = texts(label, box(width, 10_000));
      const glued = (text: string) => text.replace(/\s/g, '');
      expect(glued(words(marks).join(''))).toBe(glued(plainText(label)));
      for (const line of linesOf(marks)) {
        const [left, right] = [
          Math.min(...line.map((m) => extent(m).left)),
          Math.max(...line.map((m) => extent(m).right)),
        ];
        expect(right - left).toBeLessThanOrEqual(width + 0.1);
      }
    }),
  );
});

function linesOf(marks: readonly TextMark[]): readonly (readonly TextMark[])[] {
  const lines = new Map<number, TextMark[]>();
  for (const mark of marks) lines.set(mark.y, [...(lines.get(mark.y) ?? []), mark]);
  return [...lines.values()];
}

test('a box of the size that is asked for shows all of a label, in every language', () => {
  fc.assert(
    fc.property(formatted, formatted, fc.constantFrom('ko', 'en', 'both'), (ko, en, language: LabelLanguage) => {
      const size = labelSize({ ko, en }, language, 90, bodyLabel);
      expect(isLabelCut({ ko, en }, language, box(size.width, size.height))).toBe(false);
    }),
  );
});

describe('two languages', () => {
  const label = { ko: '데이터 검증', en: 'Data validation' };

  test('stand one below the other, the second one smaller and fainter', () => {
    const [first, second] = texts(label, box(120, 44), 'both');
    expect([first?.text, second?.text]).toEqual(['데이터 검증', 'Data validation']);
    expect(second).toMatchObject({ sizePx: 10, weight: 400, paint: 'textSecond' });
    expect(second?.y).toBeGreaterThan(first?.y ?? 0);
  });

  test('share what room there is: each says at least how it begins', () => {
    const long = { ko: '데이터 검증과 준비와 정리와 보고', en: 'Data validation, preparation and reporting' };
    const marks = texts(long, box(100, 44), 'both');
    expect(marks.map(({ sizePx }) => sizePx)).toEqual([12, 12, 10]);
    expect(marks.at(-1)?.text).toMatch(/…$/);
    expect(isLabelCut(long, 'both', box(100, 44))).toBe(true);
  });

  test('stand in one line where there is room for no second one', () => {
    const marks = texts(label, box(240, 16, { align: 'start' }), 'both');
    expect(words(marks)).toEqual(['데이터 검증', 'Data validation']);
    expect(marks[0]?.y).toBe(marks[1]?.y);
    expect(marks[1]?.x).toBeGreaterThan((marks[0]?.x ?? 0) + 30);
  });

  test('are one where there is only one, or both say the same', () => {
    expect(words(texts('API', box(120, 44), 'both'))).toEqual(['API']);
    expect(words(texts({ ko: 'API', en: 'API' }, box(120, 44), 'both'))).toEqual(['API']);
    expect(words(texts({ en: 'Only' }, box(120, 44), 'both'))).toEqual(['Only']);
  });
});

test('what does not fit ends in an ellipsis in the style it is cut in, and is said to be cut', () => {
  const label = '하나 둘 셋 **넷 다섯 여섯 일곱 여덟 아홉 열 열하나**';
  const marks = texts(label, box(70, 32));
  expect(marks.at(-1)).toMatchObject({ weight: 700, text: expect.stringMatching(/…$/) });
  expect(isLabelCut(label, 'ko', box(70, 32))).toBe(true);
  expect(isLabelCut(label, 'ko', box(300, 32))).toBe(false);
});
