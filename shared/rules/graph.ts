/** Where one gets from each of some places in one step. */
export type Steps<Id> = ReadonlyMap<Id, readonly Id[]>;

/** All places that one gets to, with those one starts from. */
export function reachable<Id>(starts: Iterable<Id>, steps: Steps<Id>): ReadonlySet<Id> {
  const found = new Set(starts);
  const waiting = [...found];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const next of steps.get(id) ?? []) {
      if (found.has(next)) continue;
      found.add(next);
      waiting.push(next);
    }
  }
  return found;
}

/**
 * The strongly connected components of the places in `ids`: sets in which one gets from each to each other without
 * leaving `ids`. Tarjan 1972, "Depth-first search and linear graph algorithms", without recursion, as a diagram of
 * 10,000 steps may be one long chain. A component comes after all that one gets to from it.
 */
export function components<Id>(ids: Iterable<Id>, steps: Steps<Id>): readonly (readonly Id[])[] {
  const inside = new Set(ids);
  const index = new Map<Id, number>();
  const low = new Map<Id, number>();
  const open: Id[] = [];
  const isOpen = new Set<Id>();
  const found: (readonly Id[])[] = [];
  const indexOf = (id: Id) => index.get(id) ?? 0;
  const lowOf = (id: Id) => low.get(id) ?? 0;

  function enter(id: Id) {
    index.set(id, index.size);
    low.set(id, indexOf(id));
    open.push(id);
    isOpen.add(id);
    return { id, next: (steps.get(id) ?? []).filter((other) => inside.has(other)), at: 0 };
  }

  for (const start of inside) {
    if (index.has(start)) continue;
    const path = [enter(start)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.next[top.at++];
      if (next !== undefined) {
        if (!index.has(next)) path.push(enter(next));
        else if (isOpen.has(next)) low.set(top.id, Math.min(lowOf(top.id), indexOf(next)));
        continue;
      }
      path.pop();
      const before = path.at(-1);
      if (before !== undefined) low.set(before.id, Math.min(lowOf(before.id), lowOf(top.id)));
      if (lowOf(top.id) !== indexOf(top.id)) continue;
      const component = open.splice(open.lastIndexOf(top.id));
      for (const id of component) isOpen.delete(id);
      found.push(component);
    }
  }
  return found;
}

/**
 * Places in an order in which each comes before those that it leads to, as far as there is one (Kahn 1962, "Topological
 * sorting of large networks"), and the rest: what lies on circles, or is only reached from them.
 */
export function peel<Id>(steps: Steps<Id>): { readonly order: readonly Id[]; readonly rest: ReadonlySet<Id> } {
  const waysIn = new Map<Id, number>();
  const rest = new Set<Id>();
  for (const [id, nexts] of steps) {
    rest.add(id);
    for (const next of nexts) {
      rest.add(next);
      waysIn.set(next, (waysIn.get(next) ?? 0) + 1);
    }
  }
  const order = [...rest].filter((id) => !waysIn.has(id));
  for (let at = 0, id = order[0]; id !== undefined; id = order[++at]) {
    rest.delete(id);
    for (const next of steps.get(id) ?? []) {
      const ways = (waysIn.get(next) ?? 0) - 1;
      waysIn.set(next, ways);
      if (ways === 0) order.push(next);
    }
  }
  return { order, rest };
}
