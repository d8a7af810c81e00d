import type { Box } from '../geometry/box';
import { type Route, type RouteRequest, routeEdge } from '../geometry/route';
import type { RouteEnd } from '../geometry/routeEnd';
import { kindOf } from '../kinds/index';
import type { DiagramDocument, DiagramEdge, DiagramNode, EdgeEnd } from '../model/document';
import { shareWithin, shownAs } from '../model/hidden';
import { isLane } from '../model/lanes';
import { boxOfNode, bridgesOf, storedRouteOf, waypointsOf } from '../model/query';
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
  const [fromId, toId] = [shownAs(nodes, edge.from.nodeId), shownAs(nodes, edge.to.nodeId)];
  const from = nodes.get(fromId);
  const to = nodes.get(toId);
  if (from === undefined || to === undefined) return null;
  // Bends led to a step that a closed container stands for now.
  const isClosed = fromId !== edge.from.nodeId || toId !== edge.to.nodeId;
  const [atStart, atEnd] = [
    edge.heads === 'start' || edge.heads === 'both',
    edge.heads === 'end' || edge.heads === 'both',
  ];
  return {
    from: routeEnd(document, from, boxOfNode(nodes, from), edge.from, atStart),
    to: routeEnd(document, to, boxOfNode(nodes, to), edge.to, atEnd),
    waypoints: isClosed ? [] : waypointsOf(nodes, edge),
    routing: edge.routing,
    stored: isClosed ? undefined : storedRouteOf(nodes, edge),
    bridges: isClosed ? undefined : bridgesOf(nodes, edge),
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
  const gapPx = head ? HEAD_GAP_PX : 0;
  const ways =
    node.id === end.nodeId
      ? { box, side: end.side, at: end.at, gapPx }
      : { box, side: 'auto' as const, at: isLane(node) ? shareWithin(document.nodes, box, end.nodeId) : 0.5, gapPx };
  if (kind.outlineInset === undefined) return ways;
  const face = nodeFace(nodeLook(document, node));
  return { ...ways, insetPx: (side, at) => kind.outlineInset?.(face, side, at) ?? 0 };
}
