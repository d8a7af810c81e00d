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

/** A line through `points` whose bends are rounded by `radiusPx`, and which passes over others at `bridges`. */
export function createPath(points: readonly Point[], radiusPx: number, bridges: readonly Point[] = []): RoutePath {
  return pathOf(points, roundedLine(points, radiusPx, bridges));
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

function roundedLine(points: readonly Point[], radiusPx: number, bridges: readonly Point[]): string {
  const commands: string[] = [];
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    const after = points[index + 1];
    if (before !== undefined && bridges.length > 0) commands.push(bridgedPiece(before, point, radiusPx, bridges));
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

/** Half the width of a bridge over one line, and its height. */
const BRIDGE_PX = 5;
/** Of a straight piece, what is left to each side of a bridge, beside the bends at its ends. */
const RAMP_PX = 2;

/** The way over the lines that a level piece crosses, up to the last of them; '' where there is none. */
function bridgedPiece(from: Point, to: Point, radiusPx: number, bridges: readonly Point[]): string {
  if (Math.abs(from.y - to.y) > 0.5) return '';
  const forward = to.x > from.x ? 1 : -1;
  const room = BRIDGE_PX + RAMP_PX + radiusPx;
  const along = bridges
    .filter(({ x, y }) => Math.abs(y - from.y) <= 0.5 && (x - from.x) * forward >= room && (to.x - x) * forward >= room)
    .map(({ x }) => x)
    .sort((a, b) => (a - b) * forward);
  let d = '';
  for (let first = 0; first < along.length; ) {
    let last = first;
    // Bridges that would touch are one, over all of them.
    while (last + 1 < along.length && Math.abs(at(along, last + 1) - at(along, last)) < 2 * BRIDGE_PX + RAMP_PX) last++;
    d += bridgeOver(at(along, first), at(along, last), from.y, forward * BRIDGE_PX);
    first = last + 1;
  }
  return d;
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}

/** Up, over, and down again, by quarters of a circle (cubic curves whose handles are 0.5523 of the radius long). */
function bridgeOver(firstX: number, lastX: number, y: number, stepPx: number): string {
  const top = y - BRIDGE_PX;
  const [handleX, handleY] = [stepPx * 0.5523, BRIDGE_PX * 0.5523];
  const point = (x: number, pointY: number) => formatPoint({ x, y: pointY });
  const [start, end] = [firstX - stepPx, lastX + stepPx];
  const up = `C${point(start, y - handleY)} ${point(firstX - handleX, top)} ${point(firstX, top)}`;
  const down = `C${point(lastX + handleX, top)} ${point(end, y - handleY)} ${point(end, y)}`;
  return `L${point(start, y)}${up}${firstX === lastX ? '' : `L${point(lastX, top)}`}${down}`;
}
