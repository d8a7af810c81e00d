/**
 * A read-only map that shows another one with a few entries replaced, added or removed.
 *
 * Changing one of 10,000 nodes must not copy 10,000 entries, neither in each frame of a drag nor when it is dropped:
 * edits answer such a map, previews show it as it is, and a recorded step keeps it as one layer over the map that was
 * opened (`settleMap`).
 */
class PatchedMap<K, V> implements ReadonlyMap<K, V> {
  readonly size: number;

  constructor(
    readonly base: ReadonlyMap<K, V>,
    /** `undefined` stands for a removed entry. */
    readonly changes: ReadonlyMap<K, V | undefined>,
    /** Part of a recorded step: to whoever edits, an ordinary map. */
    readonly isSettled = false,
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
  if (!(base instanceof PatchedMap) || base.isSettled) return new PatchedMap(base, real);
  return new PatchedMap<K, V>(base.base, mergedChanges(base, real));
}

function mergedChanges<K, V>(
  { base, changes }: PatchedMap<K, V>,
  more: ReadonlyMap<K, V | undefined>,
): ReadonlyMap<K, V | undefined> {
  const merged = new Map<K, V | undefined>(changes);
  for (const [key, value] of more) {
    // An entry that is again as it is below, or was added and removed, is no change.
    if (value === base.get(key)) merged.delete(key);
    else merged.set(key, value);
  }
  return merged;
}

/** The layers of a map whose steps were recorded may grow to this part of it before all of it is copied once. */
const MOST_CHANGED = 1 / 8;
/** Copying less than this is quicker than looking through a layer each time. */
const FEWEST_LAYERED = 512;

/** Which map a settled one was made from by one step, and by which changes; gone with that map. */
const steps = new WeakMap<object, { readonly before: WeakRef<object>; readonly changes: unknown }>();

/**
 * The map as a recorded step keeps it, with the same entries: one layer over a map that was copied once. From then on it
 * counts as not patched. Costs what changed since that copy; now and then all of the map.
 */
export function settleMap<K, V>(map: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  if (!(map instanceof PatchedMap) || map.isSettled) return map;
  const { root, changes } = layersOf(map);
  if (changes.size === 0) return root;
  const isFew = root.size >= FEWEST_LAYERED && changes.size <= root.size * MOST_CHANGED;
  const settled = isFew ? new PatchedMap(root, changes, true) : new Map(map.entries());
  steps.set(settled, { before: new WeakRef(map.base), changes: map.changes });
  return settled;
}

/** A map that another one was made from, and the changes that made it. */
export interface MapOrigin<K, V> {
  readonly before: ReadonlyMap<K, V>;
  readonly changes: ReadonlyMap<K, V | undefined>;
}

/** The map before the step that made this one, while somebody still has it; `null` for one that was not made so. */
export function stepTo<K, V>(map: ReadonlyMap<K, V>): MapOrigin<K, V> | null {
  const step = steps.get(map);
  const before = step?.before.deref();
  return before === undefined ? null : ({ before, changes: step?.changes } as MapOrigin<K, V>);
}

/** The ordinary map at the bottom, and all that lies on it as one layer. */
function layersOf<K, V>(
  map: ReadonlyMap<K, V>,
): {
  readonly root: ReadonlyMap<K, V>;
  readonly changes: ReadonlyMap<K, V | undefined>;
} {
  if (!(map instanceof PatchedMap)) return { root: map, changes: new Map() };
  const { base, changes } = map;
  return base instanceof PatchedMap
    ? { root: base.base, changes: mergedChanges(base, changes) }
    : { root: base, changes };
}

/** What a patched map changes of the map below it; `null` when the map is not patched, or settled. */
export function mapChanges<K, V>(map: ReadonlyMap<K, V>): ReadonlyMap<K, V | undefined> | null {
  return map instanceof PatchedMap && !map.isSettled ? map.changes : null;
}

/** The map that a patched one changes; `null` when the map is not patched, or settled. */
export function mapBelow<K, V>(map: ReadonlyMap<K, V>): ReadonlyMap<K, V> | null {
  return map instanceof PatchedMap && !map.isSettled ? map.base : null;
}

/** The layer that a map consists of, settled ones too; `null` for an ordinary map. */
export function topLayerOf<K, V>(map: ReadonlyMap<K, V>): MapOrigin<K, V> | null {
  return map instanceof PatchedMap ? { before: map.base, changes: map.changes } : null;
}

/**
 * What made one map into another: entries that came or changed, by identity, `undefined` for those that went. Costs
 * what changed since both were one map, else a look at every entry.
 */
export function changesBetween<K, V>(
  before: ReadonlyMap<K, V>,
  after: ReadonlyMap<K, V>,
): ReadonlyMap<K, V | undefined> {
  const forth = stepTo(after);
  if (forth?.before === before) return forth.changes;
  const changes = new Map<K, V | undefined>();
  if (before === after) return changes;
  const back = stepTo(before);
  if (back?.before === after) {
    for (const key of back.changes.keys()) changes.set(key, after.get(key));
    return changes;
  }
  const [from, to] = [layersOf(before), layersOf(after)];
  if (from.root !== to.root) {
    for (const [key, value] of after) if (before.get(key) !== value) changes.set(key, value);
    for (const key of before.keys()) if (!after.has(key)) changes.set(key, undefined);
    return changes;
  }
  for (const [key, value] of to.changes) if (before.get(key) !== value) changes.set(key, value);
  for (const key of from.changes.keys()) if (!to.changes.has(key)) changes.set(key, to.root.get(key));
  return changes;
}
