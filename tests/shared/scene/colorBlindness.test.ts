import { expect, test } from 'vitest';
import { colorDistance } from '../../../shared/scene/oklab';
import { paletteColors } from '../../../shared/scene/rolePalette';

/** What linear red, green and blue become without one kind of cone (Machado 2009, severity 1). */
const visions = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
} as const;

test('there are at least twelve colours for roles', () => {
  expect(new Set(paletteColors).size).toBeGreaterThanOrEqual(12);
});

test.each(['protanopia', 'deuteranopia'] as const)('role colours stay apart with %s', (vision) => {
  const seen = paletteColors.map((color) => asSeen(color, visions[vision]));
  for (const [index, one] of seen.entries()) {
    for (const other of seen.slice(index + 1))
      expect(colorDistance(one, other), `${one} ${other}`).toBeGreaterThan(0.075);
  }
});

test('colours that are confused without one kind of cone are found to be near each other', () => {
  const [green, brown] = ['#5e8a2c', '#a5762a'].map((color) => asSeen(color, visions.deuteranopia));
  expect(colorDistance('#5e8a2c', '#a5762a')).toBeGreaterThan(0.1);
  expect(colorDistance(green ?? '', brown ?? '')).toBeLessThan(0.075);
});

function asSeen(hex: string, matrix: readonly (readonly number[])[]): string {
  const linear = [1, 3, 5].map((at) => decoded(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  const channels = matrix.map((row) => encoded(row.reduce((sum, share, i) => sum + share * (linear[i] ?? 0), 0)));
  return `#${channels
    .map((value) =>
      Math.round(value * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

function decoded(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function encoded(value: number): number {
  const shown = Math.min(1, Math.max(0, value));
  return shown <= 0.0031308 ? shown * 12.92 : 1.055 * shown ** (1 / 2.4) - 0.055;
}
