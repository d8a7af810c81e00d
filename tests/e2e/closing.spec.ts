import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launchApp, type RunningApp } from '../support/electronApp';

// Ways in which a window ends other than by a save: none may cost work, none may keep the app from ending.
let userDataDir: string;
let running: RunningApp;
let child: ChildProcess;

async function start(): Promise<void> {
  running = await launchApp({ userDataDir });
  child = running.app.process();
}

test.beforeEach(async () => {
  userDataDir = mkdtempSync(join(tmpdir(), 'roleweave-closing-'));
  await start();
});

test.afterEach(async () => {
  if (child.exitCode === null && child.signalCode === null) await running.close();
  rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
});

const title = (): Promise<string | undefined> =>
  running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());

/** Deletes a step of the diagram and waits until its journal is on disk; answers how many steps are left. */
async function makeChange(): Promise<number> {
  const { page } = running;
  const steps = page.locator('[data-node-id]');
  const before = await steps.count();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect.poll(title).toMatch(/^● /);
  await expect.poll(() => steps.count()).toBeLessThan(before);
  await page.waitForTimeout(1_200);
  return await steps.count();
}

/**
 * Asked of the main process, since Playwright gives up a page that crashed or tried to navigate. A page that is not
 * there (yet) answers `undefined`.
 */
async function inPage<T>(script: string): Promise<T | undefined> {
  return (await running.app.evaluate(({ BrowserWindow }, code) => {
    const asked = BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code);
    return Promise.race([asked?.catch(() => undefined), new Promise((done) => setTimeout(done, 1_000))]);
  }, script)) as T | undefined;
}

const isReady = (): Promise<string | undefined> => inPage('document.documentElement.dataset.ready');
const stepCount = (): Promise<number | undefined> => inPage("document.querySelectorAll('[data-node-id]').length");

async function answerQuestions(button: number): Promise<void> {
  await running.app.evaluate(({ dialog }, response) => {
    const questions: string[] = [];
    Object.assign(globalThis, { questions });
    Object.assign(dialog, {
      showMessageBox: async (...args: unknown[]) => {
        questions.push((args.at(-1) as Electron.MessageBoxOptions).message);
        return { response, checkboxChecked: false };
      },
    });
  }, button);
}

const questions = (): Promise<readonly string[]> =>
  running.app.evaluate(() => (globalThis as unknown as { questions: string[] }).questions);

async function exitCode(withinMs: number): Promise<number | null> {
  if (child.exitCode !== null) return child.exitCode;
  return await new Promise((done, fail) => {
    child.once('exit', (code) => done(code));
    setTimeout(() => fail(new Error(`still running after ${withinMs} ms`)), withinMs);
  });
}

test('a page that hangs can be closed, and says so first', async () => {
  await answerQuestions(1);
  await inPage('void setTimeout(() => { for (;;); }, 50)');
  await running.page.waitForTimeout(300);
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  expect(await exitCode(15_000)).toBe(0);
});

test('a hung page that the user wants to wait for stays', async () => {
  await answerQuestions(0);
  await inPage('void setTimeout(() => { const end = Date.now() + 7000; while (Date.now() < end); }, 50)');
  await running.page.waitForTimeout(300);
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(questions, { timeout: 10_000 }).toEqual(['The window does not respond.']);
  expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('after a crash of the page the window is back within five seconds with the unsaved work', async () => {
  const left = await makeChange();
  const startMs = Date.now();
  await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await expect.poll(isReady, { intervals: [100] }).toBe('true');
  expect(Date.now() - startMs).toBeLessThan(5_000);
  await expect.poll(title).toMatch(/^● /);
  await expect.poll(stepCount).toBe(left);
});

test('a page that crashes again and again does not do so for ever', async () => {
  await answerQuestions(1);
  for (let crash = 1; crash <= 3; crash++) {
    await running.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
    });
    if (crash === 3) break;
    await expect.poll(isReady, { timeout: 20_000 }).toBe('true');
  }
  expect(await exitCode(15_000)).toBe(0);
});

test('S08b a link to about:blank neither empties the window nor costs a change', async () => {
  const { page } = running;
  const clickBlank = (): Promise<void> =>
    page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'about:blank';
      link.id = 'blank';
      link.textContent = 'blank';
      link.style.cssText = 'position:fixed;top:0;left:0;z-index:99999;background:red';
      document.body.append(link);
    });
  // Nothing unsaved: the page may go for a moment, and is brought back.
  await clickBlank();
  await page.locator('#blank').click();
  await expect.poll(() => page.url()).toBe('app://main/index.html');
  await expect(page.locator('html[data-ready="true"]')).toBeAttached({ timeout: 15_000 });
  await expect(page.locator('#blank')).toHaveCount(0);

  const left = await makeChange();
  await clickBlank();
  await page.locator('#blank').click({ noWaitAfter: true });
  await page.waitForTimeout(1_500);
  expect(await inPage('location.href')).toBe('app://main/index.html');
  await expect.poll(title).toMatch(/^● /);
  expect(await stepCount()).toBe(left);
  expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('reloading the window keeps what is unsaved', async () => {
  const left = await makeChange();
  await inPage("void roleweave.request['window.command']('reload')");
  await expect.poll(isReady).toBe('true');
  await expect.poll(title).toMatch(/^● /);
  await expect(running.page.locator('[data-node-id]')).toHaveCount(left);
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} ends the app without questions, and the next start has the unsaved work`, async () => {
    const left = await makeChange();
    child.kill(signal);
    expect(await exitCode(10_000)).toBe(0);
    await start();
    await expect.poll(title).toMatch(/^● /);
    await expect(running.page.locator('[data-node-id]')).toHaveCount(left);
  });
}
