import type { Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { FileError } from '../../shared/ipc/contract';
import { err, ok, type Result } from '../../shared/util/result';
import { codeOf, type FileSystem, fileErrorOf, isReadOnly, realFileSystem } from './fileErrors';
import { forgetTemp, removeLeftoverTemps, tempPathFor } from './tempFiles';

export interface WriteOptions {
  readonly fs?: FileSystem;
  /**
   * Looks at what is on disk just before it would be replaced (`null`: no such file yet) and may refuse. Runs inside
   * the queue of the path, so that two saves of one file never both pass.
   */
  readonly check?: (realPath: string, stats: Stats | null) => Promise<FileError | null>;
  /**
   * Keeps a synced copy of what is about to be replaced. A failure is passed over when the file is replaced by a
   * rename, and ends the save when the file has to be written in place.
   */
  readonly backup?: (realPath: string) => Promise<void>;
  readonly platform?: NodeJS.Platform;
  /** Waits between tries of a rename on Windows. */
  readonly delay?: (delayMs: number) => Promise<void>;
}

/** A scanner or sync client that holds a file on Windows lets go within seconds. */
const renameTries = 41;
const renamePauseMs = 250;

const queues = new Map<string, Promise<unknown>>();
const pending = new Set<Promise<unknown>>();

/**
 * Replaces or creates a file so that a crash, a full disk or a failing call at any moment leaves the old or the new
 * content, whole: a temporary file beside it is written, synced, measured and renamed over it. Symbolic links stay
 * links; mode and owner stay. Where a rename would lose something (folder not writable, several hard links, owner or
 * mode that cannot be kept) the file is written in place, after a backup.
 *
 * Answers the real path. Errors: everything of `FileError` but `changedOnDisk` and `missingOnDisk`, which only
 * `check` gives.
 */
export function writeFileAtomically(
  path: string,
  bytes: Uint8Array,
  options: WriteOptions = {},
): Promise<Result<{ readonly realPath: string }, FileError>> {
  const fs = options.fs ?? realFileSystem;
  const work = (async () => {
    let realPath: string;
    try {
      realPath = await realPathOf(fs, resolve(path));
    } catch (error) {
      return err(fileErrorOf(error, path));
    }
    const before = queues.get(realPath);
    const turn = (before ?? Promise.resolve()).then(() => writeInTurn(fs, realPath, bytes, options));
    const settled = turn.catch(() => undefined);
    queues.set(realPath, settled);
    void settled.then(() => {
      if (queues.get(realPath) === settled) queues.delete(realPath);
    });
    return turn;
  })();
  const ended: Promise<unknown> = work.then(
    () => pending.delete(ended),
    () => pending.delete(ended),
  );
  pending.add(ended);
  return work;
}

/** Settles when no save is under way; quitting waits for it. */
export async function writesSettled(): Promise<void> {
  while (pending.size > 0) await Promise.all(pending);
}

/** Where a path leads through all its links, even when the file itself does not exist yet. */
export async function realPathOf(fs: FileSystem, path: string): Promise<string> {
  let at = path;
  for (let hops = 0; hops < 40; hops++) {
    try {
      return await fs.realpath(at);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
    at = join(await fs.realpath(dirname(at)), basename(at));
    // A link to a file that is gone: saving creates the file where the link points.
    const target = await fs.readlink(at).catch(() => null);
    if (target === null) return at;
    at = resolve(dirname(at), target);
  }
  throw Object.assign(new Error('Too many symbolic links'), { code: 'ELOOP' });
}

async function writeInTurn(
  fs: FileSystem,
  realPath: string,
  bytes: Uint8Array,
  options: WriteOptions,
): Promise<Result<{ readonly realPath: string }, FileError>> {
  const name = basename(realPath);
  try {
    const stats = await statOrNull(fs, realPath);
    if (stats !== null) {
      if (!stats.isFile()) return err({ type: 'notAFile', name });
      if (await isReadOnly(fs, realPath, stats)) return err({ type: 'readOnly', name });
    }
    const refusal = (await options.check?.(realPath, stats)) ?? null;
    if (refusal !== null) return err(refusal);

    const mustStayInPlace = stats !== null && stats.nlink > 1;
    if (mustStayInPlace || (await replace(fs, realPath, stats, bytes, options)) === 'wouldLoseSomething') {
      if (options.backup !== undefined) await options.backup(realPath);
      await writeInPlace(fs, realPath, bytes);
    }
    await removeLeftoverTemps(fs, realPath);
    return ok({ realPath });
  } catch (error) {
    return err(fileErrorOf(error, realPath));
  }
}

async function statOrNull(fs: FileSystem, path: string): Promise<Stats | null> {
  try {
    return await fs.stat(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

async function replace(
  fs: FileSystem,
  realPath: string,
  stats: Stats | null,
  bytes: Uint8Array,
  options: WriteOptions,
): Promise<'replaced' | 'wouldLoseSomething'> {
  const temp = tempPathFor(realPath);
  try {
    let handle: FileHandle;
    try {
      handle = await fs.open(temp, 'wx', stats === null ? 0o666 : stats.mode & 0o777);
    } catch (error) {
      // A file of ours in a folder that belongs to someone else.
      if (stats !== null && ['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) return 'wouldLoseSomething';
      throw error;
    }
    let keepsAll: boolean;
    try {
      // Loops until all is written: one `write` may take only a part on a nearly full disk, and say so in silence.
      await handle.writeFile(bytes);
      keepsAll = stats === null || (await keepOwnerAndMode(handle, stats));
      await handle.sync();
      const written = (await handle.stat()).size;
      if (written !== bytes.byteLength) throw Object.assign(new Error('Short write'), { code: 'ENOSPC' });
    } catch (error) {
      await handle.close().catch(() => undefined);
      throw error;
    }
    await handle.close();
    if (!keepsAll) {
      await fs.unlink(temp);
      return 'wouldLoseSomething';
    }
    if (stats !== null) await options.backup?.(realPath).catch(() => undefined);
    await renameOver(fs, temp, realPath, options);
  } catch (error) {
    await fs.unlink(temp).catch(() => undefined);
    throw error;
  } finally {
    forgetTemp(temp);
  }
  await syncFolder(fs, dirname(realPath));
  return 'replaced';
}

/** Gives the new file the old one's owner, group and mode; answers whether it took all of them. */
async function keepOwnerAndMode(handle: FileHandle, stats: Stats): Promise<boolean> {
  const mode = stats.mode & 0o7777;
  const own = await handle.stat();
  try {
    // Owner first: changing it clears the set-user-id bits.
    const foreign = own.uid !== stats.uid || own.gid !== stats.gid;
    if (foreign) await handle.chown(stats.uid, stats.gid);
    if (foreign || (own.mode & 0o7777) !== mode) await handle.chmod(mode);
    return true;
  } catch (error) {
    // Refused to people who are not root, and by file systems without owners and modes.
    if (['EPERM', 'EACCES', 'ENOTSUP', 'ENOSYS', 'EINVAL'].includes(codeOf(error))) return false;
    throw error;
  }
}

async function renameOver(fs: FileSystem, temp: string, realPath: string, options: WriteOptions): Promise<void> {
  const delay = options.delay ?? ((delayMs) => new Promise((done) => setTimeout(done, delayMs)));
  const tries = (options.platform ?? process.platform) === 'win32' ? renameTries : 1;
  for (let tried = 1; ; tried++) {
    try {
      await fs.rename(temp, realPath);
      return;
    } catch (error) {
      if (tried >= tries || !['EPERM', 'EBUSY', 'EACCES'].includes(codeOf(error))) throw error;
      await delay(renamePauseMs);
    }
  }
}

/** Makes the rename itself last. The content is safe either way, so a file system that refuses this fails no save. */
async function syncFolder(fs: FileSystem, folder: string): Promise<void> {
  try {
    const handle = await fs.open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Windows cannot open folders; some network mounts cannot sync them.
  }
}

/**
 * Writes over the same file. The old content is put back when that fails: its blocks are still the file's, so this
 * works on a full disk too.
 */
async function writeInPlace(fs: FileSystem, realPath: string, bytes: Uint8Array): Promise<void> {
  const old = await fs.readFile(realPath);
  const handle = await fs.open(realPath, 'r+');
  try {
    try {
      await overwrite(handle, bytes);
    } catch (error) {
      await overwrite(handle, old);
      throw error;
    }
  } finally {
    await handle.close();
  }
}

async function overwrite(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  let position = 0;
  while (position < bytes.byteLength) {
    const { bytesWritten } = await handle.write(bytes, position, bytes.byteLength - position, position);
    if (bytesWritten === 0) throw Object.assign(new Error('Short write'), { code: 'ENOSPC' });
    position += bytesWritten;
  }
  await handle.truncate(bytes.byteLength);
  await handle.sync();
}
