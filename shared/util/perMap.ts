import { type MapOrigin, patchMap, settleMap, stepTo, topLayerOf } from './patchedMap';

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

/** What something about a map is made from in the quickest way; `null`: from the map itself. */
function originIn<K, V>(made: WeakMap<ReadonlyMap<K, V>, unknown>, map: ReadonlyMap<K, V>): MapOrigin<K, V> | null {
  const step = stepTo(map);
  return step !== null && made.has(step.before) ? step : topLayerOf(map);
}

/**
 * An index over a map, read once from a whole map. What an edit makes of a map, be it a preview or a recorded step, has
 * the index of the map before with the same changes made: no frame and no edit costs what the document holds.
 */
export function indexPer<K, V, Index extends object>({
  make,
  isAlike,
  change,
}: MapIndex<K, V, Index>): (map: ReadonlyMap<K, V>) => Index {
  const made = new WeakMap<ReadonlyMap<K, V>, Index>();

  function index(map: ReadonlyMap<K, V>): Index {
    const known = made.get(map);
    if (known !== undefined) return known;
    const origin = originIn(made, map);
    const fresh = origin === null ? make(map) : changed(origin);
    made.set(map, fresh);
    return fresh;
  }

  function changed(origin: MapOrigin<K, V>): Index {
    const changes: EntryChange<K, V>[] = [];
    for (const [key, after] of origin.changes) {
      const before = origin.before.get(key);
      if (before === undefined || after === undefined || !isAlike(before, after)) changes.push({ key, before, after });
    }
    const before = index(origin.before);
    return changes.length === 0 ? before : change(before, changes);
  }

  return index;
}

/**
 * What is made of a whole map, and shared by maps made of it by changes that make no difference (`isAlike`). For what no
 * change can be made in, such as an order; it costs what the map holds, so nothing may ask for it with every frame.
 */
export function sharedPer<K, V, Made>(
  make: (map: ReadonlyMap<K, V>) => Made,
  isAlike: (a: V, b: V) => boolean,
): (map: ReadonlyMap<K, V>) => Made {
  const made = new WeakMap<ReadonlyMap<K, V>, { readonly value: Made }>();

  function shared(map: ReadonlyMap<K, V>): Made {
    const known = made.get(map);
    if (known !== undefined) return known.value;
    const origin = originIn(made, map);
    const value = origin === null || differs(origin) ? make(map) : shared(origin.before);
    made.set(map, { value });
    return value;
  }

  function differs({ before, changes }: MapOrigin<K, V>): boolean {
    for (const [key, value] of changes) {
      const old = before.get(key);
      if (old === undefined || value === undefined || !isAlike(old, value)) return true;
    }
    return false;
  }

  return shared;
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
      return settleMap(patchMap(groups, changed));
    },
  });
}

function addTo<Group, K>(groups: Map<Group, K[]>, group: Group, key: K): void {
  const keys = groups.get(group);
  if (keys === undefined) groups.set(group, [key]);
  else keys.push(key);
}
