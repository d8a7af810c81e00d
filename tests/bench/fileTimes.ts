import { spawn } from 'node:child_process';
import { copyFile, open, readFile, rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { repositoryDir } from '../../electron/dev/paths.mjs';
import { answerQuestions, chooseToOpen, pressMenu } from '../e2e/support/desktop';
import type { RunningApp } from '../support/electronApp';
import { answerLimitMs } from './benchPlan';
import type { Drawing } from './drawing';
import { limitTime } from './limitTime';
import { noteLongestFrame } from './longestFrame';
import { placesIn, showView, untilUnsaved } from './views';

const exportLimitMs = 120_000;

export interface FileTimes {
  readonly timesMs: readonly number[];
  /** The longest time without a new frame, each time. */
  readonly longestFramesMs: readonly number[];
}

/** Opens copies of a file through File > Open, one after the other; from the click until all in view is painted. */
export async function measureOpen(running: RunningApp, file: string, count: number): Promise<FileTimes> {
  const { app, page } = running;
  // A page that is busy for long makes the app ask whether to restart it: nobody answers, the limit on time decides.
  await answerQuestions(app);
  const timesMs: number[] = [];
  const longestFramesMs: number[] = [];
  for (let round = 0; round < count; round++) {
    const copy = join(dirname(file), `copy-${round}-${basename(file)}`);
    await copyFile(file, copy);
    await chooseToOpen(app, copy);
    // The canvas of the new tab sets the mark again when its diagram can be seen.
    await page.evaluate(() => delete document.documentElement.dataset.ready);
    const opening = () => timeClick(running, 'file.open', 'html[data-ready="true"]:not(:has([data-sharp="false"]))');
    const { result, longestMs } = await noteLongestFrame(page, opening);
    timesMs.push(result);
    longestFramesMs.push(longestMs);
    const name = await page.locator('[aria-current="page"]').getAttribute('aria-label');
    if (name !== basename(copy)) throw new Error(`${name} was opened in place of ${basename(copy)}`);
    if (round === count - 1) break;
    await pressMenu(app, 'file.close');
    await page.locator(`[aria-current="page"][aria-label="${name}"]`).waitFor({ state: 'detached' });
  }
  return { timesMs, longestFramesMs };
}

/** Nudges a step and saves, again and again; from the click to the end of the unsaved mark. */
export async function measureSave(
  running: RunningApp,
  file: string,
  drawing: Drawing,
  count: number,
): Promise<FileTimes> {
  const { page } = running;
  await limitTime(showView(page, 'near'), answerLimitMs, 'showing the view');
  const { node } = await limitTime(placesIn(page, drawing), answerLimitMs, 'looking for a step');
  await limitTime(page.mouse.click(node.x, node.y), answerLimitMs, 'selecting a step');
  const timesMs: number[] = [];
  const longestFramesMs: number[] = [];
  for (let round = 0; round < count; round++) {
    const before = await readFile(file);
    await limitTime(page.keyboard.press('ArrowRight'), answerLimitMs, 'nudging a step');
    await untilUnsaved(page, answerLimitMs);
    const saving = () => timeClick(running, 'file.save', '[aria-current="page"]:not([aria-label*="unsaved"])');
    const { result, longestMs } = await noteLongestFrame(page, saving);
    timesMs.push(result);
    longestFramesMs.push(longestMs);
    if (before.equals(await readFile(file))) throw new Error('the saved file is the old one');
  }
  return { timesMs, longestFramesMs };
}

/** Time from the click on a menu item to the moment at which something in the page matches a selector, in ms. */
async function timeClick({ app, page }: RunningApp, menuItem: string, selector: string): Promise<number> {
  await noteMatch(page, selector);
  const clickedAtMs = Date.now();
  await pressMenu(app, menuItem);
  const seen = page.evaluate(() => (window as unknown as { matchedAtMs: Promise<number> }).matchedAtMs);
  return (await limitTime(seen, answerLimitMs, menuItem)) - clickedAtMs;
}

async function noteMatch(page: Page, wanted: string): Promise<void> {
  await page.evaluate((selector) => {
    (window as unknown as { matchedAtMs: Promise<number> }).matchedAtMs = new Promise((done) => {
      const look = () => {
        if (document.querySelector(selector) === null) return;
        observer.disconnect();
        done(Date.now());
      };
      const observer = new MutationObserver(look);
      const attributeFilter = ['data-ready', 'data-sharp', 'aria-label'];
      observer.observe(document, { subtree: true, attributes: true, attributeFilter });
      look();
    });
  }, wanted);
}

/** The ruler of saving: the same bytes written as safely as that by plain Node. */
export async function measurePlainWrite(file: string, count: number): Promise<readonly number[]> {
  const bytes = await readFile(file);
  const timesMs: number[] = [];
  for (let round = 0; round < count; round++) {
    const startMs = performance.now();
    const handle = await open(`${file}.tmp`, 'w');
    await handle.writeFile(bytes);
    await handle.sync();
    await handle.close();
    await rename(`${file}.tmp`, `${file}.plain`);
    timesMs.push(performance.now() - startMs);
  }
  return timesMs;
}

/** Starts the command line as people do; from its start to its end. Throws what it said when it failed. */
export async function measureExport(
  file: string,
  output: string,
  options: readonly string[],
  count: number,
): Promise<readonly number[]> {
  const program = join(repositoryDir, 'out', 'cli', 'roleweave.cjs');
  return await timeProgram([program, 'export', file, '-o', output, '--lang', 'en', ...options], count);
}

/** The ruler of the command line: Node, started to do nothing. */
export const measureEmptyNode = (count: number): Promise<readonly number[]> => timeProgram(['-e', '0'], count);

async function timeProgram(args: readonly string[], count: number): Promise<readonly number[]> {
  const timesMs: number[] = [];
  for (let round = 0; round < count; round++) {
    const startMs = performance.now();
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: exportLimitMs });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      errors += chunk;
    });
    const code = await new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done));
    if (code !== 0) throw new Error(errors.trim() || `it ended with ${code ?? 'no answer in time'}`);
    timesMs.push(performance.now() - startMs);
  }
  return timesMs;
}
