import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page, test } from '@playwright/test';
import { launchApp, type RunningApp } from '../support/electronApp';
import { readPdf } from '../support/readPdf';
import { expectUnsaved } from './support/desktop';

let running: RunningApp;
let page: Page;

test.beforeAll(async () => {
  running = await launchApp({ lang: 'en', theme: 'light' });
  page = running.page;
});
test.afterAll(async () => {
  await running?.close();
});

const dialog = () => page.getByRole('dialog', { name: 'Export picture' });

async function answerSaveDialog(path: string): Promise<void> {
  await running.app.evaluate(({ dialog: native }, filePath) => {
    native.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}

test('writes a PNG of the size that it says, and says where', async () => {
  const path = join(running.userDataDir, 'picture.png');
  await answerSaveDialog(path);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog().getByRole('img', { name: 'Preview' })).toBeVisible();
  await expect(dialog()).toContainText('2,116 × 1,716 pixels');
  await dialog().getByRole('radio', { name: '1×' }).click();
  await dialog().getByRole('spinbutton', { name: 'Margin in pixels' }).fill('8');
  await page.keyboard.press('Enter');
  await expect(dialog()).toContainText('1,026 × 826 pixels');
  await dialog().getByRole('button', { name: 'Save as…' }).click();
  await expect(dialog()).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: 'Saved “picture.png”.' })).toBeVisible();
  const png = readFileSync(path);
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1026, 826]);
});

test('writes an SVG with its words as text, in the other language and without background', async () => {
  const path = join(running.userDataDir, 'picture.svg');
  await answerSaveDialog(path);
  await page.keyboard.press('Control+Shift+e');
  await dialog().getByRole('radio', { name: 'SVG' }).click();
  await dialog().getByRole('radio', { name: '한국어' }).click();
  await dialog().getByRole('radio', { name: 'Transparent' }).click();
  await expect(dialog().getByRole('img', { name: 'Preview' })).toContainText('모델 평가');
  await dialog().getByRole('button', { name: 'Save as…' }).click();
  await expect(dialog()).toHaveCount(0);
  const svg = readFileSync(path, 'utf8');
  expect(svg).toContain('>모델 평가</text>');
  expect(svg).not.toMatch(/<svg[^>]*>\s*(<title>[^<]*<\/title>\s*)?<rect/);
});

test('writes a PDF with its words as text, the same file as the command line', async () => {
  const project = join(running.userDataDir, 'plan.roleweave');
  await answerSaveDialog(project);
  await page.keyboard.press('Control+s');
  await expectUnsaved(page, false);
  const path = join(running.userDataDir, 'picture.pdf');
  await answerSaveDialog(path);
  await page.keyboard.press('Control+Shift+e');
  await dialog().getByRole('radio', { name: 'PDF' }).click();
  await expect(dialog().getByRole('radiogroup', { name: 'Scale' })).toHaveCount(0);
  await expect(dialog()).toContainText('280 × 227 mm');
  await dialog().getByRole('button', { name: 'Save as…' }).click();
  await expect(dialog()).toHaveCount(0);
  const { title, pages } = await readPdf(readFileSync(path));
  expect(title).toBe('Role collaboration diagram');
  expect(pages).toHaveLength(1);
  expect(pages[0]?.texts).toEqual(expect.arrayContaining(['Product team', 'Partner teams', 'API and screens']));

  const output = join(running.userDataDir, 'line.pdf');
  const args = ['out/cli/roleweave.cjs', 'export', project, '-o', output, '--lang', 'en'];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(stdout).toContain('280 × 227 mm');
  expect(readFileSync(output).equals(readFileSync(path))).toBe(true);
});

test('can leave out all but the selection', async () => {
  await page.locator('[data-node-id="evaluate"]').click({ position: { x: 12, y: 12 } });
  await page.keyboard.press('Control+Shift+e');
  await dialog().getByRole('radio', { name: 'Selection' }).click();
  await expect(dialog().getByRole('img', { name: 'Preview' })).toContainText('Evaluate');
  await expect(dialog().getByRole('img', { name: 'Preview' })).not.toContainText('Validate');
  await page.keyboard.press('Escape');
  await expect(dialog()).toHaveCount(0);
});
