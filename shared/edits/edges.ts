import { minus } from '../geometry/box';
import { rebased } from '../model/bends';
import type { DiagramDocument, DiagramEdge } from '../model/document';
import type { EdgeId } from '../model/ids';
import { frameOf, originOf } from '../model/query';
import type { EditArgs } from './args';
import { soundEdge, withFields, withRecords } from './records';

/** Ids that are taken and edges without both ends are left out. */
export function addEdges(document: DiagramDocument, { edges }: EditArgs['edges.add']): DiagramDocument {
  const added = new Map<EdgeId, DiagramEdge>();
  for (const edge of edges) {
    if (document.edges.has(edge.id) || added.has(edge.id)) continue;
    const sound = soundEdge(edge, document.nodes);
    if (sound !== null) added.set(edge.id, sound);
  }
  return withRecords(document, { edges: added });
}

/** An edge that the patch would leave without an end or with an impossible number stays as it is. */
export function setEdges(document: DiagramDocument, { ids, patch }: EditArgs['edges.set']): DiagramDocument {
  const changes = new Map<EdgeId, DiagramEdge>();
  for (const id of ids) {
    const edge = document.edges.get(id);
    if (edge === undefined) continue;
    const sound = soundEdge(withFields<DiagramEdge>(edge, { ...patch, id }), document.nodes);
    if (sound === null) continue;
    const patched = patch.route === undefined && isWayAskedAnew(edge, sound) ? withoutRoute(sound) : sound;
    // Reconnected into another lane, an edge keeps its bends where they were unless new ones came along.
    const isRebased = patch.waypoints === undefined && patched !== edge;
    changes.set(id, isRebased ? rebased(document.nodes, edge, document.nodes, patched) : patched);
  }
  return withRecords(document, { edges: changes });
}

/** Whether the way that was found for an edge was found for something else than the edge now is. */
function isWayAskedAnew(before: DiagramEdge, after: DiagramEdge): boolean {
  return (
    before.from !== after.from ||
    before.to !== after.to ||
    before.waypoints !== after.waypoints ||
    before.routing !== after.routing
  );
}

function withoutRoute(edge: DiagramEdge): DiagramEdge {
  if (edge.route === undefined) return edge;
  const { route: _, ...rest } = edge;
  return rest;
}

/** Puts ways around other nodes into edges; a way that an edge has already, and edges that are gone, change nothing. */
export function routeEdges(document: DiagramDocument, { routes }: EditArgs['edges.route']): DiagramDocument {
  const { nodes } = document;
  const changes = new Map<EdgeId, DiagramEdge>();
  for (const [id, points] of routes) {
    const edge = document.edges.get(id);
    if (edge === undefined) continue;
    if (points === null) {
      changes.set(id, withoutRoute(edge));
      continue;
    }
    const origin = originOf(nodes, frameOf(nodes, edge));
    const routed = soundEdge(
      withFields<DiagramEdge>(edge, { route: points.map((point) => minus(point, origin)) }),
      nodes,
    );
    if (routed !== null) changes.set(id, routed);
  }
  return withRecords(document, { edges: changes });
}
