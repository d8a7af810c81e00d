import { patchMap, topLayerOf } from './patchedMap';

/** Remembers what was made of an object for as long as it lives: documents are immutable, so it cannot go stale. */
export function oncePer<Source extends object, Made>(make: (source: Source) => Made): (source: Source) => Made {
  const made = new WeakMap<Source, Made>();
  return (source) => {
    const known = made.get(source);
    if (known !== undefined) return known;
    const fresh = make(source);
    made.set(source, fresh);
    return fresh;
  };
}

/** An entry that came (`before` is undefined), went (`after` is undefined) or was replaced. */
export interface EntryChange<K, V> {
  readonly key: K;
  readonly before: V | undefined;
  readonly after: V | undefined;
}

/** How something is made from all entries of a map, and kept when some of them change. */
export interface MapIndex<K, V, Index extends object> {
  make(map: ReadonlyMap<K, V>): Index;
  /** Whether replacing an entry by another one makes no difference to the index. */
  isAlike(a: V, b: V): boolean;
  /** The index after changes that make a difference. Must not cost what the map holds, only what changed. */
  change(index: Index, changes: readonly EntryChange<K, V>[]): Index;
}

/**
 * An index over a map, read once from a whole map. Patched maps, which previews of a drag and recorded steps are, have
 * the index of the map below them with their changes made: no frame and no edit costs what the document holds.
 */
export function indexPer<K, V, Index extends object>({
  make,
  isAlike,
  change,
}: MapIndex<K, V, Index>): (map: ReadonlyMap<K, V>) => Index {
  const index: (map: ReadonlyMap<K, V>) => Index = oncePer((map) => {
    const layer = topLayerOf(map);
    if (layer === null) return make(map);
    const changes: EntryChange<K, V>[] = [];
    for (const [key, after] of layer.changes) {
      const before = layer.below.get(key);
      if (before === undefined || after === undefined || !isAlike(before, after)) changes.push({ key, before, after });
    }
    const below = index(layer.below);
    return changes.length === 0 ? below : change(below, changes);
  });
  return index;
}

/** The keys of a map's entries in groups; an entry may be in several, or in none. What is new in a group comes last. */
export function groupsPer<K, V, Group>(
  groupsOf: (value: V) => readonly Group[],
): (map: ReadonlyMap<K, V>) => ReadonlyMap<Group, readonly K[]> {
  return indexPer<K, V, ReadonlyMap<Group, readonly K[]>>({
    make(map) {
      const groups = new Map<Group, K[]>();
      for (const [key, value] of map) for (const group of groupsOf(value)) addTo(groups, group, key);
      return groups;
    },
    isAlike(a, b) {
      const [groupsA, groupsB] = [groupsOf(a), groupsOf(b)];
      return groupsA.length === groupsB.length && groupsA.every((group, at) => group === groupsB[at]);
    },
    change(groups, changes) {
      const gone = new Map<Group, K[]>();
      const come = new Map<Group, K[]>();
      for (const { key, before, after } of changes) {
        for (const group of before === undefined ? [] : groupsOf(before)) addTo(gone, group, key);
        for (const group of after === undefined ? [] : groupsOf(after)) addTo(come, group, key);
      }
      const changed = new Map<Group, readonly K[] | undefined>();
      for (const group of [...gone.keys(), ...come.keys()]) {
        if (changed.has(group)) continue;
        const left = new Set(gone.get(group));
        const keys = [...(groups.get(group) ?? []).filter((key) => !left.has(key)), ...(come.get(group) ?? [])];
        changed.set(group, keys.length === 0 ? undefined : keys);
      }
      return patchMap(groups, changed);
    },
  });
}

function addTo<Group, K>(groups: Map<Group, K[]>, group: Group, key: K): void {
  const keys = groups.get(group);
  if (keys === undefined) groups.set(group, [key]);
  else keys.push(key);
}
