import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeFileAtomically } from '../../../electron/node/atomicWrite';
import { realFileSystem } from '../../../electron/node/fileErrors';
import { faultyFileSystem } from './support/faultyFileSystem';
import { tempFolder } from './support/tempFolder';

const oldText = 'old '.repeat(3000);
const newText = 'new content '.repeat(4000);
const newBytes = Buffer.from(newText);
const isRoot = process.getuid?.() === 0;

function savedFile(mode = 0o644): { folder: string; path: string } {
  const folder = tempFolder();
  const path = join(folder, 'plan.roleweave');
  writeFileSync(path, oldText);
  chmodSync(path, mode);
  return { folder, path };
}

describe('saving replaces a file as a whole', () => {
  test('a new file is created and an old one replaced, with nothing left beside', async () => {
    const folder = tempFolder();
    const path = join(folder, 'plan.roleweave');
    expect(await writeFileAtomically(path, Buffer.from('first'))).toEqual({ ok: true, value: { realPath: path } });
    expect(await writeFileAtomically(path, newBytes)).toMatchObject({ ok: true });
    expect(readFileSync(path, 'utf8')).toBe(newText);
    expect(readdirSync(folder)).toEqual(['plan.roleweave']);
  });

  test('the temporary file is synced before the rename, and the folder after it', async () => {
    const { path } = savedFile();
    const { fs, calls } = faultyFileSystem({ call: null, code: '' });
    expect((await writeFileAtomically(path, newBytes, { fs })).ok).toBe(true);
    const order = ['handle.writeFile', 'handle.sync', 'handle.close', 'rename', 'open', 'handle.sync'];
    let from = 0;
    for (const call of order) {
      const at = calls.indexOf(call, from);
      expect(at, `${call} after ${from} in ${calls.join(', ')}`).toBeGreaterThanOrEqual(from);
      from = at + 1;
    }
  });

  test.each([0o600, 0o640, 0o755, 0o4750])('mode %o stays', async (mode) => {
    const { path } = savedFile(mode);
    expect((await writeFileAtomically(path, newBytes)).ok).toBe(true);
    expect(statSync(path).mode & 0o7777).toBe(mode);
  });

  test.runIf(isRoot)('owner and group stay', async () => {
    const { path } = savedFile(0o640);
    chownSync(path, 1234, 2345);
    expect((await writeFileAtomically(path, newBytes)).ok).toBe(true);
    expect(statSync(path)).toMatchObject({ uid: 1234, gid: 2345 });
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  test('a symbolic link stays a link, and its target is written', async () => {
    const { folder, path } = savedFile();
    mkdirSync(join(folder, 'links'));
    const link = join(folder, 'links', 'shortcut.roleweave');
    symlinkSync('../plan.roleweave', link);
    expect(await writeFileAtomically(link, newBytes)).toEqual({ ok: true, value: { realPath: path } });
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe(newText);
    expect(readdirSync(join(folder, 'links'))).toEqual(['shortcut.roleweave']);
  });

  test('a link whose target is gone makes the target anew', async () => {
    const folder = tempFolder();
    const link = join(folder, 'shortcut.roleweave');
    symlinkSync('gone.roleweave', link);
    expect((await writeFileAtomically(link, newBytes)).ok).toBe(true);
    expect(readFileSync(join(folder, 'gone.roleweave'), 'utf8')).toBe(newText);
  });

  test('links that lead in a circle are an error, not a hang', async () => {
    const folder = tempFolder();
    symlinkSync('b', join(folder, 'a'));
    symlinkSync('a', join(folder, 'b'));
    expect(await writeFileAtomically(join(folder, 'a'), newBytes)).toMatchObject({
      ok: false,
      error: { type: 'io', code: 'ELOOP' },
    });
  });

  test('a name of 255 bytes can be saved', async () => {
    const path = join(tempFolder(), `${'가'.repeat(81)}ab.roleweave`);
    expect(Buffer.byteLength(path.slice(path.lastIndexOf('/') + 1))).toBe(255);
    expect((await writeFileAtomically(path, newBytes)).ok).toBe(true);
    expect((await writeFileAtomically(path, Buffer.from('again'))).ok).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('again');
  });

  test('a read-only file is refused, for root too', async () => {
    const { folder, path } = savedFile(0o444);
    expect(await writeFileAtomically(path, newBytes)).toEqual({
      ok: false,
      error: { type: 'readOnly', name: 'plan.roleweave' },
    });
    expect(readFileSync(path, 'utf8')).toBe(oldText);
    expect(readdirSync(folder)).toEqual(['plan.roleweave']);
  });

  test('a folder, a missing folder and a device are refused by name', async () => {
    const folder = tempFolder();
    expect(await writeFileAtomically(folder, newBytes)).toMatchObject({ ok: false, error: { type: 'notAFile' } });
    expect(await writeFileAtomically(join(folder, 'no', 'a.png'), newBytes)).toMatchObject({
      ok: false,
      error: { type: 'notFound', name: 'a.png' },
    });
    expect(await writeFileAtomically('/dev/null', newBytes)).toMatchObject({ ok: false, error: { type: 'notAFile' } });
  });

  test('saves of one file wait for each other, through links too, and the last one wins', async () => {
    const { folder, path } = savedFile();
    const link = join(folder, 'link.roleweave');
    symlinkSync(path, link);
    let running = 0;
    const check = async (): Promise<null> => {
      expect(++running).toBe(1);
      await new Promise((done) => setTimeout(done, 5));
      running -= 1;
      return null;
    };
    const saves = Array.from({ length: 12 }, (_, i) =>
      writeFileAtomically(i % 2 === 0 ? path : link, Buffer.from(`save ${i}`), { check }),
    );
    for (const result of await Promise.all(saves)) expect(result.ok).toBe(true);
    expect(readFileSync(path, 'utf8')).toMatch(/^save \d+$/);
    expect(readdirSync(folder).sort()).toEqual(['link.roleweave', 'plan.roleweave']);
  });
});

describe('a file that cannot be replaced is written in place', () => {
  test('all names of a file with several hard links show the new content, and a backup was made first', async () => {
    const { folder, path } = savedFile();
    const other = join(folder, 'other name.roleweave');
    linkSync(path, other);
    const kept: string[] = [];
    const backup = async (realPath: string): Promise<void> => {
      kept.push(readFileSync(realPath, 'utf8'));
    };
    expect((await writeFileAtomically(path, Buffer.from('short'), { backup })).ok).toBe(true);
    expect(readFileSync(other, 'utf8')).toBe('short');
    expect(statSync(path).nlink).toBe(2);
    expect(kept).toEqual([oldText]);
  });

  test('without the backup nothing is touched', async () => {
    const { folder, path } = savedFile();
    linkSync(path, join(folder, 'other.roleweave'));
    const backup = async (): Promise<void> => {
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    };
    expect(await writeFileAtomically(path, newBytes, { backup })).toMatchObject({
      ok: false,
      error: { type: 'diskFull' },
    });
    expect(readFileSync(path, 'utf8')).toBe(oldText);
  });

  test.each(['EACCES', 'EPERM', 'EROFS'])('when no file can be made beside it (%s)', async (code) => {
    const { folder, path } = savedFile();
    const { calls } = await counted(path);
    const { fs } = faultyFileSystem({ call: calls.indexOf('open') + 1, code });
    writeFileSync(path, oldText);
    expect((await writeFileAtomically(path, newBytes, { fs })).ok).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe(newText);
    expect(readdirSync(folder)).toEqual(['plan.roleweave']);
  });

  test.runIf(isRoot)('when the owner cannot be kept', async () => {
    const { folder, path } = savedFile();
    chownSync(path, 1234, 1234);
    const { calls } = await counted(path);
    chownSync(path, 1234, 1234);
    writeFileSync(path, oldText);
    const inode = statSync(path).ino;
    const { fs } = faultyFileSystem({ call: calls.indexOf('handle.chown') + 1, code: 'EPERM' });
    expect((await writeFileAtomically(path, newBytes, { fs })).ok).toBe(true);
    expect(statSync(path)).toMatchObject({ ino: inode, uid: 1234 });
    expect(readFileSync(path, 'utf8')).toBe(newText);
    expect(readdirSync(folder)).toEqual(['plan.roleweave']);
  });
});

async function counted(path: string): Promise<{ calls: readonly string[] }> {
  const { fs, calls } = faultyFileSystem({ call: null, code: '' });
  expect((await writeFileAtomically(path, Buffer.from(oldText), { fs })).ok).toBe(true);
  return { calls };
}

describe('a failing call leaves the old file whole', () => {
  const codes = ['ENOSPC', 'EIO', 'EDQUOT', 'EACCES', 'EPERM', 'EXDEV', 'EMFILE', 'EROFS', 'EMLINK'];

  test.each(codes)('%s at every call of a save', async (code) => {
    const { folder, path } = savedFile();
    const { calls } = await counted(path);
    expect(calls.length).toBeGreaterThan(10);
    const renamed = calls.indexOf('rename') + 1;
    for (let call = 1; call <= calls.length; call++) {
      writeFileSync(path, oldText);
      const { fs } = faultyFileSystem({ call, code });
      const result = await writeFileAtomically(path, newBytes, { fs, platform: 'linux' });
      const at = `${code} at ${call} ${calls[call - 1]}`;
      // The new content is there for good then, so what fails later is passed over.
      if (call > renamed) expect(result.ok, at).toBe(true);
      if (result.ok) expect(readFileSync(path, 'utf8') === newText, at).toBe(true);
      else {
        expect(readFileSync(path, 'utf8') === oldText, at).toBe(true);
        if (result.error.type !== 'unknownHandle') expect(result.error.name, at).toBe('plan.roleweave');
        if (code === 'ENOSPC' || code === 'EDQUOT') expect(result.error.type, at).toBe('diskFull');
      }
      expect(readdirSync(folder), at).toEqual(['plan.roleweave']);
    }
  });

  test('a disk that takes a part and says nothing is a full one', async () => {
    const { folder, path } = savedFile();
    const open: typeof realFileSystem.open = async (...args) => {
      const handle = await realFileSystem.open(...args);
      const writeFile = () => handle.write(newBytes.subarray(0, 100));
      return Object.assign(handle, { writeFile });
    };
    const result = await writeFileAtomically(path, newBytes, { fs: { ...realFileSystem, open } });
    expect(result).toEqual({ ok: false, error: { type: 'diskFull', name: 'plan.roleweave' } });
    expect(readFileSync(path, 'utf8')).toBe(oldText);
    expect(readdirSync(folder)).toEqual(['plan.roleweave']);
  });

  test.each(['ENOSPC', 'EIO'])('%s at every call while writing in place puts the old content back', async (code) => {
    const { folder, path } = savedFile();
    linkSync(path, join(folder, 'other.roleweave'));
    const { calls } = await counted(path);
    for (let call = 1; call <= calls.length; call++) {
      writeFileSync(path, oldText);
      const { fs } = faultyFileSystem({ call, code });
      const result = await writeFileAtomically(path, newBytes, { fs });
      const at = `${code} at ${call} ${calls[call - 1]}`;
      const text = readFileSync(path, 'utf8');
      // An error of the very last close comes after everything was written and synced.
      const whole = text === oldText || (text === newText && calls[call - 1] === 'handle.close');
      expect(result.ok ? text === newText : whole, at).toBe(true);
    }
  });

  test('Windows: a rename that a virus scanner holds up is tried again for at least ten seconds', async () => {
    const { path } = savedFile();
    const { calls } = await counted(path);
    const renamed = calls.indexOf('rename') + 1;
    for (const code of ['EPERM', 'EBUSY', 'EACCES']) {
      const pauses: number[] = [];
      const delay = async (delayMs: number): Promise<void> => void pauses.push(delayMs);
      const { fs } = faultyFileSystem({ call: renamed, code });
      expect((await writeFileAtomically(path, newBytes, { fs, platform: 'win32', delay })).ok, code).toBe(true);
      expect(pauses).toHaveLength(1);
    }
    const pauses: number[] = [];
    const delay = async (delayMs: number): Promise<void> => void pauses.push(delayMs);
    const { fs } = faultyFileSystem({ call: null, code: '' });
    const rename = async (): Promise<void> => {
      throw Object.assign(new Error('held'), { code: 'EBUSY' });
    };
    writeFileSync(path, oldText);
    const held = await writeFileAtomically(path, newBytes, { fs: { ...fs, rename }, platform: 'win32', delay });
    expect(held).toMatchObject({ ok: false, error: { type: 'io', code: 'EBUSY' } });
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThanOrEqual(10_000);
    expect(readFileSync(path, 'utf8')).toBe(oldText);
  });
});
