import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { repositoryDir } from '../../electron/dev/paths.mjs';
import { launchApp, type RunningApp, untilReady } from '../support/electronApp';

/** What the first picture may load, in KiB. Grow these only when the first picture itself needs more. */
const mostKiB = { '.js': 1130, '.css': 60, '.otf': 4800 } as const;

let running: RunningApp | undefined;

test.afterEach(async () => {
  await running?.close();
  running = undefined;
});

/** Loads the page once more and answers the files that it asked for before its diagram could be seen, and after. */
async function loadedFiles({ app, page }: RunningApp): Promise<{ before: string[]; after: string[] }> {
  // The page asks for a file of this name, and waits for the answer, the moment its diagram can be seen: the clocks of
  // two processes differ by more than the few milliseconds that matter here, the order of what is asked for does not.
  const mark = 'ready-mark.json';
  // What the page before would still fetch after the reload has begun is none of the new one's.
  await untilFontsLoaded(page);
  await page.addInitScript((name) => {
    new MutationObserver(() => {
      const request = new XMLHttpRequest();
      request.open('GET', name, false);
      request.send();
    }).observe(document, { subtree: true, attributeFilter: ['data-ready'] });
  }, mark);
  await app.evaluate(({ BrowserWindow, session }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    session.defaultSession.webRequest.onSendHeaders(({ url, resourceType }) => {
      if (resourceType === 'mainFrame') asked.length = 0;
      asked.push(url.replace('app://main/', ''));
    });
    BrowserWindow.getAllWindows()[0]?.webContents.reload();
  });
  const askedFor = () => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  await expect.poll(askedFor).toContain(mark);
  await untilFontsLoaded(page);
  const asked = await askedFor();
  const readyAt = asked.indexOf(mark);
  return { before: asked.slice(0, readyAt).sort(), after: asked.slice(readyAt + 1).sort() };
}

async function untilFontsLoaded(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => [...document.fonts].filter(({ status }) => status !== 'loaded').length))
    .toBe(0);
}

for (const lang of ['en', 'ko'] as const) {
  test(`the first picture waits for nothing that it does not show, in ${lang}`, async () => {
    running = await launchApp({ lang });
    const { before, after } = await loadedFiles(running);

    // One script, the messages of one language and the weights that it shows; menus, tooltips, dialogs and bold come when it is there.
    expect(before.filter((name) => name.endsWith('.otf')).map(withoutHash)).toEqual([
      'assets/Pretendard-Medium.otf',
      'assets/Pretendard-Regular.otf',
      'assets/Pretendard-SemiBold.otf',
    ]);
    expect(before.filter((name) => name.endsWith('.js')).map(withoutHash)).toEqual([
      `assets/${lang}.js`,
      'assets/main.js',
      'assets/rolldown-runtime.js',
    ]);
    for (const [ending, most] of Object.entries(mostKiB)) {
      const sizes = await Promise.all(before.filter((name) => name.endsWith(ending)).map(bytesOf));
      const kib = sizes.reduce((sum, size) => sum + size, 0) / 1024;
      expect(kib, `${ending} before the first picture`).toBeGreaterThan(0);
      expect(kib, `${ending} before the first picture`).toBeLessThan(most);
    }

    expect(after.filter((name) => name.endsWith('.otf')).map(withoutHash)).toEqual(['assets/Pretendard-Bold.otf']);
    expect(after.map(withoutHash)).toEqual(
      expect.arrayContaining([
        'assets/ExportDialog.js',
        'assets/HintPopup.js',
        `assets/${lang === 'ko' ? 'en' : 'ko'}.js`,
      ]),
    );
  });
}

const withoutHash = (name: string): string => name.replace(/-[\w-]{8}(?=\.\w+$)/, '');

async function bytesOf(name: string): Promise<number> {
  return (await stat(join(repositoryDir, 'out', 'renderer', name))).size;
}

test('a menu that is pressed before it has come opens as soon as it has', async () => {
  running = await launchApp({ lang: 'en' });
  const { app, page } = running;
  // In the task in which the page is made: nobody can be quicker.
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      const button = document.querySelector<HTMLElement>('header [aria-label="Appearance"]');
      if (button === null) return;
      observer.disconnect();
      button.focus();
      button.click();
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload());
  await expect(page.getByRole('menu')).toBeVisible();
  await untilReady(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Appearance' })).toBeFocused();
});

test('a control says what it does, and its key, to whoever points at it or reaches it with Tab', async () => {
  running = await launchApp({ lang: 'en' });
  const { page } = running;
  const popups = page.locator('[data-side]:not([role]):not(:has([data-side]))');
  const hint = (text: string) => popups.filter({ hasText: text });

  await page.getByRole('button', { name: 'New diagram…' }).hover();
  await expect(hint('New diagram…Ctrl+N')).toBeVisible();
  await page.getByRole('button', { name: 'Appearance' }).hover();
  await expect(hint('Appearance')).toBeVisible();
  await expect(hint('New diagram…')).toHaveCount(0);

  // A press is an answer: the tooltip does not lie over the menu that it opened.
  await page.getByRole('button', { name: 'Appearance' }).click();
  await expect(page.getByRole('menu')).toBeVisible();
  await expect(hint('Appearance')).toHaveCount(0);
  await page.keyboard.press('Escape');

  await page.mouse.move(700, 500);
  await page.getByRole('button', { name: 'Select tool' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(hint('Hand tool')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(hint('Hand tool')).toHaveCount(0);
});
