import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patchMap, settleMap } from '../../../shared/util/patchedMap';
import { groupsPer, indexPer } from '../../../shared/util/perMap';

/** Keys of numbers by their digits: each lies in none, one or two groups. */
const digitsOf = (value: number) => [...new Set(String(value).replaceAll('0', ''))];

const stepArbitrary = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 605 }), fc.option(fc.integer({ min: 0, max: 99 }), { nil: undefined })),
  { maxLength: 4 },
);

test('groups of a map that was changed step by step are those of a map read anew', () => {
  const groupsOf = groupsPer<number, number, string>(digitsOf);
  const read = (map: ReadonlyMap<number, number>) => groupsPer<number, number, string>(digitsOf)(new Map(map));
  const sorted = (groups: ReadonlyMap<string, readonly number[]>) =>
    [...groups].map(([group, keys]) => [group, [...keys].sort((a, b) => a - b)]).sort();
  fc.assert(
    fc.property(fc.array(stepArbitrary, { maxLength: 5 }), (steps) => {
      let map: ReadonlyMap<number, number> = new Map(Array.from({ length: 600 }, (_, key) => [key, key % 100]));
      for (const step of steps) {
        const preview = patchMap(map, new Map(step));
        expect(sorted(groupsOf(preview))).toEqual(sorted(read(preview)));
        map = settleMap(preview);
        expect(sorted(groupsOf(map))).toEqual(sorted(read(map)));
      }
    }),
  );
});

test('an index is read once, and only told of changes that make a difference to it', () => {
  let reads = 0;
  const told: unknown[] = [];
  const evenCount = indexPer<string, number, { readonly count: number }>({
    make(map) {
      reads += 1;
      return { count: [...map.values()].filter((value) => value % 2 === 0).length };
    },
    isAlike: (a, b) => a % 2 === b % 2,
    change({ count }, changes) {
      told.push(...changes);
      const share = (value: number | undefined) => (value === undefined ? 0 : 1 - (value % 2));
      return { count: changes.reduce((sum, { before, after }) => sum - share(before) + share(after), count) };
    },
  });
  const map = new Map([
    ['a', 1],
    ['b', 2],
  ]);
  const first = evenCount(map);
  expect(evenCount(patchMap(map, new Map([['a', 3]])))).toBe(first);
  const changes = new Map<string, number | undefined>([
    ['a', 4],
    ['b', undefined],
    ['c', 6],
  ]);
  expect(evenCount(patchMap(map, changes))).toEqual({ count: 2 });
  expect(told).toEqual([
    { key: 'a', before: 1, after: 4 },
    { key: 'b', before: 2, after: undefined },
    { key: 'c', before: undefined, after: 6 },
  ]);
  expect(reads).toBe(1);
});

test('an index is not read again when so much changed that the map was copied, nor when that is undone', () => {
  let reads = 0;
  const sizeOf = indexPer<number, string, { readonly size: number }>({
    make(map) {
      reads += 1;
      return { size: map.size };
    },
    isAlike: () => true,
    change: ({ size }, changes) => ({
      size: changes.reduce(
        (sum, { before, after }) => sum + Number(after !== undefined) - Number(before !== undefined),
        size,
      ),
    }),
  });
  const opened = new Map(Array.from({ length: 600 }, (_, key) => [key, 'x']));
  expect(sizeOf(opened).size).toBe(600);
  const copied = settleMap(patchMap(opened, new Map(Array.from({ length: 300 }, (_, key) => [key, undefined]))));
  expect(copied).toBeInstanceOf(Map);
  expect(sizeOf(copied).size).toBe(300);
  expect(sizeOf(settleMap(patchMap(copied, new Map([[1_000, 'y']])))).size).toBe(301);
  expect(sizeOf(opened).size).toBe(600);
  expect(reads).toBe(1);
});
