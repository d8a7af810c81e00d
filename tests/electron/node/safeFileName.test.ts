import { expect, test } from 'vitest';
import { safeFileName } from '../../../electron/node/safeFileName';

test.each([
  ['채용 과정', '채용 과정.roleweave'],
  ['Plan.roleweave', 'Plan.roleweave'],
  ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j.roleweave'],
  ['  two\n\tlines  ', 'two lines.roleweave'],
  ['', 'Roleweave.roleweave'],
  ['...', 'Roleweave.roleweave'],
  ['../../etc/passwd', 'etc passwd.roleweave'],
  ['CON', 'Roleweave CON.roleweave'],
  ['.hidden', 'hidden.roleweave'],
  ['evil\u202egnp.exe', 'evil gnp.exe.roleweave'],
])('a title %j is offered as %s', (title, name) => {
  expect(safeFileName(title, 'roleweave')).toBe(name);
});

test.each(['x', '가', '👩‍💻', 'e\u0301'])(
  'a title of 200 %s fits a file system and ends with a whole character',
  (character) => {
    const name = safeFileName(character.repeat(200), 'roleweave');
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(210);
    expect(name.replace('.roleweave', '').replaceAll(character, '')).toBe('');
    expect(name.length).toBeGreaterThan(20);
  },
);
