import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { launchApp, type RunningApp, untilReady } from '../support/electronApp';
import { expectUnsaved, pressMenu, tabs } from './support/desktop';
import { writePlan } from './support/plan';

let folder: string;
let running: RunningApp | undefined;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleweave-windows-'));
});
test.afterEach(async () => {
  await running?.close();
  running = undefined;
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<RunningApp> {
  const files = [await writePlan(folder, 'one.roleweave'), await writePlan(folder, 'two.roleweave')];
  running = await launchApp({ lang: 'en', userDataDir: join(folder, 'user'), files });
  await expect(tabs(running.page)).toHaveCount(2);
  return running;
}

async function deleteClean(page: Page): Promise<void> {
  await page.locator('[data-node-id="clean"]').click();
  await page.keyboard.press('Delete');
  await expectUnsaved(page, true);
}

async function otherWindow({ app, page }: RunningApp): Promise<Page> {
  await expect.poll(() => app.windows().length).toBe(2);
  const other = app.windows().find((one) => one !== page) as Page;
  await untilReady(other);
  return other;
}

test('a tab moves with its unsaved work into a window of its own and back; a window without tabs closes', async () => {
  const window = await start();
  const { app, page } = window;
  await deleteClean(page);
  await pressMenu(app, 'tab.toNewWindow');
  const other = await otherWindow(window);
  await expect(tabs(other)).toHaveText(['two.roleweave']);
  await expectUnsaved(other, true);
  await expect(other.locator('[data-node-id="ship"]')).toBeVisible();
  await expect(other.locator('[data-node-id="clean"]')).toHaveCount(0);
  await expect(tabs(page)).toHaveText(['one.roleweave']);
  // Nothing was lost that anybody has to be told about.
  await expect(other.getByText(/recovered|restored/i)).toHaveCount(0);

  await other.keyboard.press('Control+k');
  await other.getByRole('combobox').fill('Move tab to another window');
  // The window may be gone before the driver hears that the key was pressed.
  await Promise.all([other.waitForEvent('close'), other.keyboard.press('Enter').catch(() => undefined)]);
  await expect.poll(() => app.windows().length).toBe(1);
  await expect(tabs(page)).toHaveText(['one.roleweave', 'two.roleweave']);
  await expectUnsaved(page, true);
  await page.keyboard.press('Control+s');
  await expectUnsaved(page, false);
});

const viewOf = (page: Page) =>
  page.evaluate(() => document.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform ?? '');

/** Where is looked at once nothing moves any more. */
async function settledView(page: Page): Promise<string> {
  let last = '';
  await expect
    .poll(async () => {
      const before = last;
      last = await viewOf(page);
      return last === before;
    })
    .toBe(true);
  return last;
}

test('a moved tab can be undone, and is looked at as before', async () => {
  const window = await start();
  const { app, page } = window;
  await deleteClean(page);
  await page.locator('[data-node-id="ship"]').click();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Control+z');
  const whole = await settledView(page);
  await page.mouse.wheel(0, 120);
  await expect.poll(() => viewOf(page)).not.toEqual(whole);
  const view = await settledView(page);
  await pressMenu(app, 'tab.toNewWindow');
  const other = await otherWindow(window);
  await expect(other.locator('[data-node-id="ship"]')).toBeVisible();
  expect(await settledView(other)).toEqual(view);
  await expect(other.getByText('1 selected')).toBeVisible();
  await other.keyboard.press('Control+Shift+z');
  await other.keyboard.press('Control+z');
  await expect(other.locator('[data-node-id="clean"]')).toHaveCount(0);
  await other.keyboard.press('Control+z');
  await expect(other.locator('[data-node-id="clean"]')).toBeVisible();
  // Back at what is on disk.
  await expectUnsaved(other, false);
});

test('a template that nobody has touched is no unsaved work in another window either', async () => {
  const window = await start();
  const { app, page } = window;
  await page.keyboard.press('Control+n');
  await page.getByRole('dialog').getByRole('button').filter({ hasText: 'Empty diagram' }).first().click();
  await expect(tabs(page)).toHaveCount(3);
  await pressMenu(app, 'tab.toNewWindow');
  const other = await otherWindow(window);
  await expect(tabs(other)).toHaveCount(1);
  await expectUnsaved(other, false);
});

test('a tab that shows a view of its document shows it in the other window, too', async () => {
  const window = await start();
  const { app, page } = window;
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('lanes by role');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-arranged="true"]')).toHaveText('Lanes by role');
  await pressMenu(app, 'tab.toNewWindow');
  const other = await otherWindow(window);
  await expect(other.locator('[data-arranged="true"]')).toHaveText('Lanes by role');
});

/** Puts the window whose front tab is called so at a height of the screen; answers where its page is now. */
async function placeWindow(app: RunningApp['app'], name: string, y: number): Promise<{ x: number; y: number }> {
  return await app.evaluate(
    async ({ BrowserWindow }, [title, top]) => {
      const found = BrowserWindow.getAllWindows().find((one) => one.getTitle().includes(title));
      if (found === undefined) throw new Error(`no window shows ${title}`);
      found.setBounds({ ...found.getBounds(), x: 0, y: top });
      return found.getContentBounds();
    },
    [name, y] as const,
  );
}

test('a tab that is dragged off its row and let go becomes a window there; Escape calls it off', async () => {
  const window = await start();
  const { page } = window;
  const tab = page.getByRole('button', { name: 'one.roleweave', exact: true });
  const box = await tab.boundingBox();
  if (box === null) throw new Error('no tab');
  const from = { x: box.x + 30, y: box.y + 10 };
  const drag = async () => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 80, from.y + 200, { steps: 6 });
    await expect(page.locator('li[data-away="true"]')).toHaveCount(1);
  };
  await drag();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(page.locator('li[data-away="true"]')).toHaveCount(0);
  await expect(tabs(page)).toHaveText(['one.roleweave', 'two.roleweave']);
  await drag();
  await page.mouse.up();
  const other = await otherWindow(window);
  await expect(tabs(other)).toHaveText(['one.roleweave']);
  await expectUnsaved(other, false);
  await expect(tabs(page)).toHaveText(['two.roleweave']);
});

test('a tab that is let go of over the row of another window comes between the tabs there', async () => {
  const window = await start();
  const { app, page } = window;
  // Three in one window, below that of the one that goes there.
  for (const count of [3, 4]) {
    await page.keyboard.press('Control+t');
    await expect(tabs(page)).toHaveCount(count);
  }
  await page.getByRole('button', { name: 'one.roleweave', exact: true }).click();
  await deleteClean(page);
  await pressMenu(app, 'tab.toNewWindow');
  const other = await otherWindow(window);
  await expect(tabs(page)).toHaveCount(3);
  await placeWindow(app, 'one.roleweave', 0);
  const at = await placeWindow(app, 'two.roleweave', 250);
  const box = await tabs(page).nth(1).boundingBox();
  const tab = await tabs(other).first().boundingBox();
  if (box === null || tab === null) throw new Error('no tab');
  await other.mouse.move(tab.x + 30, tab.y + 10);
  await other.mouse.down();
  await other.mouse.move(box.x + 10, at.y + box.y + 10, { steps: 6 });
  await other.mouse.up();
  await expect.poll(() => app.windows().length).toBe(1);
  await expect(tabs(page)).toHaveText(['two.roleweave', 'one.roleweave', 'Untitled', 'Untitled']);
  await expect(page.getByRole('button', { name: /^one.roleweave/ })).toHaveAttribute('aria-current', 'page');
  await expectUnsaved(page, true);
});

test('a crash right after a move loses nothing', async () => {
  const window = await start();
  await deleteClean(window.page);
  await pressMenu(window.app, 'tab.toNewWindow');
  await expect(tabs(window.page)).toHaveText(['one.roleweave']);
  window.app.process().kill('SIGKILL');
  await window.close().catch(() => undefined);
  running = await launchApp({ lang: 'en', userDataDir: join(folder, 'user') });
  const pages = () => running?.app.windows() ?? [];
  await expect
    .poll(async () => {
      const found = await Promise.all(pages().map((page) => page.locator('nav li').allTextContents()));
      return found.flat().join(' ');
    })
    .toContain('two.roleweave');
});
