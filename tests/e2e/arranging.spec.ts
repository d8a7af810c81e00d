import { expect, test } from '@playwright/test';
import { aDocument, aTask } from '../support/builders';
import { launchApp, type RunningApp } from '../support/electronApp';
import { withFolder } from './support/desktop';
import { middleOf, openDiagram } from './support/diagram';

let running: RunningApp;

test.beforeAll(async () => {
  running = await launchApp();
});
test.afterAll(async () => {
  await running.close();
});

/** A row of two with a gap of 60, a third one apart, and a wide one below. */
const row = aDocument({
  nodes: [
    aTask({ id: 'a', label: 'First', x: 0, y: 0 }),
    aTask({ id: 'b', label: 'Second', x: 188, y: 0 }),
    aTask({ id: 'c', label: 'Third', x: 420, y: 0 }),
    aTask({ id: 'wide', label: 'Wide', x: 12, y: 240, width: 171 }),
  ],
});

test('drag a step near the gap that its neighbours have: it takes the same, both are shown, and Ctrl suspends it', async () => {
  await withFolder(async (folder) => {
    const { page } = running;
    const diagram = await openDiagram(running, folder, row);
    const from = await diagram.centerOf('c');
    await diagram.drag(from, { x: from.x - 41, y: from.y }, { hold: true });
    await expect(page.locator('[data-guide="gap"]')).toHaveCount(2);
    await page.keyboard.down('Control');
    await expect(page.locator('[data-guide="gap"]')).toHaveCount(0);
    await page.keyboard.up('Control');
    await expect(page.locator('[data-guide="gap"]')).toHaveCount(2);
    await page.mouse.up();
    await expect(page.locator('[data-guide]')).toHaveCount(0);
    expect((await diagram.saved()).boxOf('c').x).toBe(376);
  });
});

test('resize a step to about the width of another one: it becomes as wide, and both are marked', async () => {
  await withFolder(async (folder) => {
    const { page } = running;
    const diagram = await openDiagram(running, folder, row);
    await diagram.click('c');
    const handle = await middleOf(page.locator('[data-handle="e"]'));
    await diagram.drag(handle, { x: handle.x + 40, y: handle.y }, { hold: true });
    await expect(page.locator('[data-guide="size"]')).toHaveCount(2);
    await page.mouse.up();
    expect((await diagram.saved()).boxOf('c').width).toBe(171);
  });
});

test('a locked step is neither dragged, resized, renamed nor deleted, until it is unlocked', async () => {
  await withFolder(async (folder) => {
    const { page } = running;
    const diagram = await openDiagram(running, folder, row);
    await diagram.click('b');
    await page.keyboard.press('Control+Shift+l');
    await expect(page.locator('[data-locked="b"]')).toHaveCount(1);
    await expect(page.locator('[data-handle]')).toHaveCount(0);
    const before = await diagram.boxOf('b');
    await diagram.dragBy('b', 0, 160);
    expect(await diagram.boxOf('b')).toEqual(before);
    await diagram.node('b').dblclick();
    await page.keyboard.type('Other');
    await page.keyboard.press('Escape');
    await diagram.click('b');
    await page.keyboard.press('Delete');
    const saved = await diagram.saved();
    expect(saved.node('b')).toMatchObject({ label: 'Second', locked: true });
    expect(saved.boxOf('b')).toMatchObject({ x: 188, y: 0 });

    const panel = page.getByRole('complementary');
    await expect(panel.getByText('This is locked.')).toBeVisible();
    await expect(panel.getByRole('textbox').first()).toBeDisabled();
    await panel.getByRole('button', { name: 'Unlock' }).click();
    await diagram.dragBy('b', 0, 160);
    expect((await diagram.saved()).boxOf('b').y).toBe(160);
  });
});
