import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { aDocument, aLane, anEdge, aRole, aTask } from '../support/builders';
import { launchApp, type RunningApp } from '../support/electronApp';
import { expectUnsaved, pressMenu } from './support/desktop';
import { type Diagram, middleOf, openDiagram } from './support/diagram';

let app: RunningApp;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleweave-lanes-'));
  app = await launchApp({ lang: 'en' });
});
test.afterAll(async () => {
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

const roles = [
  aRole({ id: 'designer', name: { en: 'Designer', ko: '디자이너' }, color: '#5f66ed', order: 0 }),
  aRole({ id: 'builder', name: { en: 'Builder', ko: '개발자' }, color: '#0c8a5e', order: 1 }),
  aRole({ id: 'operator', name: { en: 'Operator', ko: '운영자' }, color: '#b45309', order: 2 }),
];
const edges = [anEdge({ id: 'first', from: 'draft', to: 'code' }), anEdge({ id: 'second', from: 'code', to: 'run' })];

/** Three lanes one below the other, a step in each, and a note of work below them. */
const rows = aDocument({
  roles,
  nodes: [
    aLane({ id: 'design', x: 0, y: 0, width: 640, height: 96, roleId: 'designer' }),
    aLane({ id: 'build', x: 0, y: 96, width: 640, height: 120, roleId: 'builder' }),
    aLane({ id: 'operate', x: 0, y: 216, width: 640, height: 96, roleId: 'operator' }),
    aTask({ id: 'draft', label: { en: 'Draft', ko: '초안' }, parentId: 'design', x: 160, y: 20 }),
    aTask({ id: 'code', label: { en: 'Code', ko: '개발' }, parentId: 'build', x: 320, y: 32 }),
    aTask({ id: 'run', label: { en: 'Run', ko: '운영' }, parentId: 'operate', x: 480, y: 20 }),
    aTask({ id: 'later', label: 'Later', x: 160, y: 352 }),
  ],
  edges,
});

/** The same from left to right, for lanes that run downwards. */
const columns = aDocument({
  roles,
  nodes: [
    ...(['design', 'build', 'operate'] as const).map((id, index) =>
      aLane({
        id,
        x: index * 176,
        y: 0,
        width: 176,
        height: 360,
        roleId: roles[index]?.id ?? null,
        props: { direction: 'vertical' },
      }),
    ),
    aTask({ id: 'draft', label: 'Draft', parentId: 'design', x: 24, y: 72 }),
    aTask({ id: 'code', label: 'Code', parentId: 'build', x: 24, y: 168 }),
    aTask({ id: 'run', label: 'Run', parentId: 'operate', x: 24, y: 264 }),
  ],
  edges,
});

/** The heading of a lane, where it is taken hold of. */
async function headingOf(diagram: Diagram, id: string) {
  const { x, y } = await diagram.boxOf(id);
  return { x: x + 56, y: y + 24 };
}

async function chooseInMenu(page: Page, ...names: readonly string[]) {
  for (const name of names) await page.getByRole('menuitem', { name }).click();
}

test('reorder three lanes by their headings, undo, redo: their steps come along, the others make room at once', async () => {
  const diagram = await openDiagram(app, folder, rows);
  const from = await headingOf(diagram, 'operate');
  const before = await diagram.boxOf('design');
  await diagram.drag(from, { x: from.x, y: from.y - 216 }, { hold: true });
  // While it is held: the others have gone down, the step in the dragged lane is with it.
  await expect.poll(async () => Math.round((await diagram.boxOf('design')).y - before.y)).toBe(96);
  expect(Math.round((await diagram.boxOf('run')).y - before.y)).toBe(20);
  await app.page.mouse.up();

  const moved = await diagram.saved();
  expect([moved.boxOf('operate').y, moved.boxOf('design').y, moved.boxOf('build').y]).toEqual([0, 96, 192]);
  expect([moved.boxOf('run').y, moved.boxOf('draft').y, moved.boxOf('code').y]).toEqual([20, 116, 224]);
  expect(moved.document.edges.size).toBe(2);

  await app.page.keyboard.press('Control+z');
  expect((await diagram.saved()).document).toEqual(rows);
  await app.page.keyboard.press('Control+Shift+z');
  expect((await diagram.saved()).document).toEqual(moved.document);
});

test('lanes that run downwards are reordered from left to right; Escape leaves all as it was', async () => {
  const diagram = await openDiagram(app, folder, columns);
  const from = await headingOf(diagram, 'design');
  await diagram.drag(from, { x: from.x + 190, y: from.y + 10 }, { hold: true });
  await app.page.keyboard.press('Escape');
  await app.page.mouse.up();
  await expectUnsaved(app.page, false);
  expect((await diagram.saved()).document).toEqual(columns);

  await diagram.drag(from, { x: from.x + 190, y: from.y + 10 });
  const moved = await diagram.saved();
  expect([moved.boxOf('build').x, moved.boxOf('design').x, moved.boxOf('operate').x]).toEqual([0, 176, 352]);
  expect(moved.boxOf('draft')).toMatchObject({ x: 200, y: 72 });
  await app.page.keyboard.press('Control+z');
  expect((await diagram.saved()).document).toEqual(columns);
});

test('with the keyboard: Alt and an arrow key moves the selected lane, and says where it is now', async () => {
  const diagram = await openDiagram(app, folder, rows);
  const heading = await headingOf(diagram, 'design');
  await app.page.mouse.click(heading.x, heading.y);
  await app.page.keyboard.press('Alt+ArrowDown');
  await expect(app.page.getByText('“Designer” is lane 2 of 3 now.')).toBeAttached();
  await app.page.keyboard.press('Alt+ArrowDown');
  const last = await diagram.saved();
  expect([last.boxOf('build').y, last.boxOf('operate').y, last.boxOf('design').y]).toEqual([0, 120, 216]);
  // It is the last one: nothing more happens.
  await app.page.keyboard.press('Alt+ArrowDown');
  await expectUnsaved(app.page, false);
  await app.page.keyboard.press('Alt+ArrowUp');
  expect((await diagram.saved()).boxOf('design').y).toBe(120);
});

test('a lane pulled out of its stack goes where it is dropped, and the others close up', async () => {
  const diagram = await openDiagram(app, folder, rows);
  const from = await headingOf(diagram, 'build');
  await diagram.drag(from, { x: from.x + 240, y: from.y + 320 });
  const { boxOf } = await diagram.saved();
  expect(boxOf('operate').y).toBe(96);
  expect(boxOf('build').x).toBeGreaterThan(200);
  expect(boxOf('code').x - boxOf('build').x).toBe(320);
});

test('a lane is added above another one from its menu, and a step below them makes room', async () => {
  const diagram = await openDiagram(app, folder, rows);
  const heading = await headingOf(diagram, 'build');
  await app.page.mouse.click(heading.x, heading.y, { button: 'right' });
  await chooseInMenu(app.page, 'Lane', 'Add lane above');
  const { document, boxOf } = await diagram.saved();
  const added = [...document.nodes.values()].find(({ id, kind }) => kind === 'lane' && !rows.nodes.has(id));
  expect(added).toMatchObject({ x: 0, y: 96, width: 640, height: 96 });
  expect([boxOf('build').y, boxOf('operate').y, boxOf('later').y]).toEqual([192, 312, 448]);
  await app.page.keyboard.press('Control+z');
  expect((await diagram.saved()).document).toEqual(rows);
});

test('a lane is split in two, and one is put into another, from the menu over a step', async () => {
  const diagram = await openDiagram(app, folder, rows);
  const code = await diagram.centerOf('code');
  await app.page.mouse.click(code.x, code.y, { button: 'right' });
  await chooseInMenu(app.page, 'Lane', 'Split lane in two');
  const split = await diagram.saved();
  const half = [...split.document.nodes.values()].find(({ id, kind }) => kind === 'lane' && !rows.nodes.has(id));
  expect(half?.roleId).toBe('builder');
  expect(split.boxOf(half?.id ?? '').y).toBe(split.boxOf('build').y + split.boxOf('build').height);
  await app.page.keyboard.press('Control+z');

  const again = await diagram.centerOf('code');
  await app.page.mouse.click(again.x, again.y, { button: 'right' });
  await chooseInMenu(app.page, 'Lane', 'Add lane inside');
  const nested = await diagram.saved();
  const inner = [...nested.document.nodes.values()].find(
    ({ parentId, kind }) => kind === 'lane' && parentId === 'build',
  );
  expect(nested.node('code').parentId).toBe(inner?.id);
});

test('a step dropped over the border of its lane makes the lane higher, in the same step', async () => {
  const diagram = await openDiagram(app, folder, rows);
  await diagram.dragBy('draft', 0, 32);
  const { boxOf, node } = await diagram.saved();
  expect(node('draft').parentId).toBe('design');
  const bottom = boxOf('draft').y + boxOf('draft').height;
  expect(boxOf('design').height).toBe(bottom + 8);
  expect(boxOf('build').y).toBe(boxOf('design').height);
  expect(boxOf('later').y - 352).toBe(boxOf('design').height - 96);
  await app.page.keyboard.press('Control+z');
  expect((await diagram.saved()).document).toEqual(rows);
});

test('an arrow key takes a step over the border into the next lane, never between the two', async () => {
  const diagram = await openDiagram(app, folder, rows);
  await diagram.click('draft');
  for (let i = 0; i < 4; i++) await app.page.keyboard.press('ArrowDown');
  const { boxOf, node } = await diagram.saved();
  expect(node('draft').parentId).toBe('build');
  expect(boxOf('draft').y).toBeGreaterThanOrEqual(96 + 8);
  expect([boxOf('design').height, boxOf('build').height]).toEqual([96, 120]);
});

test('the border of a lane pushes the lanes below; with Shift the next one gives the room', async () => {
  const diagram = await openDiagram(app, folder, rows);
  const heading = await headingOf(diagram, 'design');
  await app.page.mouse.click(heading.x, heading.y);
  const border = await middleOf(app.page.locator('[data-handle="s"]'));
  await diagram.drag(border, { x: border.x, y: border.y + 48 });
  const pushed = await diagram.saved();
  expect(pushed.boxOf('design').height).toBe(144);
  expect([pushed.boxOf('build').y, pushed.boxOf('build').height]).toEqual([144, 120]);
  expect(pushed.boxOf('later').y).toBe(400);
  await app.page.keyboard.press('Control+z');

  await app.page.keyboard.down('Shift');
  await diagram.drag(border, { x: border.x, y: border.y + 16 });
  await app.page.keyboard.up('Shift');
  const shared = await diagram.saved();
  expect(shared.boxOf('design').height).toBe(112);
  expect([shared.boxOf('build').y, shared.boxOf('build').height]).toEqual([112, 104]);
  expect(shared.boxOf('operate').y).toBe(216);
});

test('a height typed in the panel moves the lanes below, and is never less than the steps need', async () => {
  const diagram = await openDiagram(app, folder, rows);
  const heading = await headingOf(diagram, 'build');
  await app.page.mouse.click(heading.x, heading.y);
  const field = app.page.getByRole('spinbutton', { name: 'Height' });
  await field.fill('200');
  await field.press('Enter');
  expect((await diagram.saved()).boxOf('operate').y).toBe(296);
  await field.fill('10');
  await field.press('Enter');
  const { boxOf } = await diagram.saved();
  expect(boxOf('build').height).toBe(32 + 56 + 8);
  expect(boxOf('operate').y).toBe(96 + 96);
});

test('dragging the empty canvas with Alt opens space: lanes get longer, steps beyond the line move; Escape takes it back', async () => {
  const diagram = await openDiagram(app, folder, rows);
  const { x, y } = await diagram.boxOf('build');
  const inLane = { x: x + 240, y: y + 12 };
  await app.page.keyboard.down('Alt');
  await diagram.drag(inLane, { x: inLane.x + 96, y: inLane.y + 6 }, { hold: true });
  await expect(app.page.locator('[data-opening="x"]')).toBeVisible();
  await app.page.keyboard.press('Escape');
  await app.page.mouse.up();
  await expect(app.page.locator('[data-opening]')).toHaveCount(0);
  await diagram.drag(inLane, { x: inLane.x + 96, y: inLane.y + 6 });
  await app.page.keyboard.up('Alt');
  const opened = await diagram.saved();
  expect([opened.boxOf('draft').x, opened.boxOf('code').x, opened.boxOf('run').x]).toEqual([160, 416, 576]);
  for (const id of ['design', 'build', 'operate']) expect(opened.boxOf(id).width).toBe(736);
  await app.page.keyboard.press('Control+z');
  expect((await diagram.saved()).document).toEqual(rows);
});

test('by command, space is opened and closed before the selected step', async () => {
  const diagram = await openDiagram(app, folder, rows);
  await diagram.click('code');
  // A command of the menu takes its way through the main process: a key pressed at once would save before it arrives.
  const codeAfterDraft = async () => (await diagram.boxOf('code')).x - (await diagram.boxOf('draft')).x;
  await pressMenu(app.app, 'space.openRight');
  await expect.poll(codeAfterDraft).toBe(240);
  const opened = await diagram.saved();
  expect([opened.boxOf('draft').x, opened.boxOf('code').x, opened.boxOf('run').x]).toEqual([160, 400, 560]);
  await pressMenu(app.app, 'space.closeLeft');
  await pressMenu(app.app, 'space.closeLeft');
  await expect.poll(codeAfterDraft).toBe(128);
  const closed = await diagram.saved();
  // As far as the step before it, which ends at 288.
  expect([closed.boxOf('code').x, closed.boxOf('build').width]).toEqual([288, 608]);
});

test('a lane is closed by its chevron: its steps and inner edges are out of sight, the others close up; undo opens it', async () => {
  const diagram = await openDiagram(app, folder, rows);
  await app.page.getByRole('button', { name: 'Collapse Builder, Lane' }).click();
  await expect(diagram.node('code')).toHaveCount(0);
  await expect(diagram.node('build')).toBeVisible();
  // Edges to what it hides lead to the lane now.
  await expect(diagram.edge('first')).toBeVisible();
  const closed = await diagram.saved();
  expect([closed.boxOf('build').height, closed.boxOf('operate').y, closed.boxOf('later').y]).toEqual([40, 136, 272]);
  await app.page.keyboard.press('Control+z');
  await expect(diagram.node('code')).toBeVisible();
  expect((await diagram.saved()).document).toEqual(rows);
  await app.page.keyboard.press('Control+Shift+z');
  await expect(diagram.node('code')).toHaveCount(0);

  await app.page.getByRole('button', { name: 'Expand Builder, Lane' }).click();
  await expect(diagram.node('code')).toBeVisible();
  expect((await diagram.saved()).document).toEqual(rows);
});

test('by key: the selected lane closes and opens; Tab passes by what it hides', async () => {
  const diagram = await openDiagram(app, folder, rows);
  const heading = await headingOf(diagram, 'design');
  await app.page.mouse.click(heading.x, heading.y);
  await app.page.keyboard.press('Control+Period');
  await expect(diagram.node('draft')).toHaveCount(0);
  await app.page.keyboard.press('Control+a');
  expect(await diagram.selected()).toEqual(['build', 'code', 'design', 'later', 'operate', 'run']);
  await app.page.mouse.click(heading.x, heading.y - 8);
  await app.page.keyboard.press('Control+Period');
  await expect(diagram.node('draft')).toBeVisible();
  expect((await diagram.saved()).document).toEqual(rows);
});
