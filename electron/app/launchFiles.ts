import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The files named on a command line, as absolute paths. Switches are Chromium's or ours, never files, unless they come
 * after `--`; folders (among them the app's own, which Electron gets as first argument in development) are not files.
 */
export function filesFromArguments(argv: readonly string[], workingFolder: string): readonly string[] {
  const given = argv.slice(1);
  const end = given.indexOf('--');
  const [before, after] = end === -1 ? [given, []] : [given.slice(0, end), given.slice(end + 1)];
  const files: string[] = [];
  for (const argument of [...before.filter((word) => !word.startsWith('-')), ...after]) {
    const path = toPath(argument, workingFolder);
    if (path !== null && !isFolder(path) && !files.includes(path)) files.push(path);
  }
  return files;
}

/** File managers hand over addresses as well as paths. Anything else with a scheme is no file of this machine. */
function toPath(argument: string, workingFolder: string): string | null {
  if (argument === '' || argument.includes('\0')) return null;
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(argument)) {
    try {
      return fileURLToPath(argument);
    } catch {
      return null;
    }
  }
  return resolve(workingFolder, argument);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
