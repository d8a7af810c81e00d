import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { filesFromArguments } from '../../../electron/app/launchFiles';
import { tempFolder } from '../node/support/tempFolder';

const electron = '/usr/bin/roleweave';

test('relative files are taken from the folder of the command', () => {
  expect(filesFromArguments([electron, 'a.roleweave', './sub/../b.json', '/abs/c.roleweave'], '/plans')).toEqual([
    '/plans/a.roleweave',
    '/plans/b.json',
    '/abs/c.roleweave',
  ]);
});

test('switches are no files, unless they come after --', () => {
  const argv = [electron, '--inspect=9229', '-x', '--no-sandbox', 'a.roleweave', '--', '-odd name.roleweave', '--also'];
  expect(filesFromArguments(argv, '/plans')).toEqual([
    '/plans/a.roleweave',
    '/plans/-odd name.roleweave',
    '/plans/--also',
  ]);
});

test("the app's own folder, given in development, is no file", () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'app'));
  expect(filesFromArguments([electron, join(folder, 'app'), '.', 'plan.roleweave'], folder)).toEqual([
    join(folder, 'plan.roleweave'),
  ]);
});

test('file addresses become paths; others, empty words and zero bytes are dropped; each file comes once', () => {
  const file = '/plans/한글 계획.roleweave';
  expect(
    filesFromArguments(
      [electron, pathToFileURL(file).href, file, 'https://example.org/x.roleweave', 'smb://a/b', '', 'a\0b'],
      '/plans',
    ),
  ).toEqual([file]);
});
