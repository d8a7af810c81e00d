import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { roleOfNode } from '../../shared/model/query';
import { mustGet } from '../../shared/util/invariant';
import { nodeId, roleId } from '../support/builders';
import { launchApp, type RunningApp } from '../support/electronApp';
import { openDiagram, type SavedDiagram } from './support/diagram';

let app: RunningApp;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleweave-roles-'));
  app = await launchApp({ lang: 'en' });
});
test.afterAll(async () => {
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

const roleIn = ({ document }: SavedDiagram, id: string) =>
  roleOfNode(document, mustGet(document.nodes, nodeId(id)))?.id as string | undefined;

test('renaming a role changes one line of the file, and every place it is shown', async () => {
  const diagram = await openDiagram(app, folder);
  const { page } = app;
  const before = (await readFile(diagram.path, 'utf8')).split('\n');
  await page.getByRole('button', { name: /^Edit Designer/ }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('textbox', { name: 'Name (English)' }).fill('Product designer');
  await form.getByRole('button', { name: 'Save role' }).click();
  await expect(diagram.node('design')).toContainText('Product');
  await expect(page.getByRole('button', { name: /^Edit Product designer/ })).toBeVisible();
  await diagram.saved();
  const after = (await readFile(diagram.path, 'utf8')).split('\n');
  expect(after.filter((line, index) => line !== before[index])).toHaveLength(1);
  expect(after).toHaveLength(before.length);
});

test('a role says how many people it needs, whether it is open, and who steps in', async () => {
  const diagram = await openDiagram(app, folder);
  const { page } = app;
  await page.getByRole('button', { name: /^Edit Builder/ }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('spinbutton', { name: 'People needed' }).fill('3');
  await form.getByRole('radio', { name: 'Open', exact: true }).click();
  await form.getByRole('combobox', { name: 'Who steps in' }).click();
  await page.getByRole('option', { name: 'Designer', exact: true }).click();
  await form.getByRole('button', { name: 'Save role' }).click();
  await expect(page.getByRole('button', { name: /^Edit Builder/ })).toContainText('Open');
  const { document } = await diagram.saved();
  expect(document.roles.get(roleId('builder'))).toMatchObject({ headcount: 3, status: 'open', backupId: 'designer' });
});

test('a step dragged into another role’s lane is that role’s, and a step given to a role goes into its lane', async () => {
  const diagram = await openDiagram(app, folder);
  const { page } = app;
  const before = await diagram.saved();
  await diagram.dragBy('draft', 60, 120);
  await expect.poll(async () => roleIn(await diagram.saved(), 'draft')).toBe('builder');
  await page.keyboard.press('Control+z');
  expect((await diagram.saved()).document).toEqual(before.document);

  await diagram.click('draft');
  const role = page.getByRole('complementary').getByRole('combobox', { name: 'Role' });
  await expect(role).toHaveText('As the lane: Designer');
  await role.click();
  await page.getByRole('option', { name: 'Builder', exact: true }).click();
  await expect(role).toHaveText('As the lane: Builder');
  const given = await diagram.saved();
  expect([given.node('draft').parentId, given.node('draft').roleId]).toEqual(['build', null]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  expect((await diagram.saved()).document).toEqual(before.document);
});
