import { expect, type Page, test } from '@playwright/test';
import type { RunningApp } from '../support/electronApp';
import { launchAppUnprivileged } from '../support/unprivilegedApp';
import { asPage } from './support/asPage';
import { type Canary, startCanary } from './support/canary';

// What a page that was taken over might try in order to get out. Nobody may ever reach the canary.
let running: RunningApp;
let canary: Canary;
let page: Page;

test.beforeAll(async () => {
  canary = await startCanary();
  running = await launchAppUnprivileged();
  page = running.page;
});

test.afterAll(async () => {
  await running?.close();
  await canary?.close();
});

test.afterEach(() => {
  expect(page.url()).toMatch(/^app:\/\/main\/index\.html#?$/);
  expect(canary.hits).toEqual([]);
});

const settle = (): Promise<void> => page.waitForTimeout(700);
const contentsCount = (): Promise<number> =>
  running.app.evaluate(({ webContents }) => webContents.getAllWebContents().length);

test('S08 nothing navigates the page away', async () => {
  const targets = [
    `${canary.httpUrl}/`,
    'file:///etc/passwd',
    'data:text/html,x',
    'app://other/index.html',
    'chrome://gpu',
  ];
  await page.evaluate(() => Object.assign(globalThis, { stayed: true }));
  for (const target of targets) {
    // One after the other, since a later navigation calls off an earlier one.
    for (const way of ['href', 'assign', 'replace', 'link', 'form'] as const) {
      await asPage(
        page,
        (url: string, how: string) => {
          if (how === 'href') location.href = url;
          else if (how === 'assign') location.assign(url);
          else if (how === 'replace') location.replace(url);
          else if (how === 'link') {
            const link = document.createElement('a');
            link.href = url;
            link.click();
          } else {
            const form = document.createElement('form');
            form.action = url;
            document.body.append(form);
            form.submit();
            form.remove();
          }
        },
        target,
        way,
      );
      await page.waitForTimeout(250);
      expect(page.url(), `${target} ${way}`).toBe('app://main/index.html');
      // Coming back after having been away would have cost the unsaved work.
      expect(await page.evaluate(() => 'stayed' in globalThis), `${target} ${way}`).toBe(true);
    }
  }
});

test('S09 no new window opens', async () => {
  const before = await contentsCount();
  for (const url of [
    'about:blank',
    '',
    'app://main/index.html',
    `${canary.httpUrl}/`,
    'file:///etc/passwd',
    'data:text/html,x',
    'javascript:1',
  ]) {
    for (const features of ['', 'width=200', 'noopener']) {
      const opened = await page.evaluate(([address, wanted]) => window.open(address, '_blank', wanted) === null, [
        url,
        features,
      ] as const);
      expect(opened, `${url} ${features}`).toBe(true);
    }
    await page.evaluate((address) => {
      const link = document.createElement('a');
      link.href = address;
      link.target = '_blank';
      link.click();
    }, url);
  }
  await settle();
  expect(await contentsCount()).toBe(before);
});

test('S11 every permission is denied', async () => {
  const states = await asPage(page, async () => {
    const names = [
      'geolocation',
      'notifications',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'persistent-storage',
      'idle-detection',
      'local-fonts',
      'screen-wake-lock',
    ];
    const found: string[] = [];
    for (const name of names) {
      const state = await navigator.permissions.query({ name: name as PermissionName }).then(
        (status) => status.state,
        () => 'denied',
      );
      if (state === 'granted') found.push(name);
    }
    return found;
  });
  expect(states).toEqual([]);
  const requests = await asPage(page, async () => {
    const refused = async (work: () => Promise<unknown>): Promise<boolean> =>
      Promise.race([
        work().then(
          () => false,
          () => true,
        ),
        new Promise<boolean>((done) => setTimeout(() => done(true), 3000)),
      ]);
    return {
      media: await refused(() => navigator.mediaDevices.getUserMedia({ audio: true })),
      display: await refused(() => navigator.mediaDevices.getDisplayMedia({ video: true })),
      position: await refused(() => new Promise((done, fail) => navigator.geolocation.getCurrentPosition(done, fail))),
      notification: (await Notification.requestPermission()) === 'denied',
      clipboard: await refused(() => navigator.clipboard.readText()),
    };
  });
  expect(requests).toEqual({ media: true, display: true, position: true, notification: true, clipboard: true });
});

test('S12 nothing leaves the machine', async () => {
  await asPage(
    page,
    (httpUrl: string, wsUrl: string, udpPort: number) => {
      const add = (tag: string, attributes: Record<string, string>): void => {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        element.setAttribute('data-canary', '');
        document.body.append(element);
      };
      for (const tag of ['img', 'iframe', 'embed', 'video', 'audio', 'source', 'script'])
        add(tag, { src: `${httpUrl}/${tag}` });
      add('object', { data: `${httpUrl}/object` });
      for (const rel of [
        'stylesheet',
        'icon',
        'manifest',
        'prefetch',
        'preload',
        'preconnect',
        'modulepreload',
        'dns-prefetch',
      ]) {
        add('link', { rel, href: `${httpUrl}/${rel}`, as: 'image' });
      }
      add('div', { style: `background: url(${httpUrl}/style)` });
      const ping = document.createElement('a');
      ping.href = '#';
      ping.ping = `${httpUrl}/ping`;
      ping.click();
      const attempts = [
        () => void fetch(`${httpUrl}/fetch`, { mode: 'no-cors' }).catch(() => undefined),
        () => navigator.sendBeacon(`${httpUrl}/beacon`, 'x'),
        () => new WebSocket(wsUrl),
        () => new EventSource(`${httpUrl}/events`),
        () => {
          const request = new XMLHttpRequest();
          request.open('GET', `${httpUrl}/xhr`);
          request.send();
        },
        () => {
          const box = document.createElement('div');
          box.setAttribute('data-canary', '');
          box.style.backgroundImage = `url(${httpUrl}/cssom)`;
          document.body.append(box);
        },
        () => void new FontFace('x', `url(${httpUrl}/font)`).load().catch(() => undefined),
        () => void import(/* @vite-ignore */ `${httpUrl}/import`).catch(() => undefined),
        () => new Worker(`${httpUrl}/worker`),
        () => {
          const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${udpPort}` }] });
          peer.createDataChannel('x');
          void peer.createOffer().then((offer) => peer.setLocalDescription(offer));
        },
      ];
      for (const attempt of attempts) {
        try {
          attempt();
        } catch {
          // Refused, as it should be.
        }
      }
    },
    canary.httpUrl,
    canary.wsUrl,
    canary.udpPort,
  );
  await page.waitForTimeout(2500);
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('[data-canary]')) element.remove();
  });
});

test('nothing is downloaded', async () => {
  await running.app.evaluate(({ session }) => {
    session.defaultSession.on('will-download', (event, item) => {
      const state = event.defaultPrevented ? 'refused' : `${item.getFilename()} begun`;
      Object.assign(globalThis, { downloads: [...downloadsSoFar(), state] });
    });
    function downloadsSoFar(): readonly string[] {
      return (globalThis as unknown as { downloads?: readonly string[] }).downloads ?? [];
    }
  });
  await asPage(page, () => {
    for (const href of ['data:text/plain,x', URL.createObjectURL(new Blob(['x'])), '/index.html']) {
      const link = document.createElement('a');
      link.href = href;
      link.download = 'strange.txt';
      link.click();
    }
  });
  await settle();
  const downloads = await running.app.evaluate(
    () => (globalThis as unknown as { downloads?: readonly string[] }).downloads ?? [],
  );
  expect(downloads.length).toBeGreaterThan(0);
  expect(downloads.filter((state) => state !== 'refused')).toEqual([]);
});

test('S13, S14 the scheme serves its folder alone, and no file of the machine', async () => {
  const urls = [
    'app://main/../package.json',
    'app://main/..%2fpackage.json',
    'app://main/%2e%2e%2fpackage.json',
    'app://main/..%5c..%5cpackage.json',
    'app://main/assets/..%2f..%2fpackage.json',
    'app://main/%252e%252e%252fpackage.json',
    'app://main/main/main.cjs',
    'app://main/../main/main.cjs',
    'app://main//etc/passwd',
    'app://main/etc/passwd',
    'app://main/....//....//etc/passwd',
    'app://main/index.html%00',
    'app://main/.',
    'app://main/%',
    'app://other/index.html',
    'app://preload/preload.cjs',
    'file:///etc/passwd',
    'file://localhost/etc/hostname',
  ];
  const answers = await page.evaluate(
    async (addresses) =>
      Promise.all(
        addresses.map((url) =>
          fetch(url).then(
            async (response) => ({ url, status: response.status, text: (await response.text()).slice(0, 200) }),
            () => ({ url, status: 0, text: '' }),
          ),
        ),
      ),
    urls,
  );
  for (const { url, status, text } of answers) {
    expect([0, 200, 404], url).toContain(status);
    expect(text, url).not.toMatch(/root:|"name"|require\(/);
    if (status === 200) expect(text, url).toMatch(/<!doctype html>/i);
  }
  const localFrame = await asPage(page, async () => {
    const frame = document.createElement('iframe');
    frame.src = 'file:///etc/passwd';
    document.body.append(frame);
    await new Promise((done) => setTimeout(done, 500));
    const text = frame.contentDocument?.body.textContent ?? '';
    frame.remove();
    return text;
  });
  expect(String(localFrame)).not.toContain('root:');
});

test('S15 a webview is an unknown element', async () => {
  const before = await contentsCount();
  await page.evaluate((url) => {
    const view = document.createElement('webview');
    view.setAttribute('src', url);
    view.setAttribute('nodeintegration', '');
    document.body.append(view);
    setTimeout(() => view.remove(), 500);
  }, `${canary.httpUrl}/webview`);
  await settle();
  expect(await contentsCount()).toBe(before);
});
