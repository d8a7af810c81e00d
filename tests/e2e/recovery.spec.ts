import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { nodeId } from '../support/builders';
import { launchApp, type RunningApp } from '../support/electronApp';
import { answerQuestions, chooseToSave, expectUnsaved, pressClose, questionsOf, withFolder } from './support/desktop';
import { clickNode, node, readPlan, writePlan } from './support/plan';

/** A change is in the journal within a second; some more for a busy machine. */
const UNTIL_KEPT_MS = 2000;

async function kill({ app }: RunningApp): Promise<void> {
  const child = app.process();
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGKILL');
  await exited;
}

/** The process that is killed here may leave helpers that still write; they are gone a moment later. */
async function launchOn(userDataDir: string, files: readonly string[] = []): Promise<RunningApp> {
  return await launchApp({ userDataDir, files });
}

test('work that was not saved is back after the app was killed, and the file is as it was', async () => {
  await withFolder(async (folder) => {
    const path = await writePlan(folder);
    const before = await readFile(path, 'utf8');
    const userDataDir = join(folder, 'user');
    const first = await launchOn(userDataDir, [path]);
    await clickNode(first.page, 'clean');
    for (let i = 0; i < 3; i++) await first.page.keyboard.press('ArrowRight');
    await first.page.waitForTimeout(UNTIL_KEPT_MS);
    await clickNode(first.page, 'ship');
    await first.page.keyboard.press('F2');
    await first.page.keyboard.type('배송');
    await first.page.keyboard.press('Enter');
    await first.page.waitForTimeout(UNTIL_KEPT_MS);
    await kill(first);
    expect(await readFile(path, 'utf8')).toBe(before);

    const second = await launchOn(userDataDir);
    await expect(second.page.getByText('Unsaved work was recovered: plan.roleweave.')).toBeVisible();
    await expectUnsaved(second.page, true);
    await expect(node(second.page, 'ship')).toContainText('배송');
    await second.page.keyboard.press('Control+s');
    await expectUnsaved(second.page, false);
    const saved = await readPlan(path);
    expect([saved.nodes.get(nodeId('clean'))?.x, saved.nodes.get(nodeId('ship'))?.label]).toEqual([264, '배송']);
    await second.close();

    // Saved is saved: there is nothing to recover any more.
    const third = await launchOn(userDataDir);
    await expectUnsaved(third.page, false);
    await expect(third.page.getByText(/recovered/)).toHaveCount(0);
    await third.close();
  });
});

test('a diagram that never had a file survives two crashes in a row', async () => {
  await withFolder(async (folder) => {
    const userDataDir = join(folder, 'user');
    const first = await launchOn(userDataDir);
    await first.page.keyboard.press('Control+t');
    await first.page.keyboard.press('Control+Enter');
    await first.page.keyboard.type('Only idea');
    await first.page.keyboard.press('Enter');
    await expect(first.page.locator('[data-node-id]')).toContainText('Only idea');
    await first.page.waitForTimeout(UNTIL_KEPT_MS);
    await kill(first);

    const second = await launchOn(userDataDir);
    await expect(second.page.locator('[data-node-id]')).toContainText('Only idea');
    await second.page.waitForTimeout(UNTIL_KEPT_MS);
    await kill(second);

    const third = await launchOn(userDataDir);
    await expect(third.page.locator('[data-node-id]')).toContainText('Only idea');
    const path = join(folder, 'idea.roleweave');
    await chooseToSave(third.app, path);
    await third.page.keyboard.press('Control+s');
    await expectUnsaved(third.page, false);
    expect((await readPlan(path)).nodes.size).toBe(1);
    await third.close();
  });
});

test('recovered work whose file changed meanwhile is not written over it unasked', async () => {
  await withFolder(async (folder) => {
    const path = await writePlan(folder);
    const userDataDir = join(folder, 'user');
    const first = await launchOn(userDataDir, [path]);
    await clickNode(first.page, 'clean');
    await first.page.keyboard.press('ArrowRight');
    await first.page.waitForTimeout(UNTIL_KEPT_MS);
    await kill(first);
    await rm(path);
    await writePlan(folder, 'plan.roleweave', {
      ...(await readPlan(await writePlan(folder, 'copy.roleweave'))),
      title: 'Theirs',
    });
    const theirs = await readFile(path, 'utf8');

    const second = await launchOn(userDataDir);
    await expectUnsaved(second.page, true);
    await answerQuestions(second.app, 'Cancel', 'Cancel', 'Don’t save');
    await second.page.keyboard.press('Control+s');
    await expect.poll(() => questionsOf(second.app)).not.toEqual([]);
    expect(await readFile(path, 'utf8')).toBe(theirs);
    await pressClose(second.app);
    await second.close();
  });
});

test('a page that crashes comes back with what was in it', async () => {
  await withFolder(async (folder) => {
    const path = await writePlan(folder);
    const window = await launchOn(join(folder, 'user'), [path]);
    const { app, page } = window;
    await clickNode(page, 'clean');
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(UNTIL_KEPT_MS);
    const crashed = page.waitForEvent('crash');
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
    await crashed;
    // The same window loads the app again; Playwright's page of the crashed one cannot follow, so main is asked.
    await expect
      .poll(
        () =>
          app.evaluate(async ({ BrowserWindow }) => {
            const contents = BrowserWindow.getAllWindows()[0]?.webContents;
            if (contents === undefined || contents.isCrashed()) return 'gone';
            return String(await contents.executeJavaScript('document.documentElement.dataset.ready'));
          }),
        { timeout: 15_000 },
      )
      .toBe('true');
    await expect
      .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle()))
      .toBe('● plan.roleweave — Roleweave');
    await window.close();
  });
});
