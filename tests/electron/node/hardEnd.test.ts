import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeFileAtomically } from '../../../electron/node/atomicWrite';
import { createBackups } from '../../../electron/node/backups';
import { createDocumentFiles } from '../../../electron/node/documentFiles';
import { createRecovery } from '../../../electron/node/recovery';
import type { RecoveryKey } from '../../../shared/ipc/contract';
import { tempFolder } from './support/tempFolder';

/** The version of a whole file; throws for a torn one. */
function versionOf(text: string): number {
  const match = /^(\d+):(\d+):(.*)$/s.exec(text);
  if (match === null) throw new Error(`damaged: ${text.length} characters`);
  const [, version, length, filler = ''] = match;
  if (filler.length !== Number(length) || filler !== filler.charAt(0).repeat(filler.length)) throw new Error('torn');
  return Number(version);
}

/** Builds a program of `support/` that plain Node can run. */
async function programOf(name: string, folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, `support/${name}.ts`),
      outDir: folder,
      rollupOptions: { output: { format: 'cjs', entryFileNames: `${name}.cjs` } },
    },
  });
  return join(folder, `${name}.cjs`);
}

/** Runs a program, kills it at a random moment after its first line, and answers the number in its last line. */
async function runAndKill(program: string, args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const closed = once(child, 'close');
  await Promise.race([once(child.stdout, 'data'), closed]);
  await new Promise((done) => setTimeout(done, Math.random() * 25));
  child.kill('SIGKILL');
  await closed;
  if (said === '') throw new Error('the program ended by itself');
  return Number(said.trim().split('\n').at(-1));
}

describe('kill -9', () => {
  test('60 times during saves: the file is whole, no acknowledged save is lost, no temporary file stays', async () => {
    const folder = tempFolder();
    const program = await programOf('saverProcess', join(folder, 'program'));
    const desk = join(folder, 'desk');
    mkdirSync(desk);
    const path = join(desk, 'plan.roleweave');
    let reached = 0;
    let leftovers = 0;
    for (let kill = 1; kill <= 60; kill++) {
      const acknowledged = await runAndKill(program, [path, String(reached + 1)]);
      reached = versionOf(readFileSync(path, 'utf8'));
      expect([acknowledged, acknowledged + 1]).toContain(reached);
      leftovers += readdirSync(desk).length - 1;
      if (kill % 10 !== 0) continue;
      const backups = createBackups(join(folder, 'backups'));
      const files = createDocumentFiles({ backups, maxBytes: 2 ** 26, homeFolder: '/' });
      expect((await files.open(await files.handleFor(path))).ok).toBe(true);
      expect(readdirSync(desk)).toEqual(['plan.roleweave']);
    }
    // Else the kills never hit a save, and the test showed nothing.
    expect(leftovers).toBeGreaterThan(0);
  });

  test('25 times during edits: the journal gives back every acknowledged step', async () => {
    const folder = tempFolder();
    const program = await programOf('journalProcess', join(folder, 'program'));
    const journals = join(folder, 'recovery');
    let reached = 0;
    for (let kill = 1; kill <= 25; kill++) {
      const acknowledged = await runAndKill(program, [journals, String(reached + 1)]);
      const [entry, ...others] = await createRecovery(journals).claim(1);
      expect(others).toEqual([]);
      if (entry === undefined) throw new Error(`nothing offered after kill ${kill}`);
      const snapshot = Number(entry.text.split(':')[0]);
      const steps = entry.steps.map(Number);
      expect(steps).toEqual(steps.map((_step, index) => snapshot + 1 + index));
      reached = snapshot + steps.length;
      expect([acknowledged, acknowledged + 1]).toContain(reached);
    }
    // A kill may fall between writing a new generation and removing the old one; the next compaction removes both.
    await createRecovery(journals).snapshot(
      1,
      'document' as RecoveryKey,
      { name: 'plan', path: null, stamp: null },
      'whole',
    );
    expect(readdirSync(journals)).toHaveLength(1);
  });
});

const disk = '/tmp/roleweave-test-small-disk';
const canMount =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('sh', ['-c', `mkdir -p ${disk} && mount -t tmpfs -o size=128k tmpfs ${disk} && umount ${disk}`]).status ===
    0;

describe.runIf(canMount)('a nearly full disk', () => {
  beforeAll(() => void spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', disk]));
  afterAll(() => void spawnSync('sh', ['-c', `umount ${disk}; rmdir ${disk}`]));

  test.each([60, 90, 100, 120, 128, 300])('a save of %i KiB over 40 KiB is whole or refused', async (kib) => {
    const path = join(disk, 'plan.roleweave');
    const old = 'o'.repeat(40 * 1024);
    writeFileSync(path, old);
    const next = 'n'.repeat(kib * 1024);
    const written = await writeFileAtomically(path, Buffer.from(next));
    if (written.ok) expect(readFileSync(path, 'utf8') === next).toBe(true);
    else {
      expect(written.error).toEqual({ type: 'diskFull', name: 'plan.roleweave' });
      expect(readFileSync(path, 'utf8') === old).toBe(true);
    }
    expect(written.ok).toBe(kib <= 80);
    expect(readdirSync(disk)).toEqual(['plan.roleweave']);
  });

  test('a new file that does not fit is refused and leaves nothing', async () => {
    writeFileSync(join(disk, 'plan.roleweave'), '');
    const written = await writeFileAtomically(join(disk, 'picture.png'), Buffer.alloc(200 * 1024));
    expect(written).toEqual({ ok: false, error: { type: 'diskFull', name: 'picture.png' } });
    expect(readdirSync(disk)).toEqual(['plan.roleweave']);
  });
});
