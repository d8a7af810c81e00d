import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { serializeFile } from '../../shared/file/serialize';
import { generateDiagram } from '../bench/generateDiagram';
import { launchApp, type RunningApp } from '../support/electronApp';
import { chooseToOpen, withFolder } from './support/desktop';

// What small files do at once, large ones do beside the window.

let running: RunningApp | undefined;

test.afterEach(async () => {
  await running?.close();
  running = undefined;
});

const large = serializeFile(generateDiagram(2_000));

test('a large file is read by a worker, and a damaged one says the same as a small one', async () => {
  await withFolder(async (folder) => {
    const path = join(folder, 'large.roleweave');
    const cut = join(folder, 'cut.roleweave');
    await writeFile(path, large);
    await writeFile(cut, large.slice(0, -2_000));
    running = await launchApp({ lang: 'en' });
    const { app, page } = running;
    const workers: string[] = [];
    page.on('worker', (worker) => workers.push(worker.url()));

    await chooseToOpen(app, cut);
    await page.keyboard.press('Control+o');
    await expect(page.getByRole('dialog')).toContainText('cut.roleweave');
    await page.keyboard.press('Escape');

    await chooseToOpen(app, path);
    await page.keyboard.press('Control+o');
    await expect(page.locator('[aria-current="page"]')).toHaveAttribute('aria-label', 'large.roleweave');
    await expect(page.locator('footer')).toContainText('Tasks 1558');
    expect(workers).toEqual([
      expect.stringContaining('projectFiles.worker'),
      expect.stringContaining('projectFiles.worker'),
    ]);
    await expect.poll(() => page.workers().length).toBe(0);
  });
});
