import { expect, type Page, test } from '@playwright/test';
import { launchApp, type RunningApp } from '../support/electronApp';

let running: RunningApp | undefined;

test.afterEach(async () => {
  await running?.close();
  running = undefined;
});

const card = (page: Page) => page.getByRole('region', { name: /^(Walk-through|흐름 따라가기)$/ });
const transform = (page: Page) =>
  page.locator('.react-flow__viewport').evaluate((view) => (view as HTMLElement).style.transform);

test('the flow is presented step by step, by keys, and the view comes back exactly as it was', async () => {
  running = await launchApp({ lang: 'en' });
  const { page } = running;
  await page.keyboard.press('Control+Digit0');
  await expect.poll(() => transform(page)).toMatch(/^translate\(-?\d+px, -?\d+px\) scale\(1\)$/);
  const before = await transform(page);
  await page.keyboard.press('F5');
  await expect(card(page)).toContainText('1 / 14');
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByRole('complementary')).toHaveCount(0);
  await expect(page.locator('[data-walk-ring]')).toHaveCount(1);
  const first = await card(page).getByRole('heading').textContent();
  await page.keyboard.press('ArrowRight');
  await expect(card(page)).toContainText('2 / 14');
  await expect(card(page).getByRole('heading')).not.toHaveText(first ?? '');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('End');
  await expect(card(page)).toContainText('14 / 14');
  await expect(card(page).getByRole('button', { name: 'Next step' })).toBeDisabled();
  await page.keyboard.press('Home');
  await expect(card(page).getByRole('heading')).toHaveText(first ?? '');
  // What has nothing to do with the step is faded, and the step is in sight beside the card.
  await expect(page.locator('[data-node-id="use"]')).toHaveAttribute('data-faded', 'true');
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await expect(page.getByRole('navigation').first()).toBeVisible();
  await expect.poll(() => transform(page)).toBe(before);
  await expect(page.locator('[data-faded="true"]')).toHaveCount(0);
});

test('한 역할의 흐름: 그 역할의 작업만, 받는 것과 넘기는 것과 함께', async () => {
  running = await launchApp({ lang: 'ko' });
  const { page } = running;
  await page.locator('[data-node-id="build-pipeline"]').click();
  await page.keyboard.press('Shift+F5');
  await expect(card(page)).toContainText('1 / 2');
  await expect(card(page).getByRole('heading')).toHaveText(/수집 파이프라인/);
  await expect(card(page)).toContainText('데이터 엔지니어');
  await card(page).getByRole('button', { name: '다음 작업' }).click();
  await expect(card(page)).toContainText('2 / 2');
  await expect(card(page)).toContainText('넘기는 것');
  await card(page).getByRole('button', { name: '따라가기 끝내기' }).click();
  await expect(card(page)).toHaveCount(0);
});
