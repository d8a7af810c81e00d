import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSame } from '../../../shared/util/isSame';

test('a value is the same as its copy, and not as one that differs anywhere', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(isSame(a, structuredClone(a))).toBe(true);
      expect(isSame(a, b)).toBe(isSame(b, a));
      if (isSame(a, b)) expect(a).toEqual(b);
      expect(isSame({ value: a }, { value: [a] })).toBe(false);
    }),
  );
});

test('maps are the same when their entries are, in any order', () => {
  const entries: [string, unknown][] = [
    ['a', { x: 1 }],
    ['b', undefined],
  ];
  expect(isSame(new Map(entries), new Map(entries.toReversed()))).toBe(true);
  expect(isSame(new Map(entries), new Map([['a', { x: 1 }]]))).toBe(false);
  expect(isSame(new Map([['b', undefined]]), new Map([['c', undefined]]))).toBe(false);
  expect(isSame(new Map(), {})).toBe(false);
});

test('a list is no object, a missing field is no field, and a number that is none is itself', () => {
  expect(isSame([], {})).toBe(false);
  expect(isSame({ a: undefined }, { b: undefined })).toBe(false);
  expect(isSame({ a: 1 }, { a: 1, b: undefined })).toBe(false);
  expect(isSame(Number.NaN, Number.NaN)).toBe(true);
  expect(isSame(null, {})).toBe(false);
});
