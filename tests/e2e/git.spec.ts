import { execFile, spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { outDir, repositoryDir } from '../../electron/dev/paths.mjs';
import { applyEdit } from '../../shared/edits/index';
import { serializeFile } from '../../shared/file/serialize';
import { nodeId } from '../support/builders';
import { plan } from './support/plan';

const run = promisify(execFile);
let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleweave-git-'));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('git diff and git difftool speak of the work, set up with the lines of the README', async () => {
  test.skip(process.platform === 'win32', 'the stand-in for npx is a shell script');
  test.skip(spawnSync('git', ['--version']).status !== 0, 'this machine has no git');
  const readme = await readFile(join(repositoryDir, 'README.md'), 'utf8');
  const part = readme.slice(readme.indexOf('### In git and code review'));
  const setup = part
    .split('\n')
    .filter((line) => line.startsWith('    '))
    .slice(0, 3)
    .join('\n');
  // In the place of npx, which would fetch the package.
  const bin = join(folder, 'bin');
  await mkdir(bin);
  await writeFile(
    join(bin, 'npx'),
    `#!/bin/sh\nshift\nexec "${process.execPath}" "${join(outDir, 'cli/roleweave.cjs')}" "$@"\n`,
  );
  await chmod(join(bin, 'npx'), 0o755);
  const repository = join(folder, 'repository');
  await mkdir(repository);
  const env = {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH}`,
    GIT_CONFIG_GLOBAL: join(folder, 'config'),
    GIT_PAGER: 'cat',
    HOME: folder,
  };
  const sh = async (command: string) => (await run('sh', ['-c', command], { cwd: repository, env })).stdout;

  await writeFile(join(repository, 'plan.roleweave'), serializeFile(plan));
  await sh('git init -q . && git config user.name Kim && git config user.email kim@example.org');
  await sh(setup);
  await sh('git add . && git commit -q -m first');
  const changed = applyEdit(plan, 'texts.set', { nodes: new Map([[nodeId('clean'), { label: 'Scrub' }]]) });
  const moved = applyEdit(changed, 'nodes.move', { ids: [nodeId('ship')], by: { x: 80, y: 40 } });
  await writeFile(join(repository, 'plan.roleweave'), serializeFile(moved));

  const lines = (await sh('git diff')).split('\n');
  expect(lines.filter((line) => /^[+-]- /.test(line)).sort()).toEqual(
    [
      '+- Scrub (Task)',
      '+- Scrub → Ship',
      '+- 수집 / Collect → Scrub',
      '-- Clean (Task)',
      '-- Clean → Ship',
      '-- 수집 / Collect → Clean',
    ].sort(),
  );
  expect(await sh('git difftool -y -t roleweave')).toBe('~ Task ‘Clean’ is now called ‘Scrub’\nLayout (1)\n');
  // A project that has just come: compared with nothing.
  await writeFile(join(repository, 'new.roleweave'), serializeFile(plan));
  await sh('git add new.roleweave');
  expect(await sh('git difftool --cached -y -t roleweave -- new.roleweave')).toContain('+ Role ‘Analyst’ added');
});
