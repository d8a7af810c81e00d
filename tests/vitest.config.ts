import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { builtInDocuments } from '../electron/dev/builtInDocuments.mjs';

const repository = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root: repository,
  plugins: [react(), builtInDocuments()],
  // As the programs are built.
  resolve: { alias: { pdfkit: `${repository}node_modules/pdfkit/js/pdfkit.browser.mjs` } },
  cacheDir: 'out/.vite-unit',
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    environment: 'node',
    setupFiles: ['tests/support/messages.ts'],
    // Property tests over whole documents take seconds on a busy two-core machine; a hang is still found.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    passWithNoTests: false,
  },
});
