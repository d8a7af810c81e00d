import { expect, type Page, test } from '@playwright/test';
import { untilReady } from '../support/electronApp';
import { servePage } from '../support/pageServer';

let site: Awaited<ReturnType<typeof servePage>>;

test.beforeEach(async ({ page }) => {
  site = await servePage();
  await page.goto(site.url);
  await untilReady(page);
  // Besides the diagram of the start, which is named: two without a name.
  for (const count of [2, 3]) {
    await page.keyboard.press('Control+t');
    await expect(tabs(page)).toHaveCount(count);
  }
});

test.afterEach(async () => {
  await site.close();
});

const tabs = (page: Page) => page.locator('[data-tab]');
const name = (page: Page, place: number) => tabs(page).nth(place).getByRole('button').first();
const inFront = (page: Page) => page.locator('[data-tab] [aria-current="page"]');
const menu = (page: Page) => page.getByRole('menu');

test('the menu of a tab is about that tab, which comes to the front; Escape goes back to it', async ({ page }) => {
  await name(page, 0).click({ button: 'right' });
  await expect(menu(page).getByRole('menuitem')).toHaveText([/Close tab/, /Close other tabs/]);
  await expect(name(page, 0)).toHaveAttribute('aria-current', 'page');
  await page.keyboard.press('Escape');
  await expect(menu(page)).toHaveCount(0);
  await expect(name(page, 0)).toBeFocused();

  const title = await name(page, 0).textContent();
  await name(page, 1).click({ button: 'right' });
  await menu(page).getByRole('menuitem', { name: 'Close tab' }).click();
  await expect(tabs(page)).toHaveCount(2);
  await expect(name(page, 0)).toHaveText(title ?? '');
});

for (const key of ['ContextMenu', 'Shift+F10']) {
  test(`${key} on a tab opens its menu below it, and the keyboard stays in the row`, async ({ page }) => {
    await name(page, 1).focus();
    await page.keyboard.press(key);
    await expect(menu(page)).toBeVisible();
    const [tabBox, menuBox] = [await tabs(page).nth(1).boundingBox(), await menu(page).boundingBox()];
    expect(menuBox?.y).toBeGreaterThanOrEqual((tabBox?.y ?? 0) + (tabBox?.height ?? 0));
    expect(Math.abs((menuBox?.x ?? 0) - (tabBox?.x ?? 0))).toBeLessThan(12);
    await expect(menu(page)).toHaveCount(1);

    await page.keyboard.press('ArrowDown');
    await expect(menu(page).getByRole('menuitem', { name: 'Close tab' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(tabs(page)).toHaveCount(2);
    await expect(inFront(page)).toBeFocused();

    await page.keyboard.press(key);
    await menu(page).getByRole('menuitem', { name: 'Close other tabs' }).click();
    await expect(tabs(page)).toHaveCount(1);
    await expect(inFront(page)).toBeFocused();
    // Alone in its row there is nothing else to close.
    await page.keyboard.press(key);
    await expect(menu(page).getByRole('menuitem')).toHaveText([/Close tab/]);
  });
}
