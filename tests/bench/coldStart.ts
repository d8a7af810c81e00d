import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryDir } from '../../electron/dev/paths.mjs';
import { isRoot } from '../../electron/dev/systemLibraries.mjs';
import { electronPath, environmentFor } from '../support/electronApp';

/** The folder of the app with the empty window, which also starts and times ours. */
export const benchWindowDir = join(repositoryDir, 'tests', 'bench', 'window');

const startLimitMs = 30_000;

/** When a start got how far, in ms since the start of its process. */
export interface StartTimes {
  /** The first line of the main program. */
  readonly programMs: number;
  /** Its window is made. */
  readonly windowMs: number;
  /** The window began to load its page. */
  readonly pageMs: number;
  /** The page's own mark, two frames after its content was there. */
  readonly readyMs: number;
}

/**
 * Starts two apps in turn, so that both meet the same moods of the machine: ours with its built-in diagram, and an
 * empty window. One start of each before that is not counted; it makes the user's folders.
 */
export async function measureStarts(
  count: number,
): Promise<{ readonly app: readonly StartTimes[]; readonly empty: readonly StartTimes[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'roleweave-bench-start-'));
  const app: StartTimes[] = [];
  const empty: StartTimes[] = [];
  try {
    for (let round = 0; round <= count; round++) {
      const ofApp = await start(join(folder, 'app'), join(repositoryDir, 'out', 'main', 'main.cjs'));
      const ofEmpty = await start(join(folder, 'empty'));
      if (round === 0) continue;
      app.push(ofApp);
      empty.push(ofEmpty);
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return { app, empty };
}

async function start(userDataDir: string, mainFile?: string): Promise<StartTimes> {
  const env = await environmentFor({ env: { ROLEWEAVE_BENCH_MAIN: mainFile, ROLEWEAVE_BENCH_TIME_START: '1' } });
  const args = [benchWindowDir, ...(isRoot() ? ['--no-sandbox'] : []), `--user-data-dir=${userDataDir}`];
  const executablePath = await electronPath();
  const startedAtMs = Date.now();
  const child = spawn(executablePath, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const timer = setTimeout(() => child.kill('SIGKILL'), startLimitMs);
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    output += chunk;
  });
  await new Promise((done, fail) => child.on('error', fail).on('close', done));
  clearTimeout(timer);
  const answer = /^bench: (\{.*\})$/m.exec(output)?.[1];
  if (answer === undefined) throw new Error(`the window was not usable within ${startLimitMs / 1000} s`);
  const { programMs, windowMs, pageMs, readyMs } = JSON.parse(answer) as StartTimes;
  return {
    programMs: programMs - startedAtMs,
    windowMs: windowMs - startedAtMs,
    pageMs: pageMs - startedAtMs,
    readyMs: readyMs - startedAtMs,
  };
}
