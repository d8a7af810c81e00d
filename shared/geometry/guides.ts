import type { Box, Point } from './box';
import { equalGaps, type Rows, rowsOf, sameSized, sizeShift, spacingShift } from './spacing';

export type Axis = 'x' | 'y';

/** A line that a moved box can align with: an edge or the centre of another box. */
interface SnapLine {
  /** Where it crosses its axis. */
  readonly at: number;
  /** What the box it belongs to covers of the other axis; the shown guide reaches from there to the moved box. */
  readonly from: number;
  readonly to: number;
}

/** Lines to align with, by axis, ascending. Made once when a gesture begins. */
export type SnapLines = { readonly [A in Axis]: readonly SnapLine[] } & {
  /** What one can be as far apart from, or as large as; frames are neither. */
  readonly rows?: Rows;
};

/** A line to show because something aligns with it now: across `axis` at `at`. */
export interface Guide {
  /** Ends in ticks: a gap as wide as another one, or a side as long as another one. */
  readonly type?: 'gap' | 'size';
  readonly axis: Axis;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Parts of a box that may align on an axis: all of them when it moves, one edge when it is resized. */
export type Anchor = 'start' | 'center' | 'end';
export type Anchors = { readonly [A in Axis]: readonly Anchor[] };

export const allAnchors: Anchors = { x: ['start', 'center', 'end'], y: ['start', 'center', 'end'] };

export interface SnapOptions {
  readonly anchors: Anchors;
  /** How near a line has to be, in diagram units. */
  readonly distance: number;
  /** The grid's step; `null` for none. A line that is near wins over the grid. */
  readonly gridStep: number | null;
}

export interface Snap {
  /** What has to be added to the box's position (or to its resized edges). */
  readonly by: Point;
  readonly guides: readonly Guide[];
}

/** A box to align with, and at which of its parts; all of them unless it says otherwise. */
export interface SnapTarget {
  readonly box: Box;
  readonly anchors?: Anchors;
}

export function snapLinesOf(targets: Iterable<SnapTarget>): SnapLines {
  const x: SnapLine[] = [];
  const y: SnapLine[] = [];
  const whole: Box[] = [];
  for (const { box, anchors = allAnchors } of targets) {
    if (anchors === allAnchors) whole.push(box);
    for (const anchor of anchors.x) x.push({ at: anchorAt(box, 'x', anchor), from: box.y, to: box.y + box.height });
    for (const anchor of anchors.y) y.push({ at: anchorAt(box, 'y', anchor), from: box.x, to: box.x + box.width });
  }
  const ascending = (a: SnapLine, b: SnapLine) => a.at - b.at;
  return { x: x.sort(ascending), y: y.sort(ascending), rows: rowsOf(whole) };
}

/**
 * How far to shift a box (or the edge of it that is resized) so that it aligns with the nearest line of each axis, has
 * equal gaps to its neighbours or the size of another box, else lies on the grid; and the guides to show for it. Costs
 * what there are boxes to align with: those in view.
 */
export function snapBox(box: Box, lines: SnapLines, options: SnapOptions): Snap {
  const by: Point = { x: snapAxis(box, 'x', lines, options), y: snapAxis(box, 'y', lines, options) };
  const snapped = { ...box, x: box.x + by.x, y: box.y + by.y };
  const guides = guidesOf(snapped, lines, options.anchors);
  return { by, guides: [...guides, ...spacingGuides(box, by, lines.rows, options.anchors)] };
}

/** Which edge is resized; `null` for a box that moves as a whole, or not at all on this axis. */
function resizedEdge(anchors: readonly Anchor[]): 'start' | 'end' | null {
  const [only] = anchors;
  return anchors.length === 1 && only !== 'center' ? (only ?? null) : null;
}

const moves = (anchors: readonly Anchor[]) => anchors.length === allAnchors.x.length;

/** As many boxes of the same size as are marked: the nearest say enough. */
const MOST_SIZES = 2;

function spacingGuides(box: Box, by: Point, rows: Rows | undefined, anchors: Anchors): readonly Guide[] {
  if (rows === undefined) return [];
  const guides: Guide[] = [];
  for (const axis of ['x', 'y'] as const) {
    const across = axis === 'x' ? 'y' : 'x';
    if (moves(anchors[axis])) {
      const moved = { ...box, x: box.x + by.x, y: box.y + by.y };
      for (const gap of equalGaps(moved, rows, axis)) {
        guides.push({ type: 'gap', axis: across, at: gap.at, from: gap.from, to: gap.to });
      }
    }
    const edge = resizedEdge(anchors[axis]);
    if (edge === null) continue;
    const resized = resizedAlong(box, axis, edge, by[axis]);
    const alike = sameSized(resized, rows, axis, MOST_SIZES);
    for (const one of alike.length === 0 ? [] : [resized, ...alike]) {
      const end = axis === 'x' ? one.y + one.height : one.x + one.width;
      const length = axis === 'x' ? one.width : one.height;
      guides.push({ type: 'size', axis: across, at: end + SIZE_GUIDE_AWAY, from: one[axis], to: one[axis] + length });
    }
  }
  return guides;
}

/** Below a box, or right of it, so that its outline stays to be seen. */
const SIZE_GUIDE_AWAY = 6;

function resizedAlong(box: Box, axis: Axis, edge: 'start' | 'end', by: number): Box {
  const length = axis === 'x' ? 'width' : 'height';
  return edge === 'end'
    ? { ...box, [length]: box[length] + by }
    : { ...box, [axis]: box[axis] + by, [length]: box[length] - by };
}

/** The guides of everything that `box` aligns with as it lies: one for each line, as long as all boxes on it. */
export function guidesOf(box: Box, lines: SnapLines, anchors: Anchors): readonly Guide[] {
  const guides: Guide[] = [];
  for (const axis of ['x', 'y'] as const) {
    const other = axis === 'x' ? 'y' : 'x';
    const near = anchorAt(box, other, 'start');
    const far = anchorAt(box, other, 'end');
    const found = new Map<Anchor, Guide>();
    for (const anchor of anchors[axis]) {
      const at = anchorAt(box, axis, anchor);
      let from = near;
      let to = far;
      let hit = false;
      for (let i = firstAtLeast(lines[axis], at - ALIGNED); ; i++) {
        const line = lines[axis][i];
        if (line === undefined || line.at > at + ALIGNED) break;
        hit = true;
        from = Math.min(from, line.from);
        to = Math.max(to, line.to);
      }
      if (hit) found.set(anchor, { axis, at, from, to });
    }
    // Boxes of one size align in all three: two lines say so without one through their labels.
    if (found.size === allAnchors[axis].length) found.delete('center');
    guides.push(...found.values());
  }
  return guides;
}

/** Rounding of coordinates must not make an aligned box look as if it was not. */
const ALIGNED = 0.01;

function snapAxis(box: Box, axis: Axis, lines: SnapLines, options: SnapOptions): number {
  let best: number | null = null;
  for (const anchor of options.anchors[axis]) {
    const at = anchorAt(box, axis, anchor);
    const shift = nearestShift(lines[axis], at);
    if (shift === null || Math.abs(shift) > options.distance) continue;
    if (best === null || Math.abs(shift) < Math.abs(best)) best = shift;
  }
  const spaced = spacedShift(box, axis, lines.rows, options);
  if (spaced !== null && (best === null || Math.abs(spaced) < Math.abs(best))) best = spaced;
  if (best !== null) return best;
  if (options.gridStep === null) return 0;
  // Only the edge that moves can lie on the grid: the far one of a resized box, else the box's origin.
  const anchor = options.anchors[axis].includes('start') ? 'start' : options.anchors[axis][0];
  if (anchor === undefined) return 0;
  const at = anchorAt(box, axis, anchor);
  return Math.round(at / options.gridStep) * options.gridStep - at;
}

/** To equal gaps when the box moves, to the size of another one when an edge of it is resized. */
function spacedShift(box: Box, axis: Axis, rows: Rows | undefined, { anchors, distance }: SnapOptions): number | null {
  if (rows === undefined) return null;
  if (moves(anchors[axis])) return spacingShift(box, rows, axis, distance);
  const edge = resizedEdge(anchors[axis]);
  const shift = edge === null ? null : sizeShift(box, rows, axis, distance);
  return shift === null || edge === 'end' ? shift : -shift;
}

function nearestShift(lines: readonly SnapLine[], at: number): number | null {
  const index = firstAtLeast(lines, at);
  const after = lines[index];
  const before = lines[index - 1];
  if (before === undefined) return after === undefined ? null : after.at - at;
  if (after === undefined) return before.at - at;
  return after.at - at < at - before.at ? after.at - at : before.at - at;
}

function firstAtLeast(lines: readonly SnapLine[], at: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lines[middle]?.at ?? Number.POSITIVE_INFINITY) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function anchorAt(box: Box, axis: Axis, anchor: Anchor): number {
  const start = box[axis];
  const size = axis === 'x' ? box.width : box.height;
  if (anchor === 'start') return start;
  return anchor === 'end' ? start + size : start + size / 2;
}
