import { chmod, cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';
import { builtInDocuments } from './builtInDocuments.mjs';
import { createLicenceCollector } from './licences.mjs';
import { outDir, repositoryDir } from './paths.mjs';
import { runMain, say } from './run.mjs';

/**
 * The programs that run outside the page. CommonJS, since Electron 25 loads no ES module as main file and a
 * sandboxed preload never does; one file each, since a sandboxed preload cannot require its siblings.
 */
const programs = [
  { entry: 'electron/main.ts', outFile: 'main/main.cjs' },
  { entry: 'electron/app/rasterizerProcess.ts', outFile: 'rasterizer/rasterizer.cjs' },
  { entry: 'electron/preload.ts', outFile: 'preload/preload.cjs' },
  { entry: 'electron/cli/main.ts', outFile: 'cli/roleweave.cjs', banner: '#!/usr/bin/env node' },
];

/** Copied as they are to `out/assets`, beside what the programs read at run time from `../assets`. */
const runtimeAssets = [
  { from: 'assets', to: '.' },
  { from: 'node_modules/@resvg/resvg-wasm/index_bg.wasm', to: 'resvg/index_bg.wasm' },
];

/**
 * Builds everything that runs into `out/`.
 *
 * @param {{ watch?: boolean, onRebuild?: () => void }} [options] watch: keep building on every change; onRebuild is
 *   called after each build but the first.
 */
export async function buildAll({ watch = false, onRebuild } = {}) {
  const startMs = performance.now();
  const licences = createLicenceCollector();
  const shared = { watch, onRebuild, licences };
  await Promise.all([
    buildRenderer(shared),
    ...programs.map((program) => buildProgram(program, shared)),
    copyRuntimeAssets(),
  ]);
  await writeFile(join(outDir, 'assets', 'licences.json'), JSON.stringify(await licences.toList(), null, 2));
  say(`built out/ in ${((performance.now() - startMs) / 1000).toFixed(1)} s`);
}

/**
 * @typedef {{ watch: boolean, onRebuild: (() => void) | undefined, licences: ReturnType<typeof createLicenceCollector> }}
 *   Shared
 */

/** @param {Shared} shared */
async function buildRenderer({ watch, onRebuild, licences }) {
  const built = await build({
    configFile: join(repositoryDir, 'renderer', 'vite.config.ts'),
    logLevel: 'warn',
    plugins: [licences.plugin, builtInDocuments()],
    // Bundles of their own, which the plugins above do not see.
    worker: { plugins: () => [licences.plugin] },
    build: { watch: watch ? {} : null },
  });
  await untilFirstBuild(built, onRebuild);
}

/** @param {{ entry: string, outFile: string, banner?: string }} program @param {Shared} shared */
async function buildProgram({ entry, outFile, banner }, { watch, onRebuild, licences }) {
  const outPath = join(outDir, outFile);
  const built = await build({
    configFile: false,
    root: repositoryDir,
    publicDir: false,
    logLevel: 'warn',
    plugins: [licences.plugin],
    ssr: { noExternal: true },
    // pdfkit for Node packs with another deflate: a PDF has to be the same file from the window and from here.
    resolve: { alias: { pdfkit: join(repositoryDir, 'node_modules/pdfkit/js/pdfkit.browser.mjs') } },
    build: {
      ssr: join(repositoryDir, entry),
      target: 'node18',
      outDir: join(outPath, '..'),
      emptyOutDir: true,
      minify: false,
      reportCompressedSize: false,
      watch: watch ? {} : null,
      rolldownOptions: {
        external: ['electron', ...builtinModules, /^node:/],
        output: {
          format: 'cjs',
          entryFileNames: outFile.replace(/^.*\//, ''),
          codeSplitting: false,
          ...(banner && { banner }),
        },
      },
    },
  });
  await untilFirstBuild(built, onRebuild);
  if (banner !== undefined) await chmod(outPath, 0o755);
}

/**
 * In watch mode Vite answers with a watcher before anything is built.
 *
 * @param {Awaited<ReturnType<typeof build>>} built @param {(() => void) | undefined} onRebuild
 */
function untilFirstBuild(built, onRebuild) {
  if (!('on' in built)) return;
  return new Promise((resolve) => {
    let isFirst = true;
    built.on('event', (event) => {
      if (event.code === 'ERROR') console.error(event.error.message);
      if (event.code !== 'END') return;
      if (!isFirst) onRebuild?.();
      isFirst = false;
      resolve(undefined);
    });
  });
}

async function copyRuntimeAssets() {
  const assetsDir = join(outDir, 'assets');
  await rm(assetsDir, { recursive: true, force: true });
  await mkdir(assetsDir, { recursive: true });
  for (const { from, to } of runtimeAssets) {
    await cp(join(repositoryDir, from), join(assetsDir, to), {
      recursive: true,
      // The scripts that make the assets and what only installers need stay behind.
      filter: (path) => !/\.(mjs|ico|icns)$/.test(path),
    });
  }
}

if (import.meta.filename === process.argv[1]) {
  await runMain(async () => {
    await buildAll();
    return 0;
  });
}
