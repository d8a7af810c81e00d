import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { repositoryDir } from '../../electron/dev/paths.mjs';
import type { Bridge, DocumentHandle, FileStamp } from '../../shared/ipc/contract';
import { launchApp, type RunningApp } from '../support/electronApp';
import { asPage } from './support/asPage';

declare const roleweave: Bridge;

let running: RunningApp;
let page: Page;
let folder: string;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'roleweave-ipc-'));
  running = await launchApp();
  page = running.page;
  // What asks the user answers at once with what changes least, and says that it was asked.
  await running.app.evaluate(({ dialog, shell }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked, rejections: [] as string[] });
    process.on('unhandledRejection', (reason) => {
      (globalThis as unknown as { rejections: string[] }).rejections.push(String(reason));
    });
    Object.assign(dialog, {
      showMessageBox: async () => ({ response: 1, checkboxChecked: false }),
      showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
      showSaveDialog: async () => ({ canceled: true, filePath: '' }),
    });
    Object.assign(shell, { openExternal: async (url: string) => void asked.push(url) });
  });
});

test.afterAll(async () => {
  await running?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('S07 the bridge is narrow and cannot be replaced', async () => {
  const found = await page.evaluate(() => {
    const names: string[] = [];
    for (const part of [roleweave, roleweave.request]) names.push(...Object.keys(part));
    const before = roleweave.request['file.open'];
    const tries = [
      () => Object.assign(roleweave.request, { 'file.open': () => 1 }),
      () => Object.assign(roleweave, { request: {} }),
      () => Object.assign(globalThis, { roleweave: {} }),
      () => delete (globalThis as unknown as Record<string, unknown>).roleweave,
    ];
    for (const attempt of tries) {
      try {
        attempt();
      } catch {
        // Refused, as it should be.
      }
    }
    return { names, same: roleweave.request['file.open'] === before };
  });
  expect(found.same).toBe(true);
  expect(found.names).toContain('file.open');
  for (const name of found.names) expect(name).not.toMatch(/^(invoke|send|sendSync|on|once|ipc|internal)/i);
});

test('S10 links: only web and mail addresses are opened, and only after a question', async () => {
  const evil = [
    'javascript:1',
    'file:///etc/passwd',
    'data:text/html,x',
    'smb://a/b',
    'vscode://x',
    '\\\\a\\b',
    ' https://a.org',
    'https://u:p@a.org',
    `https://a.org/${'x'.repeat(3000)}`,
    'app://main/',
  ];
  for (const url of evil) {
    await expect(page.evaluate((address) => roleweave.request['link.open'](address), url)).rejects.toThrow(/refused/);
  }
  const asked = (): Promise<readonly string[]> =>
    running.app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  await page.evaluate(() => roleweave.request['link.open']('https://example.org/'));
  expect(await asked(), 'the question was answered with Cancel').toEqual([]);
  await running.app.evaluate(({ dialog }) => {
    Object.assign(dialog, { showMessageBox: async () => ({ response: 0, checkboxChecked: false }) });
  });
  await page.evaluate(() => roleweave.request['link.open']('https://example.org/a'));
  expect(await asked()).toEqual(['https://example.org/a']);
  await running.app.evaluate(({ dialog }) => {
    Object.assign(dialog, { showMessageBox: async () => ({ response: 1, checkboxChecked: false }) });
  });
});

test("S16 a channel answers nobody but the app's own top frame", async () => {
  await asPage(page, () => {
    const frame = document.createElement('iframe');
    frame.id = 'stranger';
    document.body.append(frame);
  });
  const outcome = await running.app.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('no window');
    const { webContents } = window;
    const top = webContents.mainFrame;
    const child = top.frames[0];
    const hidden = new BrowserWindow({ show: false });
    await hidden.loadURL('data:text/html,stranger');
    const fake = (url: string): object => ({ parent: null, routingId: top.routingId, processId: top.processId, url });
    const events = [
      { sender: webContents, senderFrame: null },
      { sender: webContents, senderFrame: child },
      { sender: webContents, senderFrame: hidden.webContents.mainFrame },
      { sender: webContents, senderFrame: fake('https://evil.example/') },
      { sender: webContents, senderFrame: fake('app://main.evil/index.html') },
      { sender: hidden.webContents, senderFrame: hidden.webContents.mainFrame },
      { sender: hidden.webContents, senderFrame: top },
    ];
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (...args: unknown[]) => unknown> })
      ._invokeHandlers;
    const wrong: string[] = [];
    for (const [name, handler] of handlers) {
      for (const [index, event] of events.entries()) {
        const answer = await Promise.resolve()
          .then(() => handler(event))
          .then(
            () => 'answered',
            (error: unknown) => String(error),
          );
        if (!answer.includes("not asked by the app's own page")) wrong.push(`${name} ${index}: ${answer}`);
      }
    }
    hidden.destroy();
    return { wrong, channels: handlers.size, hasChild: child !== undefined };
  });
  expect(outcome.hasChild).toBe(true);
  expect(outcome.channels).toBeGreaterThan(20);
  // Electron 25 hands handlers a reply function of its own; what counts is that none of ours answered.
  expect(outcome.wrong).toEqual([]);
  await page.evaluate(() => document.getElementById('stranger')?.remove());
});

test('S16 a strange page that got our preload is refused', async () => {
  const answers = await running.app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { preload, sandbox: true, contextIsolation: true },
      });
      await stranger.loadURL('data:text/html,stranger');
      const answer: unknown = await stranger.webContents.executeJavaScript(`Promise.all(
        Object.keys(roleweave.request).map((name) => roleweave.request[name]().then(() => name, (error) => error.message)))`);
      stranger.destroy();
      return answer as string[];
    },
    join(repositoryDir, 'out/preload/preload.cjs'),
  );
  expect(answers.length).toBeGreaterThan(20);
  for (const answer of answers) expect(answer).toContain("not asked by the app's own page");
});

test('S18 the page cannot name a path', async () => {
  const victim = join(folder, 'victim.roleweave');
  writeFileSync(victim, 'untouched');
  const outcome = await page.evaluate(async (path) => {
    const { request } = roleweave;
    const handle = path as DocumentHandle;
    const named = new File(['x'], path);
    const faked = new File(['x'], 'x.roleweave');
    Object.defineProperty(faked, 'path', { value: path });
    return {
      open: await request['file.open'](handle),
      stamp: await request['file.stamp'](handle),
      save: await request['file.save'](handle, 'pwned', 'overwrite'),
      guarded: await request['file.save'](handle, 'pwned', { ifStamp: '' as FileStamp }),
      saveAs: await request['file.saveAs'](path, 'pwned'),
      dropped: await Promise.all(
        [path, { path }, named, faked, new Blob(['x']), null].map((file) => roleweave.fileDropped(file)),
      ),
    };
  }, victim);
  const unknown = { ok: false, error: { type: 'unknownHandle' } };
  expect(outcome).toEqual({
    open: unknown,
    stamp: unknown,
    save: unknown,
    guarded: unknown,
    // The dialog decides where, and it was cancelled.
    saveAs: { ok: true, value: null },
    dropped: [null, null, null, null, null, null],
  });
  expect(readFileSync(victim, 'utf8')).toBe('untouched');
  expect(readdirSync(folder)).toEqual(['victim.roleweave']);
});

test('S17, S19 strange arguments are refused at once and leave no trace', async () => {
  // Last in this file: what it may do lawfully (a menu without items, another theme) is not put back.
  test.setTimeout(180_000);
  const outcome = await page.evaluate(async () => {
    const loop: Record<string, unknown> = {};
    loop.self = loop;
    const values: unknown[] = [
      undefined,
      null,
      true,
      0,
      -1,
      Number.POSITIVE_INFINITY,
      Number.NaN,
      '',
      'x',
      '../../etc/passwd',
      '/etc/passwd',
      '\0',
      '\ud800',
      '__proto__',
      'javascript:1',
      'a'.repeat(100_000),
      10n ** 30n,
      [],
      [[]],
      ['x'],
      [null],
      {},
      { x: 1 },
      { __proto__: { polluted: 1 } },
      JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
      { toString: 1 },
      { valueOf: 1 },
      new Date(),
      new Map(),
      new Uint8Array(4),
      new ArrayBuffer(8),
      /x/,
      new Error('x'),
      loop,
    ];
    const hung: string[] = [];
    let refused = 0;
    let calls = 0;
    for (const [name, call] of Object.entries(roleweave.request) as [
      string,
      (...args: unknown[]) => Promise<unknown>,
    ][]) {
      for (const value of values) {
        for (const args of [[value], [value, value], ['x', value], [value, 'x', value], ['x', 'x', value]]) {
          calls += 1;
          const ended = await Promise.race([
            Promise.resolve()
              .then(() => call(...args))
              .then(
                () => 'answered',
                () => 'refused',
              ),
            new Promise<string>((done) => setTimeout(() => done('hung'), 5_000)),
          ]);
          if (ended === 'hung') hung.push(name);
          if (ended === 'refused') refused += 1;
        }
      }
    }
    const traces = (): string[] => {
      const found: string[] = [];
      for (const key in {}) found.push(key);
      return found;
    };
    return { hung, refused, calls, traces: traces() };
  });
  expect(outcome.hung).toEqual([]);
  expect(outcome.traces).toEqual([]);
  expect(outcome.refused / outcome.calls).toBeGreaterThan(0.85);
  const main = await running.app.evaluate(() => {
    const found: string[] = [];
    for (const key in {}) found.push(key);
    return { traces: found, rejections: (globalThis as unknown as { rejections: string[] }).rejections };
  });
  expect(main).toEqual({ traces: [], rejections: [] });
});
