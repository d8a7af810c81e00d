import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { repositoryDir } from '../../electron/dev/paths.mjs';
import { isRoot } from '../../electron/dev/systemLibraries.mjs';
import { electronPath } from '../support/electronApp';

const runCommand = promisify(execFile);

test.skip(process.platform !== 'linux', 'a screen can be missing on Linux only');
test.setTimeout(180_000);

test('npm start without a display writes a picture of the first window, says where, and ends after it when told to', async () => {
  const checkout = await mkdtemp(join(tmpdir(), 'roleweave-start-'));
  try {
    // A checkout of its own: starting builds, and other tests run what is built in this one.
    for (const name of ['assets', 'electron', 'renderer', 'shared', 'package.json', 'LICENSE']) {
      await cp(join(repositoryDir, name), join(checkout, name), { recursive: true });
    }
    await symlink(join(repositoryDir, 'node_modules'), join(checkout, 'node_modules'));
    const userData = join(checkout, 'user-data');
    await mkdir(userData);
    const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
    const { stdout } = await runCommand('npm', ['start', '--', '--once', `--user-data-dir=${userData}`], {
      cwd: checkout,
      env: { ...env, ELECTRON_OVERRIDE_DIST_PATH: join(await electronPath(), '..') },
      timeout: 170_000,
    });
    expect(stdout).toMatch(/^roleweave: Electron \S+ \(override\): ELECTRON_OVERRIDE_DIST_PATH names /m);
    expect(stdout).toMatch(/^roleweave: no display: starting on a virtual one \(Xvfb :\d+\)$/m);
    expect(stdout.includes('passing --no-sandbox')).toBe(isRoot());
    const [, picture = ''] = /^roleweave: picture of the first window: (.+)$/m.exec(stdout) ?? [];
    const bytes = await readFile(picture);
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBeGreaterThanOrEqual(900);
  } finally {
    await rm(checkout, { recursive: true, force: true, maxRetries: 5 });
  }
});
