import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { aDocument, anEdge, aRole, aTask } from '../support/builders';
import { launchApp, type RunningApp } from '../support/electronApp';
import { openDiagram } from './support/diagram';

let folder: string;
let running: RunningApp | undefined;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleweave-paths-'));
});
test.afterEach(async () => {
  await running?.close();
  running = undefined;
  await rm(folder, { recursive: true, force: true });
});

/** From collecting to the screen there are two ways; nothing leads back. */
const twoWays = aDocument({
  roles: [aRole({ id: 'de', name: 'Engineer' }), aRole({ id: 'ds', name: 'Scientist', order: 1 })],
  nodes: [
    aTask({ id: 'collect', label: 'Collect', roleId: 'de', x: 0, y: 0 }),
    aTask({ id: 'model', label: 'Model', roleId: 'ds', x: 240, y: 120 }),
    aTask({ id: 'check', label: 'Check', roleId: 'de', x: 240, y: 0 }),
    aTask({ id: 'test', label: 'Test', roleId: 'ds', x: 480, y: 120 }),
    aTask({ id: 'screen', label: 'Screen', roleId: 'de', x: 720, y: 0 }),
  ],
  edges: [
    anEdge({ id: 'a', from: 'collect', to: 'check' }),
    anEdge({ id: 'b', from: 'check', to: 'screen' }),
    anEdge({ id: 'c', from: 'collect', to: 'model' }),
    anEdge({ id: 'd', from: 'model', to: 'test' }),
    anEdge({ id: 'e', from: 'test', to: 'screen' }),
  ],
});
const panel = (page: Page) => page.getByRole('region', { name: 'Paths' });

test('the paths between two steps are listed with roles and hand-offs, and lit one after the other', async () => {
  running = await launchApp({ lang: 'en' });
  const { page } = running;
  const diagram = await openDiagram(running, folder, twoWays);
  await diagram.click('collect');
  await diagram.node('screen').click({ modifiers: ['Shift'] });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Paths between');
  await page.keyboard.press('Enter');
  await expect(panel(page)).toContainText('From Collect to Screen');
  const options = panel(page).getByRole('option');
  await expect(options).toHaveText([
    'EngineerSteps 3 · Hand-offs 0',
    'Engineer → Scientist → EngineerSteps 4 · Hand-offs 2',
  ]);
  await expect(diagram.node('model')).toHaveAttribute('data-faded', 'true');
  await expect(diagram.node('check')).not.toHaveAttribute('data-faded', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(diagram.node('check')).toHaveAttribute('data-faded', 'true');
  expect([...(await diagram.selected())].sort()).toEqual(['collect', 'model', 'screen', 'test']);

  await panel(page).getByRole('button', { name: 'The other way' }).first().click();
  await expect(panel(page)).toContainText('No path leads there.');
  await panel(page).getByRole('button', { name: 'The other way' }).last().click();
  await expect(options).toHaveCount(2);
  await panel(page).getByRole('button', { name: 'End looking at paths' }).click();
  await expect(panel(page)).toHaveCount(0);
  await expect(page.locator('[data-faded="true"]')).toHaveCount(0);
});
