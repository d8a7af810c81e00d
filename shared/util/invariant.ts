/** Throws when a condition that only a bug can break does not hold. The message says why it was expected to. */
export function invariant(condition: unknown, why: string): asserts condition {
  if (!condition) throw new Error(`Invariant broken: ${why}`);
}

/** `map.get(key)` for keys that are known to be there. */
export function mustGet<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  invariant(value !== undefined, `no entry for ${String(key)}`);
  return value;
}
