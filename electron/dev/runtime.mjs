import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fallbackRuntime, provideCopyWithLoader, provideFallbackRuntime } from './fallbackRuntime.mjs';
import { cacheDir, repositoryDir } from './paths.mjs';
import { run, say, UserError } from './run.mjs';

/**
 * @typedef {object} Runtime
 * @property {string} executablePath takes the app's folder as first argument
 * @property {string} dir
 * @property {'override' | 'official' | 'fallback'} kind
 * @property {string} version of Electron, such as `45.4.1`
 * @property {string} why one line for people
 */

const retryAfterMs = 24 * 60 * 60_000;

const electronDir = join(repositoryDir, 'node_modules', 'electron');

/** Path of the executable inside a runtime folder, as Electron's own installer has it. */
const executableName =
  process.platform === 'darwin'
    ? 'Electron.app/Contents/MacOS/Electron'
    : process.platform === 'win32'
      ? 'electron.exe'
      : 'electron';

/**
 * Decides which Electron runs: a folder the user names, else the official one, else (Linux x64) the one that the npm
 * registry carries. Says in one line which it took and why.
 *
 * @param {{ log?: (message: string) => void }} [options]
 * @returns {Promise<Runtime>}
 * @throws {UserError} where none can be had; the message says what to set
 */
export async function resolveRuntime({ log = say } = {}) {
  const runtime = (await overrideRuntime()) ?? (await officialOrFallback(log));
  log(`Electron ${runtime.version} (${runtime.kind}): ${runtime.why}`);
  return runtime;
}

/** @returns {Promise<Runtime | undefined>} */
async function overrideRuntime() {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!named) return undefined;
  const namedDir = resolve(named);
  const namedExecutable = join(namedDir, executableName);
  if (!existsSync(namedExecutable)) {
    throw new UserError(`ELECTRON_OVERRIDE_DIST_PATH is ${named}, but there is no ${namedExecutable}`);
  }
  const { mtimeMs, size } = statSync(namedExecutable);
  const dir = hasDefaultApp(namedDir)
    ? namedDir
    : await provideCopyWithLoader(namedDir, `${namedDir}\n${mtimeMs}\n${size}`);
  const executablePath = join(dir, executableName);
  return {
    executablePath,
    dir,
    kind: 'override',
    version: await versionOf(dir, executablePath),
    why: `ELECTRON_OVERRIDE_DIST_PATH names ${namedDir}`,
  };
}

/** @param {string} dir */
function hasDefaultApp(dir) {
  return process.platform !== 'linux' || existsSync(join(dir, 'resources', 'default_app.asar'));
}

/** @param {string} dir @param {string} executablePath */
async function versionOf(dir, executablePath) {
  const versionFile = join(dir, 'version');
  if (existsSync(versionFile)) return readFileSync(versionFile, 'utf8').trim().replace(/^v/, '');
  const asked = await run(executablePath, ['-p', 'process.versions.electron'], {
    quiet: true,
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeoutMs: 20_000,
  });
  return asked.code === 0 ? asked.stdout.trim() : 'of unknown version';
}

/** @param {(message: string) => void} log @returns {Promise<Runtime>} */
async function officialOrFallback(log) {
  const { version } = JSON.parse(readFileSync(join(electronDir, 'package.json'), 'utf8'));
  const failure = await installOfficial(version, log);
  if (failure === undefined) {
    const dir = join(electronDir, 'dist');
    const why = 'the official package of this checkout';
    return { executablePath: join(dir, executableName), dir, kind: 'official', version, why };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new UserError(
      `Electron ${version} could not be fetched (${failure}).\n` +
        '  Set ELECTRON_MIRROR to a mirror of its releases (for example https://npmmirror.com/mirrors/electron/),\n' +
        '  or HTTPS_PROXY to a proxy together with ELECTRON_GET_USE_PROXY=1,\n' +
        '  or ELECTRON_OVERRIDE_DIST_PATH to a folder that holds an unpacked Electron, and start again.',
    );
  }
  const dir = await provideFallbackRuntime({ log });
  return {
    executablePath: join(dir, 'electron'),
    dir,
    kind: 'fallback',
    version: fallbackRuntime.version,
    why: `Electron ${version} could not be fetched (${failure}); this one is for development and tests only`,
  };
}

/**
 * Lets Electron's own installer fetch the official runtime, so that its mirror, proxy and cache variables work.
 *
 * @param {string} version @param {(message: string) => void} log
 * @returns {Promise<string | undefined>} why it is not there, or undefined when it is
 */
async function installOfficial(version, log) {
  if (isInstalled(version)) return undefined;
  const attempt = readLastAttempt(version);
  if (attempt !== undefined) {
    return `${attempt.reason}; asked ${attempt.at}, to ask again now remove ${attemptFile(version)}`;
  }
  log(`fetching the official Electron ${version}`);
  const installed = await run(process.execPath, [join(electronDir, 'install.js')], {
    quiet: true,
    cwd: repositoryDir,
    timeoutMs: 15 * 60_000,
  });
  if (installed.code === 0 && isInstalled(version)) return undefined;
  const reason = reasonIn(installed.output) || `its installer ended with ${installed.code}`;
  await mkdir(cacheDir, { recursive: true });
  await writeFile(
    attemptFile(version),
    JSON.stringify({ at: new Date().toISOString(), reason, settings: networkSettings() }),
  );
  return reason;
}

/** @param {string} output */
function reasonIn(output) {
  const line = output.split('\n').find((candidate) => /error|fail|refused|not found|ENO|ECONN|ETIME/i.test(candidate));
  return line
    ?.trim()
    .replace(/^\w*Error: /, '')
    .slice(0, 160);
}

/** @param {string} version */
function isInstalled(version) {
  const versionFile = join(electronDir, 'dist', 'version');
  if (!existsSync(versionFile) || !existsSync(join(electronDir, 'dist', executableName))) return false;
  return readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') === version;
}

/** @param {string} version */
function attemptFile(version) {
  return join(cacheDir, `electron-${version}-unreachable.json`);
}

/**
 * A failed attempt counts for a day and only under the same network settings: where a firewall swallows packets each
 * attempt takes ten seconds, too long for every start, and whoever sets a mirror wants it used at once.
 *
 * @param {string} version
 * @returns {{ at: string, reason: string } | undefined}
 */
function readLastAttempt(version) {
  try {
    const attempt = JSON.parse(readFileSync(attemptFile(version), 'utf8'));
    const isFresh = Date.now() - Date.parse(attempt.at) < retryAfterMs;
    return isFresh && attempt.settings === networkSettings() ? attempt : undefined;
  } catch {
    return undefined;
  }
}

/** A digest, since a proxy's address may hold a password. */
function networkSettings() {
  const settings = Object.entries(process.env)
    .filter(([name]) => /^(npm_config_)?electron_|^(https?|all|no)_proxy$/i.test(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort();
  return createHash('sha256').update(settings.join('\n')).digest('hex');
}
