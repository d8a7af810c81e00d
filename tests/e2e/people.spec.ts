import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { aDocument, anEdge, aPerson, aRole, aTask } from '../support/builders';
import { launchApp, type RunningApp } from '../support/electronApp';
import { chooseToOpen } from './support/desktop';
import { type Diagram, openDiagram } from './support/diagram';

let running: RunningApp;
let page: Page;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleweave-people-'));
  running = await launchApp({ lang: 'en', theme: 'light' });
  page = running.page;
});
test.afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Data engineer (1 step) → data scientist (1) → ML engineer (6, of which 4 hang on that role alone). */
const team = aDocument({
  title: 'Small team',
  roles: [
    aRole({ id: 'ml', name: 'ML engineer', color: '#f87f02', order: 0 }),
    aRole({ id: 'science', name: 'Data scientist', color: '#5f66ed', order: 1 }),
    aRole({ id: 'data', name: 'Data engineer', color: '#0c8a5e', order: 2 }),
  ],
  nodes: [
    aTask({ id: 'pipeline', label: 'Pipeline', roleId: 'data', raci: { data: 'AR' } }),
    aTask({ id: 'model', label: 'Model', x: 200, roleId: 'science', raci: { science: 'AR' } }),
    ...[0, 1, 2, 3, 4, 5].map((at) =>
      aTask({
        id: `operate${at}`,
        label: `Operate ${at}`,
        x: 400,
        y: at * 80,
        roleId: 'ml',
        raci: at < 4 ? { ml: 'AR' } : { ml: 'R', science: 'R', data: 'A' },
      }),
    ),
  ],
  edges: [
    anEdge({ id: 'data', from: 'pipeline', to: 'model', kind: 'handoff', label: 'Data' }),
    anEdge({ id: 'handover', from: 'model', to: 'operate0', kind: 'handoff', label: 'Model' }),
  ],
  people: [aPerson({ id: 'kim', name: 'Kim', roleIds: ['ml'] })],
});

const region = (name: string): Locator =>
  page.getByRole('region', { name: 'People' }).getByRole('region', { name, exact: true });
const undo = (): Locator => page.getByRole('button', { name: /^Undo/ });

async function openPeople(document = team): Promise<Diagram> {
  const diagram = await openDiagram(running, folder, document);
  await page.getByRole('button', { name: 'People', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Team size' })).toBeVisible();
  return diagram;
}

test('a role alone with its steps is a single point of failure until it has a second person', async () => {
  await openPeople();
  const row = region('Roles and who takes them').getByRole('row', { name: /ML engineer/ });
  await expect(row.getByRole('img')).toHaveAccessibleName('ML engineer: steps 6, R 6, A 4, gives 0, takes 1');
  await expect(row).toContainText('Single point of failure');
  await expect(row).toContainText('Kim');
  const needed = row.getByRole('spinbutton', { name: 'People needed: ML engineer' });
  await needed.fill('2');
  await needed.press('Enter');
  await expect(row).toContainText('1 of 2');
  await expect(row).not.toContainText('Single point of failure');
  await undo().click();
  await expect(row).toContainText('Single point of failure');
  await row.getByRole('button', { name: 'ML engineer' }).click();
  const role = page.getByRole('dialog', { name: 'Edit role' });
  await role.getByRole('combobox', { name: 'Who steps in' }).click();
  await page.getByRole('option', { name: 'Data scientist' }).click();
  await role.getByRole('button', { name: 'Save role' }).click();
  await expect(row).not.toContainText('Single point of failure');
});

test('somebody who comes is named and takes several roles, by the keyboard alone; what nobody takes is vacant', async () => {
  const diagram = await openPeople();
  const roles = region('Roles and who takes them');
  await expect(roles).toContainText('Vacant roles: 2');
  await page.getByRole('button', { name: 'Add person' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name of Person 2' })).toBeFocused();
  await page.keyboard.type('Lee');
  await page.keyboard.press('Enter');
  const menu = page.getByRole('button', { name: 'Lee: Choose roles' });
  await menu.focus();
  await page.keyboard.press('Enter');
  for (const role of ['ML engineer', 'Data scientist', 'Data engineer']) {
    await expect(page.getByRole('menuitemcheckbox', { name: role })).toHaveAttribute('data-highlighted', '');
    await page.keyboard.press('Space');
    await expect(page.getByRole('menuitemcheckbox', { name: role })).toBeChecked();
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Escape');
  const chips = page.getByRole('group', { name: 'Roles of Lee' });
  await expect(chips).toContainText(/ML engineer.*Data scientist.*Data engineer/);
  await expect(roles.getByText('Vacant', { exact: true })).toHaveCount(0);
  await expect(page.getByRole('img', { name: /^Lee: steps 5,/ })).toBeVisible();
  await chips.getByRole('button', { name: 'Take Data engineer from Lee' }).click();
  await expect(roles).toContainText('Vacant roles: 1');
  const first = page.getByRole('textbox', { name: /^Name of/ }).first();
  await page.getByRole('button', { name: 'Move Lee up' }).focus();
  await page.keyboard.press('Enter');
  await expect(first).toHaveValue('Lee');
  // At the top there is no way further up: the keyboard stays with Lee.
  await expect(page.getByRole('button', { name: 'Move Lee down' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(first).toHaveValue('Kim');
  await expect(page.getByRole('button', { name: 'Move Lee up' })).toBeFocused();
  await page.getByRole('button', { name: 'Remove Kim' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Remove Lee' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: /^Name of/ })).toHaveCount(1);
  const { document } = await diagram.saved();
  expect([...document.people.values()].map(({ name, roleIds }) => [name, roleIds])).toEqual([
    [{ en: 'Lee', ko: '사람 2' }, ['ml', 'science']],
  ]);
});

test('the slider proposes who takes which roles in turn, and applying is one step', async () => {
  const diagram = await openPeople();
  const section = region('Team size');
  const members = section.getByRole('listitem');
  const slider = section.getByRole('slider', { name: 'Team of' });
  // A team of one: data engineer first, then data scientist, then ML engineer, all handed to oneself.
  await expect(members).toHaveCount(1);
  await expect(members).toContainText(/Kim.*Data engineer.*Data scientist.*ML engineer/);
  await expect(section).toContainText('Hand-offs between people: 0. To oneself: 2.');
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(members).toHaveCount(2);
  await expect(members.filter({ hasText: 'Person 2' })).toContainText(/Data engineer.*Data scientist/);
  await expect(section).toContainText('Hand-offs between people: 1. To oneself: 1.');
  await page.keyboard.press('End');
  await expect(section).toContainText('Team of 3: one per role');
  await page.keyboard.press('ArrowLeft');
  await expect(members).toHaveCount(2);
  await section.getByRole('button', { name: 'Apply this team' }).click();
  await expect(section).toContainText('This is the team as it is.');
  await expect(page.getByRole('group', { name: 'Roles of Person 2' })).toContainText('Data scientist');
  await page.getByRole('button', { name: 'Hand-offs of Person 2 to oneself: 1' }).first().click();
  await expect(page.getByRole('complementary', { name: 'Properties' })).toContainText('Hand-off');
  await undo().click();
  await expect(undo()).toBeDisabled();
  const { document } = await diagram.saved();
  expect(document.people).toEqual(team.people);
});

test('a switch names who takes the roles on the canvas, and the export leaves names out when it is told to', async () => {
  const diagram = await openDiagram(running, folder, team);
  await expect(diagram.node('operate0')).not.toContainText('Kim');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Names in the Diagram');
  await page.keyboard.press('Enter');
  await expect(diagram.node('operate0')).toContainText('Kim');
  await expect(page.getByLabel(/^Operate 0, .*ML engineer · Kim$/)).toBeVisible();
  await expect(diagram.node('model')).toContainText('Vacant');
  await page.keyboard.press('Control+Shift+e');
  const preview = page.getByRole('dialog').getByRole('img', { name: 'Preview' });
  await expect(preview).toContainText('Kim');
  await page.getByRole('dialog').getByRole('radio', { name: 'Roles alone' }).click();
  await expect(preview).not.toContainText('Kim');
  await expect(preview).toContainText('Pipeline');
  await page.keyboard.press('Escape');
  await expect(undo()).toBeDisabled();
});

test('a pasted table names people and their roles, those it is the first to name too, in one step', async () => {
  const diagram = await openPeople();
  await page.getByRole('button', { name: 'Import People', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Import people' });
  const apply = dialog.getByRole('button', { name: 'Import' });
  await expect(apply).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Table' }).fill('"Lee');
  await expect(dialog.getByRole('alert')).toContainText('line 1');
  const table = 'Name,Role\nLee,"ML engineer, Data scientist, Data engineer"\nKim,Pilot';
  await dialog.getByRole('textbox', { name: 'Table' }).fill(table);
  await expect(dialog).toContainText('New: Lee');
  await expect(dialog).toContainText('With other roles: Kim');
  await dialog.getByRole('switch', { name: 'Create roles that are not here yet: Pilot' }).click();
  await apply.click();
  const chips = page.getByRole('group', { name: 'Roles of Lee' });
  await expect(chips).toContainText(/ML engineer.*Data scientist.*Data engineer/);
  await expect(page.getByRole('group', { name: 'Roles of Kim' })).toContainText('Pilot');
  await page.getByRole('button', { name: 'Import People', exact: true }).click();
  await dialog.getByRole('textbox', { name: 'Table' }).fill(table);
  await expect(dialog).toContainText('Everybody in this table is here with these roles already.');
  await expect(apply).toBeDisabled();
  await page.keyboard.press('Escape');
  await undo().click();
  await expect(undo()).toBeDisabled();
  const { document } = await diagram.saved();
  expect([document.people, document.roles]).toEqual([team.people, team.roles]);
});

test('a table comes from a file as a spreadsheet wrote it, and the same file again changes nothing', async () => {
  const diagram = await openPeople();
  const path = join(folder, 'people.csv');
  await writeFile(path, Buffer.from('\ufeff이름,역할\n박서연,Data engineer\n', 'utf16le'));
  const dialog = page.getByRole('dialog', { name: 'Import people' });
  for (const isFirst of [true, false]) {
    await page.getByRole('button', { name: 'Import People', exact: true }).click();
    await chooseToOpen(running.app, path);
    await dialog.getByRole('button', { name: 'From a file…' }).click();
    await expect(dialog.getByRole('textbox', { name: 'Table' })).toHaveValue(/박서연,Data engineer/);
    if (isFirst) await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    else await expect(dialog.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
  }
  await page.keyboard.press('Escape');
  const people = [...(await diagram.saved()).document.people.values()];
  expect(people.filter(({ name }) => name === '박서연').map(({ roleIds }) => roleIds)).toEqual([['data']]);
});
