import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCli } from '../../../electron/cli/runCli';
import { applyEdit } from '../../../shared/edits/index';
import { serializeFile } from '../../../shared/file/serialize';
import { aDocument, anEdge, aRole, aTask, edgeId, nodeId, roleId } from '../../support/builders';
import { sourceAssets } from '../../support/sourceAssets';

const before = aDocument({
  roles: [aRole({ id: 'de', name: 'Data Engineer' }), aRole({ id: 'ds', name: 'Data Scientist', order: 1 })],
  nodes: [
    aTask({ id: 'a', label: 'Collect', roleId: 'de' }),
    aTask({ id: 'b', x: 240, label: 'Validate data', roleId: 'de' }),
    aTask({ id: 'c', x: 480, label: 'Train', roleId: 'ds' }),
  ],
  edges: [anEdge({ id: 'h', from: 'a', to: 'c' })],
});
const moved = applyEdit(before, 'nodes.set', { ids: [nodeId('b')], patch: { roleId: roleId('ds') } });
const after = applyEdit(applyEdit(moved, 'elements.remove', { nodes: [], edges: [edgeId('h')] }), 'nodes.move', {
  ids: [nodeId('c')],
  by: { x: 80, y: 0 },
});

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleweave-diff-'));
  writeFileSync(inside('a.roleweave'), serializeFile(before));
  writeFileSync(inside('b.roleweave'), serializeFile(after));
  writeFileSync(inside('broken.roleweave'), '{"format": "roleweave"');
});
afterEach(() => rm(folder, { recursive: true }));

const inside = (name: string) => join(folder, name);

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

describe('diff', () => {
  test('tells differences in sentences, and ends with 3', async () => {
    expect(await run('diff', inside('a.roleweave'), inside('b.roleweave'))).toEqual({
      exitCode: 3,
      out: [
        '→ ‘Validate data’ moved from Data Engineer to Data Scientist',
        '− Hand-off Collect → Train removed',
        'Layout (1)',
      ].join('\n'),
      problems: '',
    });
  });

  test('in Korean, as Markdown', async () => {
    const { out } = await run('diff', '--markdown', '--lang', 'ko', inside('a.roleweave'), inside('b.roleweave'));
    expect(out.split('\n').slice(0, 5)).toEqual([
      '## a.roleweave → b.roleweave',
      '',
      '### 작업',
      '',
      '- ‘Validate data’ 담당: Data Engineer ⇒ Data Scientist',
    ]);
  });

  test('as JSON with ids, for programs', async () => {
    const { out } = await run('diff', '--json', inside('a.roleweave'), inside('b.roleweave'));
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      differences: [
        {
          kind: 'stepMoved',
          change: 'moved',
          nodes: [{ id: 'b', name: 'Validate data' }],
          roles: [{ id: 'de' }, { id: 'ds' }],
        },
        { kind: 'handoffRemoved', change: 'removed', edges: [{ id: 'h', from: 'Collect', to: 'Train' }] },
      ],
      layout: { nodeIds: ['c'], edgeIds: [] },
    });
  });

  test('the same file twice: nothing, and 0', async () => {
    expect(await run('diff', inside('a.roleweave'), inside('a.roleweave'))).toEqual({
      exitCode: 0,
      out: 'Nothing is different.',
      problems: '',
    });
  });

  test('a file that git says is not there is an empty one', async () => {
    const { exitCode, out } = await run('diff', '/dev/null', inside('a.roleweave'));
    expect(exitCode).toBe(3);
    expect(out).toContain('+ Role ‘Data Engineer’ added');
  });

  test('a file that cannot be read is named, and ends with 1', async () => {
    const { exitCode, out, problems } = await run('diff', inside('a.roleweave'), inside('broken.roleweave'));
    expect([exitCode, out]).toEqual([1, '']);
    expect(problems).toContain('broken.roleweave:');
  });

  test.each([
    [['diff', 'x'], 'which two files'],
    [['diff', 'x', 'y', 'z'], 'which two files'],
    [['diff', '--json', '--markdown', 'x', 'y'], 'one of --json and --markdown'],
    [['text'], 'which files'],
  ])('%j is wrong usage', async (args, reason) => {
    const { exitCode, problems } = await run(...args);
    expect([exitCode, problems.includes(reason)]).toEqual([2, true]);
  });
});

describe('text', () => {
  test('writes what a project says', async () => {
    const { exitCode, out } = await run('text', inside('a.roleweave'));
    expect(exitCode).toBe(0);
    expect(out).toContain('- Validate data (Task)\n  role: Data Engineer');
  });

  test('a file that cannot be read is named, and ends with 1', async () => {
    const { exitCode, problems } = await run('text', inside('broken.roleweave'));
    expect([exitCode, problems.includes('broken.roleweave')]).toEqual([1, true]);
  });
});
