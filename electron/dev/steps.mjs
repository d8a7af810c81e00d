import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryDir } from './paths.mjs';
import { run } from './run.mjs';

/**
 * How many checks a step made. A step that only passes or fails counts as one.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 */

const bin = (/** @type {string} */ name) => join(repositoryDir, 'node_modules', name);
const biome = bin('@biomejs/biome/bin/biome');
const tsc = bin('typescript/bin/tsc');
const vitest = bin('vitest/vitest.mjs');
const knip = bin('knip/bin/knip.js');
const playwright = bin('@playwright/test/cli.js');

/** Formatting and lint. */
export const checkFormat = () => pass('format and lint', [biome, 'check', '--error-on-warnings', repositoryDir]);

/** One compiler run an environment, so that `window` does not compile in shared/. */
export async function checkTypes() {
  /** @type {Tally[]} */
  const tallies = [];
  for (const folder of ['shared', 'electron', 'renderer', 'tests']) {
    tallies.push(await pass(`types of ${folder}/`, [tsc, '-p', join(repositoryDir, folder, 'tsconfig.json')]));
  }
  return sum(tallies);
}

/** Files, exports and dependencies that nothing uses. */
export const checkUnused = () => pass('nothing unused', [knip, '--no-progress']);

/** Unit tests, the import rules (tests/architecture.test.ts) among them. */
export function testUnits() {
  return countFrom(async (reportFile) => {
    const { code } = await runNode([
      ...[vitest, 'run', '--config', join(repositoryDir, 'tests', 'vitest.config.ts')],
      ...['--reporter=dot', '--reporter=json', `--outputFile.json=${reportFile}`],
    ]);
    return { code, read: readVitest };
  });
}

/**
 * Tests in real windows.
 *
 * @param {readonly string[]} args for Playwright, such as `--project=electron`
 * @param {NodeJS.ProcessEnv} [env]
 */
export function testWindows(args, env = {}) {
  return countFrom(async (reportFile) => {
    const config = join(repositoryDir, 'tests', 'playwright.config.ts');
    const { code } = await runNode([playwright, 'test', '--config', config, ...args], {
      ...env,
      PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile,
    });
    return { code, read: readPlaywright };
  });
}

/** @param {readonly Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const tally of tallies) {
    total.passed += tally.passed;
    total.failed += tally.failed;
    total.skipped += tally.skipped;
  }
  return total;
}

/**
 * The last line of every test command.
 *
 * @param {Tally} tally
 * @returns {number} exit code
 */
export function report({ passed, failed, skipped }) {
  if (skipped > 0) console.log(`${skipped} skipped`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

/**
 * Runs steps one after the other, also past a failing one, and adds up.
 *
 * @param {Readonly<Record<string, () => Promise<Tally>>>} steps by title
 */
export async function runSteps(steps) {
  /** @type {Tally[]} */
  const tallies = [];
  for (const [title, step] of Object.entries(steps)) {
    const startMs = performance.now();
    console.log(`\n== ${title}`);
    const tally = await step();
    const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
    console.log(`== ${title}: ${tally.passed} passed, ${tally.failed} failed (${seconds} s)`);
    tallies.push(tally);
  }
  console.log();
  return sum(tallies);
}

/** @param {string} what @param {readonly string[]} words @returns {Promise<Tally>} */
async function pass(what, words) {
  const { code } = await runNode(words);
  if (code !== 0) console.log(`${what}: failed`);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/** @param {readonly string[]} words @param {NodeJS.ProcessEnv} [env] */
function runNode(words, env = {}) {
  return run(process.execPath, words, { cwd: repositoryDir, env: { ...process.env, ...env } });
}

/**
 * @param {(reportFile: string) => Promise<{ code: number, read: (report: any) => Tally }>} work
 * @returns {Promise<Tally>}
 */
async function countFrom(work) {
  const dir = await mkdtemp(join(tmpdir(), 'roleweave-report-'));
  try {
    const reportFile = join(dir, 'report.json');
    const { code, read } = await work(reportFile);
    const text = await readFile(reportFile, 'utf8').catch(() => undefined);
    const tally = text === undefined ? { passed: 0, failed: 0, skipped: 0 } : read(JSON.parse(text));
    // A run that died, or failed outside of its tests, must not look like a success.
    return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number }} result @returns {Tally} */
function readVitest(result) {
  return { passed: result.numPassedTests, failed: result.numFailedTests, skipped: result.numPendingTests };
}

/** @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} result @returns {Tally} */
function readPlaywright({ stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}
