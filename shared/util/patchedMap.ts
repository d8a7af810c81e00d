/**
 * A read-only map that shows another one with a few entries replaced, added or removed.
 *
 * Dragging one of 10,000 nodes must not copy 10,000 entries a frame: edits answer such a map, previews show it as it
 * is, and only the committed step is flattened once (`flattenMap`).
 */
class PatchedMap<K, V> implements ReadonlyMap<K, V> {
  readonly size: number;

  constructor(
    readonly base: ReadonlyMap<K, V>,
    /** `undefined` stands for a removed entry. */
    readonly changes: ReadonlyMap<K, V | undefined>,
  ) {
    let size = base.size;
    for (const [key, value] of changes) {
      if (base.has(key)) size -= value === undefined ? 1 : 0;
      else size += value === undefined ? 0 : 1;
    }
    this.size = size;
  }

  get(key: K): V | undefined {
    return this.changes.has(key) ? this.changes.get(key) : this.base.get(key);
  }

  has(key: K): boolean {
    return this.get(key) !== undefined;
  }

  *entries(): MapIterator<[K, V]> {
    for (const [key, value] of this.base) {
      const shown = this.changes.has(key) ? this.changes.get(key) : value;
      if (shown !== undefined) yield [key, shown];
    }
    for (const [key, value] of this.changes) {
      if (value !== undefined && !this.base.has(key)) yield [key, value];
    }
  }

  *keys(): MapIterator<K> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[K, V]> {
    return this.entries();
  }

  forEach(callback: (value: V, key: K, map: ReadonlyMap<K, V>) => void): void {
    for (const [key, value] of this.entries()) callback(value, key, this);
  }
}

/**
 * `base` with `changes` on top; `undefined` removes. Answers `base` itself when nothing would change, so that an edit
 * without effect keeps the document's identity. Costs what the changes cost, not what the map holds.
 */
export function patchMap<K, V>(base: ReadonlyMap<K, V>, changes: ReadonlyMap<K, V | undefined>): ReadonlyMap<K, V> {
  const real = new Map<K, V | undefined>();
  for (const [key, value] of changes) if (base.get(key) !== value) real.set(key, value);
  if (real.size === 0) return base;
  if (!(base instanceof PatchedMap)) return new PatchedMap(base, real);
  const merged = new Map<K, V | undefined>(base.changes);
  for (const [key, value] of real) {
    // An entry added and removed within one step never existed for the map below.
    if (value === undefined && !base.base.has(key)) merged.delete(key);
    else merged.set(key, value);
  }
  return new PatchedMap<K, V>(base.base, merged);
}

/** An ordinary map with the same entries; a map that is not patched is answered as it is. */
export function flattenMap<K, V>(map: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  return map instanceof PatchedMap ? new Map(map.entries()) : map;
}

/** What a patched map changes of the map below it; `null` when the map is not patched. */
export function mapChanges<K, V>(map: ReadonlyMap<K, V>): ReadonlyMap<K, V | undefined> | null {
  return map instanceof PatchedMap ? map.changes : null;
}

/** The map that a patched one changes; `null` when the map is not patched. */
export function mapBelow<K, V>(map: ReadonlyMap<K, V>): ReadonlyMap<K, V> | null {
  return map instanceof PatchedMap ? map.base : null;
}
