import { expect, test } from '@playwright/test';
import { type LaunchOptions, launchApp, type RunningApp } from '../support/electronApp';
import { pressMenu, titlesOf, withFolder } from './support/desktop';
import { clickNode, node, writePlan } from './support/plan';

let running: RunningApp;

test.afterEach(async () => {
  await running.close();
});

async function launch(options: LaunchOptions = {}): Promise<RunningApp> {
  running = await launchApp(options);
  return running;
}

test('without a choice the app speaks the language of the system', async () => {
  const { page } = await launch({ env: { LANG: 'ko_KR.UTF-8', LANGUAGE: 'ko' } });
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await expect(page.getByRole('contentinfo')).toContainText('역할');
});

test('without a choice the window is as dark as the system, also when that changes', async () => {
  const { app, page } = await launch();
  // Nobody can switch a desktop's appearance here; this is how Electron learns of it.
  const follow = (theme: 'light' | 'dark') =>
    app.evaluate(({ nativeTheme }, wanted) => {
      nativeTheme.themeSource = wanted;
    }, theme);
  for (const theme of ['dark', 'light'] as const) {
    await follow(theme);
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  }
});

test('a chosen appearance is that of the system’s own dialogs and menus too', async () => {
  const { app } = await launch({ theme: 'dark' });
  expect(await app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
});

for (const lang of ['ko', 'en'] as const) {
  test(`the first diagram is in view as a whole, large enough to read, in ${lang}`, async () => {
    const { page } = await launch({ lang });
    const seen = await page.evaluate(() => {
      const frame = document.querySelector('.react-flow')?.getBoundingClientRect() ?? new DOMRect();
      const nodes = [...document.querySelectorAll('[data-node-id]')];
      const outside = nodes.filter((element) => {
        const box = element.getBoundingClientRect();
        return box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom;
      });
      const heightsPx = [...document.querySelectorAll('[data-node-id] text')].map((text) => {
        const scale = (text as SVGTextElement).getScreenCTM()?.a ?? 0;
        return Number.parseFloat(getComputedStyle(text).fontSize) * scale;
      });
      return { outside: outside.length, nodes: nodes.length, smallestPx: Math.min(...heightsPx) };
    });
    expect(seen.nodes).toBeGreaterThan(20);
    expect(seen.outside).toBe(0);
    expect(seen.smallestPx).toBeGreaterThanOrEqual(7);
  });
}

test('React Flow is credited in sight', async () => {
  const { page } = await launch();
  const credit = page.getByRole('link', { name: 'React Flow' });
  await expect(credit).toBeVisible();
  const isOnTop = await credit.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  });
  expect(isOnTop).toBe(true);
});

test('a file named .json opens like any other, and the status bar says what is in it', async () => {
  await withFolder(async (folder) => {
    const { app, page } = await launch({ lang: 'en', files: [await writePlan(folder, 'plan.json')] });
    await expect.poll(() => titlesOf(app)).toEqual(['plan.json — Roleweave']);
    const status = page.getByRole('contentinfo');
    await expect(status).toContainText('Roles 1 · Tasks 3 · Hand-offs 0');
    await expect(status).toContainText('Saved');
    await clickNode(page, 'clean');
    await expect(status).toContainText('1 selected');
  });
});

test('zooming to the selection brings it to the middle, and the status bar says how near', async () => {
  const { app, page } = await launch({ lang: 'en' });
  await page.locator('[data-node-id="evaluate"]').click({ position: { x: 8, y: 8 } });
  const before = await node(page, 'evaluate').boundingBox();
  await pressMenu(app, 'view.zoomSelection');
  await expect(page.getByRole('button', { name: 'Zoom: 200%' })).toBeVisible();
  const canvas = await page.locator('.react-flow').boundingBox();
  const middleOf = (box: typeof canvas) => (box === null ? 0 : box.x + box.width / 2);
  await expect
    .poll(async () => Math.abs(middleOf(await node(page, 'evaluate').boundingBox()) - middleOf(canvas)))
    .toBeLessThan(2);
  expect((await node(page, 'evaluate').boundingBox())?.width).toBeGreaterThan(
    before?.width ?? Number.POSITIVE_INFINITY,
  );
});

test('an empty diagram says what to do until something is there', async () => {
  const { page } = await launch({ lang: 'en' });
  await page.keyboard.press('Control+t');
  await expect(page.getByText('A blank diagram')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[data-node-id]')).toHaveCount(1);
  await expect(page.getByText('A blank diagram')).toHaveCount(0);
});
