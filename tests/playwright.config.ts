import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { outDir } from '../electron/dev/paths.mjs';
import { findChromium, isRoot } from '../electron/dev/systemLibraries.mjs';

const chromiumPath = findChromium();

export default defineConfig({
  testDir: '.',
  outputDir: join(outDir, 'test-results'),
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ...(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? ([['json']] as const) : [])],
  use: { screenshot: 'only-on-failure', viewport: { width: 1440, height: 900 } },
  projects: [
    { name: 'electron', testDir: 'e2e' },
    {
      name: 'chromium',
      testDir: 'chromium',
      use: {
        browserName: 'chromium',
        launchOptions: {
          ...(chromiumPath && { executablePath: chromiumPath }),
          // Chromium's sandbox cannot start for root.
          chromiumSandbox: !isRoot(),
        },
      },
    },
    { name: 'packaged', testDir: 'dist' },
    // Not tests of the product but programs that drive it: tables and pictures for people.
    { name: 'bench', testDir: 'bench', timeout: 15 * 60_000 },
    { name: 'screenshots', testDir: 'screenshots', timeout: 5 * 60_000 },
  ],
});
