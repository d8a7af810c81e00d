import { minus, type Point, plus } from '../geometry/box';
import type { DiagramDocument, DiagramEdge } from './document';
import { toCoordinate } from './limits';
import { frameOf, originOf } from './query';

type Nodes = DiagramDocument['nodes'];

/**
 * `edge` with the bends and the stored way of `old` where they were on the canvas, moved by an offset (one for all, or one
 * for each bend by its place on the canvas), measured from its new frame. Answers `edge` itself when that changes no
 * number.
 */
export function rebased(
  nodesBefore: Nodes,
  old: DiagramEdge,
  nodesAfter: Nodes,
  edge: DiagramEdge,
  offset: Point | ((bend: Point) => Point) = { x: 0, y: 0 },
): DiagramEdge {
  const before = originOf(nodesBefore, frameOf(nodesBefore, old));
  const shift = minus(before, originOf(nodesAfter, frameOf(nodesAfter, edge)));
  const offsetOf = typeof offset === 'function' ? offset : () => offset;
  const moved = (point: Point): Point => {
    const by = plus(shift, offsetOf(plus(point, before)));
    return by.x === 0 && by.y === 0 ? point : { x: toCoordinate(point.x + by.x), y: toCoordinate(point.y + by.y) };
  };
  const waypoints = old.waypoints.map(moved);
  const route = edge.route === undefined ? undefined : old.route?.map(moved);
  const bridges = edge.bridges === undefined ? undefined : old.bridges?.map(moved);
  const stays = (now: readonly Point[] | undefined, was: readonly Point[] | undefined) =>
    now === undefined || isSameLine(now, was ?? []);
  if (isSameLine(waypoints, edge.waypoints) && stays(route, edge.route) && stays(bridges, edge.bridges)) return edge;
  return {
    ...edge,
    waypoints,
    ...(route === undefined ? {} : { route }),
    ...(bridges === undefined ? {} : { bridges }),
  };
}

function isSameLine(a: readonly Point[], b: readonly Point[]): boolean {
  return a.length === b.length && a.every(({ x, y }, index) => x === b[index]?.x && y === b[index]?.y);
}
