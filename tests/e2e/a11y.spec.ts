import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { launchApp, type RunningApp } from '../support/electronApp';

interface View {
  readonly name: string;
  /** What of the page is new in it; the whole page without it. */
  readonly part?: string;
  show(page: Page): Promise<void>;
}

/** Everything the window can show, and the key or press that shows it. */
const views: readonly View[] = [
  { name: 'first screen', show: async () => {} },
  { name: 'a selected step', show: (page) => page.locator('[data-node-id="evaluate"]').click() },
  {
    name: 'several selected steps',
    part: 'aside',
    show: (page) => page.locator('[data-node-id="train"]').click({ modifiers: ['Shift'] }),
  },
  { name: 'a selected edge', part: 'aside', show: selectHandoff },
  {
    name: 'context menu',
    part: '[role=menu]',
    show: (page) => page.locator('[data-node-id="evaluate"]').click({ button: 'right' }),
  },
  { name: 'command palette', part: '[role=dialog]', show: (page) => page.keyboard.press('Control+k') },
  { name: 'find and replace', part: '[role=search]', show: findData },
  { name: 'new diagram', part: '[role=dialog]', show: (page) => page.keyboard.press('Control+n') },
  { name: 'export', part: '[role=dialog]', show: (page) => page.keyboard.press('Control+Shift+e') },
  { name: 'shortcuts', part: '[role=dialog]', show: (page) => page.keyboard.press('F1') },
  { name: 'about', part: '[role=dialog]', show: showAbout },
  { name: 'role', part: '[role=dialog]', show: (page) => page.locator('section li button').first().click() },
  { name: 'outline', part: '[role=tree]', show: showOutline },
  { name: 'empty diagram', part: '#root', show: (page) => page.keyboard.press('Control+t') },
];

async function selectHandoff(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /API/ }).first().click();
}

async function findData(page: Page): Promise<void> {
  await page.keyboard.press('Control+h');
  await page.keyboard.insertText('data');
}

/** With the keyboard on a row of it. */
async function showOutline(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+o');
  await page.getByRole('tree').focus();
  await page.keyboard.press('ArrowDown');
}

async function showAbout(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('about');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').locator('summary').first().click();
}

for (const lang of ['ko', 'en'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`everything can be perceived and operated in ${lang}, ${theme}`, async () => {
      test.setTimeout(180_000);
      const running = await launchApp({ lang, theme });
      try {
        await checkViews(running, theme);
      } finally {
        await running.close();
      }
    });
  }
}

async function checkViews({ page }: RunningApp, theme: 'light' | 'dark'): Promise<void> {
  for (const { name, part, show } of views) {
    await show(page);
    if (part !== undefined) await page.locator(part).waitFor();
    // Fading in, text is paler than it will be.
    await page.waitForTimeout(250);
    // Electron opens no blank page, which the newer mode needs.
    const axe = new AxeBuilder({ page }).setLegacyMode(true);
    if (part !== undefined) axe.include(part);
    // Themes differ in nothing but colours.
    if (theme === 'dark') axe.withRules(['color-contrast']);
    const { violations, passes } = await axe.analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
    expect.soft(found, name).toEqual([]);
    expect(passes.length, `axe looked at ${name}`).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
  }
}
