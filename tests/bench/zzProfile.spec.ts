import { copyFile, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { serializeFile } from '../../shared/file/serialize';
import { answerQuestions, chooseToOpen, pressMenu } from '../e2e/support/desktop';
import { launchApp } from '../support/electronApp';
import { drawingOf } from './drawing';
import { generateDiagram } from './generateDiagram';
import { placesIn, showView, untilUnsaved } from './views';

test('profile', async () => {
  const doc = generateDiagram(10_000);
  const folder = await mkdtemp(join(tmpdir(), 'zz-'));
  const file = join(folder, 'a.roleweave');
  await writeFile(file, serializeFile(doc));
  await copyFile(file, join(folder, 'b.roleweave'));
  const running = await launchApp({ lang: 'en', theme: 'light' });
  const { app, page } = running;
  await answerQuestions(app);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 500 });
  const frames = async (name: string, work: () => Promise<void>, settleMs = 700) => {
    await page.evaluate(() => {
      const w = window as any;
      w.ts = [performance.now()];
      w.longs = [];
      w.on = true;
      const f = () => {
        w.ts.push(performance.now());
        if (w.on) requestAnimationFrame(f);
      };
      requestAnimationFrame(f);
      w.po?.disconnect();
      w.po = new PerformanceObserver((l: any) => {
        for (const e of l.getEntries()) w.longs.push(Math.round(e.duration));
      });
      w.po.observe({ type: 'longtask' });
    });
    if (process.env.ZZ_PROFILE) await cdp.send('Profiler.start');
    const t0 = Date.now();
    await work();
    const took = Date.now() - t0;
    await page.waitForTimeout(settleMs);
    const profile = process.env.ZZ_PROFILE ? (await cdp.send('Profiler.stop')).profile : null;
    const r = await page.evaluate(() => {
      const w = window as any;
      w.on = false;
      const i = w.ts.slice(1).map((t: number, k: number) => t - w.ts[k]);
      return {
        max: i
          .sort((a: number, b: number) => b - a)
          .slice(0, 6)
          .map((x: number) => Math.round(x)),
        longs: w.longs,
      };
    });
    console.log(`== ${name}: took ${took} ms; longest frames ${r.max.join(' ')}; long tasks ${r.longs.join(' ')}`);
    if (profile === null) return;
    const self = new Map<string, number>();
    const total = new Map<string, number>();
    const byId = new Map(profile.nodes.map((n) => [n.id, n]));
    const parent = new Map<number, number>();
    for (const n of profile.nodes) for (const c of n.children ?? []) parent.set(c, n.id);
    const nameOf = (n: any) =>
      `${n.callFrame.functionName || '(anon)'}@${n.callFrame.url.split('/').pop()}:${n.callFrame.lineNumber + 1}`;
    profile.samples!.forEach((id, k) => {
      const dt = profile.timeDeltas![k]! / 1000;
      const n = byId.get(id)!;
      self.set(nameOf(n), (self.get(nameOf(n)) ?? 0) + dt);
      const seen = new Set<string>();
      for (let x: number | undefined = id; x !== undefined; x = parent.get(x)) {
        const m = nameOf(byId.get(x));
        if (!seen.has(m)) {
          seen.add(m);
          total.set(m, (total.get(m) ?? 0) + dt);
        }
      }
    });
    const top = (m: Map<string, number>, n: number) =>
      [...m]
        .filter(([k]) => !/\((root|idle)\)/.test(k))
        .sort((a, b) => b[1] - a[1])
        .slice(0, n)
        .map(([k, v]) => `   ${v.toFixed(1)} ${k}`)
        .join('\n');
    console.log(`  self:\n${top(self, 22)}\n  total:\n${top(total, 45)}`);
  };
  const open = async (f: string) => {
    await chooseToOpen(app, f);
    await page.evaluate(() => delete document.documentElement.dataset.ready);
    await pressMenu(app, 'file.open');
    await page.locator('html[data-ready="true"]').waitFor({ state: 'attached' });
  };
  await frames('open cold', () => open(file));
  await pressMenu(app, 'file.close');
  await page.waitForTimeout(500);
  await frames('open warm', () => open(join(folder, 'b.roleweave')));
  await showView(page, 'near');
  const { node } = await placesIn(page, drawingOf(doc));
  await page.mouse.click(node.x, node.y);
  await page.waitForTimeout(500);
  await frames(
    'first edit + snapshot',
    async () => {
      await page.keyboard.press('ArrowRight');
      await untilUnsaved(page, 9000);
    },
    1500,
  );
  const toPaint = async (key: string) =>
    page
      .evaluate(
        () =>
          new Promise<number>((done) => {
            const s = performance.now();
            (window as any).zz = () => 0;
            addEventListener(
              'keydown',
              () => {
                const k = performance.now();
                requestAnimationFrame(() => {
                  const c = new MessageChannel();
                  c.port1.onmessage = () => done(performance.now() - k);
                  c.port2.postMessage(0);
                });
              },
              { once: true, capture: true },
            );
            void s;
          }),
      )
      .then(
        (x) => x,
        () => 0,
      )
      .finally(() => void key);
  for (let i = 0; i < 3; i++)
    await frames(
      'edit ' + i,
      async () => {
        const p = toPaint('');
        await page.keyboard.press('ArrowRight');
        console.log('to paint', await p);
      },
      800,
    );
  for (let i = 0; i < 3; i++)
    await frames(
      'undo ' + i,
      async () => {
        const p = toPaint('');
        await page.keyboard.press('Control+z');
        console.log('to paint', await p);
      },
      800,
    );
  await frames(
    'edit again',
    async () => {
      const p = toPaint('');
      await page.keyboard.press('ArrowDown');
      console.log('to paint', await p);
    },
    800,
  );
  await frames(
    'save',
    async () => {
      await pressMenu(app, 'file.save');
      await page.locator('[aria-current="page"]:not([aria-label*="unsaved"])').waitFor({ state: 'attached' });
    },
    900,
  );
  await frames(
    'delete',
    async () => {
      const p = toPaint('');
      await page.keyboard.press('Delete');
      console.log('to paint', await p);
    },
    900,
  );
  await running.close();
});
