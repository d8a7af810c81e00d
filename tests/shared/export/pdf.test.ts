import { encode } from 'fast-png';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { describe, expect, test, vi } from 'vitest';
import { paintPdf } from '../../../electron/node/paintPdf';
import { defaultExportOptions, type ExportOptions } from '../../../shared/export/exporter';
import { framedPicture } from '../../../shared/export/framedPicture';
import { exporters } from '../../../shared/export/index';
import { pdfPage } from '../../../shared/export/pdfPage';
import type { DiagramDocument } from '../../../shared/model/document';
import { aDocument, aNode, aRole, aTask, roleId } from '../../support/builders';
import { decodePng } from '../../support/decodePng';
import { anImage, sourceOf, svgSource } from '../../support/pictures';
import { readPdf } from '../../support/readPdf';
import { exportTools, sourceAssets } from '../../support/sourceAssets';
import { sampler } from '../picture/sampler';

const options: ExportOptions = { ...defaultExportOptions, language: 'ko' };

async function pdfOf(document: DiagramDocument, more: Partial<ExportOptions> = {}): Promise<Uint8Array> {
  const bytes = await exporters.pdf.write(document, { ...options, ...more }, exportTools);
  if (!bytes.ok) throw new Error(bytes.error.type);
  return bytes.value;
}

async function pageOf(document: DiagramDocument, more: Partial<ExportOptions> = {}) {
  const { pages } = await readPdf(await pdfOf(document, more));
  const [page] = pages;
  if (page === undefined || pages.length !== 1) throw new Error(`${pages.length} pages`);
  return page;
}

/** Pixels a point, at which a PDF is as large as a PNG of scale 2. */
const PIXELS_A_POINT = 2 / 0.75;

/** The share of pixels in which a PDF, as a viewer shows it, differs from the PNG of the same picture. */
async function difference(document: DiagramDocument, more: Partial<ExportOptions> = {}): Promise<number> {
  const shown = await (await pageOf(document, more)).paint(PIXELS_A_POINT);
  const bytes = await exporters.png.write(document, { ...options, ...more }, exportTools);
  if (!bytes.ok) throw new Error(bytes.error.type);
  const png = PNG.sync.read(Buffer.from(bytes.value));
  const { width, height } = png;
  expect([shown.width, shown.height]).toEqual([width, height]);
  return pixelmatch(png.data, shown.data, undefined, width, height, { threshold: 0.2 }) / (width * height);
}

function textsOf(document: DiagramDocument, more: Partial<ExportOptions> = {}): readonly string[] {
  const scenes = framedPicture(document, { ...options, ...more })?.picture.scenes ?? [];
  return scenes.flatMap(({ marks }) => marks.flatMap((mark) => (mark.type === 'text' ? [mark.text] : [])));
}

describe('a PDF', () => {
  test('has one page of the picture’s size, its title, and every text of it as text, in Korean too', async () => {
    const { title, pages } = await readPdf(await pdfOf(sampler));
    const view = framedPicture(sampler, options)?.view;
    expect(title).toBe('견본');
    expect(pages.map(({ width, height }) => [width, height])).toEqual([
      [(view?.width ?? 0) * 0.75, (view?.height ?? 0) * 0.75],
    ]);
    expect(textsOf(sampler)).toContain('데이터 준비와 특징 가공');
    expect(pages[0]?.texts).toEqual(textsOf(sampler));
    expect(exporters.pdf.size(sampler, options)).toEqual({ width: 257, height: 212, unit: 'mm' });
  });

  test.each([
    ['light', 'ko'],
    ['dark', 'en'],
  ] as const)('shows what the PNG shows, %s', async (theme, language) => {
    expect(await difference(sampler, { theme, language })).toBeLessThan(0.003);
  });

  test('fades what has nothing to do with a role as the PNG does, and what lies below does not shine through', async () => {
    const plan = aDocument({
      roles: [aRole({ id: 'a', color: '#0c8a5e' }), aRole({ id: 'b', color: '#e2445c', order: 1 })],
      nodes: [
        aTask({ id: 'mine', roleId: 'a' }),
        aTask({ id: 'other', roleId: 'b', label: '검토', x: 300, width: 300, height: 200, raci: { b: 'A' } }),
      ],
    });
    const seen = { roleId: roleId('a') };
    expect(await difference(plan, seen)).toBeLessThan(0.003);
    const shown = await (await pageOf(plan, seen)).paint(PIXELS_A_POINT);
    const bytes = await exporters.png.write(plan, { ...options, ...seen }, exportTools);
    const png = decodePng(bytes.ok ? bytes.value : new Uint8Array());
    // Where the chip of the responsible role lies on the outline of its step.
    const view = framedPicture(plan, options)?.view ?? { x: 0, y: 0 };
    const [x, y] = [2 * (300 + 300 - 20 - view.x), 2 * (200 - view.y)];
    const wanted = png.at(x, y).slice(0, 3);
    const found = [...shown.data.subarray((y * shown.width + x) * 4).subarray(0, 3)];
    expect(wanted).not.toEqual([255, 255, 255]);
    for (const [channel, value] of wanted.entries()) expect(Math.abs(value - (found[channel] ?? 0))).toBeLessThan(4);
  });

  test('is the same file whenever it is made', async () => {
    const first = await pdfOf(sampler);
    vi.useFakeTimers({ now: new Date('2031-05-06'), toFake: ['Date'] });
    try {
      expect(Buffer.from(await pdfOf(sampler)).equals(Buffer.from(first))).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  test('holds nothing that runs or fetches', async () => {
    const text = Buffer.from(await pdfOf(sampler)).toString('latin1');
    expect(text).not.toMatch(/\/(JS|JavaScript|Launch|OpenAction|AA|EmbeddedFile|URI|XFA)\b/);
  });

  test('leads to web addresses, and not to steps that are not there', async () => {
    const label = 'Ask [here](https://example.org/a) or [there](step:b)';
    const { links } = await pageOf(aDocument({ nodes: [aTask({ label, width: 300, height: 80 })] }));
    expect(links).toEqual(['https://example.org/a']);
  });

  test('shows pictures, SVG ones too, and all else where one is damaged', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#00f"/></svg>';
    // Black, half of it to be seen through.
    const veil = encode({ width: 1, height: 1, channels: 4, data: Uint8Array.from([0, 0, 0, 128]) });
    const images = [
      anImage('red'),
      { ...anImage('blue'), source: svgSource(svg) },
      { ...anImage('damaged'), source: anImage('damaged').source.slice(0, 120) },
      { ...anImage('veil'), source: sourceOf(veil) },
    ];
    const nodes = images.map(({ id }, index) =>
      aNode('image', { id, x: index * 200, width: 100, height: 50, props: { imageId: id } }),
    );
    const document = { ...aDocument({ nodes }), images: new Map(images.map((image) => [image.id, image])) };
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const shown = await (await pageOf(document)).paint(1 / 0.75);
    warn.mockRestore();
    const at = (x: number, y: number) => [...shown.data.subarray((y * shown.width + x) * 4).subarray(0, 3)];
    const { x: left, y: top } = framedPicture(document, options)?.view ?? { x: 0, y: 0 };
    expect(at(50 - left, 20 - top)).toEqual([200, 30, 60]);
    expect(at(250 - left, 20 - top)).toEqual([0, 0, 255]);
    const [veiled = 0] = at(650 - left, 20 - top);
    expect(Math.abs(veiled - 0.5 * 0xfa)).toBeLessThan(3);
  });

  test('says what went wrong', async () => {
    const noFonts = { ...sourceAssets, fontsDir: '/nowhere' };
    const tools = { ...exportTools, paintPdf: (drawing: Parameters<typeof paintPdf>[0]) => paintPdf(drawing, noFonts) };
    const failed = await exporters.pdf.write(sampler, options, tools);
    expect(failed).toMatchObject({
      ok: false,
      error: { type: 'failed', cause: expect.stringContaining('Pretendard') },
    });
  });
});

describe('the page', () => {
  test('lies or stands as the picture does, and is filled by it', async () => {
    expect(pdfPage({ width: 800, height: 400 }, 'a4')).toEqual({
      widthPt: 841.89,
      heightPt: 595.28,
      scale: (841.89 - 48) / 800,
    });
    expect(pdfPage({ width: 400, height: 4_000 }, 'a3')).toEqual({
      widthPt: 841.89,
      heightPt: 1190.55,
      scale: (1190.55 - 48) / 4_000,
    });
    const page = await pageOf(sampler, { paper: 'a3' });
    expect([page.width, page.height]).toEqual([1190.55, 841.89]);
    expect(page.texts).toEqual(textsOf(sampler));
  });

  test('is never longer than a PDF may be', () => {
    const { widthPt, heightPt, scale } = pdfPage({ width: 100_000, height: 50_000 });
    expect(Math.max(widthPt, heightPt)).toBeCloseTo(14_400);
    expect(widthPt / scale).toBeCloseTo(100_000);
    expect(widthPt / heightPt).toBeCloseTo(2);
  });
});
