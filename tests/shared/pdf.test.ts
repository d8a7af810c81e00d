import { encode } from 'fast-png';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { pngPixels } from '../../shared/pdf/pngPixels';

const pixel = ({ colors, alphas, width }: ReturnType<typeof pngPixels>, x: number, y: number) => {
  const at = y * width + x;
  return [...colors.subarray(at * 3, at * 3 + 3), alphas?.[at] ?? null];
};

test('pixels of every kind of PNG are read: grey, coloured, deep, with a palette, with holes', () => {
  const rgba = encode({ width: 1, height: 2, channels: 4, data: Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 255]) });
  expect([pixel(pngPixels(rgba), 0, 0), pixel(pngPixels(rgba), 0, 1)]).toEqual([
    [1, 2, 3, 4],
    [5, 6, 7, 255],
  ]);
  const rgb = encode({ width: 2, height: 1, channels: 3, data: Uint8Array.from([9, 8, 7, 6, 5, 4]) });
  expect(pixel(pngPixels(rgb), 1, 0)).toEqual([6, 5, 4, null]);
  const grey = encode({ width: 2, height: 1, channels: 1, data: Uint8Array.from([0, 200]) });
  expect(pixel(pngPixels(grey), 1, 0)).toEqual([200, 200, 200, null]);
  const veiled = encode({ width: 1, height: 1, channels: 2, data: Uint8Array.from([120, 60]) });
  expect(pixel(pngPixels(veiled), 0, 0)).toEqual([120, 120, 120, 60]);
  const deep = encode({ width: 1, height: 1, channels: 3, depth: 16, data: Uint16Array.from([65_535, 32_896, 0]) });
  expect(pixel(pngPixels(deep), 0, 0)).toEqual([255, 128, 0, null]);
  const palette: [number, number, number][] = [
    [10, 20, 30],
    [40, 50, 60],
  ];
  // Ten pixels of a bit each: two bytes a row.
  const bits = Uint8Array.from([0b01000000, 0b01000000, 0b00000000, 0b10000000]);
  const indexed = pngPixels(encode({ width: 10, height: 2, channels: 1, depth: 1, palette, data: bits }));
  expect([pixel(indexed, 0, 0), pixel(indexed, 1, 0), pixel(indexed, 9, 0), pixel(indexed, 8, 1)]).toEqual([
    [10, 20, 30, null],
    [40, 50, 60, null],
    [40, 50, 60, null],
    [40, 50, 60, null],
  ]);
});

test('a damaged PNG throws', () => {
  const sound = PNG.sync.write(new PNG({ width: 40, height: 40 }));
  expect(() => pngPixels(sound.subarray(0, sound.length - 30))).toThrow();
});
