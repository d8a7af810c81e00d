import { type Anchor, outwardOf } from './anchor';
import type { Box, Point, Side } from './box';
import type { RouteRequest } from './route';
import { anchorAt, isHorizontalSide, type RouteEnd } from './routeEnd';

/** Files keep halves, and outlines lie a little off them; with a head or without, an end still is that end. */
const SLACK_PX = 3;
const EXACT_PX = 0.5;

/**
 * The stored way with its ends on today's outlines; `null` when it does not fit any more: an end has gone elsewhere, the
 * line is not one of horizontal and vertical pieces, or it misses a bend that somebody placed.
 */
export function fittedRoute({
  from,
  to,
  waypoints,
  stored,
}: Pick<RouteRequest, 'from' | 'to' | 'waypoints' | 'stored'>) {
  if (stored === undefined || stored.length < 2 || !isOrthogonal(stored) || !passes(stored, waypoints)) return null;
  const start = anchorOn(from, stored[0], stored[1]);
  const end = anchorOn(to, stored.at(-1), stored.at(-2));
  if (start === null || end === null) return null;
  return { points: [start.point, ...stored.slice(1, -1), end.point], start, end };
}

function isOrthogonal(points: readonly Point[]): boolean {
  return points.every((b, index) => {
    const a = points[index - 1];
    return a === undefined || (a.x === b.x) !== (a.y === b.y);
  });
}

/** Whether the line comes by all waypoints in their order. */
function passes(points: readonly Point[], waypoints: readonly Point[]): boolean {
  let piece = 1;
  for (const waypoint of waypoints) {
    for (; piece < points.length; piece++) {
      const [a, b] = [points[piece - 1], points[piece]];
      if (a !== undefined && b !== undefined && liesOn(a, b, waypoint)) break;
    }
    if (piece === points.length) return false;
  }
  return true;
}

function liesOn(a: Point, b: Point, { x, y }: Point): boolean {
  return (
    x >= Math.min(a.x, b.x) - EXACT_PX &&
    x <= Math.max(a.x, b.x) + EXACT_PX &&
    y >= Math.min(a.y, b.y) - EXACT_PX &&
    y <= Math.max(a.y, b.y) + EXACT_PX
  );
}

/** The anchor of an end whose line begins at `point` towards `next`. */
function anchorOn(end: RouteEnd, point: Point | undefined, next: Point | undefined): Anchor | null {
  if (point === undefined || next === undefined) return null;
  const side = sideTowards(point, next);
  if (end.side !== 'auto' && end.side !== side) return null;
  const at = shareOf(end.box, side, point);
  if (at < 0 || at > 1) return null;
  const onOutline = anchorAt({ ...end, at }, side);
  // Exactly in line with the way: a share that is turned back into a place is off by the last digit of a number.
  const inLine = isHorizontalSide(side) ? { x: onOutline.point.x, y: point.y } : { x: point.x, y: onOutline.point.y };
  const anchor = { ...onOutline, point: inLine };
  if (Math.hypot(anchor.point.x - point.x, anchor.point.y - point.y) > SLACK_PX) return null;
  if (end.side !== 'auto') {
    const wanted = anchorAt(end, side).point;
    if (Math.hypot(wanted.x - point.x, wanted.y - point.y) > SLACK_PX) return null;
  }
  // A line that turns back into its own node, because that has grown.
  const { x, y } = outwardOf(side);
  return (next.x - anchor.point.x) * x + (next.y - anchor.point.y) * y > 0 ? anchor : null;
}

/** The side on which a line leaves that runs from one point to the next. */
export function sideTowards(point: Point, next: Point): Side {
  if (point.y === next.y) return next.x > point.x ? 'right' : 'left';
  return next.y > point.y ? 'bottom' : 'top';
}

export function shareOf({ x, y, width, height }: Box, side: Side, point: Point): number {
  return isHorizontalSide(side) ? (point.y - y) / height : (point.x - x) / width;
}
