import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesBetween, mapBelow, mapChanges, patchMap, settleMap, topLayerOf } from '../../../shared/util/patchedMap';
import { deepFreeze } from '../../support/deepFreeze';

const keyArbitrary = fc.integer({ min: 0, max: 6 });
const mapArbitrary = fc.array(fc.tuple(keyArbitrary, fc.string({ maxLength: 1 }))).map((entries) => new Map(entries));
const changesArbitrary = fc
  .array(fc.tuple(keyArbitrary, fc.option(fc.string({ maxLength: 1 }), { nil: undefined })))
  .map((entries) => new Map(entries));

function changed(base: ReadonlyMap<number, string>, changes: ReadonlyMap<number, string | undefined>) {
  const copy = new Map(base);
  for (const [key, value] of changes) {
    if (value === undefined) copy.delete(key);
    else copy.set(key, value);
  }
  return copy;
}

describe('a patched map', () => {
  test('reads in every way like a copy with the changes made, however many lie on top of each other', () => {
    fc.assert(
      fc.property(mapArbitrary, fc.array(changesArbitrary, { maxLength: 4 }), (base, patches) => {
        let map: ReadonlyMap<number, string> = deepFreeze(base);
        let copy: ReadonlyMap<number, string> = base;
        for (const patch of patches) {
          map = patchMap(map, deepFreeze(patch));
          copy = changed(copy, patch);
        }
        const sorted = (entries: Iterable<readonly [number, string]>) => [...entries].sort(([a], [b]) => a - b);
        const called: (readonly [number, string])[] = [];
        map.forEach((value, key, self) => {
          expect(self).toBe(map);
          called.push([key, value]);
        });
        expect(sorted(map)).toEqual(sorted(copy));
        expect(sorted(map.entries())).toEqual(sorted(copy));
        expect(sorted(called)).toEqual(sorted(copy));
        expect([...map.keys()].sort()).toEqual([...copy.keys()].sort());
        expect([...map.values()].sort()).toEqual([...copy.values()].sort());
        expect(map.size).toBe(copy.size);
        for (let key = 0; key <= 7; key++) {
          expect(map.get(key)).toBe(copy.get(key));
          expect(map.has(key)).toBe(copy.has(key));
        }
        expect(sorted(settleMap(map))).toEqual(sorted(copy));
        expect(mapChanges(settleMap(map))).toBeNull();
        // However many patches: looking up a record costs one step down, not one for each.
        expect(mapBelow(map) === null || mapBelow(map) === base).toBe(true);
      }),
    );
  });

  test('that changes nothing is the map itself', () => {
    const base = new Map([['a', 1]]);
    expect(patchMap(base, new Map())).toBe(base);
    expect(patchMap(base, new Map([['a', 1]]))).toBe(base);
    expect(patchMap(base, new Map([['b', undefined]]))).toBe(base);
    expect(settleMap(base)).toBe(base);
  });

  test('keeps the order of what was there and puts new entries last, so that lists do not jump', () => {
    const base = new Map([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
    const map = patchMap(
      base,
      new Map<string, number | undefined>([
        ['d', 4],
        ['b', 20],
        ['a', undefined],
      ]),
    );
    expect([...map]).toEqual([
      ['b', 20],
      ['c', 3],
      ['d', 4],
    ]);
  });

  test('recorded step by step reads like a copy, is a layer over what was opened, and tells what changed since', () => {
    const opened = new Map(Array.from({ length: 600 }, (_, key) => [key, 'x']));
    const stepArbitrary = fc.array(changesArbitrary, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(stepArbitrary, { maxLength: 6 }), (steps) => {
        const versions: { map: ReadonlyMap<number, string>; copy: ReadonlyMap<number, string> }[] = [
          { map: opened, copy: opened },
        ];
        for (const edits of steps) {
          let { map, copy } = versions.at(-1) ?? { map: opened, copy: opened };
          for (const edit of edits) {
            const before = map;
            map = patchMap(map, edit);
            copy = changed(copy, edit);
            expect([before, opened, mapBelow(before)]).toContain(mapBelow(map) ?? before);
          }
          map = settleMap(map);
          expect(mapChanges(map)).toBeNull();
          expect(new Map(map)).toEqual(copy);
          expect(map.size).toBe(copy.size);
          // One layer, however many steps: looking up a record does not get slower.
          expect([null, opened]).toContain(topLayerOf(map)?.before ?? null);
          versions.push({ map, copy });
        }
        for (const before of versions) {
          for (const after of versions) {
            const changes = changesBetween(before.map, after.map);
            expect(changed(before.copy, changes)).toEqual(after.copy);
            for (const [key, value] of changes) expect(before.copy.get(key)).not.toBe(value);
          }
        }
      }),
    );
  });

  test('is copied when it is small or when much of it changed', () => {
    const changeOf = (keys: number) => new Map(Array.from({ length: keys }, (_, key) => [key, 'y']));
    const opened = new Map(Array.from({ length: 1_000 }, (_, key) => [key, 'x']));
    const layered = settleMap(patchMap(opened, changeOf(100)));
    expect(topLayerOf(layered)?.before).toBe(opened);
    const copied = settleMap(patchMap(layered, changeOf(200)));
    expect(topLayerOf(copied)).toBeNull();
    expect(new Map(copied)).toEqual(changed(opened, changeOf(200)));
    expect(changesBetween(layered, copied).size).toBe(100);
    expect(topLayerOf(settleMap(patchMap(new Map([[1, 'x']]), changeOf(2))))).toBeNull();
  });
});
