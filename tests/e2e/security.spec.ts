import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { type RunningApp, untilReady } from '../support/electronApp';
import { launchAppUnprivileged } from '../support/unprivilegedApp';
import { asPage } from './support/asPage';

// One app, started as an ordinary user with the real sandbox; no check may change what the next one finds.
let running: RunningApp;
let page: Page;
const consoleTexts: string[] = [];

test.beforeAll(async () => {
  running = await launchAppUnprivileged({ env: { ELECTRON_ENABLE_SECURITY_WARNINGS: 'true' } });
  page = running.page;
  page.on('console', (message) => consoleTexts.push(message.text()));
});

test.afterAll(async () => {
  await running?.close();
});

test('S01 every page runs sandboxed, isolated and without Node', async () => {
  const preferences = await running.app.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .map((contents) =>
        (contents as unknown as { getLastWebPreferences(): Electron.WebPreferences }).getLastWebPreferences(),
      ),
  );
  expect(preferences.length).toBeGreaterThan(0);
  for (const preference of preferences) {
    expect(preference).toMatchObject({ contextIsolation: true, sandbox: true, webSecurity: true });
    for (const off of [
      'nodeIntegration',
      'nodeIntegrationInWorker',
      'nodeIntegrationInSubFrames',
      'webviewTag',
      'allowRunningInsecureContent',
      'experimentalFeatures',
      'enableBlinkFeatures',
      'plugins',
      'navigateOnDragDrop',
      'spellcheck',
    ] as const) {
      expect(preference[off] || false, off).toBe(false);
    }
  }
});

test('S02 the page process is really in the sandbox', async () => {
  test.skip(process.platform !== 'linux', 'read from /proc');
  const pid = await running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  expect(status).toMatch(/^Seccomp:\s+2$/m);
  expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
});

test('S03 everything shown comes from our own scheme', async () => {
  const urls = await running.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => contents.getURL()),
  );
  for (const url of urls) expect(url).toMatch(/^app:\/\/main\//);
  const resources = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  for (const url of resources) expect(url).toMatch(/^(app:\/\/main\/|data:|blob:)/);
});

test('S04 a strict policy is sent', async () => {
  const header = await page.evaluate(async () => (await fetch('/index.html')).headers.get('content-security-policy'));
  const policy = new Map(
    (header ?? '').split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources.join(' ')];
    }),
  );
  for (const name of ['default-src', 'object-src', 'base-uri', 'frame-src', 'form-action', 'frame-ancestors']) {
    expect(policy.get(name), name).toBe("'none'");
  }
  for (const name of ['script-src', 'style-src', 'font-src', 'connect-src', 'worker-src']) {
    expect(policy.get(name), name).toBe("'self'");
  }
  expect(policy.get('img-src')).toBe("'self' data: blob:");
  expect(header).not.toMatch(/https?:|unsafe|\*/);
});

test('S05 injected script does not run', async () => {
  await asPage(page, () => {
    const add = (tag: string, attributes: Record<string, string>, text = ''): void => {
      const element = document.createElement(tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      element.textContent = text;
      document.body.append(element);
      element.click();
    };
    const pwn = 'globalThis.__pwned = true';
    const blob = (type: string): string => URL.createObjectURL(new Blob([pwn], { type }));
    add('script', {}, pwn);
    add('script', { type: 'module' }, pwn);
    add('script', { src: `data:text/javascript,${pwn}` });
    add('script', { src: blob('text/javascript') });
    add('script', { type: 'module', src: `data:text/javascript,${pwn}` });
    add('img', { src: '/nothing.png', onerror: pwn });
    add('button', { onclick: pwn });
    add('a', { href: `javascript:${pwn}` });
    add('iframe', { srcdoc: `<script>parent.__pwned = true</script>` });
    add('iframe', { src: `javascript:parent.__pwned = true` });
    add('base', { href: 'data:text/html,' });
    add('object', { data: `data:text/html,<script>parent.__pwned = true</script>` });
    add('embed', { src: `data:text/html,<script>parent.__pwned = true</script>` });
    const holder = document.createElement('div');
    holder.insertAdjacentHTML('beforeend', `<svg onload="${pwn}"></svg><details open ontoggle="${pwn}">x</details>`);
    document.body.append(holder);
    const attempts = [
      // biome-ignore lint/security/noGlobalEval: that it is refused is what is tested
      () => globalThis.eval(pwn),
      () => new Function(pwn)(),
      () => setTimeout(pwn as unknown as () => void, 0),
      () => new Worker(blob('text/javascript')),
      () => new Worker(`data:text/javascript,${pwn}`),
      () => new SharedWorker(`data:text/javascript,${pwn}`),
      () => void import(/* @vite-ignore */ `data:text/javascript,${pwn}`).catch(() => undefined),
      () => void navigator.serviceWorker?.register('/index.html').catch(() => undefined),
    ];
    for (const attempt of attempts) {
      try {
        attempt();
      } catch {
        // Refused, as it should be.
      }
    }
  });
  await page.waitForTimeout(700);
  expect(await page.evaluate(() => '__pwned' in globalThis)).toBe(false);
  await page.evaluate(() => {
    for (const element of document.querySelectorAll(
      'body > :is(script:not([src^="./"]), img, button, a, iframe, base, object, embed)',
    )) {
      if (element.id === '' && element.className === '') element.remove();
    }
  });
});

test('S06 there is no Node in the page', async () => {
  const found = await asPage(page, () =>
    [
      'require',
      'process',
      'Buffer',
      'module',
      'exports',
      '__dirname',
      '__filename',
      'global',
      'setImmediate',
      'electron',
      'ipcRenderer',
    ].filter((name) => name in globalThis),
  );
  expect(found).toEqual([]);
});

test('S20 Electron itself finds nothing to warn of', async () => {
  await page.reload();
  await untilReady(page);
  expect(consoleTexts.filter((text) => /Electron Security Warning/i.test(text))).toEqual([]);
});

test('S21 a frame inside the page has neither bridge nor Node', async () => {
  const found = await asPage(page, async () => {
    const names: string[] = [];
    for (const src of ['about:blank', '/index.html']) {
      const frame = document.createElement('iframe');
      frame.src = src;
      document.body.append(frame);
      await new Promise((done) => setTimeout(done, 500));
      const inside = frame.contentWindow as unknown as Record<string, unknown> | null;
      for (const name of ['roleweave', 'require', 'process']) {
        try {
          if (inside?.[name] !== undefined) names.push(`${src} ${name}`);
        } catch {
          // Another origin, such as that of the refusal page.
        }
      }
      frame.remove();
    }
    return names;
  });
  expect(found).toEqual([]);
});
