import type { Box } from '../geometry/box';
import type { NodeId } from '../model/ids';

/** The columns that an item takes, first and last. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

export interface StageColumns {
  /** For each column its stage; `null` for what lies before the first or behind the last one. */
  readonly stages: readonly (NodeId | null)[];
  readonly spans: ReadonlyMap<NodeId, Span>;
}

/**
 * The stages in which steps lie: the one around a step's middle, or all whose middles a wide one covers. Columns before
 * and behind the stages are there if something lies in them.
 */
export function stageColumns(stages: ReadonlyMap<NodeId, Box>, items: ReadonlyMap<NodeId, Box>): StageColumns {
  const row = [...stages].sort(([a, boxA], [b, boxB]) => boxA.x - boxB.x || (a < b ? -1 : 1));
  const found = new Map<NodeId, Span>();
  for (const [id, { x, width }] of items) {
    const covered = row.flatMap(([, box], index) => {
      const middle = box.x + box.width / 2;
      return middle >= x && middle <= x + width ? [index] : [];
    });
    const own = columnAt(x + width / 2);
    found.set(
      id,
      covered.length > 1 ? { first: covered[0] ?? own, last: covered.at(-1) ?? own } : { first: own, last: own },
    );
  }
  const spans = [...found.values()];
  const before = spans.some(({ first }) => first < 0) ? 1 : 0;
  const behind = spans.some(({ last }) => last >= row.length) ? 1 : 0;
  const shifted = [...found].map(
    ([id, { first, last }]) => [id, { first: first + before, last: last + before }] as const,
  );
  return {
    stages: [...Array<null>(before).fill(null), ...row.map(([id]) => id), ...Array<null>(behind).fill(null)],
    spans: new Map(shifted),
  };

  function columnAt(x: number): number {
    const first = row[0]?.[1];
    if (first === undefined || x < first.x) return -1;
    const beyond = row.findIndex(([, box]) => x < box.x + box.width);
    return beyond === -1 ? row.length : beyond;
  }
}
