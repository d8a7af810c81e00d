import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, type RunningApp, untilReady } from '../support/electronApp';
import { chooseToOpen, chooseToSave, pressMenu, tabs, titlesOf, withFolder } from './support/desktop';
import { node, placeOf, writePlan } from './support/plan';

let running: RunningApp | undefined;

test.afterEach(async () => {
  await running?.close();
  running = undefined;
});

async function resizeTo({ app, page }: RunningApp, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
}

test('a view of the whole diagram stays one while the window and the panels change', async () => {
  running = await launchApp({ lang: 'en', theme: 'light' });
  const window = running;
  const { page } = window;
  /** How far the first and the last column are from the canvas's edges, and how much room they take. */
  const layout = () =>
    page.evaluate(() => {
      const canvas = document.querySelector('.react-flow')?.getBoundingClientRect();
      const boxes = [...document.querySelectorAll('[data-node-id]')].map((element) => element.getBoundingClientRect());
      const left = Math.min(...boxes.map((box) => box.left)) - (canvas?.left ?? 0);
      const right = (canvas?.right ?? 0) - Math.max(...boxes.map((box) => box.right));
      const top = Math.min(...boxes.map((box) => box.top)) - (canvas?.top ?? 0);
      return { offCentre: Math.abs(left - right), top };
    });
  const isWhole = async () => {
    const { offCentre, top } = await layout();
    return offCentre < 4 && top >= 24;
  };
  await expect.poll(isWhole).toBe(true);
  await resizeTo(window, 900, 600);
  await expect.poll(isWhole).toBe(true);
  await resizeTo(window, 1440, 900);
  await page.keyboard.press('Control+b');
  await expect.poll(isWhole).toBe(true);
});

test('a part that is looked at stays under the eyes when a panel goes', async () => {
  await withFolder(async (folder) => {
    running = await launchApp({ lang: 'en', theme: 'light', files: [await writePlan(folder)] });
    const { page } = running;
    await page.keyboard.press('Control+Digit0');
    await page.waitForTimeout(400);
    const before = await placeOf(page, 'clean');
    await page.keyboard.press('Control+b');
    await expect(page.getByRole('region', { name: 'Roles and palette' })).toHaveCount(0);
    await expect.poll(() => placeOf(page, 'clean')).toEqual(before);
  });
});

test('a recent file that is gone says so and leaves the list', async () => {
  await withFolder(async (folder) => {
    const path = await writePlan(folder);
    running = await launchApp({ lang: 'en', theme: 'light', files: [path] });
    const { app, page } = running;
    await expect(node(page, 'collect')).toBeVisible();
    const isOffered = () =>
      app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('file.openRecent.1') != null);
    await expect.poll(isOffered).toBe(true);
    await page.keyboard.press('Control+w');
    await rm(path);
    await pressMenu(app, 'file.openRecent.1');
    await expect(page.getByRole('alert')).toContainText('plan.roleweave');
    await expect.poll(isOffered).toBe(false);
  });
});

test('the next start has the window as large as it was left', async () => {
  await withFolder(async (userDataDir) => {
    running = await launchApp({ lang: 'en', userDataDir });
    await resizeTo(running, 1010, 666);
    await expect.poll(() => readFile(join(userDataDir, 'window.json'), 'utf8').catch(() => '')).toContain('1010');
    await running.close();
    running = await launchApp({ userDataDir });
    await expect.poll(() => running?.page.evaluate(() => innerWidth)).toBe(1010);
  });
});

test('a file saved under another name is free for another window under the old one', async () => {
  await withFolder(async (folder) => {
    const path = await writePlan(folder);
    running = await launchApp({ lang: 'en', files: [path] });
    const { app } = running;
    await chooseToSave(app, join(folder, 'copy.roleweave'));
    await pressMenu(app, 'file.saveAs');
    await expect.poll(() => titlesOf(app)).toEqual(['copy.roleweave — Roleweave']);
    const opened = app.waitForEvent('window');
    await pressMenu(app, 'file.newWindow');
    const second = await opened;
    await untilReady(second);
    await chooseToOpen(app, path);
    await second.keyboard.press('Control+o');
    await expect(tabs(second).filter({ hasText: 'plan.roleweave' })).toHaveCount(1);
  });
});
