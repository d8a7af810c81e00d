import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page, test } from '@playwright/test';
import { outDir, repositoryDir } from '../../electron/dev/paths.mjs';
import { arrangeAs, meaningAt } from '../../shared/layout/views/arrangeAs';
import { boxOfNode, roleOfNode } from '../../shared/model/query';
import { mustGet } from '../../shared/util/invariant';
import { nodeId } from '../support/builders';
import { launchApp, type RunningApp } from '../support/electronApp';
import { chooseToSave } from './support/desktop';
import { openDiagram, twoLanes } from './support/diagram';
import { readPlan } from './support/plan';

const run = promisify(execFile);
const template = join(repositoryDir, 'assets/templates/role-collaboration.roleweave');
let folder: string;
let running: RunningApp | undefined;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleweave-views-'));
});
test.afterEach(async () => {
  await running?.close();
  running = undefined;
  await rm(folder, { recursive: true, force: true });
});

async function arrange(page: Page, from: RegExp, to: string): Promise<void> {
  await page.getByRole('button', { name: from }).click();
  await page.getByRole('menuitemcheckbox', { name: to }).click();
  await expect(page.getByRole('menu')).toHaveCount(0);
}

/** The canvas as it is painted, with nothing pointed at. */
async function picture(page: Page): Promise<Buffer> {
  await page.mouse.move(4, 4);
  return await page.locator('.react-flow').first().screenshot({ animations: 'disabled' });
}

test('역할 × 단계: every step in its one cell; back again, the free picture is the same to the pixel', async () => {
  running = await launchApp({ lang: 'ko' });
  const { page } = running;
  const free = await picture(page);
  await arrange(page, /^배열: 그린 그대로/, '역할 × 단계');
  await expect(page.locator('[data-node-id="~data-engineer"]')).toContainText('데이터 엔지니어');
  const document = await readPlan(template);
  const arranged = arrangeAs(document, 'grid');
  const steps = [...document.nodes.values()].filter(({ kind }) => kind === 'task');
  expect(steps).toHaveLength(14);
  const boxOf = async (id: string) => {
    const box = await page.locator(`[data-node-id="${id}"]`).boundingBox();
    if (box === null) throw new Error(`${id} is not shown`);
    return box;
  };
  for (const { id } of steps) {
    const box = boxOfNode(arranged.nodes, mustGet(arranged.nodes, id));
    const { roleId, stageId } = meaningAt('grid', arranged, box);
    const [step, lane, stage] = await Promise.all([boxOf(id), boxOf(`~${roleId}`), boxOf(`${stageId}`)]);
    const middle = { x: step.x + step.width / 2, y: step.y + step.height / 2 };
    expect(middle.y, `${id} in the row of ${roleId}`).toBeGreaterThan(lane.y);
    expect(middle.y).toBeLessThan(lane.y + lane.height);
    expect(middle.x, `${id} in the column of ${stageId}`).toBeGreaterThan(stage.x);
    expect(middle.x).toBeLessThan(stage.x + stage.width);
  }
  await arrange(page, /^배열: 역할 × 단계/, '그린 그대로');
  await expect(page.locator('[data-node-id="~data-engineer"]')).toHaveCount(0);
  expect(await picture(page)).toEqual(free);
  await expect(page.getByRole('button', { name: /^실행 취소/ })).toBeDisabled();
});

test('in lanes by role a step is dragged to another role; the free picture and the file follow; one undo', async () => {
  running = await launchApp({ lang: 'en' });
  const { page } = running;
  const diagram = await openDiagram(running, folder, twoLanes);
  await arrange(page, /^Arrangement: As drawn/, 'Lanes by role');
  await expect(page.locator('[data-node-id="~designer"]')).toBeVisible();
  const [from, to] = [await diagram.centerOf('review'), await diagram.centerOf('code')];
  await diagram.drag(from, { x: from.x, y: to.y });
  await expect(page.getByRole('button', { name: 'Undo Move' })).toBeEnabled();
  const moved = (await diagram.saved()).document;
  expect(roleOfNode(moved, mustGet(moved.nodes, nodeId('review')))?.id).toBe('builder');
  expect(moved.nodes.get(nodeId('review'))?.parentId).toBe('build');
  expect(moved.nodes.get(nodeId('draft'))).toEqual(twoLanes.nodes.get(nodeId('draft')));
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
  expect((await diagram.saved()).document).toEqual(twoLanes);
});

test('in a view a step is renamed and given to the next role by keyboard alone', async () => {
  running = await launchApp({ lang: 'en' });
  const { page } = running;
  const diagram = await openDiagram(running, folder, twoLanes);
  await page.keyboard.press('Control+Alt+Shift+Digit2');
  await expect(page.locator('[data-node-id="~designer"]')).toBeVisible();
  await diagram.click('review');
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('Approve');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Undo Edit text' })).toBeEnabled();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: 'Undo Move' })).toBeEnabled();
  const { document } = await diagram.saved();
  const step = mustGet(document.nodes, nodeId('review'));
  expect([step.label, roleOfNode(document, step)?.id]).toEqual(['Approve', 'builder']);
  await page.keyboard.press('Control+Alt+Shift+Digit1');
  await expect(diagram.node('design')).toBeVisible();
  await expect(diagram.node('review')).toContainText('Approve');
});

test('a view is exported as it is shown, and the command line makes the very same file', async () => {
  running = await launchApp({ lang: 'en', files: [template] });
  const { app, page } = running;
  await page.keyboard.press('Control+Alt+Shift+Digit4');
  await expect(page.locator('[data-node-id="~data-engineer"]')).toBeVisible();
  const [shown, made] = [join(folder, 'shown.svg'), join(folder, 'made.svg')];
  await run(process.execPath, [
    join(outDir, 'cli/roleweave.cjs'),
    'export',
    template,
    '-o',
    made,
    '--view',
    'grid',
    '--lang',
    'en',
  ]);
  // The ways of its lines come a moment later.
  await expect
    .poll(
      async () => {
        await chooseToSave(app, shown);
        await page.keyboard.press('Control+Shift+e');
        await page.getByRole('dialog').getByRole('radio', { name: 'SVG' }).click();
        await page.getByRole('dialog').getByRole('button', { name: 'Save as…' }).click();
        await expect(page.getByRole('dialog')).toHaveCount(0);
        return (await readFile(shown)).equals(await readFile(made));
      },
      { timeout: 20_000 },
    )
    .toBe(true);
});
