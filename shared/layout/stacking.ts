import type { NodeId } from '../model/ids';

/** Where an item lies in a grid; `index`: its place in the stack of its cell. */
export interface GridPlace {
  readonly column: number;
  readonly row: number;
}

/** Far more than any drawing needs; so many passes over a large diagram still take no time. */
const MAX_ROUNDS = 50;

/**
 * Orders the stack of each cell so that fewer edges cross: neighbours in a stack change places as long as that undoes
 * more crossings than it makes. Each change lessens the crossings, so it ends; where nothing is gained the order of
 * the drawing stays, and a stack that was ordered once stays as it is.
 */
export function orderStacks(
  stacks: readonly NodeId[][],
  places: ReadonlyMap<NodeId, GridPlace>,
  neighbours: ReadonlyMap<NodeId, readonly NodeId[]>,
): void {
  const indexes = new Map<NodeId, number>();
  for (const stack of stacks) for (const [index, id] of stack.entries()) indexes.set(id, index);
  for (let changed = true, round = 0; changed && round < MAX_ROUNDS; round++) {
    changed = false;
    for (const stack of stacks) {
      for (let index = 1; index < stack.length; index++) {
        const [upper, lower] = [stack[index - 1] as NodeId, stack[index] as NodeId];
        if (crossings(upper, lower) <= crossings(lower, upper)) continue;
        stack[index - 1] = lower;
        stack[index] = upper;
        indexes.set(lower, index - 1).set(upper, index);
        changed = true;
      }
    }
  }

  /** Of the edges of two neighbours in a stack, when one lies right above the other. */
  function crossings(upper: NodeId, lower: NodeId): number {
    const own = places.get(upper);
    let count = 0;
    if (own === undefined) return count;
    for (const a of neighbours.get(upper) ?? []) {
      const atA = places.get(a);
      if (atA === undefined || isInCell(atA, own)) continue;
      // Straight down past the lower one.
      if (atA.column === own.column && atA.row > own.row) count += 1;
      for (const b of neighbours.get(lower) ?? []) {
        const atB = places.get(b);
        if (atB === undefined || isInCell(atB, own)) continue;
        if (Math.sign(atA.column - own.column) !== Math.sign(atB.column - own.column)) continue;
        if (atA.row > atB.row) count += 1;
        else if (atA.row === atB.row && atA.column === atB.column && (indexes.get(a) ?? 0) > (indexes.get(b) ?? 0)) {
          count += 1;
        }
      }
    }
    for (const b of neighbours.get(lower) ?? []) {
      const atB = places.get(b);
      if (atB !== undefined && !isInCell(atB, own) && atB.column === own.column && atB.row < own.row) count += 1;
    }
    return count;
  }
}

function isInCell(a: GridPlace, b: GridPlace): boolean {
  return a.column === b.column && a.row === b.row;
}
