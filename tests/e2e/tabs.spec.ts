import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, type Page, test } from '@playwright/test';
import { repositoryDir } from '../../electron/dev/paths.mjs';
import { isRoot } from '../../electron/dev/systemLibraries.mjs';
import type { Bridge } from '../../shared/ipc/contract';
import { electronPath, environmentFor, launchApp, type RunningApp } from '../support/electronApp';
import { chooseToOpen, closeAndEnd, expectUnsaved } from './support/desktop';
import { plan, writePlan } from './support/plan';

declare const roleweave: Bridge;

let folder: string;
let running: RunningApp | undefined;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleweave-tabs-'));
});
test.afterEach(async () => {
  await running?.close();
  running = undefined;
  await rm(folder, { recursive: true, force: true });
});

const names = (page: Page) => page.locator('nav li').evaluateAll((tabs) => tabs.map((tab) => tab.textContent ?? ''));
const front = (page: Page) => page.locator('[aria-current="page"]');

async function openAll(app: RunningApp, ...files: readonly string[]): Promise<void> {
  for (const file of files) {
    await writePlan(folder, file, plan);
    await chooseToOpen(app.app, join(folder, file));
    await app.page.keyboard.press('Control+o');
    await expect(front(app.page)).toContainText(file.split('/').at(-1) ?? file);
  }
}

test('tabs are put in another order by dragging and by key, and Escape puts one back', async () => {
  running = await launchApp({ lang: 'en', userDataDir: join(folder, 'user') });
  const { page } = running;
  await openAll(running, 'one.roleweave', 'two.roleweave', 'three.roleweave');
  await expect.poll(() => names(page)).toEqual(['one.roleweave', 'two.roleweave', 'three.roleweave']);
  const boxes = await Promise.all((await page.locator('nav li').all()).map((tab) => tab.boundingBox()));
  const middle = (index: number) => ({ x: (boxes[index]?.x ?? 0) + 60, y: (boxes[index]?.y ?? 0) + 16 });

  await page.mouse.move(middle(2).x, middle(2).y);
  await page.mouse.down();
  await page.mouse.move(middle(0).x - 20, middle(0).y, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => names(page)).toEqual(['three.roleweave', 'one.roleweave', 'two.roleweave']);

  await page.mouse.move(middle(0).x, middle(0).y);
  await page.mouse.down();
  await page.mouse.move(middle(2).x + 60, middle(0).y, { steps: 8 });
  await expect.poll(() => names(page)).toEqual(['one.roleweave', 'two.roleweave', 'three.roleweave']);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect.poll(() => names(page)).toEqual(['three.roleweave', 'one.roleweave', 'two.roleweave']);

  await page.keyboard.press('Control+Shift+PageDown');
  await expect.poll(() => names(page)).toEqual(['one.roleweave', 'three.roleweave', 'two.roleweave']);
  await page.keyboard.press('Control+Shift+PageUp');
  await expect.poll(() => names(page)).toEqual(['three.roleweave', 'one.roleweave', 'two.roleweave']);
});

test('two files of one name are told apart by their folders', async () => {
  running = await launchApp({ lang: 'en', userDataDir: join(folder, 'user') });
  await mkdir(join(folder, 'sales'));
  await mkdir(join(folder, 'support'));
  await openAll(running, 'sales/plan.roleweave', 'support/plan.roleweave');
  await expect.poll(() => names(running?.page as Page)).toEqual(['plan.roleweavesales', 'plan.roleweavesupport']);
});

test('what was open comes back with the next start, in its order, with the one in front; a lost file is named', async () => {
  const userDataDir = join(folder, 'user');
  running = await launchApp({ lang: 'en', userDataDir });
  await openAll(running, 'one.roleweave', 'two.roleweave', 'three.roleweave');
  await running.page.keyboard.press('Control+Shift+PageUp');
  await running.page.keyboard.press('Control+Shift+PageUp');
  await running.page.getByRole('button', { name: 'one.roleweave', exact: true }).click();
  await expect.poll(() => names(running?.page as Page)).toEqual(['three.roleweave', 'one.roleweave', 'two.roleweave']);
  await closeAndEnd(running.app);
  await running.close();
  await rm(join(folder, 'two.roleweave'));

  running = await launchApp({ userDataDir });
  await expect.poll(() => names(running?.page as Page)).toEqual(['three.roleweave', 'one.roleweave']);
  await expect(front(running.page)).toContainText('one.roleweave');
  await expect(running.page.getByText(/two\.roleweave/).first()).toBeVisible();
});

test('a tab that is brought to the front just before the window closes is in front again', async () => {
  const userDataDir = join(folder, 'user');
  running = await launchApp({ lang: 'en', userDataDir });
  await openAll(running, 'one.roleweave', 'two.roleweave');
  // In one go: between two commands of the driver more time goes by than between a click and a key.
  const ended = running.app.waitForEvent('close');
  await running.page
    .evaluate(() => {
      document.querySelector<HTMLElement>('nav li button')?.click();
      void roleweave.request['window.command']('quit');
    })
    .catch(() => undefined);
  await ended;
  await running.close();

  running = await launchApp({ userDataDir });
  await expect.poll(() => names(running?.page as Page)).toEqual(['one.roleweave', 'two.roleweave']);
  await expect(front(running.page)).toContainText('one.roleweave');
});

test('a window that is gone before its page has said what it shows leaves what the last start kept', async () => {
  const userDataDir = join(folder, 'user');
  running = await launchApp({ lang: 'en', userDataDir });
  await openAll(running, 'one.roleweave', 'two.roleweave');
  await closeAndEnd(running.app);
  await running.close();

  const args = [repositoryDir, ...(isRoot() ? ['--no-sandbox'] : []), `--user-data-dir=${userDataDir}`];
  const app = await _electron.launch({ executablePath: await electronPath(), args, env: await environmentFor({}) });
  const ended = app.waitForEvent('close');
  // Its page takes longer to come than this does; if it had come, nothing would have to be kept.
  await app
    .evaluate(
      ({ app, BrowserWindow }) =>
        new Promise<void>((done) => {
          const end = (window: Electron.BrowserWindow) => {
            done();
            setImmediate(() => window.destroy());
          };
          const [window] = BrowserWindow.getAllWindows();
          if (window === undefined) app.once('browser-window-created', (_, made) => setImmediate(() => end(made)));
          else end(window);
        }),
    )
    .catch(() => undefined);
  await ended;

  running = await launchApp({ userDataDir });
  await expect.poll(() => names(running?.page as Page)).toEqual(['one.roleweave', 'two.roleweave']);
});

test('after a crash unsaved work comes back at its place among the files', async () => {
  const userDataDir = join(folder, 'user');
  running = await launchApp({ lang: 'en', userDataDir });
  await openAll(running, 'one.roleweave', 'two.roleweave', 'three.roleweave');
  await running.page.getByRole('button', { name: 'two.roleweave', exact: true }).click();
  await running.page.locator('[data-node-id="clean"]').click();
  await running.page.keyboard.press('Delete');
  await expectUnsaved(running.page, true);
  await expect
    .poll(async () => (await import('node:fs/promises')).readdir(join(userDataDir, 'recovery')).catch(() => []))
    .not.toEqual([]);
  running.app.process().kill('SIGKILL');
  await running.close().catch(() => undefined);

  running = await launchApp({ userDataDir });
  await expect.poll(() => names(running?.page as Page)).toEqual(['one.roleweave', 'two.roleweave', 'three.roleweave']);
  await running.page
    .getByRole('button', { name: /two\.roleweave/ })
    .first()
    .click();
  await expect(running.page.locator('[data-node-id="clean"]')).toHaveCount(0);
});

test('switched off, a start brings the first diagram again', async () => {
  const userDataDir = join(folder, 'user');
  running = await launchApp({ lang: 'en', userDataDir });
  await openAll(running, 'one.roleweave');
  await running.page.keyboard.press('Control+,');
  await running.page.getByRole('switch', { name: 'Open again what was open' }).click();
  await running.page.keyboard.press('Escape');
  await closeAndEnd(running.app);
  await running.close();
  running = await launchApp({ userDataDir });
  await expect.poll(() => names(running?.page as Page)).toEqual(['Role collaboration diagram']);
});
