import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { aDocument, aTask } from '../support/builders';
import { launchApp, type RunningApp } from '../support/electronApp';
import { openDiagram } from './support/diagram';
import { writePlan } from './support/plan';

let app: RunningApp;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleweave-links-'));
  app = await launchApp({ lang: 'en' });
});
test.afterAll(async () => {
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

test('a link to a step is copied, pasted over words and followed; a step that is gone is said', async () => {
  const diagram = await openDiagram(
    app,
    folder,
    aDocument({
      nodes: [
        aTask({ id: 'start', label: 'see end', x: 0, y: 0, width: 160 }),
        aTask({ id: 'end', label: 'The end', x: 6000, y: 0 }),
      ],
    }),
  );
  const { page } = app;
  await page.keyboard.press('Control+k');
  await page.keyboard.type('The end');
  await page.keyboard.press('Enter');
  await expect.poll(() => diagram.selected()).toEqual(['end']);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Copy link');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Link copied.').first()).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.keyboard.type('see end');
  await page.keyboard.press('Enter');
  await expect.poll(() => diagram.selected()).toEqual(['start']);
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+v');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await diagram.saved()).node('start').label).toBe('[see end](step:end)');

  // By key, from the step that has the link: the other one comes into view and is selected.
  await page.keyboard.press('Alt+Enter');
  await expect.poll(() => diagram.selected()).toEqual(['end']);
  await expect(diagram.node('end')).toBeInViewport();
  await page.keyboard.press('Delete');
  await expect(diagram.node('end')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('see end');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+Enter');
  await expect(page.getByText('The step that this link leads to is not there any more.').first()).toBeVisible();
});

test('a link to another project file opens it at the step; a file that is gone is named', async () => {
  await writePlan(
    folder,
    'team.roleweave',
    aDocument({ nodes: [aTask({ id: 'hire', label: 'Hire', x: 900, y: 900 })] }),
  );
  const diagram = await openDiagram(
    app,
    folder,
    aDocument({
      nodes: [
        aTask({ id: 'a', label: '[hiring](./team.roleweave#hire)', x: 0, y: 0 }),
        aTask({ id: 'b', label: '[lost](../lost.roleweave)', x: 300, y: 0 }),
      ],
    }),
  );
  const { page } = app;
  await diagram.click('b');
  await page.keyboard.press('Alt+Enter');
  await expect(page.getByText('../lost.roleweave is not there')).toBeVisible();
  const at = await diagram.centerOf('a');
  await page.keyboard.down('Control');
  await page.mouse.click(at.x, at.y);
  await page.keyboard.up('Control');
  await expect(page.locator('[aria-current="page"]')).toHaveText('team.roleweave');
  await expect(page.locator('.react-flow__node.selected')).toHaveAttribute('data-id', 'hire');
});
