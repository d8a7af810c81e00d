import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const rendererDir = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  root: rendererDir,
  // Relative addresses serve app://main/ and a plain web server alike.
  base: './',
  publicDir: false,
  cacheDir: fileURLToPath(new URL('../out/.vite', import.meta.url)),
  plugins: [react()],
  worker: { format: 'es' },
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  build: {
    outDir: fileURLToPath(new URL('../out/renderer', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome114',
    cssTarget: 'chrome114',
    // The Content-Security-Policy allows neither inline script nor data: fonts.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // All that the first picture needs in one file: each further one is asked for and answered by itself.
        codeSplitting: { groups: [{ name: 'main', test: /renderer[\\/]main\.tsx$/ }] },
      },
    },
  },
});
