import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { launchApp, type RunningApp } from '../support/electronApp';
import { readPdf } from '../support/readPdf';
import { chooseToSave } from './support/desktop';

let folder: string;
let running: RunningApp | undefined;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleweave-sheet-'));
});
test.afterEach(async () => {
  await running?.close();
  running = undefined;
  await rm(folder, { recursive: true, force: true });
});

test('the sheet of the selected step’s role: read, chosen for another role, saved as Markdown', async () => {
  running = await launchApp({ lang: 'en' });
  const { app, page } = running;
  await page.locator('[data-node-id="build-pipeline"]').click();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Role sheet');
  await page.keyboard.press('Enter');
  const sheet = page.getByRole('dialog', { name: 'Role sheet' });
  await expect(sheet.getByRole('heading', { name: 'Data engineer' })).toBeVisible();
  await expect(sheet.getByRole('img', { name: 'The part of Data engineer in the diagram' })).toContainText('Validate');
  await expect(sheet).toContainText('Data ingestion');
  const gives = sheet.getByRole('table').last();
  await expect(gives.getByRole('row', { name: /Data scientist.*Validate the data.*Shape features/ })).toBeVisible();

  await sheet.getByRole('combobox', { name: 'Role' }).click();
  await page.getByRole('option', { name: 'ML engineer' }).click();
  await expect(sheet.getByRole('heading', { name: 'ML engineer' })).toBeVisible();
  const path = join(folder, 'sheet.md');
  await chooseToSave(app, path);
  await sheet.getByRole('button', { name: 'Save as Markdown…' }).click();
  await expect(page.getByText('Saved “sheet.md”.').first()).toBeVisible();
  const markdown = await readFile(path, 'utf8');
  expect(markdown).toContain('# ML engineer\n');
  expect(markdown).toContain('| End user | Serve and version the model | Use the predictions | Predictions |');
});

/** From the role's dialog, as somebody does who looks at the list of roles. */
async function openSheetOfScientist(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /데이터 과학자/ })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: '역할 설명서…' }).click();
}

test('역할 편집에서 역할 설명서를 열고 Markdown으로 복사한다', async () => {
  running = await launchApp({ lang: 'ko' });
  const { app, page } = running;
  await openSheetOfScientist(page);
  const sheet = page.getByRole('dialog', { name: '역할 설명서' });
  await expect(sheet.getByRole('heading', { name: '데이터 과학자' })).toBeVisible();
  await sheet.getByRole('button', { name: 'Markdown으로 복사' }).click();
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toContain('# 데이터 과학자\n');
});

test('역할 설명서를 찾을 수 있는 한국어 글과 그림이 든 PDF로 저장한다', async () => {
  running = await launchApp({ lang: 'ko', theme: 'dark' });
  const { app, page } = running;
  await openSheetOfScientist(page);
  const path = join(folder, 'sheet.pdf');
  await chooseToSave(app, path);
  await page.getByRole('dialog', { name: '역할 설명서' }).getByRole('button', { name: 'PDF로 저장…' }).click();
  await expect(page.getByText('sheet.pdf').first()).toBeVisible();
  await expect(page.locator('[data-paper]')).toHaveCount(0);
  const { pages } = await readPdf(await readFile(path));
  const words = pages.map(({ texts }) => texts.join(' ')).join(' ');
  for (const expected of ['데이터 과학자', '첫 모델 학습', 'ML 엔지니어']) expect(words).toContain(expected);
  expect(pages.every(({ width, height }) => width < height)).toBe(true);
  // Ink in a role's colour: the picture of its part of the diagram is there, too.
  const painted = await pages[0]?.paint(1);
  const colored = Array.from({ length: (painted?.data.length ?? 0) / 4 }, (_, at) => {
    const [red = 255, , blue = 255] = painted?.data.subarray(at * 4, at * 4 + 3) ?? [];
    return Math.abs(red - blue) > 40;
  });
  expect(colored.filter(Boolean).length).toBeGreaterThan(200);
});
