import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { defaultExportOptions } from '../../shared/export/exporter';
import { framedPicture } from '../../shared/export/framedPicture';
import { decodePng } from '../support/decodePng';
import { launchApp, type RunningApp } from '../support/electronApp';
import { chooseToSave } from './support/desktop';
import { openDiagram } from './support/diagram';

let app: RunningApp;

test.beforeAll(async () => {
  app = await launchApp({ lang: 'en', theme: 'light' });
});
test.afterAll(async () => {
  await app?.close();
});

const legend = () => app.page.getByRole('region', { name: 'Legend' });
const roles = () =>
  legend()
    .locator('svg text')
    .allTextContents()
    .then((texts) => texts.slice(1));

test('a legend lists the roles in use, follows edits, is one step of the history and shows through the eyes of a role', async () => {
  const { page } = app;
  const diagram = await openDiagram(app, app.userDataDir);
  await expect(legend()).toHaveCount(0);
  await page.getByRole('switch', { name: 'Legend of roles' }).click();
  await expect.poll(roles).toEqual(['Designer', 'Builder']);
  expect((await diagram.saved()).document.look.legend).toBe(true);

  await page.keyboard.press('Control+z');
  await expect(legend()).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(roles).toEqual(['Designer', 'Builder']);

  // By keyboard alone.
  const builder = legend().getByRole('button', { name: 'Builder' });
  await builder.focus();
  await page.keyboard.press('Enter');
  await expect(builder).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Enter');
  await expect(builder).toHaveAttribute('aria-pressed', 'false');

  const { x, y } = await diagram.boxOf('build');
  await page.mouse.click(x + 6, y + 6);
  await page.keyboard.press('Delete');
  await expect.poll(roles).toEqual(['Designer']);
});

test('the file, its picture and the screen agree: a chip of the PNG has the colour of its role', async () => {
  const { page } = app;
  const diagram = await openDiagram(app, app.userDataDir);
  await page.getByRole('switch', { name: 'Legend of roles' }).click();
  await expect(legend()).toBeVisible();
  const { document } = await diagram.saved();
  const path = join(app.userDataDir, 'legend.png');
  await chooseToSave(app.app, path);
  await page.keyboard.press('Control+Shift+e');
  const dialog = page.getByRole('dialog', { name: 'Export picture' });
  await dialog.getByRole('radio', { name: '1×' }).click();
  await dialog.getByRole('button', { name: 'Save as…' }).click();
  await expect(dialog).toHaveCount(0);

  const framed = framedPicture(document, { ...defaultExportOptions, language: 'en', scale: 1 });
  const drawn = framed?.picture.scenes.at(-1);
  const chips = drawn?.marks.filter((mark) => mark.type === 'rect' && mark.width === 20) ?? [];
  expect(chips).toHaveLength(2);
  const png = decodePng(await readFile(path));
  const colors = chips.map((chip) => {
    if (chip.type !== 'rect' || framed == null || drawn === undefined) return '';
    const [px, py] = [drawn.at.x - framed.view.x + chip.x + 2, drawn.at.y - framed.view.y + chip.y + 10];
    const [r, g, b] = png.at(px, py);
    return `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  });
  expect(colors).toEqual(['#5f66ed', '#0c8a5e']);
});
