import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { repositoryDir } from '../../../electron/dev/paths.mjs';
import { isRoot } from '../../../electron/dev/systemLibraries.mjs';
import { electronPath, environmentFor } from '../../support/electronApp';

/** What the stand-ins of the native dialogs noted, on the main process's global object. */
interface Noted {
  questions: { message: string; detail?: string; buttons: string[] }[];
  answers: string[];
  suggested: string[];
}

/** From now on message boxes are answered by these buttons, in turn. One more question than answers never returns. */
export async function answerQuestions(app: ElectronApplication, ...labels: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, given) => {
    const noted = globalThis as unknown as Noted;
    noted.answers = [...given];
    noted.questions ??= [];
    const show = async (...args: unknown[]) => {
      const options = args.at(-1) as { message: string; detail?: string; buttons: string[] };
      noted.questions.push(options);
      const label = noted.answers.shift();
      if (label === undefined) return await new Promise<never>(() => {});
      const response = options.buttons.indexOf(label);
      if (response < 0) throw new Error(`no button "${label}" among ${options.buttons.join(', ')}`);
      return { response, checkboxChecked: false };
    };
    dialog.showMessageBox = show as unknown as typeof dialog.showMessageBox;
  }, labels);
}

/** The messages of all questions so far. */
export async function questionsOf(app: ElectronApplication): Promise<readonly string[]> {
  return await app.evaluate(() => ((globalThis as unknown as Noted).questions ?? []).map(({ message }) => message));
}

/** The next "save" dialogs answer this path; `null`: cancelled. Answers what was suggested is in `suggestedNames`. */
export async function chooseToSave(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    const noted = globalThis as unknown as Noted;
    noted.suggested ??= [];
    const show = async (...args: unknown[]) => {
      const options = args.at(-1) as { defaultPath?: string };
      noted.suggested.push(options.defaultPath ?? '');
      return filePath === null ? { canceled: true, filePath: '' } : { canceled: false, filePath };
    };
    dialog.showSaveDialog = show as unknown as typeof dialog.showSaveDialog;
  }, path);
}

export async function suggestedNames(app: ElectronApplication): Promise<readonly string[]> {
  return await app.evaluate(() => (globalThis as unknown as Noted).suggested ?? []);
}

export async function chooseToOpen(app: ElectronApplication, ...paths: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    const show = async () => ({ canceled: filePaths.length === 0, filePaths: [...filePaths] });
    dialog.showOpenDialog = show as unknown as typeof dialog.showOpenDialog;
  }, paths);
}

/** Presses an item of the native menu, as a click on it does: once it is there and not greyed out. */
export async function pressMenu(app: ElectronApplication, id: string): Promise<void> {
  const isEnabled = () =>
    app.evaluate(({ Menu }, itemId) => Menu.getApplicationMenu()?.getMenuItemById(itemId)?.enabled ?? false, id);
  await expect.poll(isEnabled, { message: `the menu offers ${id}` }).toBe(true);
  await app.evaluate(({ Menu, BrowserWindow }, itemId) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(itemId);
    if (item == null) throw new Error(`the menu has no item ${itemId}`);
    item.click(undefined, BrowserWindow.getAllWindows()[0]);
  }, id);
}

export async function titlesOf(app: ElectronApplication): Promise<readonly string[]> {
  return await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getTitle()));
}

/** Asks the first window to close, as its close button does. */
export async function pressClose(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
}

/** Closes the only window by its close button and waits until the app has written what it keeps and has ended. */
export async function closeAndEnd(app: ElectronApplication): Promise<void> {
  const ended = app.waitForEvent('close');
  // The answer may be cut off by the end.
  await pressClose(app).catch(() => undefined);
  await ended;
}

/** Names of the tabs, unsaved ones as screen readers hear them. */
export function tabs(page: Page) {
  return page
    .getByRole('navigation', { name: /Open diagrams|열린 다이어그램/ })
    .locator('button[title], button[aria-current]');
}

export async function expectUnsaved(page: Page, isUnsaved: boolean): Promise<void> {
  await expect(page.locator('[aria-current="page"]')).toHaveAttribute(
    'aria-label',
    isUnsaved ? /unsaved|저장하지 않/i : /^(?!.*(unsaved|저장하지 않))/i,
  );
}

/** A folder for the files of one test. */
export async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'roleweave-files-'));
  try {
    await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Starts the app once more on the same user data, as a double click on a file does; answers its exit code. */
export async function startAgain(userDataDir: string, file: string, cwd: string): Promise<number | null> {
  const child = spawn(
    await electronPath(),
    [repositoryDir, ...(isRoot() ? ['--no-sandbox'] : []), `--user-data-dir=${userDataDir}`, file],
    { cwd, env: await environmentFor({}), stdio: 'ignore' },
  );
  const tooLong = setTimeout(() => child.kill('SIGKILL'), 20_000);
  const code = await new Promise<number | null>((done) => child.once('exit', (exitCode) => done(exitCode)));
  clearTimeout(tooLong);
  return code;
}
