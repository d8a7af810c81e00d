import { describe, expect, test } from 'vitest';
import { argumentChecks } from '../../../electron/app/argumentChecks';
import { requestNames } from '../../../shared/ipc/contract';

const takes = (name: keyof typeof argumentChecks, ...args: readonly unknown[]): boolean =>
  argumentChecks[name].safeParse(args).success;

const item = { type: 'action', id: 'edit.undo', label: 'Undo', enabled: true };
const nested = (depth: number): unknown =>
  depth === 0 ? item : { type: 'submenu', id: `m${depth}`, label: 'More', items: [nested(depth - 1)] };

describe('the checks at the door', () => {
  test('take what the page sends', () => {
    expect(takes('app.start')).toBe(true);
    expect(takes('file.save', 'handle', 'text', 'overwrite')).toBe(true);
    expect(takes('file.save', 'handle', 'text', { ifStamp: 'abc' })).toBe(true);
    expect(takes('export.save', 'png', 'Plan', new Uint8Array(3))).toBe(true);
    expect(takes('window.setMenu', [nested(3), item, { type: 'separator' }])).toBe(true);
    expect(takes('window.setMenu', [{ ...item, accelerator: 'Ctrl+Z', checked: false }])).toBe(true);
    expect(takes('tab.move', 'key-1', 'handle', { screenX: -40, screenY: 900.5 }, '{}')).toBe(true);
    expect(takes('recovery.snapshot', 'key-1', { name: '', handle: null, stamp: null }, '{}')).toBe(true);
    expect(
      takes('dialog.ask', { tone: 'warning', message: 'm', buttons: ['a', 'b'], defaultButton: 0, cancelButton: 1 }),
    ).toBe(true);
  });

  test.each([
    ['app.start', [1]],
    ['file.open', []],
    ['file.open', [{ toString: () => 'x' }]],
    ['file.open', ['x'.repeat(65)]],
    ['file.open', ['a', 'b']],
    ['file.save', ['handle', 'text', { ifStamp: 'a', path: '/etc/passwd' }]],
    ['file.save', ['handle', 'text', 'please']],
    ['export.save', ['exe', 'Plan', new Uint8Array(3)]],
    ['export.save', ['png', 'Plan', [1, 2, 3]]],
    ['image.rasterize', ['<svg/>', Number.POSITIVE_INFINITY]],
    ['image.rasterize', ['<svg/>', Number.NaN]],
    ['image.rasterize', ['<svg/>', 9]],
    ['recovery.drop', ['../../etc']],
    ['recovery.append', ['key', 'not a list']],
    ['tab.move', ['key', null, 'new', { history: {} }]],
    ['tab.move', ['key', null, 'behind', '']],
    ['tab.move', ['../../etc', null, 'new', '']],
    ['tab.move', ['key', null, { screenX: Number.NaN, screenY: 0 }, '']],
    ['settings.set', [{ language: 'fr' }]],
    ['dialog.ask', [{ tone: 'info', message: 'm', buttons: ['a'], defaultButton: 1, cancelButton: 0 }]],
    ['dialog.ask', [{ tone: 'info', message: 'm', buttons: [], defaultButton: 0, cancelButton: 0 }]],
    ['window.setMenu', [[nested(4)]]],
    ['window.setMenu', [[{ ...item, role: 'quit' }]]],
    ['window.command', ['openFile']],
    ['window.print', ['sideways']],
    ['link.open', ['x'.repeat(4001)]],
  ] as const)('%s refuses %j', (name, args) => {
    expect(takes(name, ...args)).toBe(false);
  });

  test('refuse luggage of a tab that is larger than any file', () => {
    const ofMiB = (size: number) => takes('tab.move', 'key', null, 'other', 'x'.repeat(size * 2 ** 20));
    expect(ofMiB(64)).toBe(true);
    expect(ofMiB(65)).toBe(false);
  });

  test('no channel takes a stranger in the place of its arguments', () => {
    for (const name of Object.keys(requestNames) as (keyof typeof requestNames)[]) {
      for (const args of [[Symbol.iterator], [null, null, null, null], [() => 1], [{}], [Number.NaN]]) {
        expect(takes(name, ...args), name).toBe(false);
      }
    }
  });
});
