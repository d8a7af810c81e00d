import { expect, type Page, test } from '@playwright/test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { launchApp, type RunningApp } from '../support/electronApp';

let running: RunningApp;
let page: Page;
const complaints: string[] = [];

test.afterEach(async () => {
  await running?.close();
});

async function start(options: Parameters<typeof launchApp>[0]): Promise<void> {
  complaints.length = 0;
  running = await launchApp(options);
  page = running.page;
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
}

async function resizeTo(width: number, height: number): Promise<void> {
  await running.app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
}

/** Words of the bars and panels that do not fit where they stand, each with what it stands in. */
function cutTexts(): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const parts = document.querySelectorAll(
      'header, footer, aside, section[aria-label], [role=toolbar], [role=dialog]',
    );
    for (const part of parts) {
      const frame = part.getBoundingClientRect();
      for (const element of part.querySelectorAll<HTMLElement>('*')) {
        const hasOwnText = [...element.childNodes].some((child) => child.nodeType === 3 && child.textContent?.trim());
        if (!hasOwnText || !element.checkVisibility()) continue;
        const box = element.getBoundingClientRect();
        const isSpoken = box.width <= 1;
        const isCut = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
        const sticksOut = box.right > frame.right + 1 || box.left < frame.left - 1;
        if (!isSpoken && (isCut || sticksOut)) found.push(`${element.textContent} <${element.className}>`);
      }
    }
    return found;
  });
}

for (const lang of ['ko', 'en'] as const) {
  test(`no label is cut in ${lang}, in a large window and in the smallest`, async () => {
    await start({ lang, theme: 'light' });
    for (const [width, height] of [
      [1440, 900],
      [900, 600],
    ] as const) {
      await resizeTo(width, height);
      expect(await cutTexts(), `${width} wide`).toEqual([]);
      await page.locator('[data-node-id="evaluate"]').click({ position: { x: 8, y: 8 } });
      expect(await cutTexts(), `a step selected, ${width} wide`).toEqual([]);
      for (const key of ['Control+k', 'Control+n', 'Control+Shift+e', 'F1']) {
        await page.keyboard.press(key);
        await page.getByRole('dialog').waitFor();
        expect(await cutTexts(), `after ${key}, ${width} wide`).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
      }
      await page.keyboard.press('Escape');
    }
    // The check can fail: a label that is too long is seen.
    await page.locator('header kbd').evaluate((element) => {
      element.previousElementSibling?.replaceChildren('long '.repeat(100));
    });
    expect(await cutTexts()).toHaveLength(1);
  });
}

test('the interface is set in the bundled font, in Korean and Latin alike', async () => {
  await start({ lang: 'ko' });
  const fonts = await page.evaluate(() => ({
    family: getComputedStyle(document.body).fontFamily,
    loaded: [...document.fonts].filter(({ status }) => status === 'loaded').map(({ weight }) => weight),
    lang: document.documentElement.lang,
  }));
  expect(fonts.family).toMatch(/^"?Pretendard"?,/);
  expect(fonts.loaded).toEqual(expect.arrayContaining(['400', '500', '600']));
  expect(fonts.lang).toBe('ko');
});

test('nothing is refused by the content security policy while every kind of popup is opened', async () => {
  await start({ lang: 'en' });
  await page.locator('[data-node-id="evaluate"]').click({ position: { x: 8, y: 8 } });
  await page.getByRole('combobox', { name: 'Role' }).click();
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[data-node-id="train"]').click({ button: 'right' });
  await page.getByRole('menu').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Undo' }).hover({ force: true });
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.querySelectorAll('style').length)).toBe(0);
  expect(complaints).toEqual([]);
});

test('light and dark follow the choice at once, window and diagram together', async () => {
  await start({ lang: 'en', theme: 'light' });
  const colors = () =>
    page.evaluate(() => ({
      panel: getComputedStyle(document.querySelector('header') ?? document.body).backgroundColor,
      step: document
        .querySelector('[data-node-id="evaluate"] rect, [data-node-id="evaluate"] path')
        ?.getAttribute('fill'),
    }));
  const light = await colors();
  await page.getByRole('button', { name: 'Appearance' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const dark = await colors();
  expect(dark.panel).not.toBe(light.panel);
  expect(dark.step).not.toBe(light.step);
});

test('where the keyboard is can be seen', async () => {
  await start({ lang: 'en' });
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Tab');
    const ring = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return { name: element.outerHTML.slice(0, 80), outlineStyle, outlineWidth };
    });
    expect(ring, `stop ${i + 1}`).toMatchObject({ outlineStyle: 'solid', outlineWidth: '2px' });
  }
});

test('a selection strikes out no badge of a step', async () => {
  await start({ lang: 'en', theme: 'light' });
  const step = page.locator('[data-node-id="evaluate"]');
  // The letter and the inside of the first badge, which the outline of a selection would run through.
  const box = await step.locator('rect[rx="4"]').first().boundingBox();
  if (box === null) throw new Error('the step has a badge');
  const clip = { x: box.x + 3, y: box.y + 3, width: box.width - 6, height: box.height - 6 };
  await page.mouse.move(700, 8);
  const before = PNG.sync.read(await page.screenshot({ clip }));
  await step.click({ position: { x: 12, y: 12 } });
  await expect(page.locator('[data-handle]').first()).toBeAttached();
  await page.mouse.move(700, 8);
  const after = PNG.sync.read(await page.screenshot({ clip }));
  expect(pixelmatch(before.data, after.data, undefined, before.width, before.height, { threshold: 0.1 })).toBe(0);
});
