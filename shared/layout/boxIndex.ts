import { type Box, intersects } from '../geometry/box';

const CELL = 256;

interface Entry<T> {
  readonly value: T;
  readonly box: Box;
}

/** Finds what lies near a place without looking at everything. */
export interface BoxIndex<T> {
  add(value: T, box: Box): void;
  remove(value: T): void;
  /** Those whose boxes overlap the box; touching is not overlapping. In the order in which they were added. */
  over(box: Box): readonly T[];
}

/** Sorted into square cells; a box is kept in each cell it covers. */
export function createBoxIndex<T>(): BoxIndex<T> {
  const cells = new Map<string, Set<Entry<T>>>();
  const entries = new Map<T, Entry<T>>();
  const order = new Map<Entry<T>, number>();
  let count = 0;
  return {
    add(value, box) {
      const entry = { value, box };
      entries.set(value, entry);
      count += 1;
      order.set(entry, count);
      for (const name of cellsOf(box)) {
        const cell = cells.get(name);
        if (cell === undefined) cells.set(name, new Set([entry]));
        else cell.add(entry);
      }
    },
    remove(value) {
      const entry = entries.get(value);
      if (entry === undefined) return;
      entries.delete(value);
      order.delete(entry);
      for (const name of cellsOf(entry.box)) cells.get(name)?.delete(entry);
    },
    over(box) {
      const found = new Set<Entry<T>>();
      for (const name of cellsOf(box)) {
        for (const entry of cells.get(name) ?? []) if (intersects(entry.box, box)) found.add(entry);
      }
      const inOrder = [...found].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
      return inOrder.map(({ value }) => value);
    },
  };
}

function* cellsOf({ x, y, width, height }: Box): Iterable<string> {
  const [right, bottom] = [Math.floor((x + width) / CELL), Math.floor((y + height) / CELL)];
  for (let column = Math.floor(x / CELL); column <= right; column++) {
    for (let row = Math.floor(y / CELL); row <= bottom; row++) yield `${column} ${row}`;
  }
}
