import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Side } from '../../shared/geometry/box';
import { aDocument, anEdge, aTask } from '../support/builders';
import { launchApp, type RunningApp } from '../support/electronApp';
import { expectUnsaved } from './support/desktop';
import { type Diagram, middleOf, openDiagram, twoLanes } from './support/diagram';

let app: RunningApp;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleweave-edges-'));
  app = await launchApp({ lang: 'en' });
});
test.afterAll(async () => {
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Where the dot at a node's side is; pointing at the node brings it out. */
async function dotOf(diagram: Diagram, id: string, side: Side) {
  const center = await diagram.centerOf(id);
  await diagram.page.mouse.move(center.x, center.y);
  const dots = diagram.page.locator(`[data-dots-of="${id}"]`);
  await expect(dots).toBeVisible();
  return await middleOf(dots.locator(`[data-side="${side}"] circle`).first());
}

/** Two steps far apart, one higher than the other: their edge has a piece in the middle to drag. */
const apart = aDocument({
  nodes: [
    aTask({ id: 'a', label: 'A', x: 0, y: 0 }),
    aTask({ id: 'b', label: 'B', x: 400, y: 200 }),
    aTask({ id: 'c', label: 'C', x: 400, y: 0 }),
  ],
  edges: [
    anEdge({
      id: 'ab',
      label: 'Go',
      from: { nodeId: aTask({ id: 'a' }).id, side: 'right', at: 0.5 },
      to: { nodeId: aTask({ id: 'b' }).id, side: 'left', at: 0.5 },
    }),
  ],
});

test('a line dragged onto a step connects, on whichever side suits', async () => {
  const diagram = await openDiagram(app, folder);
  await diagram.drag(await dotOf(diagram, 'code', 'right'), await diagram.centerOf('ship'), { hold: true });
  await expect(app.page.locator('[data-connect-to="ship"]')).toBeVisible();
  await app.page.mouse.up();
  const { document } = await diagram.saved();
  expect(document.edges.size).toBe(2);
  const added = [...document.edges.values()].find(({ id }) => id !== 'approve');
  expect(added?.from).toMatchObject({ nodeId: 'code', side: 'right' });
  expect(added?.to).toMatchObject({ nodeId: 'ship', side: 'auto' });
  await app.page.keyboard.press('Control+z');
  expect((await diagram.saved()).document).toEqual(twoLanes);
});

test('dropped on the middle of a side it stays at that side', async () => {
  const diagram = await openDiagram(app, folder);
  const ship = await diagram.boxOf('ship');
  await diagram.drag(await dotOf(diagram, 'code', 'bottom'), {
    x: ship.x + ship.width / 2,
    y: ship.y + ship.height - 4,
  });
  const added = [...(await diagram.saved()).document.edges.values()].find(({ id }) => id !== 'approve');
  expect(added?.to).toMatchObject({ nodeId: 'ship', side: 'bottom' });
});

test('a line dropped into the empty adds the next step there, in the lane below, and asks for its name', async () => {
  const diagram = await openDiagram(app, folder);
  const lane = await diagram.boxOf('build');
  await diagram.drag(await dotOf(diagram, 'code', 'right'), { x: lane.x + 480, y: lane.y + 62 });
  await app.page.keyboard.type('Test');
  await app.page.keyboard.press('Enter');
  const { document } = await diagram.saved();
  const added = [...document.nodes.values()].find(({ label }) => label === 'Test');
  expect(added).toMatchObject({ kind: 'task', parentId: 'build', y: 32 });
  expect([...document.edges.values()].some(({ from, to }) => from.nodeId === 'code' && to.nodeId === added?.id)).toBe(
    true,
  );
  await app.page.keyboard.press('Control+z');
  await app.page.keyboard.press('Control+z');
  expect((await diagram.saved()).document).toEqual(twoLanes);
});

test('a line let go beside its own step, or given up with Escape, leaves nothing', async () => {
  const diagram = await openDiagram(app, folder);
  const dot = await dotOf(diagram, 'ship', 'right');
  await diagram.drag(dot, { x: dot.x + 6, y: dot.y + 2 });
  await diagram.drag(dot, { x: dot.x + 60, y: dot.y - 100 }, { hold: true });
  await app.page.keyboard.press('Escape');
  await app.page.mouse.up();
  await expectUnsaved(app.page, false);
  expect((await diagram.saved()).document).toEqual(twoLanes);
});

test('a click on a dot grows the next step in its direction', async () => {
  const diagram = await openDiagram(app, folder);
  const dot = await dotOf(diagram, 'ship', 'left');
  await app.page.mouse.click(dot.x, dot.y);
  await expectUnsaved(app.page, true);
  const { document, boxOf } = await diagram.saved();
  const added = [...document.nodes.values()].find(({ id }) => !twoLanes.nodes.has(id));
  expect(added && boxOf(added.id).x).toBeLessThan(boxOf('ship').x);
  expect(document.edges.size).toBe(2);
});

test('the end of a line is hung onto another step; dropped into the empty it stays', async () => {
  const diagram = await openDiagram(app, folder, apart);
  await app.page.mouse.click(...(await pointOn(diagram, 'ab', 0.3)));
  const end = await middleOf(app.page.locator('[data-end="to"]'));
  await diagram.drag(end, { x: end.x - 120, y: end.y + 80 });
  await expectUnsaved(app.page, false);
  await diagram.drag(end, await diagram.centerOf('c'));
  const changed = (await diagram.saved()).edge('ab');
  expect(changed.to.nodeId).toBe('c');
  expect(changed.from.nodeId).toBe('a');
  await app.page.keyboard.press('Control+z');
  expect((await diagram.saved()).document).toEqual(apart);
});

test('a piece of a line is dragged aside and goes back with a double click on its bend', async () => {
  const diagram = await openDiagram(app, folder, apart);
  await app.page.mouse.click(...(await pointOn(diagram, 'ab', 0.25)));
  const straight = await lineOf(diagram, 'ab');
  const piece = await middleOf(app.page.locator('[data-segment="1"]'));
  // Above the label, which lies in the middle.
  const grip = { x: piece.x, y: piece.y - 40 };
  await diagram.drag(grip, { x: grip.x - 64, y: grip.y });
  const { waypoints } = (await diagram.saved()).edge('ab');
  expect(waypoints).toHaveLength(1);
  expect((waypoints[0]?.x ?? 0) % 8).toBe(0);
  expect(await lineOf(diagram, 'ab')).not.toBe(straight);

  const bend = await middleOf(app.page.locator('[data-waypoint]').first());
  await app.page.mouse.dblclick(bend.x, bend.y - 40);
  expect((await diagram.saved()).edge('ab').waypoints).toHaveLength(0);
  expect(await lineOf(diagram, 'ab')).toBe(straight);
});

test('bends come along when both ends are moved together', async () => {
  const diagram = await openDiagram(app, folder, apart);
  await app.page.mouse.click(...(await pointOn(diagram, 'ab', 0.25)));
  const piece = await middleOf(app.page.locator('[data-segment="1"]'));
  await diagram.drag({ x: piece.x, y: piece.y - 40 }, { x: piece.x - 64, y: piece.y - 40 });
  const bent = (await diagram.saved()).edge('ab').waypoints[0];
  await diagram.click('a');
  await app.page.keyboard.down('Shift');
  await diagram.click('b');
  await app.page.keyboard.up('Shift');
  await diagram.dragBy('a', 0, 64);
  const after = await diagram.saved();
  const shift = after.boxOf('a').y;
  expect(shift).toBeGreaterThan(40);
  expect(after.edge('ab').waypoints).toEqual([{ x: bent?.x, y: (bent?.y ?? 0) + shift }]);
});

test('a label is dragged along its line and written anew with a double click', async () => {
  const diagram = await openDiagram(app, folder, apart);
  const label = diagram.edge('ab').locator('text');
  const start = await middleOf(label);
  await app.page.mouse.click(start.x, start.y);
  await expect(app.page.locator('[data-label-of="ab"]')).toBeVisible();
  await diagram.drag(start, { x: start.x, y: start.y + 56 });
  expect((await diagram.saved()).edge('ab').labelAt).toBeGreaterThan(0.55);

  const now = await middleOf(label);
  await app.page.mouse.dblclick(now.x, now.y);
  await app.page.keyboard.type('Hand over');
  await app.page.keyboard.press('Enter');
  await expect(label).toHaveText('Hand over');
  expect((await diagram.saved()).edge('ab').label).toBe('Hand over');
});

test('a curved line gets a bend by pulling at its middle', async () => {
  const curved = aDocument({
    nodes: [...apart.nodes.values()],
    edges: [...apart.edges.values()].map((edge) => ({ ...edge, label: '', routing: 'curved' as const })),
  });
  const diagram = await openDiagram(app, folder, curved);
  await app.page.mouse.click(...(await pointOn(diagram, 'ab', 0.3)));
  const grip = await middleOf(app.page.locator('[data-grip="edge"] circle').first());
  await diagram.drag(grip, { x: grip.x + 40, y: grip.y - 80 });
  expect((await diagram.saved()).edge('ab').waypoints).toHaveLength(1);
});

async function lineOf(diagram: Diagram, id: string): Promise<string> {
  return (await diagram.edge(id).locator('path').first().getAttribute('d')) ?? '';
}

/** A point of the page on an edge's line, at a share of its length. */
async function pointOn(diagram: Diagram, id: string, share: number): Promise<[number, number]> {
  return await diagram
    .edge(id)
    .locator('path')
    .first()
    .evaluate((path, at): [number, number] => {
      const line = path as SVGPathElement;
      const point = line.getPointAtLength(line.getTotalLength() * at);
      const matrix = line.getScreenCTM();
      if (matrix === null) throw new Error('not on the screen');
      const shown = point.matrixTransform(matrix);
      return [shown.x, shown.y];
    }, share);
}
