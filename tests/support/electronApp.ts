import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { startVirtualDisplay } from '../../electron/dev/display.mjs';
import { repositoryDir } from '../../electron/dev/paths.mjs';
import { resolveRuntime } from '../../electron/dev/runtime.mjs';
import { isRoot } from '../../electron/dev/systemLibraries.mjs';

/** A running app and its first window, which shows a painted diagram. */
export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userDataDir: string;
  /** Ends the app at once, without its question about unsaved changes; may be called twice. */
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Absolute paths, opened as if given on the command line. */
  readonly files?: readonly string[];
  /** Default: a fresh folder, removed by `close`. A folder given here is kept, for tests that start again on it. */
  readonly userDataDir?: string;
  /** Added to the environment, or taken out of it where undefined. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** More switches, such as `--force-device-scale-factor=2`. */
  readonly args?: readonly string[];
  /** Written to the settings before the start. Default: follows the system, which speaks English here. */
  readonly lang?: 'ko' | 'en';
  readonly theme?: 'light' | 'dark';
}

/** Where and what to start; differs for the packaged app and for the run as another user. */
interface Launcher {
  readonly executablePath: string;
  /** The app's folder, or nothing for a packaged app. */
  readonly appArgs: readonly string[];
  readonly hasSandbox: boolean;
  /** Called with a folder before the app uses it. */
  prepareDir?(dir: string): Promise<void>;
}

/** Starts the built app in a window of its own virtual screen and waits until its first diagram is painted. */
export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  return await launchWith(
    { executablePath: await electronPath(), appArgs: [repositoryDir], hasSandbox: !isRoot() },
    options,
  );
}

/** Starts the app that `npm run dist:dir` packaged. */
export async function launchPackagedApp(executablePath: string, options: LaunchOptions = {}): Promise<RunningApp> {
  return await launchWith({ executablePath, appArgs: [], hasSandbox: !isRoot() }, options);
}

/** For tests that need another launcher, such as the one of `unprivilegedApp.ts`. */
export async function launchWith(launcher: Launcher, options: LaunchOptions = {}): Promise<RunningApp> {
  const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'roleweave-test-')));
  await mkdir(userDataDir, { recursive: true });
  if (options.lang || options.theme) await writeSettings(userDataDir, options);
  await launcher.prepareDir?.(userDataDir);
  const app = await launchElectron(
    {
      executablePath: launcher.executablePath,
      args: [
        ...launcher.appArgs,
        ...(launcher.hasSandbox ? [] : ['--no-sandbox']),
        `--user-data-dir=${userDataDir}`,
        ...(options.args ?? []),
        ...(options.files ?? []),
      ],
      env: await environmentFor(options),
      chromiumSandbox: launcher.hasSandbox,
    },
    userDataDir,
  );
  // Kept: Playwright no longer knows the process of an app that has ended.
  const child = app.process();
  const close = async () => {
    await endProcess(app, child);
    if (options.userDataDir === undefined) await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const page = await app.firstWindow({ timeout: 30_000 });
    await untilReady(page);
    return { app, page, userDataDir, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Now and then, while other tests run, a launch never answers; why is not known, and neither whether the driver or the
 * app hangs: our main file has been read by then, `ready` may not have come through. It is tried once more, and what
 * the app had written until then is told, so that the next time shows how far it got.
 */
async function launchElectron(
  options: Parameters<typeof _electron.launch>[0],
  userDataDir: string,
): Promise<ElectronApplication> {
  try {
    return await _electron.launch({ ...options, timeout: 20_000 });
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('electron.launch: Timeout'))) throw error;
    const written = (await readdir(userDataDir)).sort().join(', ');
    console.warn(`A launch did not answer and is tried once more. Written until then: ${written || 'nothing'}`);
    return await _electron.launch({ ...options, timeout: 20_000 });
  }
}

/** Waits until a window's diagram is painted; also after a reload or in a second window. */
export async function untilReady(page: Page): Promise<void> {
  await page.locator('html[data-ready="true"]').waitFor({ state: 'attached', timeout: 30_000 });
  // The panels are filled once the diagram can be seen: "the first button that says" is another one until then.
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[data-region="left"], [data-region="right"]')].every(
      ({ childElementCount }) => childElementCount > 0,
    ),
  );
}

/** Path of the Electron executable the runner chose, or of the one this machine has. */
export async function electronPath(): Promise<string> {
  return process.env.ROLEWEAVE_ELECTRON ?? (await resolveRuntime()).executablePath;
}

/**
 * The environment a test's app lives in: its own screen, since two tests on one screen would share a clipboard, and no
 * language but the one the test names.
 */
export async function environmentFor({ env }: LaunchOptions): Promise<Record<string, string>> {
  const merged: Record<string, string | undefined> = {
    ...(await ownDisplay()),
    LANG: 'en_US.UTF-8',
    LANGUAGE: 'en',
    LC_ALL: undefined,
    ELECTRON_RUN_AS_NODE: undefined,
    ...env,
  };
  return Object.fromEntries(
    Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

let display: ReturnType<typeof startVirtualDisplay> | undefined;

/** One virtual screen for each worker process; it ends with it. */
async function ownDisplay(): Promise<NodeJS.ProcessEnv> {
  if (process.platform !== 'linux') return process.env;
  display ??= startVirtualDisplay();
  return (await display).env;
}

async function writeSettings(userDataDir: string, { lang, theme }: LaunchOptions): Promise<void> {
  const settings = { language: lang ?? 'system', theme: theme ?? 'system' };
  await writeFile(join(userDataDir, 'settings.json'), `${JSON.stringify(settings, null, 2)}\n`);
}

async function endProcess(app: ElectronApplication, child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  // exit, not close: nobody could answer a question about unsaved changes. It may cut its own answer off.
  const asked = app.evaluate(({ app: electronApp }) => electronApp.exit(0)).catch(() => undefined);
  const giveUp = new Promise<void>((done) => setTimeout(done, 5000));
  await Promise.race([exited, Promise.all([asked, giveUp])]);
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL');
    await exited;
  }
}
