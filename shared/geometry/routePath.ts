import type { Point } from './box';

export interface RoutePath {
  /** Ends and bends; for a curve, points along it close enough for hit tests. */
  readonly points: readonly Point[];
  /** SVG path data */
  readonly d: string;
  readonly lengthPx: number;
  /** The point at a share (0…1) of the length. */
  pointAt(share: number): Point;
}

/** A line through `points` whose bends are rounded by `radiusPx`. */
export function createPath(points: readonly Point[], radiusPx: number): RoutePath {
  return pathOf(points, roundedLine(points, radiusPx));
}

/** A path drawn by `d` that runs along `points`. */
export function pathOf(points: readonly Point[], d: string): RoutePath {
  let lengthPx = 0;
  for (const [index, point] of points.entries()) lengthPx += distance(points[index - 1] ?? point, point);
  return { points, d, lengthPx, pointAt: (share) => pointAlong(points, share * lengthPx) };
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** The point that a walk of `walkPx` along the points reaches; their ends for walks beyond them. */
export function pointAlong(points: readonly Point[], walkPx: number): Point {
  let left = walkPx;
  for (const [index, end] of points.entries()) {
    const start = points[index - 1];
    if (start === undefined) continue;
    const step = distance(start, end);
    if (step > 0 && left <= step) return between(start, end, Math.max(0, left) / step);
    left -= step;
  }
  return points.at(-1) ?? { x: 0, y: 0 };
}

export function between(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

/** `12.5 -3`: hundredths of a pixel are beyond what any screen shows. */
export function formatPoint({ x, y }: Point): string {
  return `${Number(x.toFixed(2))} ${Number(y.toFixed(2))}`;
}

function roundedLine(points: readonly Point[], radiusPx: number): string {
  const commands: string[] = [];
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    const after = points[index + 1];
    if (before === undefined) commands.push(`M${formatPoint(point)}`);
    else if (after === undefined || radiusPx === 0) commands.push(`L${formatPoint(point)}`);
    else {
      const [intoPx, outOfPx] = [distance(before, point), distance(point, after)];
      const cutPx = Math.min(radiusPx, intoPx / 2, outOfPx / 2);
      if (cutPx < 0.5) commands.push(`L${formatPoint(point)}`);
      else {
        const from = between(point, before, cutPx / intoPx);
        const to = between(point, after, cutPx / outOfPx);
        commands.push(`L${formatPoint(from)}Q${formatPoint(point)} ${formatPoint(to)}`);
      }
    }
  }
  return commands.join('');
}
