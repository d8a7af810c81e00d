import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { findCommand, run, say, UserError } from './run.mjs';

/**
 * The Debian packages Playwright names for Chromium, and GTK, which Electron links besides. Newer releases of Debian and
 * Ubuntu call some of them by the same name with `t64` at the end.
 */
const libraryPackages = [
  'libasound2',
  'libatk-bridge2.0-0',
  'libatk1.0-0',
  'libatspi2.0-0',
  'libcairo2',
  'libcups2',
  'libdbus-1-3',
  'libdrm2',
  'libgbm1',
  'libglib2.0-0',
  'libgtk-3-0',
  'libnspr4',
  'libnss3',
  'libpango-1.0-0',
  'libx11-6',
  'libxcb1',
  'libxcomposite1',
  'libxdamage1',
  'libxext6',
  'libxfixes3',
  'libxkbcommon0',
  'libxrandr2',
];

/**
 * Finds what Electron would die of and, on Debian or Ubuntu with the right to, installs it. Does nothing elsewhere than
 * on Linux, and nothing where nothing is missing.
 *
 * @param {{ executablePath?: string, needsXvfb?: boolean, needsChromium?: boolean, log?: (message: string) => void }} needs
 * @throws {UserError} naming the one command that installs what is missing
 */
export async function ensureSystemPackages({ executablePath, needsXvfb, needsChromium, log = say }) {
  if (process.platform !== 'linux') return;
  const missing = executablePath === undefined ? [] : await missingLibraries(executablePath);
  const wanted = [
    ...(missing.length > 0 ? libraryPackages : []),
    ...(needsXvfb && !findCommand('Xvfb') ? ['xvfb'] : []),
    ...(needsChromium && !findChromium() ? ['chromium'] : []),
  ];
  if (wanted.length === 0) return;
  const what = [
    ...(missing.length > 0 ? [`system libraries (${missing.join(', ')})`] : []),
    ...wanted.filter((name) => !libraryPackages.includes(name)),
  ].join(', ');
  const prefix = isDebianFamily() ? await privilegedPrefix() : undefined;
  if (prefix === undefined) throw new UserError(`missing: ${what}.\n  ${await adviceFor(wanted)}`);
  log(`installing with apt: ${what}`);
  await aptGet(prefix, ['update']);
  if (wanted.includes('chromium') && !(await isInstallable('chromium'))) {
    // Ubuntu has it as a snap only, which does not run in containers.
    throw new UserError('missing: chromium.\n  npx playwright install chromium\n  or set CHROMIUM_PATH to a Chromium.');
  }
  const names = await Promise.all(wanted.map(packageName));
  await aptGet(prefix, ['install', '--yes', '--no-install-recommends', ...names]);
  const stillMissing = executablePath === undefined ? [] : await missingLibraries(executablePath);
  if (stillMissing.length > 0) throw new UserError(`still missing after apt: ${stillMissing.join(', ')}`);
}

/**
 * The Chromium that tests drive: the one `CHROMIUM_PATH` names, the system's, or one that Playwright has fetched.
 *
 * @returns {string | undefined}
 */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  const ofSystem = ['chromium', 'google-chrome-stable', 'google-chrome'].map(findCommand).find(Boolean);
  if (ofSystem !== undefined) return ofSystem;
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/** True where Chromium's sandbox can never start; everywhere else it is used. */
export function isRoot() {
  return process.getuid?.() === 0;
}

/**
 * Finds out before Electron aborts that the system gives an ordinary user no way to start Chromium's sandbox.
 *
 * @param {string} executablePath
 * @throws {UserError} naming the command that allows it
 */
export async function ensureSandboxStarts(executablePath) {
  if (process.platform !== 'linux' || isRoot()) return;
  const helper = join(dirname(executablePath), 'chrome-sandbox');
  const helperStat = existsSync(helper) ? statSync(helper) : undefined;
  if (helperStat?.uid === 0 && (helperStat.mode & 0o4755) === 0o4755) return;
  const restricted = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';
  const isRestricted = existsSync(restricted) && readFileSync(restricted, 'utf8').trim() === '1';
  const tried = await run('unshare', ['--user', '--map-root-user', 'true'], { quiet: true, timeoutMs: 5000 });
  // Without the `unshare` command nothing is known; let Electron try.
  if (!isRestricted && (tried.code === 0 || tried.code === 127)) return;
  throw new UserError(
    `this system lets an ordinary user start Chromium's sandbox only through its helper. Allow it once with\n` +
      `  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  );
}

/** @param {string} executablePath @returns {Promise<string[]>} */
async function missingLibraries(executablePath) {
  const listed = await run('ldd', [executablePath], { quiet: true, timeoutMs: 20_000 });
  return [...listed.output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
}

function isDebianFamily() {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8')) && findCommand('apt-get');
  } catch {
    return false;
  }
}

/** @returns {Promise<readonly string[] | undefined>} what to put before apt-get, or undefined without the right to */
async function privilegedPrefix() {
  if (isRoot()) return [];
  if (!findCommand('sudo')) return undefined;
  const allowed = await run('sudo', ['--non-interactive', 'true'], { quiet: true, timeoutMs: 10_000 });
  return allowed.code === 0 ? ['sudo', '--non-interactive'] : undefined;
}

/** @param {string} name */
async function packageName(name) {
  return (await isInstallable(`${name}t64`)) ? `${name}t64` : name;
}

/** @param {string} name */
async function isInstallable(name) {
  const shown = await run('apt-cache', ['show', '--no-all-versions', name], { quiet: true });
  return shown.code === 0 && shown.stdout.includes(`Package: ${name}\n`);
}

/** @param {readonly string[]} prefix @param {readonly string[]} args */
async function aptGet(prefix, args) {
  const words = [
    ...prefix,
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-o',
    'DPkg::Lock::Timeout=300',
    ...args,
  ];
  const ended = await run(words[0] ?? '', words.slice(1), { quiet: true, timeoutMs: 20 * 60_000 });
  // A package source that does not answer is no reason to stop where the others know the packages.
  if (ended.code === 0 || args[0] === 'update') return;
  throw new UserError(`\`${words.join(' ')}\` failed:\n${ended.output.slice(-4000)}`);
}

/** @param {readonly string[]} wanted */
async function adviceFor(wanted) {
  if (!isDebianFamily()) {
    return `Install the libraries of Chromium and GTK 3${wanted.includes('xvfb') ? ', and Xvfb,' : ''} with your system's package manager (Debian's names: ${wanted.join(' ')}).`;
  }
  const names = await Promise.all(wanted.map(packageName));
  return `sudo apt-get update && sudo apt-get install --yes ${names.join(' ')}`;
}
