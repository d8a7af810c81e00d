import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createBackups } from '../../../electron/node/backups';
import { createDocumentFiles, type DocumentFiles } from '../../../electron/node/documentFiles';
import { tempPathFor } from '../../../electron/node/tempFiles';
import type { DocumentHandle, OpenedFile } from '../../../shared/ipc/contract';
import { tempFolder } from './support/tempFolder';

interface Desk {
  readonly files: DocumentFiles;
  readonly folder: string;
  readonly path: string;
  readonly backupsFolder: string;
}

function desk(): Desk {
  const folder = join(tempFolder(), 'work');
  const backupsFolder = tempFolder();
  mkdirSync(folder);
  const path = join(folder, '계획 plan.roleweave');
  writeFileSync(path, '{"title":"처음"}\n');
  const backups = createBackups(backupsFolder);
  return {
    files: createDocumentFiles({ backups, maxBytes: 2 ** 20, homeFolder: join(folder, '..') }),
    folder,
    path,
    backupsFolder,
  };
}

async function opened(files: DocumentFiles, path: string): Promise<OpenedFile> {
  const result = await files.open(await files.handleFor(path));
  if (!result.ok) throw new Error(result.error.type);
  return result.value;
}

describe('handles', () => {
  test('one file has one handle, by whatever link or spelling it is reached', async () => {
    const { files, folder, path } = desk();
    symlinkSync(path, join(folder, 'link.roleweave'));
    const handle = await files.handleFor(path);
    expect(await files.handleFor(join(folder, 'link.roleweave'))).toBe(handle);
    expect(await files.handleFor(join(folder, '..', 'work', '.', '계획 plan.roleweave'))).toBe(handle);
    expect(await files.handleFor(join(folder, 'other.roleweave'))).not.toBe(handle);
  });

  test('a handle says nothing about the path, and an invented one opens nothing', async () => {
    const { files, path } = desk();
    expect(await files.handleFor(path)).toMatch(/^[0-9a-f-]{36}$/);
    for (const invented of [path, 'file:///etc/passwd', '', '__proto__'] as DocumentHandle[]) {
      expect(await files.open(invented)).toEqual({ ok: false, error: { type: 'unknownHandle' } });
      expect(await files.save(invented, 'x', 'overwrite')).toEqual({ ok: false, error: { type: 'unknownHandle' } });
      expect(await files.stamp(invented)).toEqual({ ok: false, error: { type: 'unknownHandle' } });
    }
    expect(readFileSync(path, 'utf8')).toBe('{"title":"처음"}\n');
  });
});

describe('opening', () => {
  test('gives text without a byte order mark, the name and the folder in home form', async () => {
    const { files, path } = desk();
    writeFileSync(path, '\uFEFF{"title":"한글"}');
    expect(await opened(files, path)).toMatchObject({
      text: '{"title":"한글"}',
      name: '계획 plan.roleweave',
      folder: '~/work',
      readOnly: false,
    });
  });

  test('says when a file is read-only', async () => {
    const { files, path } = desk();
    chmodSync(path, 0o444);
    expect((await opened(files, path)).readOnly).toBe(true);
  });

  test.each([
    ['Latin-1', Buffer.from([0x7b, 0x22, 0xe4, 0x22, 0x7d])],
    ['UTF-16', Buffer.from('\uFEFF{}', 'utf16le')],
    ['a surrogate in UTF-8', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
  ])('%s is refused, not garbled', async (_name, bytes) => {
    const { files, path } = desk();
    writeFileSync(path, bytes);
    expect(await files.open(await files.handleFor(path))).toMatchObject({ ok: false, error: { type: 'notUtf8' } });
  });

  test('the size limit holds to the byte', async () => {
    const { files, path } = desk();
    truncateSync(path, 2 ** 20);
    expect((await files.open(await files.handleFor(path))).ok).toBe(true);
    truncateSync(path, 2 ** 20 + 1);
    expect(await files.open(await files.handleFor(path))).toEqual({
      ok: false,
      error: { type: 'tooLarge', name: '계획 plan.roleweave', limitMiB: 1 },
    });
  });

  test('a missing file, a folder, a device and a pipe are refused without waiting', async () => {
    const { files, folder } = desk();
    const pipe = join(folder, 'pipe.roleweave');
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
    for (const [path, type] of [
      [join(folder, 'gone.roleweave'), 'notFound'],
      [folder, 'notAFile'],
      ['/dev/zero', 'notAFile'],
      [pipe, 'notAFile'],
    ] as const) {
      expect(await files.open(await files.handleFor(path)), path).toMatchObject({ ok: false, error: { type } });
    }
  });

  test('removes what killed saves of this file left, and nothing else', async () => {
    const { files, folder, path } = desk();
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    const own = tempPathFor(path);
    const leftover = own.replace(`-${process.pid}-`, `-${dead}-`);
    const foreign = leftover.replace(/-[0-9a-f]{8}-/, '-00000000-');
    const others = ['.hidden', '.a-b-1-c.roleweave-tmp', 'x.roleweave-tmp'].map((name) => join(folder, name));
    for (const file of [own, leftover, foreign, ...others]) writeFileSync(file, 'half');
    await opened(files, path);
    const left = readdirSync(folder).map((name) => join(folder, name));
    expect(left).not.toContain(leftover);
    // Under way in this process, on another machine, or not of our making.
    for (const file of [own, foreign, ...others]) expect(left).toContain(file);
  });
});

describe('saving over a file that may have changed', () => {
  /** What may happen to a file behind our back, and what a save that does not say `overwrite` must then answer. */
  const events: Record<
    string,
    { do(path: string): void; expected: 'saved' | 'changedOnDisk' | 'missingOnDisk' | 'notFound' | 'readOnly' }
  > = {
    nothing: { do: () => undefined, expected: 'saved' },
    'only touched': { do: (path) => utimesSync(path, new Date(), new Date(Date.now() + 5000)), expected: 'saved' },
    'mode changed': { do: (path) => chmodSync(path, 0o600), expected: 'saved' },
    'replaced by the same content': {
      do: (path) => {
        writeFileSync(`${path}.new`, readFileSync(path));
        renameSync(`${path}.new`, path);
      },
      expected: 'saved',
    },
    'content changed': { do: (path) => writeFileSync(path, '{"title":"theirs, longer"}'), expected: 'changedOnDisk' },
    'content changed, same size and time': {
      do: (path) => {
        const { atime, mtime, size } = statSync(path);
        const changed = readFileSync(path);
        changed.set(Buffer.from('}'), changed.length - 1);
        writeFileSync(path, changed);
        utimesSync(path, atime, mtime);
        expect(statSync(path).size).toBe(size);
      },
      expected: 'changedOnDisk',
    },
    'replaced by a rename': {
      do: (path) => {
        writeFileSync(`${path}.new`, 'theirs');
        renameSync(`${path}.new`, path);
      },
      expected: 'changedOnDisk',
    },
    'grown beyond all limits': { do: (path) => truncateSync(path, 2 ** 20 + 1), expected: 'changedOnDisk' },
    deleted: { do: (path) => rmSync(path), expected: 'missingOnDisk' },
    'made read-only': { do: (path) => chmodSync(path, 0o444), expected: 'readOnly' },
    'folder gone': { do: (path) => rmSync(join(path, '..'), { recursive: true }), expected: 'notFound' },
  };

  test.each(Object.keys(events))('%s', async (name) => {
    const event = events[name];
    if (event === undefined) throw new Error(name);
    const { files, path } = desk();
    const file = await opened(files, path);
    event.do(path);
    const theirs = (): string | null => {
      try {
        return readFileSync(path, 'utf8');
      } catch {
        return null;
      }
    };
    const before = theirs();
    const saved = await files.save(file.handle, '{"title":"ours"}\n', { ifStamp: file.stamp });
    if (event.expected === 'saved') {
      expect(saved).toMatchObject({ ok: true });
      expect(theirs()).toBe('{"title":"ours"}\n');
    } else {
      expect(saved).toMatchObject({ ok: false, error: { type: event.expected } });
      expect(theirs()).toBe(before);
    }
  });

  test.each(['content changed', 'replaced by a rename', 'deleted'])('%s, and the user says overwrite', async (name) => {
    const { files, path } = desk();
    const file = await opened(files, path);
    events[name]?.do(path);
    const saved = await files.save(file.handle, 'ours', 'overwrite');
    expect(saved.ok).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('ours');
  });

  test('the stamp of a save is that of the next look at the disk, and guards the next save', async () => {
    const { files, path } = desk();
    const file = await opened(files, path);
    const first = await files.save(file.handle, 'one', { ifStamp: file.stamp });
    if (!first.ok) throw new Error(first.error.type);
    expect(await files.stamp(file.handle)).toEqual({ ok: true, value: first.value.stamp });
    expect((await files.save(file.handle, 'two', { ifStamp: first.value.stamp })).ok).toBe(true);
    expect(await files.save(file.handle, 'three', { ifStamp: first.value.stamp })).toMatchObject({
      ok: false,
      error: { type: 'changedOnDisk' },
    });
    expect(readFileSync(path, 'utf8')).toBe('two');
  });

  test('of two saves at once from the same state only one passes', async () => {
    const { files, path } = desk();
    const file = await opened(files, path);
    const results = await Promise.all(
      ['a', 'b', 'c'].map((text) => files.save(file.handle, text, { ifStamp: file.stamp })),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });
});

describe('backups', () => {
  test('the last five versions are kept outside the folder of the file', async () => {
    const { files, folder, path, backupsFolder } = desk();
    const { handle } = await opened(files, path);
    for (let i = 1; i <= 8; i++) expect((await files.save(handle, `version ${i}`, 'overwrite')).ok).toBe(true);
    expect(readdirSync(folder)).toEqual(['계획 plan.roleweave']);
    const [own = ''] = readdirSync(backupsFolder);
    expect(own).toMatch(/^계획-plan-[0-9a-f]{10}$/);
    const kept = readdirSync(join(backupsFolder, own)).sort();
    expect(kept.map((name) => readFileSync(join(backupsFolder, own, name), 'utf8'))).toEqual(
      [3, 4, 5, 6, 7].map((i) => `version ${i}`),
    );
  });

  test('saving without a change adds none', async () => {
    const { files, path, backupsFolder } = desk();
    const { handle, text } = await opened(files, path);
    for (let i = 0; i < 4; i++) await files.save(handle, text, 'overwrite');
    const [own = ''] = readdirSync(backupsFolder);
    expect(readdirSync(join(backupsFolder, own))).toHaveLength(1);
  });

  test('a full backup folder costs the backup, not the save; a file written in place is not touched without one', async () => {
    const { path, folder } = desk();
    const backups = {
      folderOf: () => '',
      keep: async (): Promise<void> => {
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      },
    };
    const files = createDocumentFiles({ backups, maxBytes: 2 ** 20, homeFolder: '/nowhere' });
    const { handle, text } = await opened(files, path);
    expect((await files.save(handle, 'new', 'overwrite')).ok).toBe(true);
    writeFileSync(path, text);
    linkSync(path, join(folder, 'second.roleweave'));
    expect(await files.save(handle, 'new', 'overwrite')).toMatchObject({ ok: false, error: { type: 'diskFull' } });
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
});
