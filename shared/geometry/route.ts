import { type Anchor, beyondSide, outwardOf } from './anchor';
import { centerOf, type Point, type Side, sides } from './box';
import { curvedPath } from './routeCurved';
import { anchorAt, type RouteEnd } from './routeEnd';
import { orthogonalCost, orthogonalPoints } from './routeOrthogonal';
import { createPath, type RoutePath } from './routePath';
import { fittedRoute } from './routeStored';

export interface RouteRequest {
  readonly from: RouteEnd;
  readonly to: RouteEnd;
  /** Points the line goes through, in order. */
  readonly waypoints: readonly Point[];
  readonly routing: 'orthogonal' | 'straight' | 'curved';
  /** A way around other nodes, found earlier: taken where it still fits its ends and waypoints. */
  readonly stored?: readonly Point[] | undefined;
  /** Where it passes over other lines. */
  readonly bridges?: readonly Point[] | undefined;
  /** Of the bends of an orthogonal line; default 6. */
  readonly cornerRadiusPx?: number;
}

/** The line of an edge. */
export interface Route extends RoutePath {
  readonly start: Anchor;
  readonly end: Anchor;
}

/** The way from one box to another. Pure, and cheap enough to be asked for every visible edge on every frame. */
export function routeEdge(request: RouteRequest): Route {
  const { from, to, waypoints, routing, bridges, cornerRadiusPx = 6 } = request;
  const fitted = routing === 'orthogonal' ? fittedRoute(request) : null;
  if (fitted !== null) {
    return { ...createPath(fitted.points, cornerRadiusPx, bridges), start: fitted.start, end: fitted.end };
  }
  const [start, end] = aligned(request, anchorsOf(request));
  const path =
    routing === 'straight'
      ? createPath([start.point, ...waypoints, end.point], 0, bridges)
      : routing === 'curved'
        ? curvedPath(start, end, waypoints)
        : createPath(orthogonalPoints(start, end, waypoints, from.box, to.box), cornerRadiusPx, bridges);
  return { ...path, start, end };
}

function anchorsOf(request: RouteRequest): readonly [Anchor, Anchor] {
  const { from, to, waypoints } = request;
  if (from.side !== 'auto' && to.side !== 'auto') {
    return [anchorAt(from, from.side), anchorAt(to, to.side)];
  }
  const firstGoal = waypoints[0] ?? centerOf(to.box);
  const lastGoal = waypoints.at(-1) ?? centerOf(from.box);
  let best: readonly [Anchor, Anchor] | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const fromSide of sidesToTry(from, firstGoal)) {
    for (const toSide of sidesToTry(to, lastGoal)) {
      const pair = [anchorAt(from, fromSide), anchorAt(to, toSide)] as const;
      const cost =
        waypoints.length > 0
          ? bentCost(pair, firstGoal, lastGoal)
          : orthogonalCost(...pair, from.box, to.box, bestCost);
      if (cost < bestCost) [best, bestCost] = [pair, cost];
    }
  }
  return best ?? [anchorAt(from, 'right'), anchorAt(to, 'left')];
}

/** Ends this much out of line are drawn in line, where nobody asked for their exact places. */
const ALIGN_PX = 12;

/**
 * Nodes set by hand rarely have their middles on one line; a jog of a few pixels says nothing and looks like a mistake.
 * The end whose outline bends away less is moved along its side.
 */
function aligned({ from, to, waypoints }: RouteRequest, anchors: readonly [Anchor, Anchor]): readonly [Anchor, Anchor] {
  const [start, end] = anchors;
  const horizontal = start.side === 'left' || start.side === 'right';
  if (waypoints.length > 0 || end.side !== opposite[start.side]) return anchors;
  const jogPx = horizontal ? end.point.y - start.point.y : end.point.x - start.point.x;
  if (jogPx === 0 || Math.abs(jogPx) > ALIGN_PX) return anchors;
  const movedFrom = movedAlong(from, start, jogPx, horizontal);
  const movedTo = movedAlong(to, end, -jogPx, horizontal);
  if (movedFrom !== null && (movedTo === null || movedFrom.insetPx <= movedTo.insetPx)) return [movedFrom.anchor, end];
  return movedTo === null ? anchors : [start, movedTo.anchor];
}

const opposite: Readonly<Record<Side, Side>> = { top: 'bottom', right: 'left', bottom: 'top', left: 'right' };

function movedAlong(
  end: RouteEnd,
  { side }: Anchor,
  byPx: number,
  horizontal: boolean,
): { readonly anchor: Anchor; readonly insetPx: number } | null {
  const at = end.at + byPx / (horizontal ? end.box.height : end.box.width);
  if (end.side !== 'auto' || at < 0.2 || at > 0.8) return null;
  return { anchor: anchorAt({ ...end, at }, side), insetPx: end.insetPx?.(side, at) ?? 0 };
}

/** The sides that face the goal; all four where the goal lies inside, as for a loop from a node to itself. */
function sidesToTry({ box, side }: RouteEnd, goal: Point): readonly Side[] {
  if (side !== 'auto') return [side];
  const facing = sides.filter((candidate) => beyondSide(box, candidate, goal) > 0);
  return facing.length === 0 ? sides : facing;
}

/** With bends of its own a line leaves towards the first and arrives from the last of them. */
function bentCost([start, end]: readonly [Anchor, Anchor], first: Point, last: Point): number {
  return turnCost(start, first) + turnCost(end, last);
}

function turnCost({ point, side }: Anchor, goal: Point): number {
  const { x, y } = outwardOf(side);
  const [dx, dy] = [goal.x - point.x, goal.y - point.y];
  return Math.hypot(dx, dy) - 0.5 * (dx * x + dy * y);
}
