import type { Box, Point } from './box';

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
export type SnapLines = { readonly [A in Axis]: readonly SnapLine[] };

/** A line to show because something aligns with it now. */
export interface Guide {
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
  for (const { box, anchors = allAnchors } of targets) {
    for (const anchor of anchors.x) x.push({ at: anchorAt(box, 'x', anchor), from: box.y, to: box.y + box.height });
    for (const anchor of anchors.y) y.push({ at: anchorAt(box, 'y', anchor), from: box.x, to: box.x + box.width });
  }
  const ascending = (a: SnapLine, b: SnapLine) => a.at - b.at;
  return { x: x.sort(ascending), y: y.sort(ascending) };
}

/**
 * How far to shift a box so that it aligns with the nearest line of each axis, else with the grid; and the guides to
 * show for it. Costs logarithmically what there are lines.
 */
export function snapBox(box: Box, lines: SnapLines, options: SnapOptions): Snap {
  const by: Point = { x: snapAxis(box, 'x', lines.x, options), y: snapAxis(box, 'y', lines.y, options) };
  const snapped = { ...box, x: box.x + by.x, y: box.y + by.y };
  return { by, guides: guidesOf(snapped, lines, options.anchors) };
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

function snapAxis(box: Box, axis: Axis, lines: readonly SnapLine[], options: SnapOptions): number {
  let best: number | null = null;
  for (const anchor of options.anchors[axis]) {
    const at = anchorAt(box, axis, anchor);
    const shift = nearestShift(lines, at);
    if (shift === null || Math.abs(shift) > options.distance) continue;
    if (best === null || Math.abs(shift) < Math.abs(best)) best = shift;
  }
  if (best !== null) return best;
  if (options.gridStep === null) return 0;
  // Only the edge that moves can lie on the grid: the far one of a resized box, else the box's origin.
  const anchor = options.anchors[axis].includes('start') ? 'start' : options.anchors[axis][0];
  if (anchor === undefined) return 0;
  const at = anchorAt(box, axis, anchor);
  return Math.round(at / options.gridStep) * options.gridStep - at;
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
