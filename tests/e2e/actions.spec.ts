import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { actionIds } from '../../renderer/actions/index';
import { launchApp, type RunningApp } from '../support/electronApp';
import { expectUnsaved, pressMenu, titlesOf, withFolder } from './support/desktop';
import { clickNode, node, placeOf, writePlan } from './support/plan';

let running: RunningApp | undefined;

async function launch(...args: Parameters<typeof launchApp>): Promise<RunningApp> {
  running = await launchApp(...args);
  return running;
}

test.afterEach(async () => {
  await running?.close();
  running = undefined;
});

/** Opens the small plan and hands its window over. */
async function withPlan(work: (window: RunningApp) => Promise<void>, options: Parameters<typeof launchApp>[0] = {}) {
  await withFolder(async (folder) => {
    const window = await launch({ ...options, files: [await writePlan(folder)] });
    await expect(node(window.page, 'collect')).toBeVisible();
    await work(window);
  });
}

interface Item {
  readonly id: string;
  readonly label: string;
  readonly enabled: boolean;
  readonly checked: boolean;
  readonly accelerator: string | null;
}

/** All items of the native menu but separators and submenus. */
async function menuOf({ app }: RunningApp): Promise<readonly Item[]> {
  return await app.evaluate(({ Menu }) => {
    const found: Item[] = [];
    const visit = (menu: Electron.Menu | null | undefined) => {
      for (const item of menu?.items ?? []) {
        if (item.submenu !== undefined && item.submenu !== null) visit(item.submenu);
        else if (item.type !== 'separator') {
          const { id, label, enabled, checked } = item;
          found.push({ id, label, enabled, checked, accelerator: String(item.accelerator ?? '') || null });
        }
      }
    };
    visit(Menu.getApplicationMenu());
    return found;
  });
}

async function item(window: RunningApp, id: string): Promise<Item | undefined> {
  return (await menuOf(window)).find((entry) => entry.id === id);
}

/** A key as an input method or another layout sends it. */
async function pressRaw(page: Page, key: { key: string; code: string; modifiers?: number; keyCode?: number }) {
  const session = await page.context().newCDPSession(page);
  const { keyCode = 0, modifiers = 0, ...names } = key;
  const event = { ...names, modifiers, windowsVirtualKeyCode: keyCode };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  await session.detach();
}
const CTRL = 2;

test('the native menu carries the actions’ ids, says what is possible, and works', async () => {
  await withPlan(async (window) => {
    const { app, page } = window;
    const ids = (await menuOf(window)).map(({ id }) => id);
    expect(ids.filter((id) => !(actionIds as readonly string[]).includes(id))).toEqual([]);
    expect(ids.length).toBeGreaterThan(60);
    expect((await item(window, 'edit.duplicate'))?.enabled).toBe(false);

    await clickNode(page, 'clean');
    await expect.poll(async () => (await item(window, 'edit.duplicate'))?.enabled).toBe(true);
    await pressMenu(app, 'edit.duplicate');
    await expect(page.locator('[data-node-id]')).toHaveCount(4);
    await expect.poll(async () => (await item(window, 'edit.undo'))?.label).toBe('Undo Duplicate');
    await pressMenu(app, 'edit.undo');
    await expect(page.locator('[data-node-id]')).toHaveCount(3);

    await pressMenu(app, 'view.grid');
    await expect.poll(async () => (await item(window, 'view.grid'))?.checked).toBe(false);
    await pressMenu(app, 'insert.decision');
    await expect(page.locator('[data-kind="decision"]')).toHaveCount(1);
  });
});

test('the language changes at once, in the window and in its menu, and is remembered', async () => {
  await withFolder(async (folder) => {
    const userDataDir = `${folder}/user`;
    const first = await launch({ files: [await writePlan(folder)], userDataDir });
    await expect(node(first.page, 'collect')).toContainText('Collect');
    await pressMenu(first.app, 'view.language.ko');
    await expect(node(first.page, 'collect')).toContainText('수집');
    await expect(first.page.locator('html')).toHaveAttribute('lang', 'ko');
    await expect.poll(async () => (await item(first, 'edit.copy'))?.label).toBe('복사');
    await pressMenu(first.app, 'view.theme.dark');
    await expect(first.page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expectUnsaved(first.page, false);
    // The app is ended abruptly here, maybe before what was changed last is on the disk.
    await expect.poll(() => readFile(`${userDataDir}/settings.json`, 'utf8')).toContain('"dark"');
    await first.close();

    const again = await launch({ userDataDir });
    await expect(again.page.locator('html')).toHaveAttribute('lang', 'ko');
    await expect(again.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });
});

test('shortcuts work under a Hangul layout and never while a syllable is composed', async () => {
  await withPlan(async ({ page }) => {
    await clickNode(page, 'clean');
    await page.keyboard.press('Delete');
    await expect(page.locator('[data-node-id]')).toHaveCount(2);
    await pressRaw(page, { key: 'ㅋ', code: 'KeyZ', modifiers: CTRL });
    await expect(page.locator('[data-node-id]')).toHaveCount(3);

    await clickNode(page, 'clean');
    await pressRaw(page, { key: 'Process', code: 'Backspace', keyCode: 229 });
    await pressRaw(page, { key: 'Process', code: 'KeyD', keyCode: 229, modifiers: CTRL });
    await page.waitForTimeout(200);
    await expect(page.locator('[data-node-id]')).toHaveCount(3);
    await expect(node(page, 'clean')).toBeVisible();
  });
});

test('a held arrow key moves on and on and is undone at a stroke', async () => {
  await withPlan(async ({ page }) => {
    await clickNode(page, 'clean');
    const before = await placeOf(page, 'clean');
    for (let i = 0; i < 6; i++) await page.keyboard.down('ArrowDown');
    await page.keyboard.up('ArrowDown');
    await expect.poll(async () => (await placeOf(page, 'clean')).y).toBeGreaterThan(before.y + 20);
    await page.keyboard.press('Control+z');
    await expect.poll(() => placeOf(page, 'clean')).toEqual(before);
    await expectUnsaved(page, false);
  });
});

test('Ctrl and arrows grow a chain that is named by typing', async () => {
  const { page } = await launch();
  await page.keyboard.press('Control+t');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[data-node-id]')).toHaveCount(1);
  await page.keyboard.type('One');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.type('Two');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+ArrowDown');
  await page.keyboard.press('Control+ArrowDown');
  await expect(page.locator('[data-node-id]')).toHaveCount(4);
  await expect(page.locator('[data-edge-id]')).toHaveCount(3);
  await expect(page.locator('[data-node-id]', { hasText: 'One' })).toHaveCount(1);
  await expect(page.locator('[data-node-id]', { hasText: 'Two' })).toHaveCount(1);
});

test('keys in a field or a dialog never reach the diagram', async () => {
  await withPlan(async ({ page }) => {
    await clickNode(page, 'clean');
    const field = page.getByRole('complementary').getByRole('textbox').first();
    await field.click();
    await page.keyboard.press('End');
    for (const key of ['Backspace', 'Delete', 'ArrowLeft', 'Control+ArrowRight', 'Control+a']) {
      await page.keyboard.press(key);
    }
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-node-id]')).toHaveCount(3);

    await clickNode(page, 'clean');
    await page.keyboard.press('Control+Slash');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Delete');
    await page.keyboard.press('Control+x');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.locator('[data-node-id]')).toHaveCount(3);
  });
});

test('the context menu offers what can be done with a step, and does it', async () => {
  await withPlan(async ({ page }) => {
    await node(page, 'clean').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Duplicate' }).click();
    await expect(page.locator('[data-node-id]')).toHaveCount(4);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+a');
    await node(page, 'ship').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect(page.locator('[data-node-id]')).toHaveCount(0);
  });
});

test('the command palette finds and runs an action by its name in either language', async () => {
  await withPlan(async ({ page }) => {
    await clickNode(page, 'clean');
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: 'Find a command or a step' })).toBeFocused();
    await page.keyboard.type('복제');
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-node-id]')).toHaveCount(4);
  });
});

test('tabs are walked by keys, and each keeps its own undo', async () => {
  await withPlan(async ({ app, page }) => {
    await clickNode(page, 'clean');
    await page.keyboard.press('Delete');
    await expect(page.locator('[data-node-id]')).toHaveCount(2);
    await page.keyboard.press('Control+t');
    await expect(page.locator('[data-node-id]')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+Tab');
    await expect(page.locator('[data-node-id]')).toHaveCount(2);
    await expect.poll(() => titlesOf(app)).toEqual(['● plan.roleweave — Roleweave']);
    await page.keyboard.press('Control+z');
    await expect(page.locator('[data-node-id]')).toHaveCount(3);
  });
});

test('arranging: align, distribute, group, and back', async () => {
  await withPlan(async ({ app, page }) => {
    await clickNode(page, 'clean');
    for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+a');
    await pressMenu(app, 'arrange.alignTop');
    await expect.poll(async () => (await placeOf(page, 'clean')).y).toBe((await placeOf(page, 'ship')).y);
    await pressMenu(app, 'arrange.group');
    await expect(page.locator('[data-kind="group"]')).toHaveCount(1);
    await page.keyboard.press('Control+Shift+g');
    await expect(page.locator('[data-kind="group"]')).toHaveCount(0);
    await expect(page.locator('[data-node-id]')).toHaveCount(3);
  });
});

test('the Edit menu offers what can be done where the cursor is', async () => {
  await withPlan(async (window) => {
    const { page } = window;
    const canCut = async () => (await item(window, 'edit.cut'))?.enabled;
    await expect.poll(canCut).toBe(false);
    await page.getByRole('complementary').getByRole('textbox').first().click();
    await expect.poll(canCut).toBe(true);
    await page.getByRole('button', { name: /^Zoom: / }).focus();
    await expect.poll(canCut).toBe(false);
    await clickNode(page, 'clean');
    await expect.poll(canCut).toBe(true);
  });
});
