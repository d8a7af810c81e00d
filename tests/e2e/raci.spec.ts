import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { applyEdit } from '../../shared/edits/index';
import { generateDiagram } from '../bench/generateDiagram';
import { aRole, nodeId, roleId } from '../support/builders';
import { launchApp, type RunningApp } from '../support/electronApp';
import { raciPlan } from '../support/raciPlan';
import { chooseToOpen, chooseToSave, pressMenu, withFolder } from './support/desktop';
import { openDiagram } from './support/diagram';
import { writePlan } from './support/plan';

let running: RunningApp;
let page: Page;

test.beforeAll(async () => {
  running = await launchApp({ lang: 'en', theme: 'light' });
  page = running.page;
});
test.afterAll(async () => {
  await running?.close();
});

const grid = (): Locator => page.getByRole('grid', { name: 'Who is responsible for what' });
const cell = (step: string, role: string): Locator =>
  grid().getByRole('gridcell', { name: new RegExp(`^${step}, ${role}: `) });
const step = (name: string): Locator => grid().getByRole('rowheader', { name: new RegExp(`^${name}`) });
const dialog = (): Locator => page.getByRole('dialog', { name: 'Import responsibilities' });
const undo = (): Locator => page.getByRole('button', { name: /^Undo/ });

/** What screen readers call the cell that the keyboard is on. */
const active = (): Promise<string | null> =>
  page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant');
    return id == null ? null : (document.getElementById(id)?.getAttribute('aria-label') ?? null);
  });
const copied = (): Promise<string> => running.app.evaluate(({ clipboard }) => clipboard.readText());
const copy = (text: string): Promise<void> =>
  running.app.evaluate(({ clipboard }, value) => clipboard.writeText(value), text);

/** Says in the dialog what becomes of a name. */
async function decide(name: string, choice: string): Promise<void> {
  await dialog()
    .getByRole('combobox', { name: `“${name}” becomes` })
    .click();
  await page.getByRole('option', { name: choice }).click();
  // Fading out, the list still holds the same choices as the next one.
  await expect(page.getByRole('option')).toHaveCount(0);
}

async function showMatrix(): Promise<void> {
  await page.keyboard.press('Control+Alt+2');
  await expect(grid()).toBeVisible();
}

/** The plan with “Build model” not agreed on yet. */
const unagreed = applyEdit(raciPlan, 'raci.set', {
  levels: new Map([[nodeId('model'), new Map(['ds', 'mle', 'da', 'eu'].map((role) => [roleId(role), null] as const))]]),
});

test('a step is agreed on by typing letters, shows it on the canvas, and goes out as the golden CSV', async () => {
  await withFolder(async (folder) => {
    const diagram = await openDiagram(running, folder, unagreed);
    await showMatrix();
    await expect(step('Build model')).toHaveAccessibleName('Build model. Nobody yet');
    await expect(page.getByText('Not agreed: 2')).toBeVisible();
    await cell('Build model', 'Data scientist').click();
    await page.keyboard.press('r');
    await expect(cell('Build model', 'Data scientist')).toHaveText('R');
    await expect(step('Build model')).toHaveAccessibleName('Build model. No A');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('a');
    await page.keyboard.press('End');
    await page.keyboard.press('i');
    await cell('Build model', 'Data analyst').click();
    await page.keyboard.press('c');
    await expect(step('Build model')).toHaveAccessibleName('Build model');
    await expect(page.getByText('Not agreed: 1')).toBeVisible();

    await chooseToSave(running.app, join(folder, 'raci.csv'));
    await pressMenu(running.app, 'raci.saveCsv');
    await expect(page.getByText('Saved “raci.csv”.')).toBeVisible();
    const golden = await readFile(join(import.meta.dirname, '../golden/raci-en.csv'), 'utf8');
    expect(await readFile(join(folder, 'raci.csv'), 'utf8')).toBe(golden);

    // Enter on the heading of the row leads to the step.
    await step('Build model').click();
    await page.keyboard.press('Enter');
    await expect(diagram.node('model')).toContainText('R');
    await expect(diagram.node('model')).toContainText('A');
    await expect(diagram.node('model')).toContainText('C');
    await expect(diagram.node('model')).toContainText('I');
    expect(await diagram.selected()).toEqual(['model']);
  });
});

test('the matrix is walked, marked, filled, copied and pasted like a spreadsheet, each change a step to undo', async () => {
  await withFolder(async (folder) => {
    await openDiagram(running, folder, unagreed);
    await showMatrix();
    await grid().focus();
    await page.keyboard.press('Control+Home');
    await expect.poll(active).toBe('Clean data, Data engineer: Responsible, Accountable');
    await page.keyboard.press('Control+ArrowRight');
    await expect.poll(active).toBe('Clean data, Data analyst: Consulted');
    // Faster than the page follows: none of the keys is taken back by what an earlier one has selected.
    for (let round = 0; round < 10; round++) {
      await page.keyboard.press('Control+Home');
      await page.keyboard.press('Control+End');
      await expect.poll(active).toMatch(/^=SUM\(A1\), "checked", End user/);
    }
    await page.keyboard.press('Home');
    await page.keyboard.press('Tab');
    await expect.poll(active).toMatch(/^=SUM\(A1\), "checked", Data scientist/);

    // Two rows and two columns at once.
    await cell('Clean data', 'ML engineer').click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('i');
    for (const name of ['Clean data', 'Build model'])
      for (const role of ['ML engineer', 'Research scientist']) await expect(cell(name, role)).toHaveText('I');
    await page.keyboard.press('Control+c');
    await expect.poll(copied).toBe('I\tI\r\nI\tI\r\n');
    await page.keyboard.press('Delete');
    await expect(cell('Build model', 'ML engineer')).toHaveText('');
    // The keys meant cells: the steps whose rows are marked are still there.
    await expect(page.getByText('Tasks 3')).toBeVisible();
    await undo().click();
    await expect(cell('Build model', 'ML engineer')).toHaveText('I');

    // What another program has on the clipboard goes in at the marked cell.
    await copy('A/R\t\tc\r\n\tR\tA\r\n');
    await cell('Clean data', 'Data engineer').click();
    await page.keyboard.press('Control+v');
    await expect(cell('Clean data', 'ML engineer')).toHaveText('C');
    await expect(cell('Build model', 'Data scientist')).toHaveText('R');
    await expect(cell('Build model', 'ML engineer')).toHaveText('A');
    await expect(undo()).toHaveAccessibleName(/Paste responsibilities/);
    await undo().click();
    await expect(cell('Clean data', 'ML engineer')).toHaveText('I');
    await expect(cell('Build model', 'Data scientist')).toHaveText('');
  });
});

test('rows and steps are one selection, and the inspector and the matrix say the same', async () => {
  await withFolder(async (folder) => {
    await openDiagram(running, folder, unagreed);
    await showMatrix();
    const properties = page.getByRole('complementary', { name: 'Properties' });
    const letter = (role: string, level: string) =>
      properties.getByRole('button', { name: `${role}: ${level}`, exact: true });
    await step('Build model').click();
    await expect(properties.getByRole('textbox', { name: 'Name (English)' })).toHaveValue('Build model');
    await letter('Data scientist', 'Responsible').click();
    await expect(cell('Build model', 'Data scientist')).toHaveText('R');
    await cell('Build model', 'Data scientist').click();
    await page.keyboard.press('a');
    await expect(cell('Build model', 'Data scientist')).toHaveText('A/R');
    await expect(letter('Data scientist', 'Accountable')).toHaveAttribute('aria-pressed', 'true');
    // From the outline to the row.
    await page.keyboard.press('Control+Shift+o');
    await page.getByRole('treeitem', { name: 'Clean data', exact: true }).click();
    await expect(step('Clean data')).toHaveAttribute('aria-selected', 'true');
    await expect(step('Build model')).toHaveAttribute('aria-selected', 'false');
    await page.keyboard.press('Control+Shift+o');
  });
});

/** Ten steps, two of them there, against the seven roles, one of which nobody knows by that name. */
const pasted = [
  'Activity\tData engineer\tData scientist\tML engineer\tResearch scientist\tData analyst\tML developer\tCustomer',
  'Clean data\tA/R\t\t\t\tC\t\t',
  'Build model\t\tR\tA\t\tC\t\tI',
  ...Array.from({ length: 8 }, (_, index) => `New step ${index + 1}\tR\tC\tA\t\t\t\tI`),
].join('\r\n');

test('a pasted table asks about what it does not know, is one step, and changes nothing the second time', async () => {
  await withFolder(async (folder) => {
    await openDiagram(running, folder, unagreed);
    await showMatrix();
    await copy(pasted);
    await grid().focus();
    await page.keyboard.press('Control+v');
    await expect(dialog()).toBeVisible();
    await expect(dialog().getByText('From the clipboard: Steps 10 · Roles 7')).toBeVisible();
    await expect(dialog().getByRole('status')).toContainText('New steps 8 · New roles 1');
    await decide('Customer', 'End user');
    await decide('New step 8', 'Leave out');
    await expect(dialog().getByRole('status')).toContainText('New steps 7 · New roles 0');
    await dialog().getByRole('button', { name: 'Import', exact: true }).click();
    await expect(cell('Build model', 'End user')).toHaveText('I');
    await expect(cell('New step 7', 'ML engineer')).toHaveText('A');
    await expect(step('New step 8')).toHaveCount(0);
    await expect(page.getByText('Roles 7 · Tasks 10')).toBeVisible();

    // The same choices once more: there is nothing left to do.
    await page.keyboard.press('Control+v');
    await decide('Customer', 'End user');
    await decide('New step 8', 'Leave out');
    await expect(dialog().getByRole('status')).toHaveText('The diagram already says all of this: nothing to change.');
    await expect(dialog().getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
    await dialog().getByRole('button', { name: 'Cancel' }).click();

    await undo().click();
    await expect(page.getByText('Roles 7 · Tasks 3')).toBeVisible();
    await expect(cell('Build model', 'End user')).toHaveText('');
    await expect(undo()).toBeDisabled();
  });
});

test('a file that Excel wrote as Unicode text is read, and says where it cannot be', async () => {
  await withFolder(async (folder) => {
    await openDiagram(running, folder, unagreed);
    await showMatrix();
    const file = join(folder, 'raci.txt');
    await writeFile(file, `\uFEFF작업\t데이터 엔지니어\t연구원\r\n모델 구축\tA\tmaybe\r\n`, 'utf16le');
    await chooseToOpen(running.app, file);
    await pressMenu(running.app, 'raci.importFile');
    await expect(dialog().getByText('From raci.txt: Steps 1 · Roles 2')).toBeVisible();
    await expect(dialog().getByText('Row 2, column C: “maybe”')).toBeVisible();
    await dialog().getByRole('button', { name: 'Import', exact: true }).click();
    await expect(cell('Build model', 'Data engineer')).toHaveText('A');

    await copy('Step,Data engineer\n"Build model,A');
    await pressMenu(running.app, 'raci.importPasted');
    await expect(dialog().getByRole('alert')).toHaveText(
      'A quote is not closed, or has text after it: row 2, column A.',
    );
    await page.keyboard.press('Escape');
  });
});

test('of ten thousand steps and forty roles only those in view are in the page', async () => {
  await withFolder(async (folder) => {
    const roles = Array.from({ length: 40 }, (_, order) =>
      aRole({ id: `role-${order}`, name: `Role ${order}`, order }),
    );
    const large = { ...generateDiagram(10_000), roles: new Map(roles.map((role) => [role.id, role])) };
    await chooseToOpen(running.app, await writePlan(folder, 'large.roleweave', large));
    await page.keyboard.press('Control+o');
    await expect(page.locator('[aria-current="page"]')).toHaveText('large.roleweave');
    await showMatrix();
    await grid().focus();
    await page.keyboard.press('Control+End');
    await expect.poll(active).toMatch(/, Role 39: /);
    await page.keyboard.press('a');
    await expect.poll(active).toMatch(/, Role 39: Accountable$/);
    expect(await grid().getByRole('gridcell').count()).toBeLessThan(1_500);
    await expect(grid()).toHaveAttribute('aria-colcount', '41');
    // The heading of the column stays in sight.
    await expect(grid().getByRole('columnheader', { name: 'Role 39' })).toBeInViewport();
  });
});
