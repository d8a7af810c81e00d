import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, type RunningApp } from '../support/electronApp';
import { expectUnsaved } from './support/desktop';
import { middleOf, openDiagram, savedDiagram, twoLanes } from './support/diagram';

let app: RunningApp;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleweave-canvas-'));
  app = await launchApp({ lang: 'en' });
});
test.afterAll(async () => {
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

const before = savedDiagram(twoLanes);

test('dragging a step moves it on the grid; one undo takes it back and the file is clean again', async () => {
  const diagram = await openDiagram(app, folder);
  await diagram.dragBy('ship', 45, 29);
  await expectUnsaved(app.page, true);
  const { x, y } = (await diagram.saved()).boxOf('ship');
  expect([x % 8, y % 8]).toEqual([0, 0]);
  expect(Math.abs(x - (400 + 45))).toBeLessThanOrEqual(6);
  expect(Math.abs(y - (288 + 29))).toBeLessThanOrEqual(6);
  await app.page.keyboard.press('Control+z');
  expect((await diagram.saved()).document).toEqual(twoLanes);
});

test('steps picked with a frame inside their lanes move together as one step', async () => {
  const diagram = await openDiagram(app, folder);
  const draft = await diagram.boxOf('draft');
  const code = await diagram.boxOf('code');
  await diagram.drag({ x: draft.x - 12, y: draft.y - 10 }, { x: code.x + 60, y: code.y + 20 });
  expect(await diagram.selected()).toEqual(['code', 'draft']);

  await diagram.dragBy('draft', 64, 0);
  const moved = await diagram.saved();
  const shift = moved.boxOf('draft').x - before.boxOf('draft').x;
  expect(shift).toBeGreaterThan(48);
  expect(moved.boxOf('code').x - before.boxOf('code').x).toBe(shift);
  await app.page.keyboard.press('Control+z');
  expect((await diagram.saved()).document).toEqual(twoLanes);
});

test('a frame takes a lane only when all of it lies in the frame; Shift adds, Escape lets go', async () => {
  const diagram = await openDiagram(app, folder);
  const design = await diagram.boxOf('design');
  await diagram.drag({ x: design.x - 14, y: design.y - 14 }, { x: design.x + 645, y: design.y + 126 });
  expect(await diagram.selected()).toEqual(['design', 'draft', 'review']);

  await app.page.keyboard.press('Escape');
  expect(await diagram.selected()).toEqual([]);
  await diagram.click('draft');
  await app.page.keyboard.down('Shift');
  await diagram.click('code');
  expect(await diagram.selected()).toEqual(['code', 'draft']);
  await diagram.click('draft');
  expect(await diagram.selected()).toEqual(['code']);
  await app.page.keyboard.up('Shift');
});

test('a step dropped into another lane belongs to it; the lane shows beforehand', async () => {
  const diagram = await openDiagram(app, folder);
  await diagram.dragBy('draft', 200, 124, { hold: true });
  await expect(app.page.locator('[data-drop-into="build"]')).toBeVisible();
  await app.page.mouse.up();
  await expect(app.page.locator('[data-drop-into]')).toHaveCount(0);
  expect((await diagram.saved()).node('draft').parentId).toBe('build');
  await app.page.keyboard.press('Control+z');
  expect((await diagram.saved()).document).toEqual(twoLanes);

  await diagram.dragBy('code', 0, 160);
  expect((await diagram.saved()).node('code').parentId).toBeNull();
});

test('a lane is dragged by its heading and takes its steps along, with one changed record', async () => {
  const diagram = await openDiagram(app, folder);
  const lane = await diagram.boxOf('build');
  await diagram.drag({ x: lane.x + 60, y: lane.y + 60 }, { x: lane.x + 60, y: lane.y + 140 });
  const moved = await diagram.saved();
  expect(moved.boxOf('build').y).toBeGreaterThan(180);
  expect(moved.node('code')).toEqual(before.node('code'));
  expect(moved.boxOf('code').y).toBeGreaterThan(before.boxOf('code').y);
});

test('Escape gives up a drag: nothing is changed and nothing can be undone', async () => {
  const diagram = await openDiagram(app, folder);
  const start = await diagram.boxOf('review');
  await diagram.dragBy('review', 90, 200, { hold: true });
  expect((await diagram.boxOf('review')).x).not.toBe(start.x);
  await app.page.keyboard.press('Escape');
  expect(await diagram.boxOf('review')).toEqual(start);
  await app.page.mouse.move(start.x, start.y + 300);
  await app.page.mouse.up();
  await expectUnsaved(app.page, false);
  expect((await diagram.saved()).document).toEqual(twoLanes);
});

test('a dragged step is pulled into line with others and a guide shows it; Ctrl lets it lie anywhere', async () => {
  const diagram = await openDiagram(app, folder);
  // 400 lines up with "Review": the pointer stops four pixels beside that.
  await diagram.dragBy('code', 400 - 160 + 4, 2, { hold: true });
  await expect(app.page.locator('[data-guide="x"]')).not.toHaveCount(0);
  await app.page.mouse.up();
  await expect(app.page.locator('[data-guide]')).toHaveCount(0);
  expect((await diagram.saved()).boxOf('code').x).toBe(400);

  await app.page.keyboard.press('Control+z');
  await app.page.keyboard.down('Control');
  await diagram.dragBy('ship', 37, 51);
  await app.page.keyboard.up('Control');
  const { x, y } = (await diagram.saved()).boxOf('ship');
  expect([x % 8, y % 8]).not.toEqual([0, 0]);
});

test('dragging with Alt leaves the original and moves a copy', async () => {
  const diagram = await openDiagram(app, folder);
  await app.page.keyboard.down('Alt');
  await diagram.dragBy('ship', -200, 0);
  await app.page.keyboard.up('Alt');
  const { document, boxOf } = await diagram.saved();
  expect(document.nodes.size).toBe(twoLanes.nodes.size + 1);
  expect(boxOf('ship')).toEqual(before.boxOf('ship'));
  const copy = [...document.nodes.values()].find(({ id, label }) => label === 'Ship' && id !== 'ship');
  expect(copy?.x).toBeLessThan(260);
});

test('a handle resizes a step down to its smallest size; Shift keeps its proportions', async () => {
  const diagram = await openDiagram(app, folder);
  await diagram.click('ship');
  const corner = await middleOf(app.page.locator('[data-handle="se"]'));
  await diagram.drag(corner, { x: corner.x + 61, y: corner.y + 30 });
  const larger = (await diagram.saved()).boxOf('ship');
  expect([larger.x, larger.y]).toEqual([400, 288]);
  expect(larger.width).toBeGreaterThan(180);
  expect(larger.height).toBeGreaterThan(76);

  await app.page.keyboard.press('Control+z');
  await app.page.keyboard.down('Shift');
  await diagram.drag(corner, { x: corner.x + 128, y: corner.y + 4 });
  await app.page.keyboard.up('Shift');
  const scaled = (await diagram.saved()).boxOf('ship');
  expect(scaled.width / scaled.height).toBeCloseTo(128 / 56, 1);

  const now = await middleOf(app.page.locator('[data-handle="se"]'));
  await diagram.drag(now, { x: now.x - 600, y: now.y - 300 });
  const smallest = (await diagram.saved()).boxOf('ship');
  expect([smallest.width, smallest.height]).toEqual([48, 28]);
});

test('a lane resized from its top leaves its steps where they are', async () => {
  const diagram = await openDiagram(app, folder);
  const lane = await diagram.boxOf('design');
  await app.page.mouse.click(lane.x + 60, lane.y + 60);
  const top = await middleOf(app.page.locator('[data-handle="n"]'));
  await diagram.drag(top, { x: top.x, y: top.y - 40 });
  const resized = await diagram.saved();
  expect(resized.boxOf('design').height).toBeGreaterThan(150);
  expect(resized.boxOf('draft')).toEqual(before.boxOf('draft'));
});

test('the lanes below make room for a lane that gets higher, and stay as long as it; one undo takes all back', async () => {
  const diagram = await openDiagram(app, folder);
  const lane = await diagram.boxOf('design');
  await app.page.mouse.click(lane.x + 60, lane.y + 60);
  const corner = await middleOf(app.page.locator('[data-handle="se"]'));
  await diagram.drag(corner, { x: corner.x + 80, y: corner.y + 48 });
  const resized = await diagram.saved();
  const [design, build] = [resized.boxOf('design'), resized.boxOf('build')];
  expect(design.height).toBeGreaterThan(150);
  expect(design.width).toBeGreaterThan(700);
  expect(build).toEqual({ x: 0, y: design.height, width: design.width, height: 120 });
  expect(resized.boxOf('draft')).toEqual(before.boxOf('draft'));
  expect(resized.boxOf('code').y).toBe(before.boxOf('code').y + design.height - 120);
  expect(resized.boxOf('code').x).toBe(before.boxOf('code').x);
  await app.page.keyboard.press('Control+z');
  expect((await diagram.saved()).document).toEqual(twoLanes);
});

test('a double click adds a step where it was made, in the lane that is there, ready to be named', async () => {
  const diagram = await openDiagram(app, folder);
  const lane = await diagram.boxOf('build');
  await app.page.mouse.dblclick(lane.x + 460, lane.y + 60);
  await app.page.keyboard.type('Test');
  await app.page.keyboard.press('Enter');
  const { document } = await diagram.saved();
  const added = [...document.nodes.values()].find(({ label }) => label === 'Test');
  expect(added).toMatchObject({ kind: 'task', parentId: 'build' });
});

test('something dragged from the palette falls into the lane below the pointer', async () => {
  const diagram = await openDiagram(app, folder);
  const lane = await diagram.boxOf('design');
  const pane = await diagram.page.locator('.react-flow__pane').boundingBox();
  const at = { x: lane.x + 330 - (pane?.x ?? 0), y: lane.y + 100 - (pane?.y ?? 0) };
  const tile = app.page.locator('[draggable="true"]').filter({ hasText: 'Decision' });
  await tile.dragTo(app.page.locator('.react-flow__pane'), { targetPosition: at });
  const { document } = await diagram.saved();
  const added = [...document.nodes.values()].find(({ kind }) => kind === 'decision');
  expect(added?.parentId).toBe('design');
});

test('Ctrl and the wheel zoom where the pointer is, fitting shows everything, and the minimap goes when all is in view', async () => {
  const diagram = await openDiagram(app, folder);
  const { page } = app;
  await expect(page.getByTestId('minimap')).toHaveCount(0);
  const at = await diagram.centerOf('draft');
  await page.mouse.move(at.x, at.y);
  await page.keyboard.down('Control');
  for (let i = 0; i < 4; i++) await page.mouse.wheel(0, -200);
  await page.keyboard.up('Control');
  await expect.poll(async () => (await diagram.boxOf('draft')).width).toBeGreaterThan(256);
  const zoomed = await diagram.centerOf('draft');
  expect(Math.hypot(zoomed.x - at.x, zoomed.y - at.y)).toBeLessThan(4);

  const map = page.getByTestId('minimap');
  await expect(map).toBeVisible();
  const box = await map.boundingBox();
  await page.mouse.click((box?.x ?? 0) + 100, (box?.y ?? 0) + 90);
  await expect.poll(async () => (await diagram.boxOf('draft')).y).toBeLessThan(at.y - 100);

  await page.keyboard.press('Control+1');
  await expect(map).toHaveCount(0);
  const canvas = await page.locator('.react-flow').boundingBox();
  for (const id of ['design', 'ship']) {
    const { x, y, width, height } = await diagram.boxOf(id);
    expect(x).toBeGreaterThan(canvas?.x ?? 0);
    expect(y).toBeGreaterThan(canvas?.y ?? 0);
    expect(x + width).toBeLessThan((canvas?.x ?? 0) + (canvas?.width ?? 0));
    expect(y + height).toBeLessThan((canvas?.y ?? 0) + (canvas?.height ?? 0));
  }
});

test('the wheel, Space and the right button move the canvas; a right click without a drag opens the menu', async () => {
  const diagram = await openDiagram(app, folder);
  const { page } = app;
  const start = await diagram.boxOf('ship');
  await page.mouse.move(start.x - 100, start.y + 20);
  await page.mouse.wheel(0, 40);
  await expect.poll(async () => Math.round((await diagram.boxOf('ship')).y)).toBe(Math.round(start.y - 40));

  const center = await diagram.centerOf('ship');
  await page.keyboard.down('Space');
  await diagram.drag(center, { x: center.x + 30, y: center.y });
  await page.keyboard.up('Space');
  await expect.poll(async () => Math.round((await diagram.boxOf('ship')).x)).toBe(Math.round(start.x + 30));

  await page.mouse.move(center.x - 150, center.y);
  await page.mouse.down({ button: 'right' });
  await page.mouse.move(center.x - 110, center.y, { steps: 4 });
  await page.mouse.up({ button: 'right' });
  await expect.poll(async () => Math.round((await diagram.boxOf('ship')).x)).toBe(Math.round(start.x + 70));
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expectUnsaved(page, false);

  const ship = await diagram.centerOf('ship');
  await page.mouse.click(ship.x, ship.y, { button: 'right' });
  await expect(page.getByRole('menuitem', { name: /Edit text/ })).toBeVisible();
  expect(await diagram.selected()).toEqual(['ship']);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
});

test('Tab walks through the steps, says what they are, and keys act on the one that is reached', async () => {
  const diagram = await openDiagram(app, folder);
  const { page } = app;
  await diagram.click('draft');
  await expect(page.locator(':focus')).toHaveAttribute('aria-label', 'Draft, Task, Designer');
  await page.keyboard.press('Tab');
  const [first] = await diagram.selected();
  expect(first).not.toBe('draft');
  await page.keyboard.press('Shift+Tab');
  expect(await diagram.selected()).toEqual(['draft']);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  expect((await diagram.saved()).boxOf('draft').x).toBe(before.boxOf('draft').x + 16);
  await page.keyboard.press('Shift+F10');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
});

test('a press on what is partly out of view leaves the view alone; Tab brings it in without zooming', async () => {
  const diagram = await openDiagram(app, folder);
  const { page } = app;
  const paneX = await page.locator('.react-flow').evaluate((element) => element.getBoundingClientRect().x);
  const draft = await diagram.boxOf('draft');
  await page.keyboard.press('Control+=');
  await expect(page.getByRole('button', { name: 'Zoom: 125%' })).toBeVisible();
  await page.mouse.move(draft.x, draft.y);
  await page.mouse.wheel((await diagram.boxOf('draft')).x - paneX + 40, 0);
  await expect.poll(async () => Math.round((await diagram.boxOf('draft')).x - paneX)).toBe(-40);
  // The view comes to rest on whole pixels, a moment after the wheel: what is compared is measured then.
  const viewX = () =>
    page.locator('.react-flow__viewport').evaluate((view) => new DOMMatrix((view as HTMLElement).style.transform).e);
  await expect.poll(async () => Number.isInteger(await viewX())).toBe(true);
  const cut = await diagram.boxOf('draft');
  const seen = { x: paneX + 20, y: cut.y + cut.height / 2 };

  await diagram.click('code');
  await page.mouse.click(seen.x, seen.y, { button: 'middle' });
  await page.keyboard.down('Shift');
  await page.mouse.click(seen.x, seen.y);
  await page.keyboard.up('Shift');
  expect(await diagram.selected()).toEqual(['code', 'draft']);
  // Longer than any glide of the view takes.
  await page.waitForTimeout(400);
  expect(await diagram.boxOf('draft')).toEqual(cut);

  await page.mouse.click(seen.x, seen.y);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  expect(await diagram.selected()).toEqual(['draft']);
  await expect.poll(async () => (await diagram.boxOf('draft')).x).toBeGreaterThan(paneX);
  expect((await diagram.boxOf('draft')).width).toBeCloseTo(cut.width, 0);
});
