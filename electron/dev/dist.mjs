import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'electron-builder';
import { createBuilderConfig } from '../builder.config.mjs';
import { buildAll } from './build.mjs';
import { distDir, repositoryDir } from './paths.mjs';
import { runMain, say, UserError } from './run.mjs';
import { resolveRuntime } from './runtime.mjs';

/** Where the packager puts the unpacked app and what it calls its executable. */
const unpackedPaths = {
  linux: ['linux-unpacked/roleweave'],
  win32: ['win-unpacked/Roleweave.exe'],
  darwin: ['mac/Roleweave.app/Contents/MacOS/Roleweave', 'mac-arm64/Roleweave.app/Contents/MacOS/Roleweave'],
};

/**
 * Packages what is built in `out/`.
 *
 * @param {{ runtime: import('./runtime.mjs').Runtime, isDirOnly: boolean }} options isDirOnly: only the unpacked app,
 *   with whatever runtime is at hand and open to the test driver
 * @returns {Promise<{ executablePath: string, files: readonly string[] }>} files: the installers made
 * @throws {UserError} where installers are asked for and the runtime is not the pinned official one
 */
export async function packageApp({ runtime, isDirOnly }) {
  if (!isDirOnly) assertOfficial(runtime);
  const dir = await mkdtemp(join(tmpdir(), 'roleweave-runtime-'));
  try {
    // A copy without `resources/app`: Electron would prefer our development loader to the app's archive.
    await cp(runtime.dir, dir, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => path !== join(runtime.dir, 'resources', 'app'),
    });
    const files = await build({
      projectDir: repositoryDir,
      ...(isDirOnly && { dir: true }),
      config: createBuilderConfig({ electronDist: dir, electronVersion: runtime.version, isForUsers: !isDirOnly }),
    });
    const candidates = unpackedPaths[/** @type {keyof typeof unpackedPaths} */ (process.platform)] ?? [];
    const executablePath = candidates.map((path) => join(distDir, path)).find((path) => existsSync(path));
    if (executablePath === undefined) throw new UserError(`the packager left no unpacked app in ${distDir}`);
    return { executablePath, files };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** @param {import('./runtime.mjs').Runtime} runtime */
function assertOfficial(runtime) {
  const manifest = readFileSync(join(repositoryDir, 'node_modules', 'electron', 'package.json'), 'utf8');
  const pinned = JSON.parse(manifest).version;
  if (runtime.kind !== 'fallback' && runtime.version === pinned) return;
  throw new UserError(
    `installers for users are built from Electron ${pinned} only, and what is at hand is ${runtime.version} ` +
      `(${runtime.kind}).\n  Set ELECTRON_MIRROR to a mirror of its releases, or use \`npm run dist:dir\` for a look.`,
  );
}

if (import.meta.filename === process.argv[1]) {
  await runMain(async () => {
    const isDirOnly = process.argv.includes('--dir');
    const runtime = await resolveRuntime();
    if (!isDirOnly) assertOfficial(runtime);
    await buildAll();
    const { executablePath, files } = await packageApp({ runtime, isDirOnly });
    for (const file of isDirOnly ? [executablePath] : files) say(`made ${file}`);
    return 0;
  });
}
