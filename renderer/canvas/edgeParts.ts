import { segmentsOf } from '../../shared/geometry/bends';
import type { Point } from '../../shared/geometry/box';
import type { Route } from '../../shared/geometry/route';
import type { DiagramDocument, DiagramEdge } from '../../shared/model/document';
import { waypointsOf } from '../../shared/model/query';
import { edgeRoute } from '../../shared/picture/edgeRoute';

/** What is dragged of an edge's line. */
export type EdgePart =
  /** A piece of an orthogonal line, by its place in the route. */
  | { readonly type: 'segment'; readonly index: number }
  /** A bend of a straight or curved line, by its place among the waypoints. */
  | { readonly type: 'waypoint'; readonly index: number }
  /** A new bend before the waypoint of that index. */
  | { readonly type: 'newWaypoint'; readonly index: number }
  | { readonly type: 'label' };

export interface BendablePart {
  readonly part: Exclude<EdgePart, { readonly type: 'label' }>;
  /** Its middle. */
  readonly at: Point;
  /** Which way a piece runs; `null` for a bend. */
  readonly horizontal: boolean | null;
}

/** What of a line can be moved, from its start to its end: the pieces of an orthogonal one, bends and what is between. */
export function bendableParts(document: DiagramDocument, edge: DiagramEdge): readonly BendablePart[] {
  const route = edgeRoute(document, edge);
  if (route === null) return [];
  if (edge.routing === 'orthogonal') {
    return segmentsOf(route.points).map(({ index, middle, horizontal }) => ({
      part: { type: 'segment', index },
      at: middle,
      horizontal,
    }));
  }
  return betweenBends(route, waypointsOf(document.nodes, edge)).map(({ at, index, isBend }) => ({
    part: { type: isBend ? 'waypoint' : 'newWaypoint', index },
    at,
    horizontal: null,
  }));
}

/** The bends of a straight or curved line and the middles between them, where a new one can be pulled out. */
export function betweenBends(route: Route, waypoints: readonly Point[]) {
  const stops = [route.start.point, ...waypoints, route.end.point];
  const grips: { readonly at: Point; readonly index: number; readonly isBend: boolean }[] = [];
  for (const [index, from] of stops.entries()) {
    if (index > 0 && index < stops.length - 1) grips.push({ at: from, index: index - 1, isBend: true });
    const to = stops[index + 1];
    if (to === undefined) continue;
    const share = (index + 0.5) / (stops.length - 1);
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    grips.push({ at: waypoints.length === 0 ? route.pointAt(share) : middle, index, isBend: false });
  }
  return grips;
}
