import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { OVERVIEW_FROM_NODES } from '../../renderer/canvas/overview/scene';
import type { Box, Point } from '../../shared/geometry/box';
import type { DiagramDocument } from '../../shared/model/document';
import { boxOfNode } from '../../shared/model/query';
import { generateDiagram } from '../bench/generateDiagram';
import { aNode, nodeId } from '../support/builders';
import { launchApp, type RunningApp } from '../support/electronApp';
import { type Diagram, middle, openDiagram, savedDiagram } from './support/diagram';

// Large diagrams are painted on one canvas wherever their steps are not in the page. People must not notice.

const large = generateDiagram(450);
const before = savedDiagram(large);
let app: RunningApp;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleweave-overview-'));
  app = await launchApp({ lang: 'en' });
});
test.afterAll(async () => {
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

const surface = (page: Page) => page.locator('[data-shown-by]');
const mountedSteps = (page: Page) => page.locator('[data-node-id^="step-"]');

/** Opens the large diagram as a whole: too small for its steps to be in the page. */
async function openFarAway(): Promise<Diagram> {
  const diagram = await openDiagram(app, folder, large);
  await app.page.keyboard.press('Control+1');
  await untilStill(app.page);
  await expect(surface(app.page)).toHaveAttribute('data-shown-by', 'overview');
  await expect(mountedSteps(app.page)).toHaveCount(0);
  return diagram;
}

/** Waits for the end of a flight to another view. */
async function untilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    let [last, sameFrames] = ['', 0];
    while (sameFrames < 15) {
      await new Promise((next) => requestAnimationFrame(next));
      const now = window.document.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform ?? '';
      sameFrames = now === last ? sameFrames + 1 : 0;
      last = now;
    }
  });
}

/** Where a node is on the screen, in the page or not. */
async function boxOnScreen(page: Page, id: string, document: DiagramDocument = large): Promise<Box> {
  const view = await page.evaluate(() => {
    const { a, e, f } = new DOMMatrix(
      window.document.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform,
    );
    const { x, y } = window.document.querySelector('.react-flow')?.getBoundingClientRect() ?? new DOMRect();
    return { x: x + e, y: y + f, zoom: a };
  });
  const node = document.nodes.get(nodeId(id));
  if (node === undefined) throw new Error(`there is no ${id}`);
  const { x, y, width, height } = boxOfNode(document.nodes, node);
  const { zoom } = view;
  return { x: view.x + x * zoom, y: view.y + y * zoom, width: width * zoom, height: height * zoom };
}

async function pointOf(id: string): Promise<Point> {
  return middle(await boxOnScreen(app.page, id));
}

/** The part of the window with nothing but the diagram in it. */
async function shot(page: Page): Promise<PNG> {
  return PNG.sync.read(await page.screenshot({ clip: { x: 300, y: 90, width: 700, height: 560 } }));
}

/** Nearly as many steps as the page shows by itself, and the same with some more that nobody sees, in a corner. */
const small = inEveryStyle(generateDiagram(OVERVIEW_FROM_NODES - 30));
const padded: DiagramDocument = {
  ...small,
  nodes: new Map([
    ...small.nodes,
    ...Array.from({ length: 40 }, (_, index) => {
      const note = aNode('note', { id: `pad-${index}`, parentId: 'lane-0', x: 1, y: 1, width: 4, height: 4 });
      return [note.id, note] as const;
    }),
  ]),
};

/** With words in every style: each painter sets them in its own way. */
function inEveryStyle(document: DiagramDocument): DiagramDocument {
  const label = '**Review** item, *pass*\n- [it](https://example.org) **on**';
  const nodes = [...document.nodes].map(
    ([id, node]) => [id, node.kind === 'task' ? { ...node, label } : node] as const,
  );
  return { ...document, nodes: new Map(nodes) };
}

for (const theme of ['light', 'dark'] as const) {
  test(`what is painted cannot be told from what is in the page, ${theme}`, async () => {
    const { page } = app;
    await page.emulateMedia({ colorScheme: theme });
    const views = ['Control+0', 'Control+-', 'Control+-', 'Control+-'];
    const shots = async (document: DiagramDocument, shownBy: string): Promise<readonly PNG[]> => {
      await openDiagram(app, folder, document);
      await expect(surface(page)).toHaveAttribute('data-shown-by', shownBy);
      const taken: PNG[] = [];
      for (const key of views) {
        await page.keyboard.press(key);
        await untilStill(page);
        await page.mouse.move(320, 640);
        // A picture for another zoom is blurred until the sharp one is ready.
        await page.waitForFunction(untilSharp);
        taken.push(await shot(page));
      }
      return taken;
    };
    const inPage = await shots(small, 'page');
    const painted = await shots(padded, 'overview');
    views.forEach((key, at) => {
      const [a, b] = [inPage[at], painted[at]];
      if (a === undefined || b === undefined) throw new Error('a picture is missing');
      const different = pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: 0.1 });
      expect(different / (a.width * a.height), `view ${at}, ${key}`).toBeLessThanOrEqual(0.01);
    });
  });
}

for (const zoomKey of ['Control+0', 'Control+1']) {
  test(`what an edit changes of the picture is all that had to be painted again, ${zoomKey}`, async () => {
    const { page } = app;
    await page.emulateMedia({ colorScheme: 'light' });
    const diagram = await openFarAway();
    await page.keyboard.press(zoomKey);
    await untilStill(page);
    const at = await pointOf(zoomKey === 'Control+0' ? await stepInView(page) : 'step-200');
    await page.mouse.click(at.x, at.y);
    const edits: readonly (readonly [string, () => Promise<void>])[] = [
      ['moved by keys', () => pressTimes(page, 'Shift+ArrowRight', 6)],
      ['had back', () => pressTimes(page, 'Control+z', 1)],
      ['dragged', () => dragBy(page, at, { x: 90, y: 50 })],
      ['had back', () => pressTimes(page, 'Control+z', 1)],
      ['deleted', () => pressTimes(page, 'Delete', 1)],
      ['had back', () => pressTimes(page, 'Control+z', 1)],
      ['all selected', () => pressTimes(page, 'Control+a', 1)],
      ['all moved by keys', () => pressTimes(page, 'Shift+ArrowRight', 2)],
      ['had back', () => pressTimes(page, 'Control+z', 1)],
      ['none selected', () => pressTimes(page, 'Escape', 1)],
    ];
    for (const [what, edit] of edits) {
      await edit();
      // Ways around nodes come a moment after the edit that asks for them, and saving waits for them.
      await diagram.saved();
      const followed = await sharpShot(page);
      // Other colours and back: all of it is painted anew.
      await page.emulateMedia({ colorScheme: 'dark' });
      await sharpShot(page);
      await page.emulateMedia({ colorScheme: 'light' });
      const anew = await sharpShot(page);
      const different = pixelmatch(followed.data, anew.data, undefined, anew.width, anew.height, { threshold: 0.1 });
      // Round corners come out by a shade differently where a part of them is painted; a line that is left over has
      // hundreds of pixels.
      expect(different, what).toBeLessThan(10);
    }
  });
}

async function pressTimes(page: Page, key: string, times: number): Promise<void> {
  for (let time = 0; time < times; time++) await page.keyboard.press(key);
}

async function dragBy(page: Page, from: Point, by: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 5 });
  await page.mouse.up();
}

async function sharpShot(page: Page): Promise<PNG> {
  await page.mouse.move(320, 640);
  await page.waitForFunction(untilSharp);
  await untilStill(page);
  return shot(page);
}

test('a step that is only painted is hovered, selected, dragged and had back like any other', async () => {
  const { page } = app;
  const diagram = await openFarAway();
  const from = await pointOf('step-200');
  await diagram.drag(from, { x: from.x + 40, y: from.y + 60 });
  await expect(page.getByText('1 selected')).toBeVisible();
  const moved = (await diagram.saved()).boxOf('step-200');
  const start = before.boxOf('step-200');
  expect(moved.x).toBeGreaterThan(start.x + 60);
  expect(moved.y).toBeGreaterThan(start.y + 90);
  await page.keyboard.press('Control+z');
  expect((await diagram.saved()).document).toEqual(large);
});

test('a double click types into a step that is only painted', async () => {
  const { page } = app;
  const diagram = await openFarAway();
  const at = await pointOf('step-101');
  await page.mouse.dblclick(at.x, at.y);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Checked');
  await page.keyboard.press('Enter');
  expect((await diagram.saved()).node('step-101').label).toEqual({ ko: expect.any(String), en: 'Checked' });
});

test('the context menu of a step that is only painted acts on it', async () => {
  const { page } = app;
  const diagram = await openFarAway();
  const at = await pointOf('step-120');
  await page.mouse.click(at.x, at.y, { button: 'right' });
  await page.getByRole('menuitem', { name: /^Delete/ }).click();
  expect((await diagram.saved()).document.nodes.has(nodeId('step-120'))).toBe(false);
});

test('a line is dropped on a step that is only painted', async () => {
  const { page } = app;
  const diagram = await openFarAway();
  await zoomTo(page, 0.42, await pointOf('step-230'));
  await untilStill(page);
  await expect(surface(page)).toHaveAttribute('data-shown-by', 'overview');
  const from = await pointOf('step-230');
  await page.mouse.move(from.x, from.y);
  const dot = page.locator('[data-dots-of="step-230"] [data-side="bottom"]');
  const grip = await dot.boundingBox();
  if (grip === null) throw new Error('the step has no dots');
  await diagram.drag(middle(grip), await pointOf('step-297'));
  const { document } = await diagram.saved();
  const added = [...document.edges.values()].filter(({ id }) => !large.edges.has(id));
  expect(added.map(({ from: { nodeId: a }, to: { nodeId: b } }) => [a, b])).toEqual([['step-230', 'step-297']]);
});

/** Turns the wheel over a point until the zoom is as wanted. */
async function zoomTo(page: Page, zoom: number, at: Point): Promise<void> {
  const now = await page.evaluate(
    () => new DOMMatrix(window.document.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform).a,
  );
  await page.mouse.move(at.x, at.y);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, Math.round(-Math.log2(zoom / now) / 0.002));
  await page.keyboard.up('Control');
}

test('a large diagram has only what somebody works with in the page, at any zoom', async () => {
  const { page } = app;
  await openFarAway();
  await page.keyboard.press('Control+0');
  await untilStill(page);
  await expect(mountedSteps(page)).toHaveCount(0);
  const at = await pointOf(await stepInView(page));
  await page.mouse.click(at.x, at.y);
  await expect(mountedSteps(page)).toHaveCount(1);
});

test('Tab walks through a large diagram in reading order, step by step', async () => {
  const { page } = app;
  await openFarAway();
  const at = await pointOf('step-200');
  await page.mouse.click(at.x, at.y);
  await expect(mountedSteps(page)).toHaveAttribute('data-node-id', 'step-200');
  const focused = page.locator('.react-flow__node:focus, .react-flow__node:focus-within');
  for (const [key, number] of [
    ['Tab', 201],
    ['Tab', 202],
    ['Shift+Tab', 201],
  ] as const) {
    await page.keyboard.press(key);
    await expect(focused).toHaveAttribute('data-id', `step-${number}`);
  }
});

/** A step near the middle of the window. */
async function stepInView(page: Page): Promise<string> {
  for (const id of large.nodes.keys()) {
    const { x, y } = await boxOnScreen(page, id);
    if (id.startsWith('step-') && x > 400 && x < 800 && y > 200 && y < 500) return id;
  }
  throw new Error('no step is in the middle of the window');
}

/** Runs in the page: whether the overview, if there is one, is shown pixel by pixel. */
function untilSharp(): boolean {
  const overview = window.document.querySelector('[data-testid="overview"]');
  return overview === null || overview.querySelector('[data-sharp="true"]') !== null;
}
