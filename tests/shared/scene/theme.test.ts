import { describe, expect, test } from 'vitest';
import type { Paint, RolePaint } from '../../../shared/scene/mark';
import { colorDistance, contrastRatio, fromOklch, toOklch } from '../../../shared/scene/oklab';
import { nextRoleColor, paletteColors, rolePalette } from '../../../shared/scene/rolePalette';
import { themeNames, themes } from '../../../shared/scene/theme';

const tone = (role: string, name: RolePaint['tone']): RolePaint => ({ role, tone: name });

describe.each(themeNames)('the %s theme', (name) => {
  const { color } = themes[name];

  test.each(rolePalette.map(({ labelKey, color: hex }) => [labelKey, hex]))('%s can be read', (_, hex) => {
    const on = (text: Paint, ground: Paint) => contrastRatio(color(text), color(ground));
    expect(on(tone(hex, 'ink'), tone(hex, 'fill'))).toBeGreaterThanOrEqual(4.5);
    expect(on(tone(hex, 'ink'), 'canvas')).toBeGreaterThanOrEqual(4.5);
    expect(on(tone(hex, 'ink'), 'surface')).toBeGreaterThanOrEqual(4.5);
    expect(on(tone(hex, 'onSolid'), tone(hex, 'solid'))).toBeGreaterThanOrEqual(4.5);
    expect(on('text', tone(hex, 'fill'))).toBeGreaterThanOrEqual(7);
  });

  test('lane edges stay apart from each other and from the ground', () => {
    for (const [index, one] of paletteColors.entries()) {
      const solid = color(tone(one, 'solid'));
      expect(contrastRatio(solid, color('surface'))).toBeGreaterThan(name === 'dark' ? 3 : 2);
      for (const other of paletteColors.slice(index + 1)) {
        expect(colorDistance(solid, color(tone(other, 'solid'))), `${one} ${other}`).toBeGreaterThan(0.08);
      }
    }
  });

  test('texts can be read on all grounds, and lines be seen', () => {
    for (const ground of ['canvas', 'surface', 'surfaceMuted'] as const) {
      for (const text of ['text', 'textSecond', 'textThird'] as const) {
        expect(contrastRatio(color(text), color(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
      expect(contrastRatio(color('edge'), color(ground)), `edge on ${ground}`).toBeGreaterThanOrEqual(3);
      expect(contrastRatio(color('accent'), color(ground)), `accent on ${ground}`).toBeGreaterThanOrEqual(3);
    }
    expect(contrastRatio(color('text'), color('noteFill'))).toBeGreaterThanOrEqual(7);
  });

  test.each(['#000000', '#ffffff', '#ffff00', '#0000ff', '#808080', 'not a colour'])(
    'a role in %s can be read',
    (hex) => {
      expect(contrastRatio(color(tone(hex, 'onSolid')), color(tone(hex, 'solid')))).toBeGreaterThanOrEqual(4.5);
      expect(contrastRatio(color(tone(hex, 'ink')), color(tone(hex, 'fill')))).toBeGreaterThanOrEqual(4.5);
    },
  );
});

test('dark lane edges are lighter than the colours chosen for light ground', () => {
  const chosen = paletteColors.filter((hex) => toOklch(hex).lightness < 0.6);
  expect(chosen.length).toBeGreaterThan(3);
  for (const hex of chosen) {
    expect(toOklch(themes.dark.color(tone(hex, 'solid'))).lightness).toBeGreaterThan(toOklch(hex).lightness + 0.03);
  }
});

test('colours survive OKLCH and back', () => {
  for (const hex of [...paletteColors, '#000000', '#ffffff']) expect(fromOklch(toOklch(hex))).toBe(hex);
});

test('colours beyond the screen lose chroma, not lightness', () => {
  const vivid = { lightness: 0.7, chroma: 0.4, hue: 2 };
  const shown = toOklch(fromOklch(vivid));
  expect(shown.lightness).toBeCloseTo(0.7, 2);
  expect(shown.chroma).toBeLessThan(0.4);
});

test('new roles get colours nobody has, then those fewest have', () => {
  const used: string[] = [];
  for (let i = 0; i < 12; i++) used.push(nextRoleColor(used));
  expect(new Set(used)).toEqual(new Set(paletteColors));
  expect(nextRoleColor(used)).toBe(paletteColors[0]);
  expect(nextRoleColor([...used, paletteColors[0] ?? ''])).toBe(paletteColors[1]);
});
