import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../../../electron/cli/runCli';
import { repositoryDir } from '../../../electron/dev/paths.mjs';
import { sourceAssets } from '../../support/sourceAssets';

const template = join(repositoryDir, 'assets/templates/role-collaboration.roleweave');

async function run(...args: readonly string[]) {
  const lines: { out: string[]; problems: string[] } = { out: [], problems: [] };
  const exitCode = await runCli(args, {
    assets: sourceAssets,
    env: { LANG: 'en' },
    version: '1.2.3',
    terminal: { out: (line) => lines.out.push(line), problem: (line) => lines.problems.push(line) },
  });
  return { exitCode, out: lines.out.join('\n'), problems: lines.problems.join('\n') };
}

test('the sheet of one role, by its name in either language', async () => {
  const { exitCode, out } = await run('sheet', template, '--role', '데이터 엔지니어');
  expect([exitCode, out.split('\n')[0]]).toEqual([0, '# Data engineer']);
  expect(out).toContain('| Data scientist | Validate the data | Shape features');
});

test('without a role, of all of them', async () => {
  const { out } = await run('sheet', template);
  expect(out.match(/^# /gm)).toHaveLength(9);
});

test('a role that is not there is named with those that are', async () => {
  const { exitCode, problems } = await run('sheet', template, '--role', 'Pilot');
  expect(exitCode).toBe(1);
  expect(problems).toContain('“Pilot”');
  expect(problems).toContain('Data engineer');
});

test.each([[['sheet']], [['sheet', 'a', 'b']]])('%j is wrong usage', async (args) => {
  const { exitCode, problems } = await run(...args);
  expect([exitCode, problems.includes('which file')]).toEqual([2, true]);
});
