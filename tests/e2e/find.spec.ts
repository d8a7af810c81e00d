import { expect, type Page, test } from '@playwright/test';
import { generateDiagram } from '../bench/generateDiagram';
import { nodeId } from '../support/builders';
import { launchApp, type RunningApp } from '../support/electronApp';
import { tabs, withFolder } from './support/desktop';
import { openDiagram } from './support/diagram';
import { node, plan, readPlan, writePlan } from './support/plan';

let running: RunningApp | undefined;

async function launch(...args: Parameters<typeof launchApp>): Promise<RunningApp> {
  running = await launchApp(...args);
  return running;
}

test.afterEach(async () => {
  await running?.close();
  running = undefined;
});

const bar = (page: Page) => page.getByRole('search');
const query = (page: Page) => bar(page).getByRole('textbox').first();
const count = (page: Page) => bar(page).getByRole('status').locator('[aria-hidden]');
const selectedIds = (page: Page) =>
  page
    .locator('.react-flow__node.selected')
    .evaluateAll((elements) => elements.map((element) => element.getAttribute('data-id')));

test('데이터 is found by ㄷㅇㅌ: marked, counted, walked through, and what was found last stays selected', async () => {
  const { page } = await launch({ lang: 'ko', theme: 'light' });
  await page.keyboard.press('Control+f');
  await expect(query(page)).toBeFocused();
  const input = await page.context().newCDPSession(page);
  for (const text of ['ㄷ', 'ㄷㅇ', 'ㄷㅇㅌ']) {
    await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
  await expect(count(page)).toHaveText(/^1 \/ \d+$/);
  const total = Number((await count(page).textContent())?.split('/')[1]);
  expect(total).toBeGreaterThan(10);
  // Enter that ends the composition is the input method's.
  await input.send('Input.dispatchKeyEvent', { type: 'keyDown', windowsVirtualKeyCode: 229, key: 'Process' });
  await expect(count(page)).toHaveText(`1 / ${total}`);
  await input.send('Input.insertText', { text: 'ㄷㅇㅌ' });
  await expect(query(page)).toHaveValue('ㄷㅇㅌ');
  const marks = page.locator('path[data-found]');
  expect(Number(await marks.getAttribute('data-found'))).toBeGreaterThan(8);
  expect((await marks.getAttribute('d'))?.length).toBeGreaterThan(100);

  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(count(page)).toHaveText(`3 / ${total}`);
  await page.keyboard.press('Shift+Enter');
  await expect(count(page)).toHaveText(`2 / ${total}`);
  const found = await selectedIds(page);
  expect(found).toHaveLength(1);
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);
  await expect(marks).toHaveCount(0);
  expect(await selectedIds(page)).toEqual(found);
  expect(await page.evaluate(() => document.activeElement?.closest('.react-flow') !== null)).toBe(true);
  await page.keyboard.press('F3');
  expect(await selectedIds(page)).not.toEqual(found);
});

test('a word is replaced everywhere at once, told before, and taken back by one undo', async () => {
  await withFolder(async (folder) => {
    const { page } = await launch({ files: [await writePlan(folder)], lang: 'en' });
    await page.keyboard.press('Control+h');
    await query(page).fill('c');
    await bar(page).getByRole('button', { name: 'Match case' }).click();
    await expect(count(page)).toHaveText('1 / 1');
    await bar(page).getByRole('button', { name: 'Match case' }).click();
    await query(page).fill('Collect');
    await bar(page).getByRole('textbox', { name: 'Replace with' }).fill('Gather');
    await expect(bar(page)).toContainText('Replaces 1 in 1 elements');
    await bar(page).getByRole('button', { name: 'Replace all' }).click();
    await expect(node(page, 'collect')).toContainText('Gather');
    await expect(count(page)).toHaveText('No results');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+s');
    await expect
      .poll(async () => (await readPlan(`${folder}/plan.roleweave`)).nodes.get(nodeId('collect'))?.label)
      .toEqual({
        en: 'Gather',
        ko: '수집',
      });
    await page.keyboard.press('Control+z');
    await expect(node(page, 'collect')).toContainText('Collect');
    await expect(page.getByRole('button', { name: /^Undo/ })).toBeDisabled();
  });
});

test('all open diagrams are searched at once, and a result in another tab is gone to', async () => {
  await withFolder(async (folder) => {
    const files = [await writePlan(folder, 'one.roleweave'), await writePlan(folder, 'two.roleweave', plan)];
    const { page } = await launch({ files, lang: 'en' });
    await expect(tabs(page)).toHaveCount(2);
    await page.keyboard.press('Control+f');
    await expect(query(page)).toBeFocused();
    await page.keyboard.insertText('ship');
    await bar(page).getByRole('radio', { name: 'All open' }).click();
    const results = bar(page).getByRole('region', { name: 'Results' });
    await expect(results.getByRole('heading')).toHaveText([/one\.roleweave/, /two\.roleweave/]);
    await results.getByRole('button', { name: /Ship/ }).first().click();
    await expect(page.locator('[aria-current="page"]')).toHaveText('one.roleweave');
    await expect.poll(() => selectedIds(page)).toEqual(['ship']);
    await expect(bar(page)).toBeVisible();
  });
});

test('the command palette finds steps with where they are, roles, and recent files, in a Korean window', async () => {
  await withFolder(async (folder) => {
    const { page } = await launch({ files: [await writePlan(folder)], lang: 'ko' });
    await page.keyboard.press('Control+n');
    await page
      .getByRole('button', { name: /^역할 협업/ })
      .first()
      .click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    const palette = page.getByRole('combobox');
    await page.keyboard.press('Control+k');
    await palette.fill('ㅁㄷㅍㄱ');
    // The stage of the same name is found, too; the second line tells them apart.
    await page.getByRole('option', { name: /^모델 평가 ?데이터 과학자/ }).click();
    await expect.poll(() => selectedIds(page)).toEqual(['evaluate']);

    await page.keyboard.press('Control+k');
    await palette.fill('연구 과학자');
    await page
      .getByRole('option', { name: /연구 과학자.*역할/ })
      .last()
      .click();
    await expect(page.getByRole('dialog', { name: '역할 편집' })).toBeVisible();
    await page.keyboard.press('Escape');

    await page.keyboard.press('Control+k');
    await palette.fill('plan.role');
    await page.getByRole('option', { name: /plan\.roleweave/ }).click();
    await expect(page.locator('[aria-current="page"]')).toHaveText('plan.roleweave');

    await page.keyboard.press('Control+Tab');
    await page.keyboard.press('Control+k');
    await palette.fill('데이터');
    await page.getByRole('option', { name: /모두 보기/ }).click();
    await expect(query(page)).toHaveValue('데이터');
  });
});

test('a result in a large diagram seen from far away is gone to until it can be read', async () => {
  await withFolder(async (folder) => {
    const window = await launch({ lang: 'en' });
    const diagram = await openDiagram(window, folder, generateDiagram(1_000));
    const { page } = window;
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+f');
    await expect(query(page)).toBeFocused();
    await page.keyboard.insertText('item 777');
    await expect(count(page)).toHaveText('1 / 1');
    await expect(diagram.node('step-777')).toBeInViewport();
    await expect.poll(async () => (await diagram.boxOf('step-777')).width).toBeGreaterThan(50);
    await expect(query(page)).toBeFocused();
  });
});
