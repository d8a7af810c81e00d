import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { repositoryDir } from '../../electron/dev/paths.mjs';
import type { OpenDialog } from '../../renderer/state/appStore';
import { launchApp, type RunningApp } from '../support/electronApp';
import { chooseToOpen, pressMenu } from './support/desktop';

interface View {
  readonly name: string;
  /** What of the page is new in it; the whole page without it. */
  readonly part?: string;
  show(page: Page, app: ElectronApplication): Promise<void>;
}

/** A way to each dialog there is. A new one does not compile until it is here, so that none is forgotten. */
const dialogs: { readonly [Type in OpenDialog['type']]: (page: Page, app: ElectronApplication) => Promise<void> } = {
  commandPalette: (page) => page.keyboard.press('Control+k'),
  recent: (page) => page.keyboard.press('Control+Alt+o'),
  newDiagram: (page) => page.keyboard.press('Control+n'),
  export: (page) => page.keyboard.press('Control+Shift+e'),
  shortcuts: (page) => page.keyboard.press('F1'),
  settings: (page) => page.keyboard.press('Control+Comma'),
  translations: showTranslations,
  raciImport: importUnknownNames,
  about: showAbout,
  role: (page) => page.locator('section li button').first().click(),
  whatIf: showWhatIf,
  peopleImport: showPeopleImport,
  roleSheet: showRoleSheet,
  report: openDamagedFile,
};

/** Everything the window can show, and the key or press that shows it. */
const views: readonly View[] = [
  { name: 'first screen', show: async () => {} },
  { name: 'a selected step', show: (page) => page.locator('[data-node-id="evaluate"]').click() },
  {
    name: 'several selected steps',
    part: 'aside',
    show: (page) => page.locator('[data-node-id="train"]').click({ modifiers: ['Shift'] }),
  },
  { name: 'paths', part: '[data-region=paths]', show: showPaths },
  { name: 'a walk-through', part: 'main', show: (page) => page.keyboard.press('F5') },
  { name: 'a selected edge', part: 'aside', show: selectHandoff },
  { name: 'legend', part: 'main', show: showLegend },
  {
    name: 'context menu',
    part: '[role=menu]',
    show: (page) => page.locator('[data-node-id="evaluate"]').click({ button: 'right' }),
  },
  {
    name: 'menu of a tab',
    part: '[role=menu]',
    show: (page) => page.getByRole('navigation').locator('[data-tab]').click({ button: 'right' }),
  },
  { name: 'find and replace', part: '[role=search]', show: findData },
  ...Object.entries(dialogs).map(([name, show]) => ({ name, part: '[role=dialog]', show })),
  { name: 'shortcuts to change', part: '[role=dialog]', show: showShortcutSettings },
  { name: 'people', part: '[data-page=people]', show: (page) => showPage(page, 'People') },
  { name: 'flow figures', part: '[data-page=figures]', show: (page) => showPage(page, 'Flow figures') },
  { name: 'responsibilities', part: '[data-page=raci]', show: (page) => showPage(page, 'RACI') },
  { name: 'hand-offs', part: '[data-page=handoffs]', show: (page) => showPage(page, 'Hand-offs') },
  { name: 'roles × stages', part: 'main', show: (page) => page.keyboard.press('Control+Alt+Shift+Digit4') },
  { name: 'a comparison', part: '[data-region=compare]', show: compareWithOther },
  { name: 'outline', part: '[role=tree]', show: showOutline },
  { name: 'empty diagram', part: '#root', show: (page) => page.keyboard.press('Control+t') },
];

async function showRoleSheet(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Role sheet');
  await page.keyboard.press('Enter');
}

async function showPaths(page: Page): Promise<void> {
  await page.locator('[data-node-id="gather"]').click({ position: { x: 10, y: 10 } });
  await page.locator('[data-node-id="serve"]').click({ position: { x: 10, y: 10 }, modifiers: ['Shift'] });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Paths between');
  await page.keyboard.press('Enter');
}

async function compareWithOther(_page: Page, app: ElectronApplication): Promise<void> {
  await chooseToOpen(app, join(repositoryDir, 'assets/templates/small-team.roleweave'));
  await pressMenu(app, 'compare.file');
}

async function showLegend(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Legend of roles');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('legend')).toBeVisible();
}

async function showPage(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(`Show: ${name}`);
  await page.keyboard.press('Enter');
}

/** By its command: it has no key of its own. */
async function showTranslations(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Missing translations');
  await page.keyboard.press('Enter');
}

async function showPeopleImport(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Import people');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('textbox').fill('Kim, Pilot');
  await page.getByRole('switch').waitFor();
}

/** With an answer: that is most of it. */
async function showWhatIf(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('What if');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('heading').first().waitFor();
  await page.getByRole('dialog').locator('fieldset [role=combobox]').first().click();
  await page.getByRole('option').nth(2).click();
  await page.getByRole('dialog').getByRole('img').first().waitFor();
}

/** A table whose names nobody knows, and a cell that is no letter: the dialog has most to say then. */
async function importUnknownNames(page: Page, app: ElectronApplication): Promise<void> {
  await app.evaluate(({ clipboard }) => clipboard.writeText('Step\tBoss\tChief\nDraft\tR\tA\nSend\tsometimes\tC\n'));
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Import RACI from the clipboard');
  await page.keyboard.press('Enter');
}

/** With a key being recorded that another command has: the row says most then. */
async function showShortcutSettings(page: Page): Promise<void> {
  await page.keyboard.press('Control+Comma');
  await page.getByRole('dialog').getByRole('radio').nth(1).click();
  await page.locator('[data-action="edit.duplicate"] button').first().click();
  await page.keyboard.press('Control+g');
  await page.getByRole('alert').waitFor();
}

/** A file with a damaged place. */
async function openDamagedFile(page: Page, app: ElectronApplication): Promise<void> {
  const text = JSON.stringify({
    format: 'roleweave',
    version: 1,
    roles: [],
    nodes: [{ id: 'a', kind: 'task', x: 'left' }],
    edges: [],
  });
  const folder = await mkdtemp(join(tmpdir(), 'roleweave-a11y-'));
  const file = join(folder, 'damaged.roleweave');
  await writeFile(file, text);
  await chooseToOpen(app, file);
  await page.keyboard.press('Control+o');
  await page.getByRole('dialog').waitFor();
  await rm(folder, { recursive: true, force: true });
}

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

async function checkViews({ app, page }: RunningApp, theme: 'light' | 'dark'): Promise<void> {
  for (const { name, part, show } of views) {
    await show(page, app);
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
    // The first one may have been for something within the dialog.
    if ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
}
