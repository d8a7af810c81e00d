import { constants, type Stats } from 'node:fs';
import * as promises from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileError } from '../../shared/ipc/contract';

/** The file system calls that touch user files. Handed in, so that tests can make each of them fail. */
export type FileSystem = Pick<
  typeof promises,
  | 'access'
  | 'lstat'
  | 'mkdir'
  | 'open'
  | 'readdir'
  | 'readFile'
  | 'readlink'
  | 'realpath'
  | 'rename'
  | 'stat'
  | 'unlink'
>;

export const realFileSystem: FileSystem = promises;

/** The system's code of a failed call (`ENOSPC`), or `''` for anything else that was thrown. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  // A full quota has no name in Node: «Unknown system error -122».
  const { code, errno } = error as NodeJS.ErrnoException;
  if (errno === (process.platform === 'darwin' ? -69 : -122)) return 'EDQUOT';
  return code ?? '';
}

/** What a failed call means for the user; anything that did not come from the system is a bug and is thrown on. */
export function fileErrorOf(error: unknown, path: string): FileError {
  const code = codeOf(error);
  if (code === '') throw error;
  const name = basename(path);
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { type: 'notFound', name };
    case 'EISDIR':
      return { type: 'notAFile', name };
    case 'EACCES':
    case 'EPERM':
      return { type: 'denied', name };
    case 'EROFS':
      return { type: 'readOnly', name };
    case 'ENOSPC':
    case 'EDQUOT':
      return { type: 'diskFull', name };
    default:
      return { type: 'io', name, code };
  }
}

/**
 * Whether saving over a file must be refused because someone made it read-only. The mode is looked at as well as the
 * right to write: root may write everywhere, and a rename would replace a file without asking for its permission.
 */
export async function isReadOnly(fs: FileSystem, path: string, stats: Stats): Promise<boolean> {
  if ((stats.mode & 0o222) === 0) return true;
  try {
    await fs.access(path, constants.W_OK);
    return false;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) return true;
    throw error;
  }
}
