import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { createServer, type ViteDevServer } from 'vite';
import { outDir, repositoryDir } from '../../electron/dev/paths.mjs';
import type { Trials } from './workers/page';

// How workers start, fail and are called off can only be seen in a browser: a page of its own, over the same module.

declare global {
  interface Window {
    readonly trials: Trials;
  }
}

let server: ViteDevServer;

test.beforeAll(async () => {
  server = await createServer({
    configFile: false,
    root: repositoryDir,
    cacheDir: join(outDir, '.vite-workers'),
    logLevel: 'error',
    optimizeDeps: { include: ['comlink'], noDiscovery: true },
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
  });
  await server.listen();
});

test.afterAll(() => server.close());

async function show(page: Page): Promise<void> {
  await page.goto(`${server.resolvedUrls?.local[0]}tests/chromium/workers/index.html`);
  await page.waitForFunction(() => window.trials !== undefined);
}

test('the first call starts the worker, and later ones reach the same one', async ({ page }) => {
  await show(page);
  expect(page.workers()).toHaveLength(0);
  expect(await page.evaluate(() => window.trials.sample.call('count'))).toBe(1);
  expect(await page.evaluate(() => window.trials.sample.call('count'))).toBe(2);
  expect(page.workers()).toHaveLength(1);
});

test('an error thrown in the worker reaches the caller, and the worker goes on', async ({ page }) => {
  await show(page);
  const said = await page.evaluate(async () => {
    const { sample } = window.trials;
    await sample.call('count');
    const error = await sample.call('fail', 'too far').catch((reason: Error) => reason);
    return [error?.name, error?.message, await sample.call('count')];
  });
  expect(said).toEqual(['RangeError', 'too far', 2]);
});

test('work that is called off tells its caller, and the next call begins anew', async ({ page }) => {
  await show(page);
  const said = await page.evaluate(async () => {
    const { sample, proxy } = window.trials;
    await sample.call('count');
    let work: Promise<unknown> = Promise.resolve();
    await new Promise<number>((tell) => {
      work = sample.call('work', 60_000, proxy(tell)).catch((reason: Error) => reason.name);
    });
    sample.stop();
    return [await work, await sample.call('count')];
  });
  expect(said).toEqual(['WorkerStopped', 1]);
  await expect.poll(() => page.workers().length).toBe(1);
});

test('a worker that breaks or cannot be loaded tells its callers instead of leaving them waiting', async ({ page }) => {
  await show(page);
  const reasonOf = (name: 'sample' | 'missing', call: 'crash' | 'count') =>
    page.evaluate(([worker, work]) => window.trials[worker].call(work).catch(String), [name, call] as const);
  expect(await reasonOf('sample', 'crash')).toContain(
    'The worker for samples failed: Uncaught Error: it broke by itself',
  );
  expect(await reasonOf('sample', 'count')).toBe(1);
  expect(await reasonOf('missing', 'count')).toContain('The worker for nothing failed: its script could not be loaded');
});
