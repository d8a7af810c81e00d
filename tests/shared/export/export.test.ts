import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { defaultExportOptions, type ExportOptions } from '../../../shared/export/exporter';
import { exporters } from '../../../shared/export/index';
import { pictureSvg } from '../../../shared/export/pictureSvg';
import type { DiagramDocument } from '../../../shared/model/document';
import { themes } from '../../../shared/scene/theme';
import { aDocument, aLane, aRole, aTask, nodeId } from '../../support/builders';
import { decodePng } from '../../support/decodePng';
import { exportTools } from '../../support/sourceAssets';
import { sampler } from '../picture/sampler';

const options: ExportOptions = { ...defaultExportOptions, language: 'ko' };

const small = aDocument({
  title: { ko: '작은 <그림>', en: 'Small' },
  roles: [aRole({ id: 'lead', color: '#5f66ed' })],
  nodes: [
    aLane({ id: 'lane', width: 400, height: 96, roleId: 'lead' }),
    aTask({ id: 'task', parentId: 'lane', x: 160, y: 20, label: { ko: '모델 학습', en: 'Train the model' } }),
    aTask({ id: 'far', x: 1000, label: 'far' }),
  ],
});

async function svgOf(document: DiagramDocument, more: Partial<ExportOptions> = {}): Promise<string> {
  const bytes = await exporters.svg.write(document, { ...options, ...more }, exportTools);
  if (!bytes.ok) throw new Error(bytes.error.type);
  return Buffer.from(bytes.value).toString('utf8');
}

async function pngOf(document: DiagramDocument, more: Partial<ExportOptions> = {}) {
  const bytes = await exporters.png.write(document, { ...options, ...more }, exportTools);
  if (!bytes.ok) throw new Error(bytes.error.type);
  return decodePng(bytes.value);
}

const rgb = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

describe('SVG', () => {
  // After a wanted change of the look: npx vitest run --config tests/vitest.config.ts tests/shared/export -u, then look
  // at the pictures before they are committed.
  test.each([
    ['ko', 'light'],
    ['en', 'dark'],
  ] as const)('of every kind of node and edge in %s, %s', async (language, theme) => {
    const file = fileURLToPath(new URL(`../../golden/sampler-${language}-${theme}.svg`, import.meta.url));
    await expect(await svgOf(sampler, { language, theme, scale: 1 })).toMatchFileSnapshot(file);
  });

  test('has its title for screen readers, its text as text, and asks nothing of the network', async () => {
    const svg = await svgOf(small);
    expect(svg).toContain('<title>작은 &lt;그림&gt;</title>');
    expect(svg).toMatch(/<text [^>]*>모델 학습<\/text>/);
    expect(svg).not.toMatch(/href|url\(|<script|<style|<image|@import|javascript:/i);
    expect(svg.match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/2000/svg']);
  });

  test('is as large as asked for and shows the same', async () => {
    const [once, twice] = [await svgOf(small, { scale: 1 }), await svgOf(small, { scale: 2 })];
    const size = (svg: string) => /width="([\d.]+)" height="([\d.]+)" viewBox="([^"]+)"/.exec(svg)?.slice(1);
    const [width, height, view] = size(once) ?? [];
    expect(size(twice)).toEqual([String(Number(width) * 2), String(Number(height) * 2), view]);
  });

  test('of the same document is the same, whatever order its records came in', async () => {
    const reversed = {
      ...sampler,
      nodes: new Map([...sampler.nodes].reverse()),
      edges: new Map([...sampler.edges].reverse()),
      roles: new Map([...sampler.roles].reverse()),
    };
    expect(await svgOf(reversed)).toBe(await svgOf(sampler));
  });
});

describe('PNG', () => {
  test.each([0.3, 1, 1.5, 2, 2.5, 3.3])('at a scale of %d has the size that was announced', async (scale) => {
    for (const marginPx of [0, 24, 24.5]) {
      const { width, height } = await pngOf(small, { scale, marginPx });
      expect(exporters.png.size(small, { ...options, scale, marginPx })).toEqual({ width, height, unit: 'px' });
    }
  });

  test.each(['light', 'dark'] as const)(
    'shows the %s theme: canvas, lane and its edge where they belong',
    async (theme) => {
      const picture = await pngOf(small, { theme, scale: 2, marginPx: 10 });
      const color = themes[theme].color;
      // Canvas units from the lane's corner, which lies a margin and half an outline inside the picture.
      const at = (x: number, y: number) => picture.at((x + 11) * 2, (y + 11) * 2);
      expect(at(-8, -8)).toEqual([...rgb(color('canvas')), 255]);
      expect(at(2, 40)).toEqual([...rgb(color({ role: '#5f66ed', tone: 'solid' })), 255]);
      expect(at(350, 10)).toEqual([...rgb(color('surface')), 255]);
      expect(at(170, 26)).toEqual([...rgb(color({ role: '#5f66ed', tone: 'fill' })), 255]);
    },
  );

  test.each(['ko', 'en'] as const)('has the text of its steps in %s', async (language) => {
    const picture = await pngOf(small, { language, scale: 2, marginPx: 0 });
    const ink = rgb(themes.light.color('text'));
    let inked = 0;
    for (let x = 2 * 165; x < 2 * 285; x++) {
      for (let y = 2 * 30; y < 2 * 66; y++) {
        if (ink.every((value, index) => Math.abs((picture.at(x, y)[index] ?? 0) - value) < 40)) inked++;
      }
    }
    // Without a font resvg leaves text out in silence.
    expect(inked).toBeGreaterThan(150);
  });

  test('can be transparent', async () => {
    expect((await pngOf(small, { background: 'transparent', marginPx: 10 })).at(0, 0)[3]).toBe(0);
    expect((await pngOf(small, { background: 'theme', marginPx: 10 })).at(0, 0)[3]).toBe(255);
  });

  test('of a selection is as large as the selection', async () => {
    const selection = { nodes: new Set([nodeId('task')]), edges: new Set<never>() };
    expect(await pngOf(small, { selection, scale: 1, marginPx: 0 })).toMatchObject({ width: 130, height: 58 });
  });

  test('too large to paint is refused before it is tried', async () => {
    const nodes = [aTask({ id: 'a' }), aTask({ id: 'b', x: 20_000, y: 20_000 })];
    const written = await exporters.png.write(aDocument({ nodes }), options, {
      ...exportTools,
      rasterize: () => {
        throw new Error('not to be tried');
      },
    });
    expect(written).toMatchObject({ ok: false, error: { type: 'tooLarge', limitMegapixels: 100 } });
  });
});

test('nothing to draw is an error of its own, also when the selection is empty', async () => {
  const selection = { nodes: new Set<never>(), edges: new Set<never>() };
  for (const exporter of Object.values(exporters)) {
    expect(await exporter.write(aDocument(), options, exportTools)).toEqual({ ok: false, error: { type: 'empty' } });
    const written = await exporter.write(small, { ...options, selection }, exportTools);
    expect(written).toEqual({ ok: false, error: { type: 'empty' } });
  }
  expect(pictureSvg(aDocument(), options)).toBeNull();
  for (const exporter of Object.values(exporters)) expect(exporter.size(aDocument(), options)).toBeNull();
});
