import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { aDocument, aTask } from '../support/builders';
import { launchApp, type RunningApp, untilReady } from '../support/electronApp';
import { chooseToOpen, chooseToSave, pressMenu, startAgain, withFolder } from './support/desktop';
import { node, writePlan } from './support/plan';

let running: RunningApp | undefined;

test.afterEach(async () => {
  await running?.close();
  running = undefined;
});

async function launch(options: Parameters<typeof launchApp>[0] = {}): Promise<RunningApp> {
  running = await launchApp({ lang: 'en', theme: 'light', ...options });
  return running;
}

async function resizeTo({ app, page }: RunningApp, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
}

async function widthOf(page: Page, selector: string): Promise<number> {
  return (await page.locator(selector).first().boundingBox())?.width ?? 0;
}

function recentLabels(app: ElectronApplication): Promise<readonly string[]> {
  return app.evaluate(({ Menu }) => {
    const menu = Menu.getApplicationMenu()?.getMenuItemById('file.openRecent')?.submenu;
    return (menu?.items ?? []).filter(({ id }) => id?.startsWith('file.openRecent.')).map(({ label }) => label);
  });
}

test('previews of templates fill their cards, also that of the empty diagram', async () => {
  const { page } = await launch();
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('dialog').getByRole('img')).toHaveCount(4);
  const shares = await page.evaluate(() =>
    [...document.querySelectorAll('[role=dialog] li > button')].map((card) => {
      const preview = card.querySelector('span')?.getBoundingClientRect();
      return (preview?.width ?? 0) / card.getBoundingClientRect().width;
    }),
  );
  expect(shares).toHaveLength(5);
  for (const share of shares) expect(share).toBeGreaterThan(0.9);
});

test('the size that the export dialog names is that of the file, in the smallest window and as SVG too', async () => {
  const window = await launch();
  const { app, page, userDataDir } = window;
  await resizeTo(window, 900, 600);
  await page.keyboard.press('Control+Shift+e');
  const dialog = page.getByRole('dialog');
  const size = dialog.getByText(/^[\d,]+ × [\d,]+ pixels$/);
  await expect(size).toBeInViewport();
  await dialog.getByRole('radio', { name: 'SVG' }).click();
  await dialog.getByRole('radio', { name: '3×' }).click();
  const [width, height] = ((await size.textContent()) ?? '').replaceAll(',', '').split(/\D+/);
  const path = join(userDataDir, 'picture.svg');
  await chooseToSave(app, path);
  await dialog.getByRole('button', { name: 'Save as…' }).click();
  await expect(dialog).toHaveCount(0);
  expect(await readFile(path, 'utf8')).toContain(` width="${width}" height="${height}"`);
});

test('a role that is being written goes to the diagram it was begun in, whatever opens meanwhile', async () => {
  await withFolder(async (folder) => {
    const path = await writePlan(folder);
    await writePlan(folder, 'other.roleweave', aDocument({ nodes: [aTask({ id: 'theirs', label: 'Theirs' })] }));
    const { page, userDataDir } = await launch({ files: [path] });
    await page.getByRole('button', { name: 'Add role' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'New role' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Tester');
    expect(await startAgain(userDataDir, 'other.roleweave', folder)).toBe(0);
    await expect(node(page, 'theirs')).toBeVisible();
    await dialog.getByRole('button', { name: 'Create role' }).click();
    await expect(dialog).toHaveCount(0);
    const roles = page.getByRole('button', { name: /^Edit Tester/ });
    await expect(roles).toHaveCount(0);
    await page.keyboard.press('Control+Tab');
    await expect(node(page, 'collect')).toBeVisible();
    await expect(roles).toHaveCount(1);
  });
});

test('a dialog whose diagram the menu closes goes with it, and keys work again', async () => {
  const { app, page } = await launch();
  await page.keyboard.press('Control+Shift+e');
  await expect(page.getByRole('dialog')).toBeVisible();
  await pressMenu(app, 'file.close');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('dialog', { name: 'New diagram' })).toBeVisible();
});

test('many tabs stay wide enough to read, and the one in front in sight when the window shrinks', async () => {
  const window = await launch();
  const { page } = window;
  for (let i = 1; i <= 9; i++) {
    await page.keyboard.press('Control+t');
    await expect(page.getByRole('navigation').getByRole('listitem')).toHaveCount(i + 1);
  }
  const current = '[aria-current=page]';
  expect(await widthOf(page, current)).toBeGreaterThanOrEqual(120);
  await resizeTo(window, 900, 600);
  await expect(page.locator(current)).toBeInViewport({ ratio: 0.9 });
});

test('a file opened in one window is among the recent ones of the other', async () => {
  await withFolder(async (folder) => {
    const { app, page } = await launch();
    await expect.poll(() => recentLabels(app)).toEqual([]);
    const opened = app.waitForEvent('window');
    await page.keyboard.press('Control+Shift+n');
    const second = await opened;
    await untilReady(second);
    await chooseToOpen(app, await writePlan(folder));
    await second.keyboard.press('Control+o');
    await expect(node(second, 'collect')).toBeVisible();
    // As a click on the first window does.
    await app.evaluate(({ BrowserWindow }) => {
      const first = BrowserWindow.getAllWindows().find((window) => !window.getTitle().includes('plan'));
      first?.focus();
      first?.emit('focus');
    });
    await expect.poll(() => recentLabels(app)).toEqual(['plan.roleweave']);
  });
});
