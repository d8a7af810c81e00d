import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { repositoryDir } from '../../electron/dev/paths.mjs';
import { serializeFile } from '../../shared/file/serialize';
import { intersects } from '../../shared/geometry/box';
import { measureDrawing } from '../../shared/layout/measures';
import type { DiagramDocument } from '../../shared/model/document';
import { generateDiagram } from '../bench/generateDiagram';
import { aDocument, anEdge, aTask } from '../support/builders';
import { launchApp, type RunningApp } from '../support/electronApp';
import { chooseToOpen, expectUnsaved, pressMenu } from './support/desktop';
import { openDiagram } from './support/diagram';
import { readPlan } from './support/plan';

let app: RunningApp;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleweave-tidying-'));
  app = await launchApp({ lang: 'en' });
});
test.afterAll(async () => {
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

const TIDY = 'Control+Alt+KeyT';

/** Steps strewn about, some on others: a chain with a way back and a loose step. */
const strewn = aDocument({
  nodes: [
    aTask({ id: 'c', label: 'C', x: 40, y: 220 }),
    aTask({ id: 'a', label: 'A', x: 420, y: 180 }),
    aTask({ id: 'b', label: 'B', x: 80, y: 240, z: 1 }),
    aTask({ id: 'd', label: 'D', x: 440, y: 20, z: 2 }),
  ],
  edges: [
    anEdge({ id: 'ab', from: 'a', to: 'b', waypoints: [{ x: 300, y: 20 }] }),
    anEdge({ id: 'bc', from: 'b', to: 'c' }),
  ],
});

test('tidying a built-in diagram leaves it readable; one undo brings back the same bytes', async () => {
  const path = join(folder, 'hiring.roleweave');
  await copyFile(join(repositoryDir, 'assets/templates/hiring.roleweave'), path);
  const bytes = await readFile(path, 'utf8');
  await chooseToOpen(app.app, path);
  await app.page.keyboard.press('Control+o');
  await expect(app.page.locator('[aria-current="page"]')).toHaveText('hiring.roleweave');
  const byHand = measureDrawing(await readPlan(path));

  await app.page.locator('.react-flow__pane').click({ position: { x: 5, y: 5 } });
  await app.page.keyboard.press(TIDY);
  await expectUnsaved(app.page, true);
  await app.page.keyboard.press('Control+s');
  await expectUnsaved(app.page, false);
  const tidied = measureDrawing(await readPlan(path));
  expect(tidied).toMatchObject({ overlaps: 0, through: 0 });
  expect(tidied.crossings).toBeLessThanOrEqual(byHand.crossings);
  expect(await readFile(path, 'utf8')).not.toBe(bytes);

  await app.page.keyboard.press('Control+z');
  await app.page.keyboard.press('Control+s');
  await expectUnsaved(app.page, false);
  expect(await readFile(path, 'utf8')).toBe(bytes);
});

test('steps strewn about stand in the order of their flow, in the direction that was chosen', async () => {
  const diagram = await openDiagram(app, folder, strewn);
  await pressMenu(app.app, 'arrange.tidyDown');
  await expectUnsaved(app.page, true);
  const down = await diagram.saved();
  expect(down.boxOf('a').y + 56).toBeLessThan(down.boxOf('b').y);
  expect(down.boxOf('b').y + 56).toBeLessThan(down.boxOf('c').y);
  expect(down.edge('ab').waypoints).toEqual([]);
  expect(measureDrawing(down.document).overlaps).toBe(0);

  await pressMenu(app.app, 'arrange.tidyRight');
  await expectUnsaved(app.page, true);
  const right = await diagram.saved();
  expect(right.boxOf('a').x + 128).toBeLessThan(right.boxOf('b').x);
  expect(right.boxOf('b').x + 128).toBeLessThan(right.boxOf('c').x);
  await app.page.keyboard.press('Control+z');
  await app.page.keyboard.press('Control+z');
  expect((await diagram.saved()).document).toEqual(strewn);
});

test('what is on the screen glides to where the file says it is', async () => {
  const diagram = await openDiagram(app, folder, strewn);
  await app.page.keyboard.press(TIDY);
  const { boxOf } = await diagram.saved();
  const shift = async () => {
    const [a, c] = [await diagram.boxOf('a'), await diagram.boxOf('c')];
    return Math.round(c.x - a.x);
  };
  await expect.poll(shift).toBe(Math.round(boxOf('c').x - boxOf('a').x));
});

test('tidying the selection moves nothing else', async () => {
  const diagram = await openDiagram(app, folder, strewn);
  await diagram.click('a');
  await app.page.keyboard.down('Shift');
  await diagram.click('d');
  await app.page.keyboard.up('Shift');
  await pressMenu(app.app, 'arrange.tidySelection');
  await expectUnsaved(app.page, true);
  const after = await diagram.saved();
  for (const id of ['b', 'c']) expect(after.node(id)).toEqual(strewn.nodes.get(after.node(id).id));
  const [a, d] = [after.boxOf('a'), after.boxOf('d')];
  for (const other of ['b', 'c']) {
    expect(intersects(a, after.boxOf(other))).toBe(false);
    expect(intersects(d, after.boxOf(other))).toBe(false);
  }
  await app.page.keyboard.press('Control+z');
  expect((await diagram.saved()).document).toEqual(strewn);
});

test('only the step that lies on another one finds a new place when room is found for new steps', async () => {
  const diagram = await openDiagram(app, folder, strewn);
  await pressMenu(app.app, 'arrange.tidyNew');
  await expectUnsaved(app.page, true);
  const after = await diagram.saved();
  for (const id of ['a', 'c', 'd']) expect(after.node(id)).toEqual(strewn.nodes.get(after.node(id).id));
  expect(intersects(after.boxOf('b'), after.boxOf('c'))).toBe(false);

  await pressMenu(app.app, 'arrange.tidyNew');
  await expect(app.page.getByText('There is nothing new since')).toBeVisible();
  await app.page.keyboard.press('Control+z');
  expect((await diagram.saved()).document).toEqual(strewn);
});

test('long work tells of itself and Escape calls it off; an edit meanwhile keeps the diagram as edited', async () => {
  const large = withoutLanes(generateDiagram(1500));
  const diagram = await openDiagram(app, folder, large);
  const notice = app.page.getByRole('status').filter({ hasText: /Tidying 1,?500 elements/ });
  await app.page.keyboard.press(TIDY);
  await expect(notice).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(notice).toBeHidden();
  await expect(app.page.getByText('Tidying was called off.')).toBeVisible();

  await app.page.keyboard.press(TIDY);
  await expect(notice).toBeVisible();
  await notice.getByRole('button', { name: 'Cancel' }).click();
  await expect(notice).toBeHidden();
  await expectUnsaved(app.page, false);

  await app.page.locator('.react-flow__pane').click({ position: { x: 5, y: 5 } });
  await app.page.keyboard.press(TIDY);
  await expect(notice).toBeVisible();
  await app.page.keyboard.press('Control+a');
  await app.page.keyboard.press('ArrowRight');
  await expect(app.page.getByText('was changed while it was being tidied')).toBeVisible();
  await app.page.keyboard.press('Control+z');
  expect(serializeFile((await diagram.saved()).document)).toBe(serializeFile(large));
});

test('in Korean the menu, the undo step and the notices are Korean', async () => {
  await pressMenu(app.app, 'view.language.ko');
  const diagram = await openDiagram(app, folder, strewn);
  await app.page.keyboard.press(TIDY);
  await expectUnsaved(app.page, true);
  await diagram.saved();
  await app.page.keyboard.press(TIDY);
  await expect(app.page.getByText('이미 모두 정돈되어 있어요.')).toBeVisible();
  await app.page.keyboard.press('Control+k');
  await app.page.keyboard.type('자동 배치');
  await expect(app.page.getByRole('option', { name: '전체 자동 배치' })).toBeVisible();
  await expect(app.page.getByRole('option', { name: '실행 취소: 자동 배치' })).toBeVisible();
  await app.page.keyboard.press('Escape');
  await pressMenu(app.app, 'view.language.en');
});

/** The same steps and edges straight on the canvas: then ELK has all the work. */
function withoutLanes(document: DiagramDocument): DiagramDocument {
  const steps = [...document.nodes.values()].filter(({ kind }) => kind !== 'lane');
  const nodes = new Map(steps.map((node, index) => [node.id, { ...node, parentId: null, y: node.y + index * 8 }]));
  return { ...document, nodes };
}
