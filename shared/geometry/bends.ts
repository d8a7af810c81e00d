import type { Point } from './box';

/** A straight piece of a line, from one bend (or end) to the next. */
export interface Segment {
  /** Its place in the line, from 0. */
  readonly index: number;
  readonly from: Point;
  readonly to: Point;
  readonly middle: Point;
  readonly horizontal: boolean;
}

export function segmentsOf(points: readonly Point[]): readonly Segment[] {
  const segments: Segment[] = [];
  for (const [index, from] of points.entries()) {
    const to = points[index + 1];
    if (to === undefined) break;
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    segments.push({ index, from, to, middle, horizontal: Math.abs(to.x - from.x) >= Math.abs(to.y - from.y) });
  }
  return segments;
}

export function segmentLength({ from, to }: Segment): number {
  return Math.hypot(to.x - from.x, to.y - from.y);
}

/**
 * Waypoints after one piece of an orthogonal line was dragged across to `at` (its new x or y): as few as keep all other
 * pieces where they are. `route` answers the points of the line through given waypoints. A piece that ends at a node is
 * dragged out as a detour, since its end has to stay where it is.
 */
export function bentSegment(
  points: readonly Point[],
  index: number,
  at: number,
  route: (waypoints: readonly Point[]) => readonly Point[],
): readonly Point[] {
  const segments = segmentsOf(points);
  const dragged = segments[index];
  if (dragged === undefined) return [];
  const across = (point: Point): Point => (dragged.horizontal ? { x: point.x, y: at } : { x: at, y: point.y });
  const pinned: { readonly point: Point; readonly own: boolean }[] = [];
  for (const segment of segments) {
    const isEnd = segment.index === 0 || segment.index === segments.length - 1;
    if (segment.index === index) {
      const own = isEnd ? [along(segment, 1 / 3), along(segment, 2 / 3)] : [segment.middle];
      for (const point of own) pinned.push({ point: across(point), own: true });
    } else if (!isEnd) {
      const before = segment.index === index - 1;
      const after = segment.index === index + 1;
      // Neighbours of the dragged piece grow or shrink with it: their middles move along half of the way.
      pinned.push({ point: before || after ? followed(segment, before, across) : segment.middle, own: false });
    }
  }
  return withoutIdle(pinned, route);
}

function along({ from, to }: Segment, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function followed({ from, to }: Segment, before: boolean, across: (point: Point) => Point): Point {
  const [a, b] = before ? [from, across(to)] : [across(from), to];
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** Leaves out waypoints without which the line runs the same way: the fewer are pinned, the better it follows its nodes. */
function withoutIdle(
  pinned: readonly { readonly point: Point; readonly own: boolean }[],
  route: (waypoints: readonly Point[]) => readonly Point[],
): readonly Point[] {
  let kept = [...pinned];
  const wanted = key(route(kept.map(({ point }) => point)));
  for (const candidate of pinned) {
    if (candidate.own) continue;
    const fewer = kept.filter((other) => other !== candidate);
    if (key(route(fewer.map(({ point }) => point))) === wanted) kept = fewer;
  }
  return kept.map(({ point }) => point);
}

function key(points: readonly Point[]): string {
  return points.map(({ x, y }) => `${Math.round(x * 2)},${Math.round(y * 2)}`).join(' ');
}

/** The index of the waypoint that lies on a segment; `null` for none. */
export function waypointOn({ from, to }: Segment, waypoints: readonly Point[]): number | null {
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  const slack = 0.5;
  const index = waypoints.findIndex(
    ({ x, y }) => x >= left - slack && x <= right + slack && y >= top - slack && y <= bottom + slack,
  );
  return index < 0 ? null : index;
}

/** The share (0…1) of a line's length at which it comes nearest to a point. */
export function nearestShare(points: readonly Point[], to: Point): number {
  let walked = 0;
  let total = 0;
  let best = 0;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const segment of segmentsOf(points)) {
    const length = segmentLength(segment);
    const { from, to: end } = segment;
    const dot = (to.x - from.x) * (end.x - from.x) + (to.y - from.y) * (end.y - from.y);
    const share = length === 0 ? 0 : Math.min(1, Math.max(0, dot / (length * length)));
    const near = along(segment, share);
    const distance = Math.hypot(to.x - near.x, to.y - near.y);
    if (distance < bestDistance) {
      bestDistance = distance;
      best = walked + share * length;
    }
    walked += length;
    total = walked;
  }
  return total === 0 ? 0.5 : best / total;
}
