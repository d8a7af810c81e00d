import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { repositoryDir } from '../../electron/dev/paths.mjs';
import { languages } from '../../shared/i18n/language';
import { launchApp } from '../support/electronApp';

const folder = join(repositoryDir, 'assets/screenshots');

// The README's pictures, from the app as it is: `npm run screenshots`.
for (const language of languages) {
  for (const theme of ['light', 'dark'] as const) {
    test(`pictures of the window (${language}, ${theme})`, async () => {
      await mkdir(folder, { recursive: true });
      const running = await launchApp({ lang: language, theme });
      try {
        const { app, page } = running;
        await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1440, 900));
        await page.waitForFunction(() => innerWidth === 1440 && innerHeight === 900);
        await page.keyboard.press('Control+Digit1');
        await page.mouse.move(700, 5);
        await page.screenshot({ path: join(folder, `first-screen-${language}-${theme}.png`), animations: 'disabled' });
        await page.locator('[data-node-id="evaluate"]').click();
        await page.mouse.move(700, 5);
        await page.screenshot({ path: join(folder, `step-${language}-${theme}.png`), animations: 'disabled' });
      } finally {
        await running.close();
      }
    });
  }
}
