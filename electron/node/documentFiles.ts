import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import type { DocumentHandle, FileError, FileStamp, OpenedFile, SavedFile, SaveGuard } from '../../shared/ipc/contract';
import { err, ok, type Result } from '../../shared/util/result';
import { realPathOf, writeFileAtomically } from './atomicWrite';
import type { Backups } from './backups';
import { type FileSystem, fileErrorOf, isReadOnly, realFileSystem } from './fileErrors';
import { removeLeftoverTemps } from './tempFiles';

/**
 * The user's files, by handle. The only place that knows which path a handle stands for; paths come from dialogs,
 * arguments, drops and our own lists, never from a page.
 */
export interface DocumentFiles {
  /** One handle a file, whatever link leads to it. The file need not exist. */
  handleFor(path: string): Promise<DocumentHandle>;
  /** For the system's own dialogs and title bars; `null` for a handle nobody gave out. */
  pathOf(handle: DocumentHandle): string | null;
  /** Name and folder as shown to people. */
  shown(path: string): { readonly name: string; readonly folder: string };
  open(handle: DocumentHandle): Promise<Result<OpenedFile, FileError>>;
  save(handle: DocumentHandle, text: string, guard: SaveGuard): Promise<Result<SavedFile, FileError>>;
  stamp(handle: DocumentHandle): Promise<Result<FileStamp, FileError>>;
  exists(path: string): Promise<boolean>;
}

export interface DocumentFilesOptions {
  readonly backups: Backups;
  /** Files above this are refused before they are read. */
  readonly maxBytes: number;
  readonly homeFolder: string;
  readonly fs?: FileSystem;
}

export function createDocumentFiles(options: DocumentFilesOptions): DocumentFiles {
  const { backups, maxBytes, homeFolder } = options;
  const fs = options.fs ?? realFileSystem;
  const pathByHandle = new Map<DocumentHandle, string>();
  const handleByRealPath = new Map<string, DocumentHandle>();

  const shown = (path: string): { readonly name: string; readonly folder: string } => {
    const folder = dirname(path);
    const inHome = folder === homeFolder || folder.startsWith(homeFolder + sep);
    return { name: basename(path), folder: inHome ? `~${folder.slice(homeFolder.length)}` : folder };
  };

  async function read(
    path: string,
  ): Promise<Result<{ readonly bytes: Uint8Array; readonly readOnly: boolean }, FileError>> {
    const name = basename(path);
    try {
      // Looked at before it is opened: opening a pipe would wait for a writer that never comes.
      const before = await fs.stat(path);
      if (!before.isFile()) return err({ type: 'notAFile', name });
      const handle = await fs.open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
      try {
        const stats = await handle.stat();
        if (!stats.isFile()) return err({ type: 'notAFile', name });
        if (stats.size > maxBytes) return err({ type: 'tooLarge', name, limitMiB: maxBytes / 2 ** 20 });
        const bytes = await handle.readFile();
        return ok({ bytes, readOnly: await isReadOnly(fs, path, stats) });
      } finally {
        await handle.close();
      }
    } catch (error) {
      return err(fileErrorOf(error, path));
    }
  }

  /** Compares content, not time: copying tools and sync clients touch files without changing them. */
  async function refusalBeforeSave(path: string, exists: boolean, expected: FileStamp): Promise<FileError | null> {
    const name = basename(path);
    if (!exists) return { type: 'missingOnDisk', name };
    const now = await read(path);
    if (!now.ok) return now.error.type === 'tooLarge' ? { type: 'changedOnDisk', name } : now.error;
    return stampOf(now.value.bytes) === expected ? null : { type: 'changedOnDisk', name };
  }

  return {
    shown,

    async handleFor(path) {
      const absolute = resolve(path);
      const realPath = await realPathOf(fs, absolute).catch(() => absolute);
      const known = handleByRealPath.get(realPath);
      if (known !== undefined) return known;
      const handle = randomUUID() as DocumentHandle;
      handleByRealPath.set(realPath, handle);
      pathByHandle.set(handle, absolute);
      return handle;
    },

    pathOf: (handle) => pathByHandle.get(handle) ?? null,

    async open(handle) {
      const path = pathByHandle.get(handle);
      if (path === undefined) return err({ type: 'unknownHandle' });
      const file = await read(path);
      if (!file.ok) return file;
      const { bytes, readOnly } = file.value;
      const text = decode(bytes);
      if (text === null) return err({ type: 'notUtf8', name: basename(path) });
      await removeLeftoverTemps(fs, await realPathOf(fs, path).catch(() => path));
      return ok({ handle, ...shown(path), text, stamp: stampOf(bytes), readOnly });
    },

    async save(handle, text, guard) {
      const path = pathByHandle.get(handle);
      if (path === undefined) return err({ type: 'unknownHandle' });
      const bytes = Buffer.from(text, 'utf8');
      const written = await writeFileAtomically(path, bytes, {
        fs,
        backup: backups.keep,
        check: async (realPath, stats) =>
          guard === 'overwrite' ? null : refusalBeforeSave(realPath, stats !== null, guard.ifStamp),
      });
      return written.ok ? ok({ handle, ...shown(path), stamp: stampOf(bytes) }) : written;
    },

    async stamp(handle) {
      const path = pathByHandle.get(handle);
      if (path === undefined) return err({ type: 'unknownHandle' });
      const file = await read(path);
      return file.ok ? ok(stampOf(file.value.bytes)) : file;
    },

    exists: (path) =>
      fs.stat(path).then(
        (stats) => stats.isFile(),
        () => false,
      ),
  };
}

function stampOf(bytes: Uint8Array): FileStamp {
  return createHash('sha256').update(bytes).digest('hex') as FileStamp;
}

/** UTF-8 without a byte order mark, or `null`: guessing another encoding would garble names in silence. */
function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
