import { createHash } from 'node:crypto';
import { basename, extname, join } from 'node:path';
import { writeFileAtomically } from './atomicWrite';
import { type FileSystem, realFileSystem } from './fileErrors';

export interface Backups {
  /** Keeps a synced copy of the file as it is now; throws what the file system throws. */
  keep(realPath: string): Promise<void>;
  /** The folder that holds the copies of a file, newest name last. */
  folderOf(realPath: string): string;
}

const keptPerFile = 5;

/**
 * The last five saved versions of every file, in a folder of the app: a copy beside the document would be noise in
 * people's git folders.
 */
export function createBackups(folder: string, fs: FileSystem = realFileSystem): Backups {
  let last = 0;
  const folderOf = (realPath: string): string => {
    const hash = createHash('sha256').update(realPath).digest('hex').slice(0, 10);
    // Recognisable for people who look for their work, whatever characters the name has.
    const readable = basename(realPath, extname(realPath)).replace(/[^\p{L}\p{N}_-]+/gu, '-');
    return join(folder, `${[...readable].slice(0, 40).join('')}-${hash}`);
  };
  return {
    folderOf,
    async keep(realPath) {
      const own = folderOf(realPath);
      await fs.mkdir(own, { recursive: true, mode: 0o700 });
      const before = (await fs.readdir(own)).filter((name) => name.endsWith(extname(realPath))).sort();
      const bytes = await fs.readFile(realPath);
      const newest = before.at(-1);
      if (newest !== undefined && bytes.equals(await fs.readFile(join(own, newest)))) return;
      // Two saves within a millisecond must not share a name.
      last = Math.max(last + 1, Date.now());
      const name = `${new Date(last).toISOString().replaceAll(':', '-')}${extname(realPath)}`;
      const written = await writeFileAtomically(join(own, name), bytes, { fs });
      if (!written.ok) {
        const { error } = written;
        const code = error.type === 'diskFull' ? 'ENOSPC' : error.type === 'io' ? error.code : 'EACCES';
        throw Object.assign(new Error(`No backup: ${error.type}`), { code });
      }
      for (const old of before.slice(0, Math.max(0, before.length + 1 - keptPerFile))) {
        await fs.unlink(join(own, old)).catch(() => undefined);
      }
    },
  };
}
