import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { launchApp, type RunningApp } from '../support/electronApp';
import { whatIfPlan } from '../support/whatIfPlan';
import { expectUnsaved } from './support/desktop';
import { openDiagram } from './support/diagram';

let running: RunningApp;
let page: Page;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleweave-what-if-'));
  running = await launchApp({ lang: 'en', theme: 'light' });
  page = running.page;
});
test.afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true });
});

const dialog = (): Locator => page.getByRole('dialog', { name: 'What if …' });
const undo = (): Locator => page.getByRole('button', { name: /^Undo/ });
const number = (title: string): Locator =>
  dialog()
    .locator('dl > div')
    .filter({ has: page.getByText(title, { exact: true }) });

async function choose(field: string, option: string): Promise<void> {
  await dialog().getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
  await expect(page.getByRole('option')).toHaveCount(0);
}

/** From the command palette, as it is found from everywhere. */
async function ask(): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('What if');
  await expect(page.getByRole('option').first()).toContainText('What if');
  await page.keyboard.press('Enter');
  await expect(dialog()).toBeVisible();
}

test('what if the ML developer leaves and the ML engineer takes over: numbers, then away without trace, then one step', async () => {
  const diagram = await openDiagram(running, folder, whatIfPlan);
  const file = await readFile(diagram.path, 'utf8');
  await ask();
  await expect(dialog().getByRole('button', { name: 'Apply' })).toBeDisabled();
  await choose('Role', 'ML developer');
  // Nobody takes over at first: three steps are left.
  await expect(number('Steps nobody does')).toContainText('0 → 3');
  await choose('Who takes over', 'ML engineer');
  await expect(number('Hand-offs')).toContainText('9 → 7');
  await expect(number('Steps nobody does')).not.toContainText('→');
  const row = dialog().getByRole('row', { name: /^ML engineer/ });
  await expect(row.getByRole('cell').first()).toHaveText('6 → 9');
  await expect(dialog()).toContainText('In other hands: MLD step 0, MLD step 1, MLD step 2');
  await expect(dialog().getByRole('img', { name: 'As it is' })).toBeVisible();
  await expect(dialog().getByRole('img', { name: 'As it would be' })).toBeVisible();
  await expect(dialog().locator('rect[data-changed]')).toHaveCount(6);
  await dialog().getByRole('button', { name: 'Discard' }).click();
  await expect(dialog()).toHaveCount(0);
  await expectUnsaved(page, false);
  await expect(undo()).toBeDisabled();
  await diagram.saved();
  expect(await readFile(diagram.path, 'utf8')).toBe(file);

  await ask();
  await choose('Role', 'ML developer');
  await choose('Who takes over', 'ML engineer');
  await dialog().getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByText('Hand-offs 7')).toBeVisible();
  const { document } = await diagram.saved();
  expect([...document.people.values()].map(({ roleIds }) => roleIds)).toEqual([['mle', 'ds'], []]);
  await undo().click();
  await expect(undo()).toBeDisabled();
  await diagram.saved();
  expect(await readFile(diagram.path, 'utf8')).toBe(file);
});

test('steps that are ticked become a new role’s, and two roles become one', async () => {
  const diagram = await openDiagram(running, folder, whatIfPlan);
  await page.getByRole('button', { name: 'People', exact: true }).click();
  await page.getByRole('button', { name: 'What if', exact: true }).click();
  await choose('Role', 'ML engineer');
  await dialog().getByRole('radio', { name: 'Split' }).click();
  await expect(dialog().getByRole('button', { name: 'Apply' })).toBeDisabled();
  await dialog().getByRole('textbox', { name: 'Name of the new role' }).fill('Operations');
  await dialog().getByRole('checkbox', { name: 'MLE step 4' }).click();
  await dialog().getByRole('checkbox', { name: 'MLE step 5' }).click();
  await expect(
    dialog()
      .getByRole('row', { name: /^ML engineer/ })
      .getByRole('cell')
      .first(),
  ).toHaveText('6 → 4');
  await dialog().getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByRole('row', { name: /^Operations/ })).toContainText('Vacant');

  await page.getByRole('button', { name: 'What if', exact: true }).click();
  await choose('Role', 'Operations');
  await dialog().getByRole('radio', { name: 'Merged' }).click();
  await choose('Into', 'ML developer');
  await dialog().getByRole('button', { name: 'Apply' }).click();
  await expect(page.getByRole('row', { name: /^Operations/ })).toHaveCount(0);
  const saved = await diagram.saved();
  expect([saved.node('mle4').roleId, saved.node('mle3').roleId]).toEqual(['mld', null]);
  await undo().click();
  await expect(page.getByRole('row', { name: /^Operations/ })).toContainText('Vacant');
  await undo().click();
  await expect(undo()).toBeDisabled();
});
