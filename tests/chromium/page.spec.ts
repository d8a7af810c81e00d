import { expect, test } from '@playwright/test';
import { untilReady } from '../support/electronApp';
import { servePage } from '../support/pageServer';

const languages = [
  { locale: 'ko-KR', lang: 'ko' },
  { locale: 'en-US', lang: 'en' },
];

for (const { locale, lang } of languages) {
  test.describe(`in a ${locale} browser`, () => {
    test.use({ locale });

    test('the page shows its first diagram in that language and reports no error', async ({ page }) => {
      const site = await servePage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
      });
      try {
        await page.goto(site.url);
        await untilReady(page);
        await expect(page.locator('html')).toHaveAttribute('lang', lang);
        expect(errors).toEqual([]);
      } finally {
        await site.close();
      }
    });
  });
}
