import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { applyEdit } from '../../shared/edits/index';
import { aDocument, aTask, nodeId } from '../support/builders';
import { launchApp, type RunningApp } from '../support/electronApp';
import { chooseToOpen, pressMenu } from './support/desktop';
import { openDiagram, twoLanes } from './support/diagram';
import { writePlan } from './support/plan';

let folder: string;
let running: RunningApp | undefined;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleweave-compare-'));
});
test.afterEach(async () => {
  await running?.close();
  running = undefined;
  await rm(folder, { recursive: true, force: true });
});

const list = (page: Page) => page.getByRole('region', { name: /^(Differences|달라진 점)$/ });
const rows = (page: Page) => list(page).getByRole('treeitem');

/** Before: “Review” was the builder’s, one step and its line are gone since, another step lay elsewhere. */
const older = (() => {
  const moved = applyEdit(twoLanes, 'nodes.reparent', { ids: [nodeId('review')], parentId: nodeId('build') });
  const more = applyEdit(moved, 'nodes.add', { nodes: [aTask({ id: 'sign', label: 'Sign off', x: 160, y: 288 })] });
  return applyEdit(more, 'nodes.move', { ids: [nodeId('ship')], by: { x: 0, y: 80 } });
})();

test('steps that are new or gone are filled, lanes only framed: what lies in them is seen', async () => {
  running = await launchApp({ lang: 'en' });
  const { app, page } = running;
  const fillOf = (mark: string) => page.locator(`[${mark}] rect`).evaluate((rect) => getComputedStyle(rect).fill);
  await openDiagram(running, folder, twoLanes);
  await chooseToOpen(app, await writePlan(folder, 'empty.roleweave', aDocument({})));
  await pressMenu(app, 'compare.file');
  await expect.poll(() => fillOf('data-difference="build"')).toBe('none');
  expect(await fillOf('data-difference="review"')).not.toBe('none');

  await openDiagram(running, folder, aDocument({}));
  await chooseToOpen(app, await writePlan(folder, 'full.roleweave', twoLanes));
  await pressMenu(app, 'compare.file');
  await expect.poll(() => fillOf('data-gone="build"')).toBe('none');
  expect(await fillOf('data-gone="review"')).not.toBe('none');
});

test('compared with another file: told in words, marked in the diagram, gone to, and followed while one edits', async () => {
  running = await launchApp({ lang: 'en' });
  const { app, page } = running;
  const diagram = await openDiagram(running, folder, twoLanes);
  await chooseToOpen(app, await writePlan(folder, 'older.roleweave', older));
  await pressMenu(app, 'compare.file');
  await expect(list(page)).toContainText('Compared with older.roleweave');
  await expect(rows(page)).toHaveText([
    '‘Review’ moved from Builder to Designer',
    'Task ‘Sign off’ removed',
    /^Layout \(1\)/,
  ]);
  // The other file is not open by that.
  await expect(page.locator('nav li')).toHaveCount(1);
  await expect(page.locator('[data-difference="review"]')).toHaveAttribute('data-tone', 'moved');
  await expect(page.locator('[data-gone="sign"]')).toContainText('Sign off');

  await rows(page).first().click();
  expect(await diagram.selected()).toEqual(['review']);
  await page.keyboard.press('ArrowDown');
  await expect(rows(page).nth(1)).toHaveAttribute('aria-selected', 'true');
  // Observers of the viewport do not see into pictures.
  await expect
    .poll(async () => (await page.locator('[data-gone="sign"]').boundingBox())?.y ?? 0)
    .toBeLessThan((await page.evaluate(() => innerHeight)) - 100);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(rows(page).last()).toHaveText('Ship');

  await diagram.click('code');
  await page.keyboard.press('Delete');
  await expect(list(page)).toContainText('Task ‘Code’ removed');
  await page.keyboard.press('Control+z');
  await expect(list(page)).not.toContainText('Task ‘Code’ removed');

  await list(page).getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
    .toContain('- ‘Review’ moved from Builder to Designer');
  await list(page).getByRole('button', { name: 'End the comparison' }).click();
  await expect(list(page)).toHaveCount(0);
  await expect(page.locator('[data-comparison]')).toHaveCount(0);
});

test('저장된 파일과 비교: 저장하지 않은 변경만 나온다', async () => {
  running = await launchApp({ lang: 'ko' });
  const { app, page } = running;
  const diagram = await openDiagram(running, folder, twoLanes);
  await pressMenu(app, 'compare.saved');
  await expect(list(page)).toContainText('달라진 점이 없어요.');
  await page.locator('[data-edge-id="approve"] path').first().click({ force: true });
  await page.keyboard.press('Delete');
  await expect(rows(page)).toHaveText(['연결 초안 → Review 없어짐']);
  await expect(page.locator('[data-gone="approve"]')).toBeVisible();
  await diagram.saved();
  await pressMenu(app, 'compare.saved');
  await expect(list(page)).toContainText('달라진 점이 없어요.');
});

test('a file that cannot be compared with says why, and nothing changes', async () => {
  running = await launchApp({ lang: 'en' });
  const { app, page } = running;
  await openDiagram(running, folder, twoLanes);
  const broken = join(folder, 'broken.roleweave');
  await writeFile(broken, '{"format": "roleweave", "version": 1, "nodes": [');
  await chooseToOpen(app, broken);
  await pressMenu(app, 'compare.file');
  await expect(page.getByText(/broken\.roleweave/).first()).toBeVisible();
  await expect(list(page)).toHaveCount(0);
});
