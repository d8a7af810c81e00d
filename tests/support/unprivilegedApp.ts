import { execFile } from 'node:child_process';
import { chmod, chown, cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { repositoryDir } from '../../electron/dev/paths.mjs';
import { isRoot } from '../../electron/dev/systemLibraries.mjs';
import { electronPath, type LaunchOptions, launchApp, launchWith, type RunningApp } from './electronApp';

const userName = 'roleweave-test';
const runCommand = promisify(execFile);

/**
 * Starts the app as an ordinary user with Chromium's real sandbox. Root, for whom the sandbox cannot start, gets a user
 * made for it, a copy of the runtime whose sandbox helper is set up as an installed one, and a copy of the built app;
 * anybody else simply is such a user.
 */
export async function launchAppUnprivileged(options: LaunchOptions = {}): Promise<RunningApp> {
  if (!isRoot()) return await launchApp(options);
  const user = await ensureUser();
  const stageDir = await mkdtemp(join(tmpdir(), 'roleweave-sandboxed-'));
  await chmod(stageDir, 0o755);
  try {
    const executablePath = await stage(stageDir, user);
    const running = await launchWith(
      {
        executablePath,
        appArgs: [join(stageDir, 'app')],
        hasSandbox: true,
        prepareDir: (dir) => giveTo(user, dir),
      },
      { ...options, env: { HOME: join(stageDir, 'home'), XDG_RUNTIME_DIR: undefined, ...options.env } },
    );
    return {
      ...running,
      close: async () => {
        await running.close();
        await rm(stageDir, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(stageDir, { recursive: true, force: true });
    throw error;
  }
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

async function ensureUser(): Promise<User> {
  const find = async (): Promise<User> => {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map(async (option) => Number((await runCommand('id', [option, userName])).stdout)),
    );
    if (!uid || !gid) throw new Error(`the user ${userName} has no usable ids`);
    return { uid, gid };
  };
  try {
    return await find();
  } catch {
    await runCommand('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/sh', userName])
      // Two workers may both find no user; the one that comes second finds the first one's.
      .catch(find);
    return await find();
  }
}

/** Lays out runtime, app and home; answers with the command that starts the app as that user. */
async function stage(stageDir: string, user: User): Promise<string> {
  const electron = await electronPath();
  const runtimeDir = join(stageDir, 'runtime');
  await cp(dirname(electron), runtimeDir, { recursive: true, verbatimSymlinks: true });
  const helper = join(runtimeDir, 'chrome-sandbox');
  await chown(helper, 0, 0);
  await chmod(helper, 0o4755);
  await cp(join(repositoryDir, 'out'), join(stageDir, 'app', 'out'), {
    recursive: true,
    filter: (path) => !path.includes('test-results'),
  });
  await cp(join(repositoryDir, 'package.json'), join(stageDir, 'app', 'package.json'));
  await mkdir(join(stageDir, 'home'));
  await giveTo(user, join(stageDir, 'home'));
  const command = join(stageDir, 'electron');
  const drop = `setpriv --reuid=${user.uid} --regid=${user.gid} --clear-groups --inh-caps=-all`;
  await writeFile(command, `#!/bin/sh\ncd ${stageDir}/home\nexec ${drop} ${runtimeDir}/electron "$@"\n`, {
    mode: 0o755,
  });
  return command;
}

async function giveTo(user: User, path: string): Promise<void> {
  await chown(path, user.uid, user.gid);
  for (const entry of await readdir(path)) await chown(join(path, entry), user.uid, user.gid);
}
