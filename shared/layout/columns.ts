import type { NodeId } from '../model/ids';

/** Something that takes a place in a grid of rows and columns. */
export interface GridItem {
  readonly id: NodeId;
  readonly row: number;
}

/** `directed`: its end comes after its start; work together has no order. */
export interface GridLink {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly directed: boolean;
}

/**
 * A column for each item that is linked with another one, so that flows run forward: to the next column within a row,
 * and straight to another row where the way is free, which keeps what is handed over short. Depends on what is linked
 * and on the order of `items` alone, not on where they lie, so that tidying twice is tidying once.
 */
export function columnsByFlow(items: readonly GridItem[], links: readonly GridLink[]): ReadonlyMap<NodeId, number> {
  const flow = forwardLinks(
    items,
    links.filter(({ directed, from, to }) => directed && from !== to),
  );
  const grid = createGrid();
  const byId = new Map(items.map((item) => [item.id, item]));
  for (const id of flow.order) {
    const item = byId.get(id);
    const before = flow.before.get(id) ?? [];
    if (item === undefined || before.length + (flow.after.get(id)?.length ?? 0) === 0) continue;
    grid.placeAfter(item, before);
  }
  pullSources(grid, flow, byId);
  placePartners(grid, items, links);
  return grid.columns;
}

interface Flow {
  /** Everything after what it follows. */
  readonly order: readonly NodeId[];
  readonly before: ReadonlyMap<NodeId, readonly NodeId[]>;
  readonly after: ReadonlyMap<NodeId, readonly NodeId[]>;
}

/** The links without those that lead back, found by a walk in depth from where nothing leads to. */
function forwardLinks(items: readonly GridItem[], links: readonly GridLink[]): Flow {
  const targets = new Map<NodeId, NodeId[]>(items.map(({ id }) => [id, []]));
  const reached = new Set<NodeId>();
  for (const { from, to } of links) {
    targets.get(from)?.push(to);
    reached.add(to);
  }
  const before = new Map<NodeId, NodeId[]>();
  const after = new Map<NodeId, NodeId[]>();
  const open = new Set<NodeId>();
  const done = new Set<NodeId>();
  const finished: NodeId[] = [];
  const roots = [...items.filter(({ id }) => !reached.has(id)), ...items.filter(({ id }) => reached.has(id))];
  for (const root of roots) {
    if (done.has(root.id)) continue;
    const path = [{ id: root.id, next: 0 }];
    open.add(root.id);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const target = targets.get(top.id)?.[top.next];
      top.next += 1;
      if (target === undefined) {
        path.pop();
        open.delete(top.id);
        done.add(top.id);
        finished.push(top.id);
        continue;
      }
      if (open.has(target)) continue;
      push(before, target, top.id);
      push(after, top.id, target);
      if (done.has(target)) continue;
      open.add(target);
      path.push({ id: target, next: 0 });
    }
  }
  return { order: finished.reverse(), before, after };
}

/** What starts somewhere in the middle stands right before the first thing that follows it. */
function pullSources(grid: Grid, { order, before, after }: Flow, byId: ReadonlyMap<NodeId, GridItem>): void {
  for (const id of order.toReversed()) {
    const item = byId.get(id);
    const column = grid.columns.get(id);
    const next = after.get(id) ?? [];
    if (item === undefined || column === undefined || before.has(id) || next.length === 0) continue;
    const limit = Math.min(...next.map((other) => (grid.columns.get(other) ?? 0) - 1));
    if (limit > column) grid.moveTo(item, limit);
  }
}

/** What only works together with others stands in their column. */
function placePartners(grid: Grid, items: readonly GridItem[], links: readonly GridLink[]): void {
  const partners = new Map<NodeId, NodeId[]>();
  for (const { from, to, directed } of links) {
    if (directed || from === to) continue;
    push(partners, from, to);
    push(partners, to, from);
  }
  const byId = new Map(items.map((item) => [item.id, item]));
  const waiting = items.filter(({ id }) => partners.has(id) && !grid.columns.has(id));
  const queue = items.filter(({ id }) => grid.columns.has(id)).map(({ id }) => id);
  for (const start of [null, ...waiting]) {
    if (start !== null) {
      if (grid.columns.has(start.id)) continue;
      grid.placeAfter(start, []);
      queue.push(start.id);
    }
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      for (const other of partners.get(id) ?? []) {
        const item = byId.get(other);
        if (item === undefined || grid.columns.has(other)) continue;
        grid.placeBeside(item, id);
        queue.push(other);
      }
    }
  }
}

interface Grid {
  readonly columns: ReadonlyMap<NodeId, number>;
  placeAfter(item: GridItem, before: readonly NodeId[]): void;
  placeBeside(item: GridItem, partner: NodeId): void;
  moveTo(item: GridItem, column: number): void;
}

interface Column {
  /** How many items each row holds. */
  readonly taken: Map<number, number>;
  /** Rows between which lines run straight, first and last. */
  readonly runs: (readonly [number, number])[];
}

/** A row can be this full before the next column is tried for what has no order in it. */
const MAX_STACK = 4;

function createGrid(): Grid {
  const columns = new Map<NodeId, number>();
  const rows = new Map<NodeId, number>();
  const table: Column[] = [];
  /** For each item the last column in each row in which something lies that it follows, itself included. */
  const reach = new Map<NodeId, ReadonlyMap<number, number>>();
  const columnAt = (index: number) => {
    for (let last = table.length; last <= index; last++) table.push({ taken: new Map(), runs: [] });
    return table[index] as Column;
  };

  function put(item: GridItem, index: number, runs: Column['runs']): void {
    const column = columnAt(index);
    column.taken.set(item.row, (column.taken.get(item.row) ?? 0) + 1);
    column.runs.push(...runs);
    columns.set(item.id, index);
    rows.set(item.id, item.row);
  }

  /** The straight lines to those in a column if they can be drawn there; `null` if something is in the way. */
  function runsIn({ taken, runs }: Column, row: number, others: readonly NodeId[]): Column['runs'] | null {
    const found: (readonly [number, number])[] = [];
    for (const other of others) {
      const otherRow = rows.get(other) ?? row;
      if (otherRow === row) continue;
      const [first, last] = [Math.min(row, otherRow), Math.max(row, otherRow)];
      for (let between = first + 1; between < last; between++) if (taken.has(between)) return null;
      if ([...runs, ...found].some(([a, b]) => first < b && a < last)) return null;
      found.push([first, last]);
    }
    return found;
  }

  function fits(index: number, row: number, others: readonly NodeId[]): Column['runs'] | null {
    const column = columnAt(index);
    if (column.runs.some(([first, last]) => first < row && row < last)) return null;
    const runs = runsIn(column, row, others);
    const stack = column.taken.get(row) ?? 0;
    if (runs === null || stack === 0) return runs;
    // Beside others only where no straight line meets them.
    const isMet = column.runs.some(([first, last]) => first === row || last === row);
    return runs.length > 0 || isMet || stack >= MAX_STACK ? null : runs;
  }

  return {
    columns,
    placeAfter(item, before) {
      const behind = new Map<number, number>();
      for (const id of before) {
        for (const [row, column] of reach.get(id) ?? []) behind.set(row, Math.max(behind.get(row) ?? 0, column));
      }
      let index = (behind.get(item.row) ?? -1) + 1;
      for (const id of before) index = Math.max(index, columns.get(id) ?? 0);
      let runs: Column['runs'] | null = null;
      for (; runs === null; index++) {
        runs = fits(
          index,
          item.row,
          before.filter((id) => columns.get(id) === index),
        );
        if (runs !== null) put(item, index, runs);
      }
      reach.set(item.id, behind.set(item.row, index - 1));
    },
    placeBeside(item, partner) {
      const wanted = columns.get(partner) ?? 0;
      if (rows.get(partner) === item.row) return put(item, wanted, []);
      for (let away = 0; ; away++) {
        for (const index of away === 0 ? [wanted] : [wanted + away, wanted - away]) {
          const runs = index < 0 ? null : fits(index, item.row, away === 0 ? [partner] : []);
          if (runs !== null) return put(item, index, runs);
        }
      }
    },
    moveTo(item, index) {
      if (fits(index, item.row, []) === null) return;
      const old = columnAt(columns.get(item.id) ?? 0).taken;
      const count = (old.get(item.row) ?? 1) - 1;
      if (count === 0) old.delete(item.row);
      else old.set(item.row, count);
      put(item, index, []);
    },
  };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
