import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { outDir } from '../../electron/dev/paths.mjs';
import { aDocument, aNode, aTask } from '../support/builders';
import { launchApp, type RunningApp } from '../support/electronApp';
import { type Diagram, openDiagram } from './support/diagram';

// Formatted text is painted by Chromium as SVG and on a canvas, and by resvg into files: all three alike.

const run = promisify(execFile);
/** As in picture.spec.ts: thin strokes are all border, which painters weigh differently. */
const SAME_SHARE = 0.006;
const MOVED_SHARE = 0.01;

const texts = [
  '**굵은 글**과 *기울인 글*',
  '[문서를 보라](https://example.org) 그리고',
  '할 일\n- **먼저** 모은다\n- 다음 *다듬기*\n  - 안쪽',
  'plain **bold** and *slanted* ***both***',
];
const formatted = aDocument({
  title: 'Formatted',
  nodes: texts.map((label, index) =>
    index === 2
      ? aNode('note', { id: `n${index}`, label, x: index * 200, y: 0, width: 176, height: 112 })
      : aTask({
          id: `n${index}`,
          label: { ko: label, en: `${label} (en)` },
          x: index * 200,
          y: 0,
          width: 176,
          height: 112,
        }),
  ),
});

let app: RunningApp;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleweave-text-picture-'));
});
test.afterEach(async () => {
  await app?.close();
});
test.afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

for (const [theme, language, presses] of [
  ['light', 'ko', 0],
  ['dark', 'both', 3],
] as const) {
  test(`formatted text looks the same in the window and in the file (${theme}, ${language})`, async () => {
    app = await launchApp({ lang: 'ko', theme });
    const diagram = await openDiagram(app, folder, formatted);
    for (let i = 0; i < presses; i++) await app.page.keyboard.press('Control+Alt+l');
    const output = join(folder, `${theme}.png`);
    const args = [diagram.path, '-o', output, '--scale', '1', '--margin', '16', '--lang', language, '--theme', theme];
    await run(process.execPath, [join(outDir, 'cli/roleweave.cjs'), 'export', ...args]);
    const file = PNG.sync.read(await readFile(output));
    for (const [index] of texts.entries()) {
      const shown = await inside(diagram, `n${index}`);
      // The file begins a margin and half an outline before the first step.
      const at = { x: 17 + index * 200 + 4, y: 17 + 4 };
      expect(differentShare(shown, cropped(file, at.x, at.y, shown)), `n${index}`).toBeLessThan(SAME_SHARE);
      expect(differentShare(shown, cropped(file, at.x + 1, at.y, shown)), 'a pixel aside').toBeGreaterThan(MOVED_SHARE);
    }
  });
}

/** What is in a step, without its outline. */
async function inside(diagram: Diagram, id: string): Promise<PNG> {
  const { x, y, width, height } = await diagram.boxOf(id);
  await diagram.page.mouse.move(2, 2);
  const clip = { x: x + 4, y: y + 4, width: width - 8, height: height - 8 };
  return PNG.sync.read(await diagram.page.screenshot({ clip, animations: 'disabled' }));
}

function cropped(source: PNG, x: number, y: number, { width, height }: PNG): PNG {
  const part = new PNG({ width, height });
  PNG.bitblt(source, part, x, y, width, height, 0, 0);
  return part;
}

function differentShare(a: PNG, b: PNG): number {
  const { width, height } = a;
  return pixelmatch(a.data, b.data, undefined, width, height, { threshold: 0.1 }) / (width * height);
}
