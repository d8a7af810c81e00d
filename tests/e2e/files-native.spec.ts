import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { repositoryDir } from '../../electron/dev/paths.mjs';
import { isRoot } from '../../electron/dev/systemLibraries.mjs';
import { translator } from '../../shared/i18n/translator';
import type { Bridge } from '../../shared/ipc/contract';
import { electronPath, environmentFor, launchApp, type RunningApp, untilReady } from '../support/electronApp';

declare const roleweave: Bridge;

let folder: string;
let running: RunningApp | null = null;

test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roleweave-native-'));
});

test.afterEach(async () => {
  await running?.close();
  running = null;
  rmSync(folder, { recursive: true, force: true });
});

function aFile(name: string): string {
  const path = join(folder, name);
  copyFileSync(join(repositoryDir, 'assets/templates/hiring.roleweave'), path);
  return path;
}

async function start(options: Parameters<typeof launchApp>[0] = {}): Promise<RunningApp> {
  running = await launchApp({ userDataDir: join(folder, 'user data'), ...options });
  return running;
}

const titles = ({ app }: RunningApp): Promise<readonly string[]> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getTitle()));

const tabs = (page: Page) =>
  page.getByRole('navigation', { name: translator('en')('tabs.label') }).getByRole('listitem');

/** A second start of the app on the same settings; answers its exit code and how long it took. */
async function startAgain(
  workingFolder: string,
  args: readonly string[],
): Promise<{ code: number | null; tookMs: number }> {
  const startMs = Date.now();
  const all = [
    repositoryDir,
    ...(isRoot() ? ['--no-sandbox'] : []),
    `--user-data-dir=${join(folder, 'user data')}`,
    ...args,
  ];
  const child = spawn(await electronPath(), all, {
    cwd: workingFolder,
    env: await environmentFor({}),
    stdio: 'ignore',
    timeout: 20_000,
  });
  const code = await new Promise<number | null>((done) => child.once('exit', done));
  return { code, tookMs: Date.now() - startMs };
}

test('S22 a second start hands its files over, taken from its own folder, and ends with 0', async () => {
  const app = await start({ files: [aFile('첫째.roleweave')] });
  await expect.poll(() => titles(app)).toEqual([expect.stringContaining('첫째.roleweave')]);
  mkdirSync(join(folder, 'sub'));
  const second = join(folder, 'sub', 'second.roleweave');
  copyFileSync(aFile('x.roleweave'), second);

  expect(
    (await startAgain(join(folder, 'sub'), ['second.roleweave', '--inspect=0', '--remote-debugging-port=0'])).code,
  ).toBe(0);
  await expect.poll(() => titles(app)).toEqual([expect.stringContaining('second.roleweave')]);
  await expect(tabs(app.page)).toHaveCount(2);

  // The same file again, through a link and as an address: it comes to the front, once.
  symlinkSync(second, join(folder, 'link.roleweave'));
  expect(
    (await startAgain(folder, ['link.roleweave', `file://${encodeURI(join(folder, '첫째.roleweave'))}`])).code,
  ).toBe(0);
  await expect.poll(() => titles(app)).toEqual([expect.stringContaining('첫째.roleweave')]);
  await expect(tabs(app.page)).toHaveCount(2);

  // Nothing to open: the running app comes to the front.
  expect((await startAgain(folder, [])).code).toBe(0);
  await expect(tabs(app.page)).toHaveCount(2);
  expect(await titles(app)).toHaveLength(1);
});

test('a file that is missing, or no project, is reported and changes nothing', async () => {
  const app = await start();
  writeFileSync(join(folder, 'letter.json'), '{"dear": "reader"}');
  const before = await titles(app);
  const count = await tabs(app.page).count();
  await startAgain(folder, ['gone.roleweave', 'letter.json']);
  await expect(app.page.getByText(/gone\.roleweave/).first()).toBeVisible();
  await expect(app.page.getByText(/letter\.json/).first()).toBeVisible();
  expect(await titles(app)).toEqual(before);
  await app.page.keyboard.press('Escape');
  await expect(tabs(app.page)).toHaveCount(count);
  expect(await app.page.evaluate(() => roleweave.request['file.recent']())).toEqual([]);
});

test('two windows never show one file: the one that has it comes to the front', async () => {
  const app = await start({ files: [aFile('plan.roleweave')] });
  const [first] = await titles(app);
  expect(first).toContain('plan.roleweave');
  const opening = app.app.waitForEvent('window');
  await app.page.evaluate(() => roleweave.request['window.new']());
  const other = await opening;
  await untilReady(other);
  const asked = await other.evaluate(async () => {
    const [recent] = await roleweave.request['file.recent']();
    return recent && (await roleweave.request['file.open'](recent.handle));
  });
  expect(asked).toEqual({ ok: false, error: { type: 'openElsewhere', name: 'plan.roleweave' } });
  const focused = (): Promise<string | undefined> =>
    app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.getTitle());
  await expect.poll(focused).toContain('plan.roleweave');
  // Once its window lets it go, the file is free.
  await app.page.close();
  const opened = await other.evaluate(async () => {
    const [recent] = await roleweave.request['file.recent']();
    return recent && (await roleweave.request['file.open'](recent.handle));
  });
  expect(opened).toMatchObject({ ok: true });
});

test('native file dialogs speak the language that is set, and start with a proper name', async () => {
  const app = await start({ lang: 'ko' });
  await app.app.evaluate(({ dialog }) => {
    Object.assign(dialog, {
      showSaveDialog: async (_window: unknown, options: Electron.SaveDialogOptions) => {
        Object.assign(globalThis, { options });
        return { canceled: true, filePath: '' };
      },
    });
  });
  await app.page.evaluate(() => roleweave.request['file.saveAs']('역할/협업: 계획', '{}'));
  const options = await app.app.evaluate(
    () => (globalThis as unknown as { options: Electron.SaveDialogOptions }).options,
  );
  expect(options.title).toBe('프로젝트 저장');
  expect(options.filters?.[0]).toEqual({ name: 'Roleweave 프로젝트', extensions: ['roleweave'] });
  expect(options.defaultPath).toMatch(/역할 협업 계획\.roleweave$/);
});

test('a damaged settings file and a window far away cost nothing but themselves', async () => {
  const userData = join(folder, 'user data');
  mkdirSync(userData);
  writeFileSync(join(userData, 'settings.json'), '{"theme": "da');
  writeFileSync(join(userData, 'recent.json'), '{}');
  writeFileSync(join(userData, 'window.json'), '{"x":-9000,"y":9000,"width":1000,"height":700,"maximized":false}');
  const app = await start();
  const seen = await app.app.evaluate(({ BrowserWindow, screen }) => {
    const bounds = BrowserWindow.getAllWindows()[0]?.getBounds();
    return { bounds, area: screen.getPrimaryDisplay().workArea };
  });
  expect(seen.bounds).toMatchObject({ width: 1000, height: 700 });
  expect(seen.bounds?.x).toBeGreaterThanOrEqual(seen.area.x);
  expect((seen.bounds?.x ?? 0) + 1000).toBeLessThanOrEqual(seen.area.x + seen.area.width);
  expect(readFileSync(join(userData, 'settings.damaged-1.json'), 'utf8')).toBe('{"theme": "da');
});

test('everything that ships names its licence', async () => {
  const app = await start();
  const licences = await app.page.evaluate(() => roleweave.request['app.licences']());
  const names = licences.map(({ name }) => name);
  for (const part of [
    'Electron',
    'Pretendard',
    'Lucide',
    'react ',
    'react-dom ',
    '@xyflow/react ',
    '@base-ui/react ',
    '@resvg/resvg-wasm ',
    'zod ',
    'zustand ',
  ]) {
    expect(
      names.some((name) => name.startsWith(part)),
      part,
    ).toBe(true);
  }
  for (const { name, licence, text } of licences) {
    expect(licence, name).toMatch(/^\(?[A-Z]/);
    expect(text.length, name).toBeGreaterThan(100);
  }
});

test('nothing is written outside the folder of --user-data-dir', async () => {
  const home = join(folder, 'home');
  mkdirSync(home);
  const app = await start({ env: { HOME: home, XDG_CONFIG_HOME: undefined } });
  await app.page.evaluate(() => roleweave.request['clipboard.writeText']('x'));
  expect(existsSync(join(home, '.config', 'Roleweave'))).toBe(false);
  expect(existsSync(join(folder, 'user data'))).toBe(true);
});
