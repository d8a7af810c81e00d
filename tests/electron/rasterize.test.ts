import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rasterize } from '../../electron/node/rasterize';
import { textWidthPx } from '../../shared/text/measure';
import { decodePng } from '../support/decodePng';
import { sourceAssets } from '../support/sourceAssets';

const svg = (body: string, width = 300, height = 40) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Pretendard, sans-serif" text-rendering="geometricPrecision">${body}</svg>`;

async function painted(text: string, scale = 1) {
  const result = await rasterize(text, scale, sourceAssets);
  if (!result.ok) throw new Error(result.error.cause);
  return decodePng(result.value);
}

/** The columns between which anything is painted. */
async function inkedColumns(text: string, scale: number): Promise<readonly [number, number]> {
  const picture = await painted(text, scale);
  const inked: number[] = [];
  for (let x = 0; x < picture.width; x++) {
    for (let y = 0; y < picture.height; y++) {
      if (picture.at(x, y)[3] > 127) {
        inked.push(x);
        break;
      }
    }
  }
  return [Math.min(...inked), Math.max(...inked)];
}

test.each([400, 500, 600] as const)('text of weight %i is painted as wide as it was measured', async (weight) => {
  const scale = 8;
  for (const text of ['데이터 엔지니어', 'Train the model', 'AV -> 3x4, 12:30', '뷁쀍 “통찰”']) {
    const line = (shown: string) =>
      svg(
        `<text x="4" y="24" font-size="12" font-weight="${weight}" xml:space="preserve">${shown.replaceAll('>', '&gt;')}</text>`,
      );
    // Between two bars, whose own sides then cancel out.
    const [, alone] = await inkedColumns(line('||'), scale);
    const [, around] = await inkedColumns(line(`|${text}|`), scale);
    const font = { sizePx: 12, weight };
    const expected = textWidthPx(`|${text}|`, font) - textWidthPx('||', font);
    expect((around - alone) / scale, text).toBeCloseTo(expected, 0);
    expect(Math.abs((around - alone) / scale - expected), text).toBeLessThan(0.3);
  }
});

test('weights differ: none is replaced by another', async () => {
  const inked = async (weight: number) => {
    const picture = await painted(
      svg(`<text x="4" y="24" font-size="16" font-weight="${weight}">데이터 model</text>`),
      4,
    );
    let sum = 0;
    for (let x = 0; x < picture.width; x++) for (let y = 0; y < picture.height; y++) sum += picture.at(x, y)[3];
    return sum;
  };
  const [regular, medium, semiBold] = [await inked(400), await inked(500), await inked(600)];
  expect(medium).toBeGreaterThan(regular * 1.03);
  expect(semiBold).toBeGreaterThan(medium * 1.03);
});

test('what is no SVG is an error, not a crash, and the next picture is made', async () => {
  expect(await rasterize('<svg', 1, sourceAssets)).toMatchObject({ ok: false, error: { type: 'failed' } });
  expect(await rasterize('', 1, sourceAssets)).toMatchObject({ ok: false, error: { type: 'failed' } });
  expect((await painted(svg('<rect width="5" height="5"/>'))).at(2, 2)).toEqual([0, 0, 0, 255]);
});

test('too many pixels are refused before memory runs out', async () => {
  expect(await rasterize(svg('', 50_000, 50_000), 1, sourceAssets)).toMatchObject({
    ok: false,
    error: { type: 'tooLarge' },
  });
});

test.each([0, -1, 9, Number.NaN, Number.POSITIVE_INFINITY])('a scale of %d is refused', async (scale) => {
  expect(await rasterize(svg(''), scale, sourceAssets)).toMatchObject({ ok: false, error: { type: 'failed' } });
});

test('pictures from elsewhere are not fetched', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'roleweave-rasterize-'));
  try {
    const picture = await painted(
      svg(
        `<image width="20" height="20" href="file://${join(folder, 'x.png')}"/><image width="20" height="20" href="http://127.0.0.1:9/x.png"/>`,
      ),
    );
    expect(picture.at(10, 10)[3]).toBe(0);
  } finally {
    await rm(folder, { recursive: true });
  }
});
