import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page, test } from '@playwright/test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { outDir, repositoryDir } from '../../electron/dev/paths.mjs';
import { parseFile } from '../../shared/file/parse';
import { languages } from '../../shared/i18n/language';
import type { DiagramDocument } from '../../shared/model/document';
import { boxOfNode } from '../../shared/model/query';
import { pictureOf } from '../../shared/picture/picture';
import { launchApp, type RunningApp } from '../support/electronApp';

/**
 * Two painters draw the same outlines: Chromium the canvas, resvg the file. Along slanted and curved outlines (glyphs,
 * corners, heads) they weigh the pixels on the border differently, and nowhere else. pixelmatch leaves such pixels out
 * (`includeAA: false`) and calls others different above this distance of colour (0 none, 1 black to white); thin
 * strokes of letters are all border, so some of theirs remain: 0.05 % to 0.11 % of all pixels when this was written.
 * A picture moved by one pixel has ten times as many, which `MOVED_SHARE` holds.
 */
const COLOUR_THRESHOLD = 0.1;
const SAME_SHARE = 0.002;
const MOVED_SHARE = 0.01;
const MARGIN_PX = 24;

const templates = ['role-collaboration', 'small-team', 'hiring', 'release-train'];
const run = promisify(execFile);
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleweave-picture-'));
});
test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

for (const language of languages) {
  for (const theme of ['light', 'dark'] as const) {
    test(`the canvas and the exported PNG are the same picture (${language}, ${theme})`, async () => {
      const userDataDir = join(folder, `${language}-${theme}`);
      const files = templates.map((name) => join(repositoryDir, 'assets/templates', `${name}.roleweave`));
      const running = await launchBare(userDataDir, files, language, theme);
      try {
        for (const file of files) {
          await running.page.getByRole('button', { name: basename(file), exact: true }).click();
          await compare(running.page, file, language, theme);
        }
      } finally {
        await running.close();
      }
    });
  }
}

/** A window in which nothing but the diagram is painted, large enough for all of it at 100 %. */
async function launchBare(
  userDataDir: string,
  files: readonly string[],
  language: string,
  theme: string,
): Promise<RunningApp> {
  await mkdir(userDataDir, { recursive: true });
  const settings = {
    language,
    theme,
    panels: { left: false, right: false, minimap: false, page: 'build' },
    grid: { show: false, snap: true },
  };
  await writeFile(join(userDataDir, 'settings.json'), JSON.stringify(settings));
  const running = await launchApp({ userDataDir, files });
  await running.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1700, 1120);
  });
  return running;
}

async function compare(page: Page, file: string, language: 'ko' | 'en', theme: string): Promise<void> {
  await page
    .locator('.react-flow')
    .first()
    .click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('Control+Digit0');
  await expect(page.getByRole('button', { name: /100\s?%/ })).toBeVisible();
  const document = documentIn(await readFile(file, 'utf8'));
  // The view comes to rest on whole pixels a moment after it has glided to 100 %.
  await expect(async () => void (await originOnScreen(page, document))).toPass({ timeout: 10_000 });
  await bringIntoView(page, document);

  const box = pictureOf(document, { language }).box;
  const origin = await originOnScreen(page, document);
  const exported = await exportedPng(file, language, theme);
  const view = { x: Math.floor(box.x - MARGIN_PX), y: Math.floor(box.y - MARGIN_PX) };
  // Inside the margin: beside the diagram the window shows other things.
  const clip = {
    x: origin.x + view.x + MARGIN_PX / 2,
    y: origin.y + view.y + MARGIN_PX / 2,
    width: exported.width - MARGIN_PX,
    height: exported.height - MARGIN_PX,
  };
  await page.mouse.move(2, 2);
  expect((await linesOnCanvas(page)).sort()).toEqual((await exportedLines(file, language, theme)).sort());
  const shown = PNG.sync.read(await page.screenshot({ clip, animations: 'disabled' }));
  const wanted = cropped(exported, MARGIN_PX / 2, MARGIN_PX / 2, shown.width, shown.height);

  const name = basename(file);
  const share = differentShare(shown, wanted, join(outDir, 'test-results', `${name}-${language}-${theme}-diff.png`));
  expect(await share, `${name}: share of pixels that differ`).toBeLessThan(SAME_SHARE);
  // The measure itself: a picture moved by one pixel is not the same.
  const moved = cropped(exported, MARGIN_PX / 2 + 1, MARGIN_PX / 2, shown.width, shown.height);
  expect(await differentShare(shown, moved, null)).toBeGreaterThan(MOVED_SHARE);
}

/** Every line of text with its place in its node or edge: the same words on the same lines as in the file. */
async function linesOnCanvas(page: Page): Promise<string[]> {
  return await page
    .locator('.react-flow__nodes text, .react-flow__edges text')
    .evaluateAll((texts) =>
      texts.map((text) => `${text.getAttribute('x')} ${text.getAttribute('y')} ${text.textContent}`),
    );
}

async function exportedLines(file: string, language: string, theme: string): Promise<string[]> {
  const output = join(folder, `${language}-${theme}.svg`);
  await exportTo(output, file, language, theme);
  const lines = (await readFile(output, 'utf8')).matchAll(/<text[^>]* x="([^"]*)" y="([^"]*)"[^>]*>([^<]*)</g);
  return [...lines].map(([, x, y, text]) => `${x} ${y} ${text}`);
}

function documentIn(text: string): DiagramDocument {
  const parsed = parseFile(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value.document;
}

/** Where the diagram's (0, 0) lies in the page, in whole pixels. */
async function originOnScreen(page: Page, document: DiagramDocument): Promise<{ x: number; y: number }> {
  const node = [...document.nodes.values()][0];
  if (node === undefined) throw new Error('an empty diagram');
  const onScreen = await page.locator(`[data-node-id="${node.id}"]`).first().boundingBox();
  if (onScreen === null) throw new Error(`${node.id} is not on the screen`);
  const box = boxOfNode(document.nodes, node);
  const origin = { x: onScreen.x - box.x, y: onScreen.y - box.y };
  expect(origin).toEqual({ x: Math.round(origin.x), y: Math.round(origin.y) });
  return origin;
}

/** Below the top bar and above the floating tools there is room for the whole diagram; the wheel brings it there. */
async function bringIntoView(page: Page, document: DiagramDocument): Promise<void> {
  const canvas = await page.locator('.react-flow').first().boundingBox();
  if (canvas === null) throw new Error('no canvas');
  const origin = await originOnScreen(page, document);
  const box = pictureOf(document, { language: 'en' }).box;
  await page.mouse.move(canvas.x + canvas.width / 2, canvas.y + 4);
  await page.mouse.wheel(
    Math.round(origin.x + box.x - canvas.x - 40),
    Math.round(origin.y + box.y - canvas.y - MARGIN_PX),
  );
  await expect
    .poll(async () => Math.abs((await originOnScreen(page, document)).y + box.y - canvas.y - MARGIN_PX))
    .toBeLessThan(2);
}

async function exportedPng(file: string, language: string, theme: string): Promise<PNG> {
  const output = join(folder, `${language}-${theme}.png`);
  await exportTo(output, file, language, theme);
  return PNG.sync.read(await readFile(output));
}

async function exportTo(output: string, file: string, language: string, theme: string): Promise<void> {
  const args = [file, '-o', output, '--scale', '1', '--margin', String(MARGIN_PX), '--lang', language];
  await run(process.execPath, [join(outDir, 'cli/roleweave.cjs'), 'export', ...args, '--theme', theme]);
}

function cropped(source: PNG, x: number, y: number, width: number, height: number): PNG {
  const part = new PNG({ width, height });
  PNG.bitblt(source, part, x, y, width, height, 0, 0);
  return part;
}

async function differentShare(a: PNG, b: PNG, picturePath: string | null): Promise<number> {
  const { width, height } = a;
  const difference = new PNG({ width, height });
  const options = { threshold: COLOUR_THRESHOLD, includeAA: false };
  const count = pixelmatch(a.data, b.data, difference.data, width, height, options);
  if (picturePath !== null) await writeFile(picturePath, PNG.sync.write(difference)).catch(() => undefined);
  return count / (width * height);
}
