import { appendFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type AboutDocument, createRecovery, isRecoveryKey } from '../../../electron/node/recovery';
import type { FileStamp, RecoveryKey } from '../../../shared/ipc/contract';
import { faultyFileSystem } from './support/faultyFileSystem';
import { tempFolder } from './support/tempFolder';

const key = 'doc-1' as RecoveryKey;
const about: AboutDocument = { name: '계획.roleweave', path: '/plans/계획.roleweave', stamp: 'abc' as FileStamp };
const untitled: AboutDocument = { name: '', path: null, stamp: null };

describe('the recovery journal', () => {
  test('gives back after a crash what was snapshot and appended, newest document first', async () => {
    const folder = join(tempFolder(), 'recovery');
    const before = createRecovery(folder);
    await before.snapshot(1, key, about, '{"한글":1}\n');
    await before.append(1, key, ['{"step":1}', 'two\nlines']);
    await before.append(1, key, ['{"step":3}']);
    await new Promise((done) => setTimeout(done, 20));
    await before.snapshot(1, 'doc-2' as RecoveryKey, untitled, 'other');

    const [second, first, ...rest] = await createRecovery(folder).claim(1);
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      ...about,
      key,
      text: '{"한글":1}\n',
      steps: ['{"step":1}', 'two\nlines', '{"step":3}'],
    });
    expect(second).toMatchObject({ ...untitled, key: 'doc-2', text: 'other', steps: [] });
    expect(Math.abs((first?.changedAtMs ?? 0) - Date.now())).toBeLessThan(60_000);
  });

  test('a step is on the disk itself before it is acknowledged', async () => {
    const { fs, calls } = faultyFileSystem({ call: null, code: '' });
    const recovery = createRecovery(tempFolder(), fs);
    await recovery.snapshot(1, key, about, 'one');
    calls.length = 0;
    await recovery.append(1, key, ['a']);
    expect(calls.slice(-3)).toEqual(['handle.writeFile', 'handle.datasync', 'handle.close']);
  });

  test('compaction leaves one file, and steps before it do not come back', async () => {
    const folder = tempFolder();
    const recovery = createRecovery(folder);
    await recovery.snapshot(1, key, about, 'one');
    await recovery.append(1, key, ['a']);
    await recovery.snapshot(1, key, about, 'two');
    await recovery.append(1, key, ['b']);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(await createRecovery(folder).claim(1)).toMatchObject([{ text: 'two', steps: ['b'] }]);
  });

  test('calls without waiting keep their order', async () => {
    const folder = tempFolder();
    const recovery = createRecovery(folder);
    const steps = Array.from({ length: 40 }, (_, i) => `step ${i}`);
    void recovery.snapshot(1, key, about, 'start');
    for (const step of steps) void recovery.append(1, key, [step]);
    await recovery.settled();
    expect(await createRecovery(folder).claim(1)).toMatchObject([{ steps }]);
  });

  test('a document that was saved or given up is not offered', async () => {
    const folder = tempFolder();
    const recovery = createRecovery(folder);
    await recovery.snapshot(1, key, about, 'one');
    await recovery.drop(key);
    expect(await createRecovery(folder).claim(1)).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a step for a document without a journal is refused', async () => {
    await expect(createRecovery(tempFolder()).append(1, key, ['x'])).rejects.toThrow('snapshot');
  });

  test('two windows never get the same document; a closed window gives its documents free', async () => {
    const folder = tempFolder();
    const recovery = createRecovery(folder);
    await recovery.snapshot(1, key, about, 'of window 1');
    expect(await recovery.claim(2)).toEqual([]);
    recovery.release(1);
    expect(await recovery.claim(2)).toMatchObject([{ text: 'of window 1' }]);
    expect(await recovery.claim(1)).toEqual([]);
  });

  test('cut off at any byte, the text and every whole step survive, and it can be continued', async () => {
    const folder = tempFolder();
    const recovery = createRecovery(folder);
    await recovery.snapshot(1, key, about, 'text');
    const [name = ''] = readdirSync(folder);
    const path = join(folder, name);
    const headBytes = readFileSync(path).length;
    await recovery.append(1, key, ['하나', '둘', 'three']);
    const whole = readFileSync(path);
    for (let length = headBytes; length <= whole.length; length++) {
      writeFileSync(path, whole);
      truncateSync(path, length);
      const kept = whole.subarray(headBytes, length);
      // The step is whole with its closing quote; the line feed after it may be missing.
      const steps = kept
        .toString('utf8')
        .split('\n')
        .filter((line) => /^".*"$/.test(line))
        .map((line) => JSON.parse(line) as string);
      const again = createRecovery(folder);
      expect(await again.claim(7), `cut at ${length}`).toMatchObject([{ text: 'text', steps }]);
      await again.append(7, key, ['after the crash']);
      expect(await createRecovery(folder).claim(7)).toMatchObject([
        { text: 'text', steps: [...steps, 'after the crash'] },
      ]);
    }
  });

  test('a crash between writing a new generation and removing the old one offers the document once', async () => {
    const folder = tempFolder();
    const recovery = createRecovery(folder);
    await recovery.snapshot(1, key, about, 'one');
    const [old = ''] = readdirSync(folder);
    const bytes = readFileSync(join(folder, old));
    await recovery.snapshot(1, key, about, 'two');
    writeFileSync(join(folder, old), bytes);
    expect(await createRecovery(folder).claim(1)).toMatchObject([{ text: 'two' }]);
    // A generation that cannot be read (zeroes after a power cut) does not hide the whole one before it.
    const newest = readdirSync(folder).sort().at(-1) ?? '';
    writeFileSync(join(folder, newest), Buffer.alloc(500));
    expect(await createRecovery(folder).claim(1)).toMatchObject([{ text: 'one' }]);
  });

  test('foreign and damaged files are passed over', async () => {
    const folder = tempFolder();
    for (const name of ['x.txt', 'a.1.jsonl', 'b.2.jsonl', '..1.jsonl', 'c.jsonl'])
      writeFileSync(join(folder, name), '{"a":1}');
    const recovery = createRecovery(folder);
    await recovery.snapshot(1, key, about, 'one');
    appendFileSync(join(folder, 'doc-1.1.jsonl'), '\u0000\u0000\n{"not":"a step"}\n17\n"good"\n');
    expect(await createRecovery(folder).claim(1)).toMatchObject([{ key, text: 'one', steps: ['good'] }]);
  });

  test('a disk that fails at any call loses nothing that was on it', async () => {
    for (let call = 1; call <= 40; call++) {
      const folder = tempFolder();
      const first = createRecovery(folder);
      await first.snapshot(1, key, about, 'safe');
      await first.append(1, key, ['a']);
      const { fs, calls } = faultyFileSystem({ call, code: 'ENOSPC' });
      const second = createRecovery(folder, fs);
      await second.append(1, key, ['b']).catch(() => undefined);
      await second.snapshot(1, key, about, 'newer').catch(() => undefined);
      const [entry] = await createRecovery(folder).claim(1);
      if (entry?.text === 'safe') expect(entry.steps[0], `failing call ${call}`).toBe('a');
      else expect(entry?.text, `failing call ${call}`).toBe('newer');
      if (calls.length < call) return;
    }
    throw new Error('more calls than expected');
  });

  test('keys cannot leave the folder', () => {
    for (const bad of ['', '..', 'a/b', 'a.b', 'a\\b', 'a\0', 'x'.repeat(65)]) expect(isRecoveryKey(bad)).toBe(false);
    expect(isRecoveryKey('9f1c-Az_0')).toBe(true);
  });
});
