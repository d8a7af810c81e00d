import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCli } from '../../../electron/cli/runCli';
import { repositoryDir } from '../../../electron/dev/paths.mjs';
import { serializeFile } from '../../../shared/file/serialize';
import { aDocument, anEdge, aRole, aTask } from '../../support/builders';
import { sourceAssets } from '../../support/sourceAssets';

const roles = [
  aRole({ id: 'ann', name: { en: 'Analyst', ko: '분석가' } }),
  aRole({ id: 'bob', name: { en: 'Builder', ko: '개발자' }, order: 1 }),
];
const ask = aTask({ id: 'a', label: { en: 'Ask', ko: '질문' }, roleId: 'ann', raci: { ann: 'A' } });
const build = aTask({ id: 'b', x: 240, label: { en: 'Build', ko: '개발' }, roleId: 'bob' });
const sound = aDocument({
  roles,
  nodes: [{ ...ask, raci: new Map() }, build],
  edges: [anEdge({ kind: 'handoff', label: 'Plan' })],
});
const unsound = aDocument({ roles, nodes: [ask, build], edges: [anEdge({ id: 'h', kind: 'handoff' })] });

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleweave-check-'));
  writeFileSync(inside('sound.roleweave'), serializeFile(sound));
  writeFileSync(inside('unsound.roleweave'), serializeFile(unsound));
});
afterEach(() => rm(folder, { recursive: true }));

const inside = (name: string) => join(folder, name);

async function run(...args: readonly string[]) {
  const lines: { out: string[]; problems: string[] } = { out: [], problems: [] };
  const exitCode = await runCli(args, {
    assets: sourceAssets,
    env: {},
    version: '1.2.3',
    terminal: { out: (line) => lines.out.push(line), problem: (line) => lines.problems.push(line) },
  });
  return { exitCode, out: lines.out.join('\n'), problems: lines.problems.join('\n') };
}

describe('check', () => {
  test('says that there is nothing, and ends with 0', async () => {
    expect(await run('check', inside('sound.roleweave'))).toEqual({
      exitCode: 0,
      out: `${inside('sound.roleweave')}: no problems`,
      problems: '',
    });
  });

  test('lists problems by file with names, and ends with 3', async () => {
    expect(await run('check', inside('sound.roleweave'), inside('unsound.roleweave'))).toEqual({
      exitCode: 3,
      out: [
        `${inside('sound.roleweave')}: no problems`,
        `${inside('unsound.roleweave')}: Nobody responsible: “Ask” has nobody responsible (R)`,
        `${inside('unsound.roleweave')}: Hand-off without content: “Ask” → “Build” does not say what is handed over`,
      ].join('\n'),
      problems: '',
    });
    const { out } = await run('check', inside('unsound.roleweave'), '--lang', 'ko');
    expect(out).toContain('실무 담당(R) 없음: ‘질문’에 실무 담당(R)이 없어요');
  });

  test('a repaired file is a sound one', async () => {
    expect(await run('check', inside('unsound.roleweave'))).toMatchObject({ exitCode: 3 });
    writeFileSync(inside('unsound.roleweave'), serializeFile(sound));
    expect(await run('check', inside('unsound.roleweave'))).toMatchObject({ exitCode: 0 });
  });

  test('a file that cannot be read is a failure, also beside one with problems', async () => {
    const { exitCode, out, problems } = await run('check', inside('gone.roleweave'), inside('unsound.roleweave'));
    expect(exitCode).toBe(1);
    expect(problems).toContain(`${inside('gone.roleweave')}: `);
    expect(out).toContain('Nobody responsible');
  });

  test('as JSON: this is the format that programs rely on', async () => {
    const { exitCode, out } = await run('check', inside('unsound.roleweave'), inside('gone.roleweave'), '--json');
    expect(exitCode).toBe(1);
    expect(JSON.parse(out)).toEqual({
      version: 1,
      files: [
        {
          file: inside('unsound.roleweave'),
          problems: [
            {
              rule: 'notResponsible',
              severity: 'error',
              title: 'Nobody responsible',
              message: '“Ask” has nobody responsible (R)',
              why: 'With RACI letters but no R nobody does the step.',
              nodes: [{ id: 'a', name: 'Ask' }],
              edges: [],
              roles: [],
              count: null,
            },
            {
              rule: 'emptyHandoff',
              severity: 'warning',
              title: 'Hand-off without content',
              message: '“Ask” → “Build” does not say what is handed over',
              why: 'Without saying what is handed over, neither side knows when it is done.',
              nodes: [],
              edges: [{ id: 'h', from: 'Ask', to: 'Build' }],
              roles: [],
              count: null,
            },
          ],
        },
        { file: inside('gone.roleweave'), error: expect.any(String), problems: [] },
      ],
    });
  });

  test.each([
    [['check'], 'files'],
    [['check', 'x', '--lang', 'both'], 'ko, en'],
    [['check', 'x', '--scale', '2'], '--scale'],
    [['chek', 'x'], 'check, diff, export, sheet, text'],
  ])('%j is wrong usage', async (args, reason) => {
    const { exitCode, problems } = await run(...args);
    expect(exitCode).toBe(2);
    expect(problems).toContain(reason);
  });

  test('has a help of its own, and is in that of all', async () => {
    const { out } = await run('check', '--help');
    expect(out).toMatch(/^Usage: roleweave check/);
    expect(out).not.toContain('roleweave export');
    expect((await run('--help')).out).toContain('roleweave check FILE');
    expect(readFileSync(join(repositoryDir, 'README.md'), 'utf8')).toContain('npx roleweave check FILE… [--json]');
  });
});
