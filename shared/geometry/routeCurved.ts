import { type Anchor, outwardOf } from './anchor';
import type { Point } from './box';
import { distance, formatPoint, pathOf, type RoutePath } from './routePath';

/** Straight pieces a curve is made of where it has to be measured or hit. */
const SAMPLES = 16;
const SHORTEST_HANDLE_PX = 24;
const LONGEST_HANDLE_PX = 160;

interface Knot {
  readonly point: Point;
  /** Direction of travel there, of any length. */
  readonly tangent: Point;
}

/** A smooth line that leaves and arrives at right angles to the nodes and passes the waypoints. */
export function curvedPath(start: Anchor, end: Anchor, waypoints: readonly Point[]): RoutePath {
  const middle = waypoints.map((point, index): Knot => {
    const before = waypoints[index - 1] ?? start.point;
    const after = waypoints[index + 1] ?? end.point;
    return { point, tangent: { x: after.x - before.x, y: after.y - before.y } };
  });
  const arrival = outwardOf(end.side);
  const knots: readonly Knot[] = [
    { point: start.point, tangent: outwardOf(start.side) },
    ...middle,
    { point: end.point, tangent: { x: -arrival.x, y: -arrival.y } },
  ];
  const points: Point[] = [start.point];
  let d = `M${formatPoint(start.point)}`;
  for (const [index, to] of knots.entries()) {
    const from = knots[index - 1];
    if (from === undefined) continue;
    const reach = Math.min(LONGEST_HANDLE_PX, Math.max(SHORTEST_HANDLE_PX, distance(from.point, to.point) / 2));
    // Between waypoints long handles would overshoot into loops.
    const scale = knots.length > 2 ? 0.66 : 1;
    const one = shifted(from.point, from.tangent, reach * scale);
    const two = shifted(to.point, to.tangent, -reach * scale);
    d += `C${formatPoint(one)} ${formatPoint(two)} ${formatPoint(to.point)}`;
    for (let i = 1; i <= SAMPLES; i++) points.push(cubicAt(from.point, one, two, to.point, i / SAMPLES));
  }
  return pathOf(points, d);
}

function shifted(point: Point, direction: Point, byPx: number): Point {
  const length = Math.hypot(direction.x, direction.y) || 1;
  return { x: point.x + (direction.x / length) * byPx, y: point.y + (direction.y / length) * byPx };
}

function cubicAt(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const s = 1 - t;
  const mix = (p: number, q: number, r: number, v: number) =>
    s * s * s * p + 3 * s * s * t * q + 3 * s * t * t * r + t * t * t * v;
  return { x: mix(a.x, b.x, c.x, d.x), y: mix(a.y, b.y, c.y, d.y) };
}
