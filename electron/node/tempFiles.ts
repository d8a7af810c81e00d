import { createHash, randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { FileSystem } from './fileErrors';

/**
 * Temporary files beside a document: `.<hash of its name>-<hash of the machine>-<process>-<random>.roleweave-tmp`.
 * A hash and not the name, because the name may already have the 255 bytes a file system allows. Machine and process
 * tell the next save or open whether a leftover belongs to a save that died or to one that is under way elsewhere.
 */
const tempPattern = /^\.([0-9a-f]{12})-([0-9a-f]{8})-(\d+)-[0-9a-f]{12}\.roleweave-tmp$/;
const machine = shortHash(hostname(), 8);
/** A leftover of another machine (a shared folder) is only taken for dead after this long. */
const foreignLifeMs = 24 * 60 * 60 * 1000;

const inUse = new Set<string>();

function shortHash(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

/** A path for the temporary file of one save; give it back with `forgetTemp`. */
export function tempPathFor(realPath: string): string {
  const parts = [shortHash(basename(realPath), 12), machine, process.pid, randomBytes(6).toString('hex')];
  const temp = join(dirname(realPath), `.${parts.join('-')}.roleweave-tmp`);
  inUse.add(temp);
  return temp;
}

export function forgetTemp(temp: string): void {
  inUse.delete(temp);
}

/** Deletes what killed saves of this file left beside it, and nothing else. A failure to do so disturbs nobody. */
export async function removeLeftoverTemps(fs: FileSystem, realPath: string): Promise<void> {
  await removeDeadTemps(fs, dirname(realPath), shortHash(basename(realPath), 12));
}

/** The same for a folder that is all ours. */
export async function removeAllLeftoverTemps(fs: FileSystem, folder: string): Promise<void> {
  await removeDeadTemps(fs, folder, null);
}

async function removeDeadTemps(fs: FileSystem, folder: string, nameHash: string | null): Promise<void> {
  try {
    for (const name of await fs.readdir(folder)) {
      const match = tempPattern.exec(name);
      if (match === null || (nameHash !== null && match[1] !== nameHash)) continue;
      const path = join(folder, name);
      if (inUse.has(path)) continue;
      const dead =
        match[2] === machine
          ? !isRunning(Number(match[3]))
          : Date.now() - (await fs.lstat(path)).mtimeMs > foreignLifeMs;
      if (dead) await fs.unlink(path).catch(() => undefined);
    }
  } catch {
    // A folder that may be written but not listed, or is gone meanwhile.
  }
}

function isRunning(pid: number): boolean {
  // Not in use by us (looked up before), so our own number means a process that had it before us.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return error instanceof Error && (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
