import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { launchApp, type RunningApp } from '../support/electronApp';
import { answerQuestions, expectUnsaved, questionsOf, titlesOf, withFolder } from './support/desktop';
import { clickNode, placeOf, readPlan, writePlan } from './support/plan';

let running: RunningApp | undefined;

async function launch(...args: Parameters<typeof launchApp>): Promise<RunningApp> {
  running = await launchApp(...args);
  return running;
}

test.afterEach(async () => {
  await running?.close();
  running = undefined;
});

const dialog = (page: Page) => page.getByRole('dialog', { name: /^(Settings|설정)$/ });

async function openShortcuts(page: Page, search: string) {
  await page.keyboard.press('Control+Comma');
  await dialog(page).getByRole('radio', { name: 'Keyboard shortcuts' }).click();
  await dialog(page).getByRole('textbox', { name: 'Find a command or a key' }).fill(search);
}

async function accelerator({ app }: RunningApp, id: string): Promise<string> {
  return await app.evaluate(
    ({ Menu }, itemId) => String(Menu.getApplicationMenu()?.getMenuItemById(itemId)?.accelerator ?? ''),
    id,
  );
}

/** A key as a Korean keyboard layout sends it. */
async function pressHangul(page: Page, key: string, code: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const event = { key, code, modifiers: 2 };
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
  await session.detach();
}

test('change a shortcut, a conflict is said, a restart keeps it', async () => {
  await withFolder(async (folder) => {
    const userDataDir = join(folder, 'user');
    const file = await writePlan(folder);
    const first = await launch({ files: [file], userDataDir });
    const { page } = first;
    await openShortcuts(page, 'dupli');
    await page.getByRole('button', { name: 'Duplicate: change Ctrl+D' }).click();
    // Taken: the other command is named, and nothing has happened yet.
    await page.keyboard.press('Control+g');
    await expect(page.getByRole('alert')).toHaveText(/Ctrl\+G is also used by ‘Group’\./);
    // A letter alone is for typing.
    await page.getByRole('button', { name: 'Press the new keys…' }).focus();
    await page.keyboard.press('j');
    await expect(page.getByRole('alert')).toHaveText(/J is needed for typing/);
    // As a Korean layout has it.
    await pressHangul(page, 'ㅓ', 'KeyJ');
    await expect(page.getByRole('button', { name: 'Duplicate: change Ctrl+J' })).toBeFocused();
    await expect(page.getByText('Duplicate now has Ctrl+J.')).toBeAttached();
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();

    await clickNode(page, 'clean');
    await page.keyboard.press('Control+d');
    await page.keyboard.press('Control+j');
    await expect(page.locator('[data-node-id]')).toHaveCount(4);
    await expect.poll(() => accelerator(first, 'edit.duplicate')).toBe('CommandOrControl+J');
    await page.keyboard.press('F1');
    await expect(page.getByRole('dialog').locator('dl > div', { hasText: /^Duplicate/ })).toContainText('Ctrl+J');
    await expect.poll(() => readFile(join(userDataDir, 'settings.json'), 'utf8')).toContain('Mod+KeyJ');
    await first.close();

    // The copy was not saved, and comes back in a tab of its own beside this file.
    const again = await launch({ files: [await writePlan(folder, 'other.roleweave')], userDataDir });
    await expect(again.page.locator('[aria-current="page"]')).toHaveText('other.roleweave');
    await expect(again.page.locator('[data-node-id]')).toHaveCount(3);
    await clickNode(again.page, 'clean');
    await pressHangul(again.page, 'ㅓ', 'KeyJ');
    await expect(again.page.locator('[data-node-id]')).toHaveCount(4);
    await openShortcuts(again.page, 'ㅂㅈ');
    await again.page.getByRole('button', { name: 'Duplicate: back to the default' }).click();
    await expect(again.page.getByRole('button', { name: 'Duplicate: change Ctrl+D' })).toBeVisible();
    await expect.poll(() => accelerator(again, 'edit.duplicate')).toBe('CommandOrControl+D');
  });
});

test('take a key from another command, add one, remove one, reset them all', async () => {
  const { app, page } = await launch();
  await answerQuestions(app, 'Cancel', 'Reset all');
  await openShortcuts(page, 'group');
  await page.getByRole('button', { name: 'Group: add a key', exact: true }).click();
  await page.keyboard.press('Control+Shift+g');
  await page.getByRole('button', { name: 'Use it here instead' }).click();
  await expect(page.locator('[data-action="arrange.group"]')).toContainText('Ctrl+GCtrl+Shift+G');
  await expect(page.locator('[data-action="arrange.ungroup"]')).not.toContainText('Ctrl');
  await page.getByRole('button', { name: 'Group: change Ctrl+G', exact: true }).click();
  await page.getByRole('button', { name: 'Group: remove Ctrl+G', exact: true }).click();
  await expect(page.locator('[data-action="arrange.group"]')).toContainText('Ctrl+Shift+G');
  await expect(page.locator('[data-action="arrange.group"]')).not.toContainText('Ctrl+GCtrl');
  // Escape calls recording off, not the dialog.
  await page.getByRole('button', { name: 'Group: change Ctrl+Shift+G', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Group: change Ctrl+Shift+G', exact: true })).toBeFocused();
  const reset = page.getByRole('button', { name: 'Reset all' });
  await reset.click();
  await expect(page.locator('[data-action="arrange.ungroup"]')).not.toContainText('Ctrl');
  await reset.click();
  await expect(page.locator('[data-action="arrange.ungroup"]')).toContainText('Ctrl+Shift+G');
  await expect(reset).toBeDisabled();
});

test('the settings hold at once: language, theme, grid, edges', async () => {
  await withFolder(async (folder) => {
    const userDataDir = join(folder, 'user');
    const file = await writePlan(folder);
    const { page } = await launch({ files: [file], userDataDir });
    await page.keyboard.press('Control+Comma');
    await dialog(page).getByRole('combobox', { name: 'Appearance' }).click();
    await page.getByRole('option', { name: 'Dark' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await dialog(page).getByRole('radio', { name: '20' }).click();
    await dialog(page).getByRole('switch', { name: 'Show the grid' }).click();
    await expect(page.getByTestId('grid')).toHaveCount(0);
    await dialog(page).getByRole('combobox', { name: 'Kind' }).click();
    await page.getByRole('option', { name: 'Hand-off' }).click();
    await dialog(page).getByRole('combobox', { name: 'Shape' }).click();
    await page.getByRole('option', { name: 'Curved' }).click();
    await dialog(page).getByRole('combobox', { name: 'Language' }).click();
    await page.getByRole('option', { name: '한국어' }).click();
    await expect(dialog(page)).toHaveAccessibleName('설정');
    await page.keyboard.press('Escape');

    await clickNode(page, 'ship');
    const before = await placeOf(page, 'ship');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+ArrowRight');
    await page.keyboard.press('Control+s');
    await expectUnsaved(page, false);
    const saved = await readPlan(file);
    expect([...saved.nodes.values()].find(({ id }) => id === 'ship')?.y).toBe(20);
    expect((await placeOf(page, 'ship')).y).toBeGreaterThan(before.y);
    const added = [...saved.edges.values()].find(({ from }) => from.nodeId === 'ship');
    expect(added).toMatchObject({ kind: 'handoff', routing: 'curved' });
    await expect
      .poll(async () => JSON.parse(await readFile(join(userDataDir, 'settings.json'), 'utf8')))
      .toMatchObject({
        language: 'ko',
        theme: 'dark',
        grid: { show: false, step: 20 },
        edges: { kind: 'handoff', routing: 'curved' },
      });
  });
});

test('a damaged settings file: the app starts with defaults and keeps the file aside', async () => {
  await withFolder(async (folder) => {
    const userDataDir = join(folder, 'user');
    await mkdir(userDataDir);
    await writeFile(join(userDataDir, 'settings.json'), '{"theme": "dark", "shortcuts": {"edit.dupl');
    const first = await launch({ userDataDir });
    await expect(first.page.locator('html')).toHaveAttribute('data-theme', 'light');
    await expect(first.page.getByRole('alert')).toContainText(
      'kept in the folder of the app as settings.damaged-1.json',
    );
    expect(await readdir(userDataDir)).toContain('settings.damaged-1.json');
    await first.close();

    // Single fields that cannot be read cost themselves alone.
    const partly = {
      theme: 'dark',
      grid: { step: -3, show: 'maybe' },
      shortcuts: { 'edit.duplicate': ['; rm'], 'file.save': ['F8'] },
    };
    await writeFile(join(userDataDir, 'settings.json'), JSON.stringify(partly));
    const { page } = await launch({ userDataDir });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await openShortcuts(page, 'save');
    await expect(page.getByRole('button', { name: 'Save: change F8' })).toBeVisible();
    await dialog(page).getByRole('textbox').fill('dupli');
    await expect(page.getByRole('button', { name: 'Duplicate: change Ctrl+D' })).toBeVisible();
  });
});

test('saving by itself writes the file a moment after a change and never over another program’s', async () => {
  await withFolder(async (folder) => {
    const file = await writePlan(folder);
    const { app, page } = await launch({ files: [file] });
    await answerQuestions(app, 'Cancel');
    await page.keyboard.press('Control+Comma');
    await dialog(page).getByRole('switch', { name: 'Save by itself' }).click();
    await page.keyboard.press('Escape');
    await clickNode(page, 'clean');
    await page.keyboard.press('ArrowDown');
    await expectUnsaved(page, false);
    expect([...(await readPlan(file)).nodes.values()].find(({ id }) => id === 'clean')?.y).toBe(8);
    await expect.poll(() => titlesOf(app)).toEqual(['plan.roleweave — Roleweave']);

    const theirs = (await readFile(file, 'utf8')).replace('"Ship"', '"Theirs"');
    await writeFile(file, theirs);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => questionsOf(app)).toEqual(['“plan.roleweave” was changed by another program.']);
    expect(await readFile(file, 'utf8')).toBe(theirs);
    await expectUnsaved(page, true);
  });
});
