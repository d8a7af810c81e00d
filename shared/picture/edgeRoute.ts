import type { Box } from '../geometry/box';
import { type Route, type RouteRequest, routeEdge } from '../geometry/route';
import type { RouteEnd } from '../geometry/routeEnd';
import { kindOf } from '../kinds/index';
import type { DiagramDocument, DiagramEdge, DiagramNode, EdgeEnd } from '../model/document';
import { boxOfNode, storedRouteOf, waypointsOf } from '../model/query';
import { nodeFace, nodeLook } from './nodeMarks';

/** Between a head's tip and the outline it points at. */
const HEAD_GAP_PX = 2;

/** The way of an edge on the canvas; `null` while one of its nodes is missing. */
export function edgeRoute(document: DiagramDocument, edge: DiagramEdge): Route | null {
  const request = routeRequest(document, edge);
  return request === null ? null : routeEdge(request);
}

/** What decides the way of an edge; `null` while one of its nodes is missing. */
export function routeRequest(
  document: Pick<DiagramDocument, 'nodes' | 'roles'>,
  edge: DiagramEdge,
): RouteRequest | null {
  const { nodes } = document;
  const from = nodes.get(edge.from.nodeId);
  const to = nodes.get(edge.to.nodeId);
  if (from === undefined || to === undefined) return null;
  const [atStart, atEnd] = [
    edge.heads === 'start' || edge.heads === 'both',
    edge.heads === 'end' || edge.heads === 'both',
  ];
  return {
    from: routeEnd(document, from, boxOfNode(nodes, from), edge.from, atStart),
    to: routeEnd(document, to, boxOfNode(nodes, to), edge.to, atEnd),
    waypoints: waypointsOf(nodes, edge),
    routing: edge.routing,
    stored: storedRouteOf(nodes, edge),
  };
}

function routeEnd(
  document: Pick<DiagramDocument, 'nodes' | 'roles'>,
  node: DiagramNode,
  box: Box,
  end: EdgeEnd,
  head: boolean,
): RouteEnd {
  const kind = kindOf(node.kind);
  const ways = { box, side: end.side, at: end.at, gapPx: head ? HEAD_GAP_PX : 0 };
  if (kind.outlineInset === undefined) return ways;
  const face = nodeFace(nodeLook(document, node));
  return { ...ways, insetPx: (side, at) => kind.outlineInset?.(face, side, at) ?? 0 };
}
