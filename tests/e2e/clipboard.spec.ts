import { expect, test } from '@playwright/test';
import { launchApp, type RunningApp, untilReady } from '../support/electronApp';
import { pressMenu, withFolder } from './support/desktop';
import { clickNode, node, writePlan } from './support/plan';

let running: RunningApp | undefined;

async function launch(...args: Parameters<typeof launchApp>): Promise<RunningApp> {
  running = await launchApp(...args);
  return running;
}

test.afterEach(async () => {
  await running?.close();
  running = undefined;
});

const allNodes = '[data-node-id]';

test('what is copied in one window is pasted in another, with its edge and role', async () => {
  await withFolder(async (folder) => {
    const { app, page } = await launch({ files: [await writePlan(folder)] });
    await clickNode(page, 'collect');
    await node(page, 'clean').click({ modifiers: ['Shift'] });
    await page.keyboard.press('Control+c');

    const opened = app.waitForEvent('window');
    await page.keyboard.press('Control+Shift+n');
    const second = await opened;
    await untilReady(second);
    await second.keyboard.press('Control+t');
    await expect(second.locator(allNodes)).toHaveCount(0);
    await second.keyboard.press('Control+v');
    await expect(second.locator(allNodes)).toHaveCount(2);
    await expect(second.locator('[data-edge-id]')).toHaveCount(1);
    await expect(second.getByLabel('Roles and palette')).toContainText('Analyst');
    // One paste is one step.
    await second.keyboard.press('Control+z');
    await expect(second.locator(allNodes)).toHaveCount(0);
    await expect(page.locator(allNodes)).toHaveCount(3);
  });
});

test('cut takes away, paste brings back, and copies do not hide each other', async () => {
  await withFolder(async (folder) => {
    const { page } = await launch({ files: [await writePlan(folder)] });
    await clickNode(page, 'clean');
    await page.keyboard.press('Control+x');
    await expect(page.locator(allNodes)).toHaveCount(2);
    await expect(page.locator('[data-edge-id]')).toHaveCount(0);
    for (let i = 0; i < 3; i++) await page.keyboard.press('Control+v');
    await expect(page.locator(allNodes)).toHaveCount(5);
    const boxes = await page
      .locator(allNodes, { hasText: 'Clean' })
      .evaluateAll((elements) => elements.map((element) => Math.round(element.getBoundingClientRect().x)));
    expect(new Set(boxes).size).toBe(3);
  });
});

test('lines copied from a text become steps, in Korean too', async () => {
  const { app, page } = await launch();
  await page.keyboard.press('Control+t');
  await expect(page.locator(allNodes)).toHaveCount(0);
  await app.evaluate(({ clipboard }) => clipboard.writeText('1. 데이터 수집\n2. 모델 학습\n\n3. Ship it'));
  await page.keyboard.press('Control+v');
  await expect(page.locator(allNodes)).toHaveCount(3);
  for (const text of ['데이터 수집', '모델 학습', 'Ship it']) {
    await expect(page.locator(allNodes).getByText(text, { exact: true })).toHaveCount(1);
  }
});

test('in a text field the clipboard means its text, by keys and by the menu', async () => {
  await withFolder(async (folder) => {
    const { app, page } = await launch({ files: [await writePlan(folder)] });
    const field = page.getByRole('complementary').getByRole('textbox').first();
    await field.fill('Quarterly plan');
    await field.selectText();
    await page.keyboard.press('Control+c');
    await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe('Quarterly plan');
    await page.keyboard.press('End');
    await app.evaluate(({ clipboard }) => clipboard.writeText(' 2027'));
    await pressMenu(app, 'edit.paste');
    await expect(field).toHaveValue('Quarterly plan 2027');
    await page.keyboard.press('Control+v');
    await expect(field).toHaveValue('Quarterly plan 2027 2027');
    await pressMenu(app, 'edit.selectAll');
    await pressMenu(app, 'edit.cut');
    await expect(field).toHaveValue('');
    await expect(page.locator(allNodes)).toHaveCount(3);
  });
});

test('somebody else’s clipboard text that only looks like ours is refused with a message', async () => {
  await withFolder(async (folder) => {
    const { app, page } = await launch({ files: [await writePlan(folder)] });
    const hostile = '{"format":"roleweave-fragment","version":1,"nodes":[{"__proto__":{"x":1}}';
    await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), hostile);
    await clickNode(page, 'clean');
    await page.keyboard.press('Control+v');
    await expect(page.getByText('What is on the clipboard cannot be pasted.')).toBeVisible();
    await expect(page.locator(allNodes)).toHaveCount(3);
  });
});
