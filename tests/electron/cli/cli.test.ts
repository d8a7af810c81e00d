import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCli } from '../../../electron/cli/runCli';
import { repositoryDir } from '../../../electron/dev/paths.mjs';
import { defaultExportOptions } from '../../../shared/export/exporter';
import { exporters } from '../../../shared/export/index';
import { serializeFile } from '../../../shared/file/serialize';
import { aDocument, anEdge, aPerson, aRole, aTask } from '../../support/builders';
import { decodePng } from '../../support/decodePng';
import { exportTools, sourceAssets } from '../../support/sourceAssets';

const project = aDocument({
  title: { ko: '제목', en: 'Title' },
  nodes: [
    aTask({ id: 'a', label: { ko: '모델 학습', en: 'Train' } }),
    aTask({ id: 'b', x: 240, label: { ko: '모델 서빙', en: 'Serve' } }),
  ],
  edges: [anEdge()],
});

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleweave-cli-'));
  writeFileSync(join(folder, 'one.roleweave'), serializeFile(project));
  writeFileSync(join(folder, 'two.roleweave'), serializeFile(project));
});
afterEach(() => rm(folder, { recursive: true }));

const inside = (...names: readonly string[]) => join(folder, ...names);

async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const lines: { out: string[]; problems: string[] } = { out: [], problems: [] };
  const exitCode = await runCli(args, {
    assets: sourceAssets,
    env,
    version: '1.2.3',
    terminal: { out: (line) => lines.out.push(line), problem: (line) => lines.problems.push(line) },
  });
  return { exitCode, out: lines.out.join('\n'), problems: lines.problems.join('\n') };
}

describe('export', () => {
  test('writes the very picture that the window exports, and says its size', async () => {
    const { exitCode, out, problems } = await run(['export', inside('one.roleweave'), '-o', inside('one.png')]);
    expect([exitCode, problems]).toEqual([0, '']);
    const written = readFileSync(inside('one.png'));
    const { width, height } = decodePng(written);
    expect(out).toBe(`${inside('one.png')}  ${width} × ${height}`);
    const exported = await exporters.png.write(project, { ...defaultExportOptions, language: 'en' }, exportTools);
    expect(exported.ok && Buffer.compare(Buffer.from(exported.value), written)).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(['one.png', 'one.roleweave', 'two.roleweave']);
  });

  test('does what its options say', async () => {
    const args = ['export', inside('one.roleweave'), '--lang=ko', '--theme', 'dark', '--margin', '0', '--scale', '1'];
    await run([...args, '-o', inside('dark.svg')]);
    const svg = readFileSync(inside('dark.svg'), 'utf8');
    expect(svg).toContain('>모델 학습</text>');
    expect(svg).toContain('width="370" height="58"');
    expect(svg).toContain('#161b23');
    await run([...args, '--transparent', '-o', inside('clear.png')]);
    expect(decodePng(readFileSync(inside('clear.png'))).at(0, 0)[3]).toBe(0);
  });

  test('names people only when it is asked to', async () => {
    const kim = aPerson({ name: 'Kim', roleIds: ['engineer'] });
    const document = aDocument({ roles: [aRole()], nodes: [aTask({ roleId: 'engineer' })], people: [kim] });
    writeFileSync(inside('people.roleweave'), serializeFile(document));
    const args = ['export', inside('people.roleweave'), '-o', inside('people.svg')];
    await run(args);
    expect(readFileSync(inside('people.svg'), 'utf8')).not.toContain('Kim');
    await run([...args, '--names']);
    expect(readFileSync(inside('people.svg'), 'utf8')).toContain('>Kim</text>');
  });

  test('draws a legend where the project says so, unless the line says otherwise', async () => {
    const document = aDocument({ roles: [aRole({ name: 'Engineer' })], nodes: [aTask({ roleId: 'engineer' })] });
    const shows = async (legend: boolean, ...more: readonly string[]) => {
      const look = { bridges: false, legend };
      writeFileSync(inside('legend.roleweave'), serializeFile({ ...document, look }));
      await run(['export', inside('legend.roleweave'), '-o', inside('legend.svg'), ...more]);
      return readFileSync(inside('legend.svg'), 'utf8').includes('>Engineer</text>');
    };
    expect(await shows(true)).toBe(true);
    expect(await shows(true, '--no-legend')).toBe(false);
    expect(await shows(false)).toBe(false);
    expect(await shows(false, '--legend')).toBe(true);
  });

  test('takes the language of the system unless told otherwise', async () => {
    const args = ['export', inside('one.roleweave'), '-o', inside('out.svg')];
    await run(args, { LANG: 'ko_KR.UTF-8' });
    expect(readFileSync(inside('out.svg'), 'utf8')).toContain('모델 학습');
    await run(args, { LANG: 'ko_KR.UTF-8', LC_ALL: 'C.UTF-8' });
    expect(readFileSync(inside('out.svg'), 'utf8')).toContain('Train');
    await run([...args, '--lang', 'ko'], { LANG: 'en_GB.UTF-8' });
    expect(readFileSync(inside('out.svg'), 'utf8')).toContain('모델 학습');
  });

  test('puts several files into a folder or names them by a pattern', async () => {
    const files = [inside('one.roleweave'), inside('two.roleweave')];
    expect(await run(['export', ...files, '-o', `${inside('new', 'deep')}/`])).toMatchObject({ exitCode: 0 });
    expect(readdirSync(inside('new', 'deep')).sort()).toEqual(['one.png', 'two.png']);
    expect(await run(['export', ...files, '-o', inside('out-{name}.svg')])).toMatchObject({ exitCode: 0 });
    expect(existsSync(inside('out-one.svg')) && existsSync(inside('out-two.svg'))).toBe(true);
    await mkdir(inside('there'));
    await run(['export', ...files, '-o', inside('there'), '--format', 'svg']);
    expect(readdirSync(inside('there')).sort()).toEqual(['one.svg', 'two.svg']);
  });

  test('goes on after a file that fails, and says what is wrong with it and what to do', async () => {
    writeFileSync(inside('broken.roleweave'), '{"format": "roleweave",');
    const files = ['missing.roleweave', 'broken.roleweave', 'two.roleweave'].map((name) => inside(name));
    const { exitCode, problems } = await run(['export', ...files, '-o', `${inside('out')}/`]);
    expect(exitCode).toBe(1);
    expect(readdirSync(inside('out'))).toEqual(['two.png']);
    expect(problems).toContain(`${inside('missing.roleweave')}: `);
    expect(problems).toMatch(/broken\.roleweave: .*line 1/);
  });

  test('tells what it had to repair, and exports', async () => {
    const text = serializeFile(project).replace('"nodeId": "b"', '"nodeId": "nowhere"');
    expect(text).not.toBe(serializeFile(project));
    writeFileSync(inside('dangling.roleweave'), text);
    const { exitCode, problems } = await run(['export', inside('dangling.roleweave'), '-o', inside('out.svg')]);
    expect(exitCode).toBe(0);
    expect(problems).toContain('warning:');
    expect(problems).toContain('nowhere');
  });

  test('an empty diagram and an unwritable place fail and leave nothing behind', async () => {
    writeFileSync(inside('empty.roleweave'), serializeFile(aDocument()));
    expect(await run(['export', inside('empty.roleweave'), '-o', inside('empty.png')])).toMatchObject({ exitCode: 1 });
    writeFileSync(inside('file'), '');
    const blocked = await run(['export', inside('one.roleweave'), '-o', inside('file', 'one.png')]);
    expect(blocked.exitCode).toBe(1);
    expect(blocked.problems).toContain(inside('file'));
    expect(readdirSync(folder).sort()).toEqual(['empty.roleweave', 'file', 'one.roleweave', 'two.roleweave']);
  });

  test('follows a link to a project', async () => {
    symlinkSync(inside('one.roleweave'), inside('link.roleweave'));
    expect(await run(['export', inside('link.roleweave'), '-o', inside('link.svg')])).toMatchObject({ exitCode: 0 });
  });
});

describe('wrong usage ends with 2, a reason and where help is', () => {
  const one = 'one.roleweave';
  test.each([
    [[], 'export'],
    [['exprt'], 'exprt'],
    [['export'], 'files'],
    [['export', one], '-o'],
    [['export', one, '-o', 'out.jpg'], 'out.jpg'],
    [['export', one, '-o', 'out.png', '--bogus'], '--bogus'],
    [['export', one, '-o', 'out.png', '--scale'], '--scale'],
    [['export', one, '-o', 'out.png', '--scale', '9'], '0.1–8'],
    [['export', one, '-o', 'out.png', '--scale', ''], '--scale'],
    [['export', one, '-o', 'out.png', '--margin', 'wide'], '--margin'],
    [['export', one, '-o', 'out.png', '--margin=-1'], '0–1000'],
    [['export', one, '-o', 'out.png', '--lang', 'fr'], 'ko, en, both'],
    [['export', one, '-o', 'out.png', '--theme', 'blue'], 'light, dark'],
    [['export', one, 'two.roleweave', '-o', 'out.png'], '{name}'],
    [['export', one, one, '-o', 'out/{name}.png'], 'out/one.png'],
    [['export', one, '-o', one, '--format', 'png'], one],
  ])('%j', async (args, reason) => {
    const { exitCode, out, problems } = await run(args.map((arg) => (/^(one|two)\./.test(arg) ? inside(arg) : arg)));
    expect([exitCode, out]).toEqual([2, '']);
    expect(problems).toContain(reason.replace(/^one\./, inside('one.')));
    expect(problems).toContain('--help');
    expect(readdirSync(folder).sort()).toEqual(['one.roleweave', 'two.roleweave']);
  });
});

test('help comes in the language asked for, the version alone', async () => {
  expect(await run(['--help'])).toMatchObject({
    exitCode: 0,
    out: expect.stringMatching(/^Usage:[\s\S]*\{name\}\.png/),
  });
  expect(await run(['export', '-h', '--lang', 'ko'])).toMatchObject({
    exitCode: 0,
    out: expect.stringMatching(/^사용법:/),
  });
  expect(await run(['--version'])).toEqual({ exitCode: 0, out: '1.2.3', problems: '' });
});

test('the README shows the options that the help explains', async () => {
  const readme = readFileSync(join(repositoryDir, 'README.md'), 'utf8');
  const shown = readme.split('\n').find((line) => line.includes('npx roleweave export')) ?? '';
  const { out } = await run(['--help'], { LANG: 'en_US.UTF-8' });
  const optionsIn = (text: string) => [...new Set(text.match(/--[a-z]+/g) ?? [])].sort();
  expect(optionsIn(shown).length).toBeGreaterThan(4);
  expect(optionsIn(out)).toEqual(expect.arrayContaining(optionsIn(shown)));
});
