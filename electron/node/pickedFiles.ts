import { basename } from 'node:path';
import type { PickedFile } from '../../shared/ipc/contract';
import { err, ok } from '../../shared/util/result';
import { type FileSystem, fileErrorOf, realFileSystem } from './fileErrors';

/** What is read at most: larger than any picture that is taken, so that the page can say how large it is. */
const MOST_MIB = 32;

/** A file that somebody picked, as a whole. */
export async function readPicked(path: string, fs: FileSystem = realFileSystem): Promise<PickedFile> {
  const name = basename(path);
  try {
    const stats = await fs.stat(path);
    if (!stats.isFile()) return { name, bytes: err({ type: 'notAFile', name }) };
    if (stats.size > MOST_MIB * 2 ** 20) return { name, bytes: err({ type: 'tooLarge', name, limitMiB: MOST_MIB }) };
    return { name, bytes: ok(await fs.readFile(path)) };
  } catch (error) {
    return { name, bytes: err(fileErrorOf(error, path)) };
  }
}
