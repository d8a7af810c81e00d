import { existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { writeFileAtomically } from './atomicWrite';
import { codeOf, realFileSystem } from './fileErrors';

/** Ours are a few hundred bytes; whatever is far larger was not written by us. */
const maxBytes = 2 ** 20;

/**
 * Reads one of the app's own small files at the start; `null` when there is none. What cannot be parsed is moved aside
 * (`settings.damaged-1.json`, told to `onSetAside`), so that the next write does not destroy what somebody may want to
 * mend.
 */
export function readJsonFile(path: string, onSetAside: (name: string) => void = () => {}): unknown {
  try {
    if (statSync(path).size <= maxBytes) {
      const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
      // Nesting that can be read but not written again (some 5,000 levels) would make every later write fail.
      JSON.stringify(value);
      return value;
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
  }
  let number = 1;
  const aside = (): string => path.replace(/(\.json)?$/, `.damaged-${number}.json`);
  while (existsSync(aside())) number += 1;
  try {
    const kept = aside();
    renameSync(path, kept);
    onSetAside(basename(kept));
  } catch {
    // A folder we may not write to: the app starts with its defaults all the same.
  }
  return null;
}

const queues = new Map<string, Promise<unknown>>();

/**
 * Writes one of the app's own files, in the order of the calls. A full disk costs the setting, not the session, so
 * nothing is thrown.
 */
export async function writeJsonFile(path: string, value: unknown): Promise<void> {
  const bytes = Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
  const turn = (queues.get(path) ?? Promise.resolve())
    .then(() => realFileSystem.mkdir(dirname(path), { recursive: true }))
    .then(() => writeFileAtomically(path, bytes))
    .catch(() => undefined);
  queues.set(path, turn);
  await turn;
  if (queues.get(path) === turn) queues.delete(path);
}

/** Settles when all of them are on disk. */
export async function jsonFilesSettled(): Promise<void> {
  while (queues.size > 0) await Promise.all(queues.values());
}
