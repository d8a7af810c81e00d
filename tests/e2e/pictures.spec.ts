import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page, test } from '@playwright/test';
import { PNG } from 'pngjs';
import type { Bridge } from '../../shared/ipc/contract';
import { aDocument, aTask } from '../support/builders';
import { launchApp, type RunningApp } from '../support/electronApp';
import { pngOf } from '../support/pictures';
import { chooseToOpen } from './support/desktop';
import { openDiagram } from './support/diagram';
import { readPlan } from './support/plan';

const red = [220, 20, 60] as const;

let app: RunningApp;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleweave-pictures-'));
  app = await launchApp({ lang: 'en' });
});
test.afterAll(async () => {
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

const onePage = () => aDocument({ nodes: [aTask({ id: 'a', label: 'A', x: 0, y: 0 })] });

/** Drops a file from the desktop on the canvas. */
async function drop(page: Page, path: string, at: { readonly x: number; readonly y: number }): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', {
      type,
      ...at,
      data: { items: [], files: [path], dragOperationsMask: 1 },
    });
  }
}

/** How many pixels of a picture are of a colour. */
function countOf(png: PNG, [red, green, blue]: readonly number[]): number {
  let count = 0;
  for (let i = 0; i < png.data.length; i += 4) {
    const [r = 0, g = 0, b = 0] = png.data.subarray(i, i + 3);
    if (Math.abs(r - (red ?? 0)) + Math.abs(g - (green ?? 0)) + Math.abs(b - (blue ?? 0)) < 12) count++;
  }
  return count;
}

async function exported(path: string, ending: 'svg' | 'png'): Promise<Buffer> {
  const output = `${path}.${ending}`;
  await promisify(execFile)(process.execPath, ['out/cli/roleweave.cjs', 'export', path, '-o', output, '--scale', '1']);
  return readFile(output);
}

test('a picture dropped on the canvas lies there, is saved once in the file and is in every export', async () => {
  const diagram = await openDiagram(app, folder, onePage());
  const { page } = app;
  const photo = join(folder, 'photo.png');
  await writeFile(photo, pngOf(120, 80, red));
  await drop(page, photo, { x: 700, y: 300 });
  const picture = page.locator('[data-node-id] image');
  await expect(picture).toHaveCount(1);
  const box = await picture.boundingBox();
  expect(box).toMatchObject({ width: 120, height: 80 });
  expect(Math.abs((box?.x ?? 0) + 60 - 700)).toBeLessThanOrEqual(8);

  // Shown twice, kept once.
  await page.keyboard.press('Control+d');
  await expect(picture).toHaveCount(2);
  const { document } = await diagram.saved();
  expect(document.images.size).toBe(1);
  expect((await readFile(diagram.path, 'utf8')).split('data:image/png').length).toBe(2);

  const shown = PNG.sync.read(await page.screenshot());
  expect(countOf(shown, red)).toBeGreaterThan(120 * 80);
  expect(countOf(PNG.sync.read(await exported(diagram.path, 'png')), red)).toBeGreaterThan(120 * 80);
  expect((await exported(diagram.path, 'svg')).toString()).toContain('<image href="data:image/png;base64,');

  // Gone from the diagram it is gone from the file, and comes back with undo.
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await diagram.saved();
  expect((await readPlan(diagram.path)).images.size).toBe(0);
  await page.keyboard.press('Control+z');
  await expect(picture).toHaveCount(2);
  expect((await diagram.saved()).document.images.size).toBe(1);
});

test('a copied picture is pasted, and comes along into another diagram', async () => {
  await openDiagram(app, folder, onePage());
  const { page } = app;
  await page.evaluate(
    (bytes) =>
      (window as unknown as { roleweave: Bridge }).roleweave.request['clipboard.writeImage'](new Uint8Array(bytes)),
    [...pngOf(60, 60, red)],
  );
  await page.keyboard.press('Control+v');
  const picture = page.locator('[data-node-id] image');
  await expect(picture).toHaveCount(1);
  await page.keyboard.press('Control+c');
  const other = await openDiagram(app, folder, onePage());
  await page.keyboard.press('Control+v');
  await expect(picture).toHaveCount(1);
  expect((await other.saved()).document.images.size).toBe(1);
});

test('a drawing is cleaned of whatever does or fetches something, and keeps its shapes', async () => {
  const diagram = await openDiagram(app, folder, onePage());
  const { page } = app;
  const drawing = join(folder, 'drawing.svg');
  await writeFile(
    drawing,
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="90" height="60" onload="window.hacked = 1">
      <script>window.hacked = 1</script>
      <style>@import url(http://example.com/x.css);</style>
      <image href="http://example.com/spy.png" width="9" height="9"/>
      <foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="http://example.com"/></foreignObject>
      <a xlink:href="javascript:alert(1)"><rect width="90" height="60" fill="rgb(220,20,60)" onclick="window.hacked = 1"/></a>
    </svg>`,
  );
  await chooseToOpen(app.app, drawing);
  await page.getByRole('button', { name: 'Picture', exact: true }).click();
  await expect(page.locator('[data-node-id] image')).toHaveCount(1);
  const { document } = await diagram.saved();
  const [image] = document.images.values();
  const kept = Buffer.from(image?.source.split(',')[1] ?? '', 'base64').toString();
  expect(kept).toContain('rect');
  expect(kept).not.toMatch(/script|onload|onclick|import|http:\/\/example|foreignObject|iframe/i);
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(countOf(PNG.sync.read(await exported(diagram.path, 'png')), red)).toBeGreaterThan(80 * 50);
});

test('what is no picture, or too large, is said by name, and the diagram stays as it is', async () => {
  const diagram = await openDiagram(app, folder, onePage());
  const { page } = app;
  const [text, large] = [join(folder, 'notes.png'), join(folder, 'wall.png')];
  await writeFile(text, 'just words');
  const claims = Buffer.from(pngOf(1, 1, red));
  claims.writeUInt32BE(60_000, 16);
  claims.writeUInt32BE(60_000, 20);
  await writeFile(large, claims);
  await drop(page, text, { x: 700, y: 300 });
  await expect(page.getByText('notes.png cannot be used as a picture')).toBeVisible();
  await drop(page, large, { x: 700, y: 300 });
  await expect(page.getByText('It has 60000 × 60000 pixels; a picture may have 40 million.')).toBeVisible();
  await expect(page.locator('[data-node-id]')).toHaveCount(1);
  expect((await readPlan(diagram.path)).images.size).toBe(0);
});

test('in a diagram that is painted as a whole, pictures are painted, too', async () => {
  const many = Array.from({ length: 420 }, (_, index) =>
    aTask({ id: `t${index}`, label: `${index}`, x: (index % 20) * 200, y: 400 + Math.floor(index / 20) * 100 }),
  );
  await openDiagram(app, folder, aDocument({ nodes: many }));
  const { page } = app;
  const photo = join(folder, 'again.png');
  await writeFile(photo, pngOf(120, 80, red));
  await drop(page, photo, { x: 700, y: 300 });
  await expect(page.locator('[data-node-id] image')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-node-id] image')).toHaveCount(0);
  await expect.poll(async () => countOf(PNG.sync.read(await page.screenshot()), red)).toBeGreaterThan(110 * 70);
});
