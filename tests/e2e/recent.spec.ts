import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { PNG } from 'pngjs';
import { serializeFile } from '../../shared/file/serialize';
import { generateDiagram } from '../bench/generateDiagram';
import { launchApp, type RunningApp } from '../support/electronApp';
import { writePlan } from './support/plan';

let folder: string;
let running: RunningApp | undefined;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleweave-recent-'));
});
test.afterEach(async () => {
  await running?.close();
  running = undefined;
  await rm(folder, { recursive: true, force: true });
});

test('recent files are shown with their pictures, opened by key, and a lost one says so', async () => {
  const [kept, lost] = [await writePlan(folder, 'kept.roleweave'), await writePlan(folder, 'lost.roleweave')];
  running = await launchApp({ lang: 'en', files: [kept, lost] });
  const { app, page } = running;
  await expect(page.locator('nav li')).toHaveCount(2);
  // Both have been in front, long enough that the window is called after them: so both are recent.
  for (const name of ['kept.roleweave', 'lost.roleweave']) {
    await page.getByRole('button', { name, exact: true }).click();
    await expect
      .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()))
      .toContain(name);
  }
  await rm(lost);
  await page.keyboard.press('Control+w');
  await page.keyboard.press('Control+w');
  const cards = page.getByRole('main').getByRole('listitem');
  await expect(cards).toHaveCount(2);
  await expect(cards.filter({ hasText: 'kept.roleweave' }).getByRole('img')).toContainText('Collect');
  await expect(cards.filter({ hasText: 'lost.roleweave' })).toContainText('It is no longer there');

  await page.keyboard.press('Control+Alt+o');
  const dialog = page.getByRole('dialog', { name: 'Open recent' });
  const card = dialog.getByRole('button', { name: /kept\.roleweave/ });
  await expect(card.getByRole('img', { name: /kept\.roleweave/ })).toContainText('Ship');
  await page.keyboard.press('ArrowRight');
  await card.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[aria-current="page"]')).toHaveText('kept.roleweave');
  await expect(page.locator('[data-node-id="collect"]')).toBeVisible();
});

test('a recent file too large to be drawn small is shown as a sketch', async () => {
  const large = join(folder, 'large.roleweave');
  await writeFile(large, serializeFile(generateDiagram(600)));
  running = await launchApp({ lang: 'en', theme: 'light', files: [large] });
  const { page } = running;
  await page.keyboard.press('Control+w');
  const sketch = page.getByRole('main').getByRole('img', { name: /large\.roleweave/ });
  const { data, width, height } = PNG.sync.read(await sketch.screenshot());
  const colors = new Set<number>();
  for (let at = 0; at < width * height; at++) colors.add(data.readUInt32BE(at * 4));
  // Lanes, and steps in the colours of twelve roles.
  expect(colors.size).toBeGreaterThan(12);
});
