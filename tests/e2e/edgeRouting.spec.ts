import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Locator, test } from '@playwright/test';
import { edgeRoute } from '../../shared/picture/edgeRoute';
import { aDocument, anEdge, aTask } from '../support/builders';
import { launchApp, type RunningApp } from '../support/electronApp';
import { type Diagram, middleOf, openDiagram, type SavedDiagram } from './support/diagram';

let app: RunningApp;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleweave-ways-'));
  app = await launchApp({ lang: 'en' });
});
test.afterAll(async () => {
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Two connected steps in a row and one below, which fits between them. */
const row = aDocument({
  nodes: [
    aTask({ id: 'a', label: 'A', x: 0, y: 0 }),
    aTask({ id: 'b', label: 'B', x: 480, y: 0 }),
    aTask({ id: 'c', label: 'C', x: 240, y: 200 }),
  ],
  edges: [anEdge({ id: 'ab' })],
});
/** How often the line of the edge turns on the screen. */
const bendsOf = async (line: Locator) => ((await line.getAttribute('d')) ?? '').split('Q').length - 1;
const lineOf = (diagram: Diagram) => diagram.edge('ab').locator('path').first();
const pointsOf = ({ document, edge }: SavedDiagram) => edgeRoute(document, edge('ab'))?.points ?? [];

async function exportedSvg(path: string): Promise<string> {
  const output = `${path}.svg`;
  await promisify(execFile)(process.execPath, ['out/cli/roleweave.cjs', 'export', path, '-o', output, '--lang', 'en']);
  return readFile(output, 'utf8');
}

test('a step dropped on a line makes it go around, on the screen, in the file and in exports; undo takes both back', async () => {
  const diagram = await openDiagram(app, folder, row);
  const before = await readFile(diagram.path, 'utf8');
  expect(await bendsOf(lineOf(diagram))).toBe(0);
  const workers = app.page.workers().length;

  await diagram.dragBy('c', 0, -200);
  await expect.poll(() => bendsOf(lineOf(diagram))).toBe(4);
  expect(app.page.workers().length).toBe(workers + 1);

  const saved = await diagram.saved();
  const { y, height } = saved.boxOf('c');
  const across = pointsOf(saved).filter((point) => point.y < y || point.y > y + height);
  expect(across).toHaveLength(2);
  // What the screen draws is what the command line writes.
  expect(await exportedSvg(diagram.path)).toContain(await lineOf(diagram).getAttribute('d'));

  await app.page.keyboard.press('Control+z');
  expect(await bendsOf(lineOf(diagram))).toBe(0);
  await diagram.saved();
  expect(await readFile(diagram.path, 'utf8')).toBe(before);
  await app.page.keyboard.press('Control+Shift+z');
  expect(await bendsOf(lineOf(diagram))).toBe(4);
  expect((await diagram.saved()).document).toEqual(saved.document);
});

test('a step dragged away again gives the line its straight way back', async () => {
  const diagram = await openDiagram(app, folder, row);
  await diagram.dragBy('c', 0, -200);
  await expect.poll(() => bendsOf(lineOf(diagram))).toBe(4);
  await diagram.dragBy('c', 0, 240);
  await expect.poll(() => bendsOf(lineOf(diagram))).toBe(0);
  expect((await diagram.saved()).edge('ab').route).toBeUndefined();
});

test('a bend that was dragged stays where it is when a step comes in the way, until it is released', async () => {
  const diagram = await openDiagram(app, folder, row);
  const { page } = app;
  const middle = await middleOf(lineOf(diagram));
  await page.mouse.click(middle.x, middle.y);
  await diagram.drag(await middleOf(page.locator('[data-segment="0"]')), { x: middle.x, y: middle.y - 80 });
  const bent = await diagram.saved();
  const { waypoints } = bent.edge('ab');
  expect(waypoints.length).toBeGreaterThan(0);

  // Onto the line beside its bends.
  await diagram.dragBy('c', 160, -200);
  await page.waitForTimeout(300);
  const around = await diagram.saved();
  expect(around.edge('ab').waypoints).toEqual(waypoints);
  const c = around.boxOf('c');
  for (const { x, y } of pointsOf(around)) {
    expect(x > c.x && x < c.x + c.width && y > c.y && y < c.y + c.height, `a bend at ${x}, ${y} lies in C`).toBe(false);
  }

  await page.mouse.click(middle.x, middle.y - 80);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Remove bends');
  await page.keyboard.press('Enter');
  expect((await diagram.saved()).edge('ab').waypoints).toEqual([]);
});

test('ways are found again on demand, as one step', async () => {
  const crowded = aDocument({
    nodes: [...row.nodes.values()].map((node) => ({ ...node, y: 0 })),
    edges: [...row.edges.values()],
  });
  const diagram = await openDiagram(app, folder, crowded);
  // Opening changes nothing: the line runs as the file says.
  expect(await bendsOf(lineOf(diagram))).toBe(0);
  await app.page.keyboard.press('Control+k');
  await app.page.keyboard.type('Reroute edges');
  await app.page.keyboard.press('Enter');
  await expect.poll(() => bendsOf(lineOf(diagram))).toBe(4);
  await app.page.keyboard.press('Control+z');
  expect(await bendsOf(lineOf(diagram))).toBe(0);
  expect((await diagram.saved()).document).toEqual(crowded);
});

test('lines that cross are told apart by bridges once they are switched on, on the screen, in the file and in exports', async () => {
  const crossed = aDocument({
    nodes: [
      aTask({ id: 'a', label: 'A', x: 0, y: 200 }),
      aTask({ id: 'b', label: 'B', x: 640, y: 200 }),
      aTask({ id: 'c', label: 'C', x: 320, y: 0 }),
      aTask({ id: 'd', label: 'D', x: 320, y: 400 }),
    ],
    edges: [anEdge({ id: 'ab' }), anEdge({ id: 'cd', from: 'c', to: 'd' })],
  });
  const diagram = await openDiagram(app, folder, crossed);
  const { page } = app;
  const path = () => lineOf(diagram).getAttribute('d');
  const flat = await path();
  const bridges = page.getByRole('switch', { name: 'Bridges where lines cross' });

  await bridges.click();
  await expect.poll(path).toContain('C');
  const bridged = await path();
  const saved = await diagram.saved();
  expect(saved.document.look).toEqual({ bridges: true, legend: false });
  expect(saved.edge('ab').bridges).toHaveLength(1);
  expect(saved.edge('cd').bridges).toBeUndefined();
  expect(await exportedSvg(diagram.path)).toContain(bridged);

  // The other line is moved out of the way, and the bridge goes with it; undo takes both back.
  await diagram.dragBy('c', 560, 0);
  await diagram.dragBy('d', 560, 0);
  await expect.poll(path).toBe(flat);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect.poll(path).toBe(bridged);
  await page.keyboard.press('Control+z');
  await expect.poll(path).toBe(flat);
  await page.keyboard.press('Escape');
  await expect(bridges).not.toBeChecked();
});
