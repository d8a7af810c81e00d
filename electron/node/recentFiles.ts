import { readJsonFile, writeJsonFile } from './jsonFile';

/** Paths of the files that were opened last, newest first; kept over restarts. */
export interface RecentFiles {
  list(): readonly string[];
  add(path: string): void;
  remove(path: string): void;
  clear(): void;
}

const kept = 12;

export function createRecentFiles(file: string): RecentFiles {
  const raw = readJsonFile(file);
  let paths: readonly string[] = Array.isArray(raw)
    ? raw.filter((path): path is string => typeof path === 'string' && path !== '').slice(0, kept)
    : [];
  const change = (next: readonly string[]): void => {
    if (next.length === paths.length && next.every((path, index) => path === paths[index])) return;
    paths = next;
    void writeJsonFile(file, paths);
  };
  return {
    list: () => paths,
    add: (path) => change([path, ...paths.filter((other) => other !== path)].slice(0, kept)),
    remove: (path) => change(paths.filter((other) => other !== path)),
    clear: () => change([]),
  };
}
