import type { Box } from './box';
import type { Axis } from './guides';

/** A distance that is the same as another one, to be shown between two boxes. */
export interface Gap {
  readonly axis: Axis;
  /** Along the axis. */
  readonly from: number;
  readonly to: number;
  /** Across it: where the line is drawn. */
  readonly at: number;
}

/** Boxes that a moved one may stand in a row (`x`) or a column (`y`) with, ascending. Made once when a gesture begins. */
export type Rows = { readonly [A in Axis]: readonly Box[] };

/** Wider than this nobody sees as a gap between neighbours. */
const WIDEST_GAP = 400;
/** Rounding must not make equal gaps look unequal. */
const EQUAL = 0.51;

const lengthOf = (box: Box, axis: Axis) => (axis === 'x' ? box.width : box.height);
const endOf = (box: Box, axis: Axis) => box[axis] + lengthOf(box, axis);
const otherAxis = (axis: Axis): Axis => (axis === 'x' ? 'y' : 'x');

export function rowsOf(boxes: Iterable<Box>): Rows {
  const all = [...boxes];
  return { x: [...all].sort((a, b) => a.x - b.x), y: [...all].sort((a, b) => a.y - b.y) };
}

/** The neighbours of a box on an axis, nearest first: those that share some of its breadth and lie wholly to one side. */
function neighbours(
  box: Box,
  row: readonly Box[],
  axis: Axis,
): { readonly before: readonly Box[]; readonly behind: readonly Box[] } {
  const across = otherAxis(axis);
  const shares = (other: Box) => other[across] < endOf(box, across) && box[across] < endOf(other, across);
  const middle = box[axis] + lengthOf(box, axis) / 2;
  const near = (gap: number) => gap < WIDEST_GAP;
  const before: Box[] = [];
  const behind: Box[] = [];
  for (const other of row) {
    if (!shares(other)) continue;
    if (endOf(other, axis) <= middle && near(box[axis] - endOf(other, axis))) before.push(other);
    else if (other[axis] >= middle && near(other[axis] - endOf(box, axis))) behind.push(other);
  }
  before.sort((a, b) => endOf(b, axis) - endOf(a, axis));
  return { before, behind };
}

/** The gap between the two boxes nearest on one side, in the row they make; `null` when they overlap or are no row. */
function gapBetween(near: Box | undefined, far: Box | undefined, axis: Axis): number | null {
  if (near === undefined || far === undefined) return null;
  const gap = near[axis] > far[axis] ? near[axis] - endOf(far, axis) : far[axis] - endOf(near, axis);
  return gap > 0 && gap < WIDEST_GAP ? gap : null;
}

/**
 * How far to shift a box on an axis so that it stands in the middle between two others, or as far from its neighbour as
 * that one is from the next; `null` when nothing like that is within `distance`. Costs what there are boxes in view.
 */
export function spacingShift(box: Box, rows: Rows, axis: Axis, distance: number): number | null {
  const { before, behind } = neighbours(box, rows[axis], axis);
  const length = lengthOf(box, axis);
  const [left, right] = [before[0], behind[0]];
  const starts: number[] = [];
  if (left !== undefined && right !== undefined) {
    const room = right[axis] - endOf(left, axis) - length;
    if (room > 0) starts.push(endOf(left, axis) + room / 2);
  }
  const gapBefore = gapBetween(left, left && neighbours(left, rows[axis], axis).before[0], axis);
  if (left !== undefined && gapBefore !== null) starts.push(endOf(left, axis) + gapBefore);
  const gapBehind = gapBetween(right, right && neighbours(right, rows[axis], axis).behind[0], axis);
  if (right !== undefined && gapBehind !== null) starts.push(right[axis] - gapBehind - length);
  let best: number | null = null;
  for (const start of starts) {
    const shift = start - box[axis];
    if (Math.abs(shift) <= distance && (best === null || Math.abs(shift) < Math.abs(best))) best = shift;
  }
  return best;
}

/** The equal gaps around a box as it lies: its own and those they are equal to; none when there are no two. */
export function equalGaps(box: Box, rows: Rows, axis: Axis): readonly Gap[] {
  const { before, behind } = neighbours(box, rows[axis], axis);
  const [left, right] = [before[0], behind[0]];
  const beyondLeft = left && neighbours(left, rows[axis], axis).before[0];
  const beyondRight = right && neighbours(right, rows[axis], axis).behind[0];
  const pairs = [
    [beyondLeft, left],
    [left, box],
    [box, right],
    [right, beyondRight],
  ] as const;
  const gaps = pairs.flatMap(([a, b]) => {
    const gap = a === undefined || b === undefined ? null : gapFrom(a, b, axis);
    return gap === null ? [] : [{ gap, isOwn: a === box || b === box }];
  });
  const equal = gaps.filter(({ gap }) => gaps.some((other) => other.isOwn && isEqual(other.gap, gap)));
  const own = gaps.filter(({ isOwn }) => isOwn);
  // An own gap is worth showing only beside another one of its size.
  const shown = equal.filter(({ gap }) => gaps.filter((other) => isEqual(other.gap, gap)).length > 1);
  return own.some(({ gap }) => shown.some((other) => isEqual(other.gap, gap))) ? shown.map(({ gap }) => gap) : [];
}

const isEqual = (a: Gap, b: Gap) => Math.abs(a.to - a.from - (b.to - b.from)) < EQUAL;

function gapFrom(a: Box, b: Box, axis: Axis): Gap | null {
  const across = otherAxis(axis);
  const from = endOf(a, axis);
  const to = b[axis];
  if (to - from <= 0 || to - from >= WIDEST_GAP) return null;
  const at = (Math.max(a[across], b[across]) + Math.min(endOf(a, across), endOf(b, across))) / 2;
  return { axis, from, to, at };
}

/**
 * How much to add to a box's length on an axis so that it is as long as another one; `null` when none is within
 * `distance`.
 */
export function sizeShift(box: Box, rows: Rows, axis: Axis, distance: number): number | null {
  let best: number | null = null;
  for (const other of rows[axis]) {
    const shift = lengthOf(other, axis) - lengthOf(box, axis);
    if (Math.abs(shift) <= distance && (best === null || Math.abs(shift) < Math.abs(best))) best = shift;
  }
  return best;
}

/** The nearest boxes as long as this one on an axis, to be marked: at most `most`. */
export function sameSized(box: Box, rows: Rows, axis: Axis, most: number): readonly Box[] {
  const far = (other: Box) => Math.hypot(other.x - box.x, other.y - box.y);
  return rows[axis]
    .filter((other) => Math.abs(lengthOf(other, axis) - lengthOf(box, axis)) < 0.01)
    .sort((a, b) => far(a) - far(b))
    .slice(0, most);
}
