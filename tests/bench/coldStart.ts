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

/**
 * Starts two apps in turn, so that both meet the same moods of the machine: ours with its built-in diagram, and an
 * empty window. From the start of the process to the page's own mark, two frames after its content was there, in ms.
 * One start of each before that is not counted; it makes the user's folders.
 */
export async function measureStarts(
  count: number,
): Promise<{ readonly appMs: readonly number[]; readonly emptyMs: readonly number[] }> {
  const folder = await mkdtemp(join(tmpdir(), 'roleweave-bench-start-'));
  const appMs: number[] = [];
  const emptyMs: number[] = [];
  try {
    for (let round = 0; round <= count; round++) {
      const ofApp = await start(join(folder, 'app'), join(repositoryDir, 'out', 'main', 'main.cjs'));
      const ofEmpty = await start(join(folder, 'empty'));
      if (round === 0) continue;
      appMs.push(ofApp);
      emptyMs.push(ofEmpty);
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  return { appMs, emptyMs };
}

async function start(userDataDir: string, mainFile?: string): Promise<number> {
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
  const answer = /^bench: (\d+)$/m.exec(output)?.[1];
  if (answer === undefined) throw new Error(`the window was not usable within ${startLimitMs / 1000} s`);
  return Number(answer) - startedAtMs;
}
