import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the checkout. */
export const repositoryDir = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

/** Everything a build writes; git-ignored. */
export const outDir = join(repositoryDir, 'out');

/** Packages for users and for the packaging smoke test; git-ignored. */
export const distDir = join(repositoryDir, 'dist');

/** The user's own cache: runtimes are kept here, so that a fresh checkout does not fetch them again. */
export const cacheDir = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'roleweave');
