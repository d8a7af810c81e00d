import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { _electron } from '@playwright/test';
import { buildAll } from './build.mjs';
import { isDisplayMissing, startVirtualDisplay } from './display.mjs';
import { outDir, repositoryDir } from './paths.mjs';
import { runMain, say } from './run.mjs';
import { resolveRuntime } from './runtime.mjs';
import { ensureSandboxStarts, ensureSystemPackages, isRoot } from './systemLibraries.mjs';

const ownOptions = ['--once', '--watch'];

await runMain(async () => {
  const given = process.argv.slice(2);
  const isOnce = given.includes('--once');
  const watch = given.includes('--watch');
  const appArgs = given.filter((argument) => !ownOptions.includes(argument)).map(fromCallersFolder);

  const runtime = await resolveRuntime();
  const needsXvfb = isDisplayMissing();
  await ensureSystemPackages({ executablePath: runtime.executablePath, needsXvfb });
  await ensureSandboxStarts(runtime.executablePath);
  /** @type {() => void} */
  let restart = () => {};
  /** @type {NodeJS.Timeout | undefined} */
  let pending;
  // A change in shared/ rebuilds several programs; the app starts again once.
  const onRebuild = () => {
    clearTimeout(pending);
    pending = setTimeout(() => restart(), 300);
  };
  await buildAll({ watch, onRebuild });

  const sandboxArgs = isRoot() ? ['--no-sandbox'] : [];
  if (isRoot()) say('running as root, where the Chromium sandbox cannot start: passing --no-sandbox');
  const args = [repositoryDir, ...sandboxArgs, ...appArgs];
  if (needsXvfb || isOnce) return await showPicture(runtime.executablePath, args, { needsXvfb, isOnce });

  let code = 0;
  for (let isWanted = true; isWanted; ) {
    isWanted = false;
    code = await startApp(runtime.executablePath, args, (kill) => {
      restart = () => {
        isWanted = true;
        kill();
      };
    });
  }
  // A watcher would keep the script alive after the last window is closed.
  if (watch) process.exit(code);
  return code;
});

/**
 * npm runs scripts in the project's folder, the user means files in the folder they typed the command in.
 *
 * @param {string} argument
 */
function fromCallersFolder(argument) {
  return argument.startsWith('-') ? argument : resolve(process.env.INIT_CWD ?? process.cwd(), argument);
}

/**
 * @param {string} executablePath @param {readonly string[]} args @param {(kill: () => void) => void} onStart
 * @returns {Promise<number>} exit code
 */
function startApp(executablePath, args, onStart) {
  return new Promise((ended, failed) => {
    const child = spawn(executablePath, args, { stdio: 'inherit', env: appEnvironment(process.env) });
    onStart(() => child.kill());
    const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    process.on('SIGINT', forward).on('SIGTERM', forward);
    child.on('error', failed);
    child.on('exit', (code, signal) => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      ended(signal === null ? (code ?? 1) : 0);
    });
  });
}

/**
 * Starts the app where nobody can see it and says what it looks like.
 *
 * @param {string} executablePath @param {readonly string[]} args
 * @param {{ needsXvfb: boolean, isOnce: boolean }} options
 */
async function showPicture(executablePath, args, { needsXvfb, isOnce }) {
  const display = needsXvfb ? await startVirtualDisplay() : { env: process.env, stop: () => {} };
  const pictureFile = join(outDir, 'first-window.png');
  if (needsXvfb) say(`no display: starting on a virtual one (Xvfb ${display.env.DISPLAY})`);
  const app = await _electron.launch({
    executablePath,
    args: [...args],
    cwd: repositoryDir,
    env: /** @type {Record<string, string>} */ (appEnvironment(display.env)),
    // Playwright adds --no-sandbox unless told that the sandbox is wanted.
    chromiumSandbox: !isRoot(),
    timeout: 60_000,
  });
  // Kept: Playwright no longer knows the process of an app that has ended.
  const child = app.process();
  child.stdout?.pipe(process.stdout);
  const exited = new Promise((done) => child.once('exit', done));
  try {
    const page = await app.firstWindow({ timeout: 60_000 });
    await page.locator('html[data-ready="true"]').waitFor({ state: 'attached', timeout: 60_000 });
    await mkdir(outDir, { recursive: true });
    await page.screenshot({ path: pictureFile });
    say(`picture of the first window: ${pictureFile}`);
    if (!isOnce) {
      say('running until interrupted (Ctrl+C)');
      await exited;
    }
  } finally {
    // exit, not close: nobody could answer a question about unsaved changes.
    await app.evaluate(({ app: electronApp }) => electronApp.exit(0)).catch(() => {});
    await Promise.race([exited, new Promise((done) => setTimeout(done, 5000))]);
    child.kill('SIGKILL');
    display.stop();
  }
  return 0;
}

/**
 * Set by editors that are Electron apps themselves, this variable would make ours plain Node.
 *
 * @param {NodeJS.ProcessEnv} env
 */
function appEnvironment(env) {
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = env;
  return rest;
}
