import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { parseFile } from '../../shared/file/parse';
import { serializeFile } from '../../shared/file/serialize';
import type { DiagramDocument } from '../../shared/model/document';
import { generateDiagram } from '../bench/generateDiagram';
import { plan } from '../e2e/support/plan';
import { untilReady } from '../support/electronApp';
import { servePage } from '../support/pageServer';

// The same window over files in memory: what the app asks of the system, a browser answers in its own way.

let site: Awaited<ReturnType<typeof servePage>>;

test.beforeEach(async ({ page }) => {
  site = await servePage();
  // Dialogs of the browser reach the driver from the first listener on, and switching that on takes a moment of its own.
  page.on('filechooser', () => undefined);
  await page.goto(site.url);
  await untilReady(page);
});

test.afterEach(async () => {
  await site.close();
});

async function openFile(page: Page, name: string, document: DiagramDocument): Promise<void> {
  const buffer = Buffer.from(serializeFile(document));
  // Now and then the driver misses a dialog that opens right after the page came up: it is asked for again.
  await expect(async () => {
    const choosing = page.waitForEvent('filechooser', { timeout: 3000 });
    await page.keyboard.press('Control+o');
    await (await choosing).setFiles({ name, mimeType: 'application/json', buffer });
  }).toPass({ timeout: 30_000 });
}

async function openPlan(page: Page): Promise<void> {
  await openFile(page, 'plan.roleweave', plan);
  await expect(page.locator('[data-node-id="collect"]')).toBeVisible();
}

test('a picked file opens, is edited, and comes back as a download under the name that was asked for', async ({
  page,
}) => {
  await openPlan(page);
  await expect(page).toHaveTitle('plan.roleweave — Roleweave');
  await page.locator('[data-node-id="clean"]').click();
  await page.keyboard.press('Delete');
  await expect(page).toHaveTitle('● plan.roleweave — Roleweave');

  page.once('dialog', (dialog) => void dialog.accept('copy.roleweave'));
  const coming = page.waitForEvent('download');
  await page.keyboard.press('Control+Shift+s');
  const download = await coming;
  expect(download.suggestedFilename()).toBe('copy.roleweave');
  const saved = parseFile(await readFile(await download.path(), 'utf8'));
  expect(saved.ok && [...saved.value.document.nodes.keys()]).toEqual(['collect', 'ship']);
  await expect(page).toHaveTitle('copy.roleweave — Roleweave');
});

test('closing an edited tab asks, and staying keeps it', async ({ page }) => {
  await openPlan(page);
  await page.locator('[data-node-id="clean"]').click();
  await page.keyboard.press('Delete');
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.message());
    void dialog.dismiss();
  });
  await page.keyboard.press('Control+w');
  await expect.poll(() => asked.length).toBe(2);
  expect(asked[0]).toContain('plan.roleweave');
  await expect(page.locator('[data-node-id]')).toHaveCount(2);
  page.removeAllListeners('dialog');
});

test('a picture is painted by the browser and downloaded', async ({ page }) => {
  await openPlan(page);
  page.once('dialog', (dialog) => void dialog.accept('plan.png'));
  await page.keyboard.press('Control+Shift+e');
  const coming = page.waitForEvent('download');
  await page.getByRole('dialog').getByRole('button', { name: 'Save as…' }).click();
  const download = await coming;
  const bytes = await readFile(await download.path());
  expect([...bytes.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG');
  expect(bytes.length).toBeGreaterThan(1000);
});

test('what is copied is pasted, whether the browser lets a page read the clipboard or not', async ({ page }) => {
  await openPlan(page);
  await page.locator('[data-node-id="clean"]').click();
  await page.keyboard.press('Control+c');
  await page.keyboard.press('Control+v');
  await expect(page.locator('[data-node-id]')).toHaveCount(4);
});

test('a large file opens where no worker can be started, too', async ({ page }) => {
  await page.route('**/*.worker*', (route) => route.abort());
  await openFile(page, 'large.roleweave', generateDiagram(2_000));
  await expect(page).toHaveTitle('large.roleweave — Roleweave');
});

test('a tab stays in its row wherever it is dragged: a page has no other windows', async ({ page }) => {
  await openPlan(page);
  await page.keyboard.press('Control+n');
  await page.getByRole('dialog').getByRole('button').filter({ hasText: 'Empty diagram' }).first().click();
  const tabs = page.locator('nav[aria-label="Open diagrams"] li');
  await expect(tabs).toHaveCount(2);
  await page.getByRole('button', { name: 'plan.roleweave', exact: true }).click();
  await page.locator('[data-node-id="clean"]').click();
  await page.keyboard.press('Delete');
  const box = await tabs.first().boundingBox();
  if (box === null) throw new Error('no tab');
  await page.mouse.move(box.x + 30, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 90, box.y + 300, { steps: 6 });
  await page.mouse.up();
  await expect(tabs).toHaveCount(2);
  await expect(page.locator('[data-node-id="ship"]')).toBeVisible();
  await expect(page.locator('[data-node-id="clean"]')).toHaveCount(0);
  await expect(page).toHaveTitle('● plan.roleweave — Roleweave');
});
