import { minus, type Point, plus } from '../geometry/box';
import type { DiagramDocument, DiagramEdge } from './document';
import { toCoordinate } from './limits';
import { frameOf, originOf } from './query';

type Nodes = DiagramDocument['nodes'];

/**
 * `edge` with the bends and the stored way of `old` where they were on the canvas, plus `offset`, measured from its new frame. Answers
 * `edge` itself when that changes no number.
 */
export function rebased(
  nodesBefore: Nodes,
  old: DiagramEdge,
  nodesAfter: Nodes,
  edge: DiagramEdge,
  offset: Point = { x: 0, y: 0 },
): DiagramEdge {
  const start = plus(originOf(nodesBefore, frameOf(nodesBefore, old)), offset);
  const shift = minus(start, originOf(nodesAfter, frameOf(nodesAfter, edge)));
  if (shift.x === 0 && shift.y === 0) return edge;
  const shifted = ({ x, y }: Point) => ({ x: toCoordinate(x + shift.x), y: toCoordinate(y + shift.y) });
  const waypoints = old.waypoints.map(shifted);
  return edge.route === undefined || old.route === undefined
    ? { ...edge, waypoints }
    : { ...edge, waypoints, route: old.route.map(shifted) };
}
