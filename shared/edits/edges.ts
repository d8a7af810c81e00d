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
    // From a document that draws bridges into one that does not.
    if (sound !== null) added.set(edge.id, document.look.bridges ? sound : without(sound, 'bridges'));
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
    const patched = withoutOutdated(edge, sound, patch);
    // Reconnected into another lane, an edge keeps its bends where they were unless new ones came along.
    const isRebased = patch.waypoints === undefined && patched !== edge;
    changes.set(id, isRebased ? rebased(document.nodes, edge, document.nodes, patched) : patched);
  }
  return withRecords(document, { edges: changes });
}

/** Without what was found for the edge as it was before: its way, and a place for its label. */
function withoutOutdated(before: DiagramEdge, after: DiagramEdge, patch: EditArgs['edges.set']['patch']): DiagramEdge {
  const isAnew = isWayAskedAnew(before, after);
  const routed = isAnew && patch.route === undefined ? without(after, 'route') : after;
  const isMoved = isAnew || before.labelAt !== after.labelAt;
  return isMoved && patch.labelSpot === undefined ? without(routed, 'labelSpot') : routed;
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

/** Draws the whole document in another way. */
export function setLook(document: DiagramDocument, { look }: EditArgs['document.setLook']): DiagramDocument {
  const drawn = withFields(document, { look });
  if (look.bridges) return drawn;
  const changes = new Map<EdgeId, DiagramEdge>();
  for (const [id, edge] of document.edges) {
    if (edge.bridges !== undefined) changes.set(id, without(edge, 'bridges'));
  }
  return withRecords(drawn, { edges: changes });
}

function without(edge: DiagramEdge, key: 'route' | 'labelSpot' | 'bridges'): DiagramEdge {
  if (edge[key] === undefined) return edge;
  const { [key]: _, ...rest } = edge;
  return rest as DiagramEdge;
}

/** Puts ways around other nodes and places for labels into edges; what an edge has already changes nothing. */
export function routeEdges(
  document: DiagramDocument,
  { routes, labelSpots, bridges }: EditArgs['edges.route'],
): DiagramDocument {
  const { nodes } = document;
  const changes = new Map<EdgeId, DiagramEdge>();
  const change = (id: EdgeId, make: (edge: DiagramEdge) => DiagramEdge) => {
    const edge = changes.get(id) ?? document.edges.get(id);
    const sound = edge === undefined ? null : soundEdge(make(edge), nodes);
    if (sound !== null) changes.set(id, sound);
  };
  for (const [id, points] of routes) {
    change(id, (edge) => {
      if (points === null) return without(edge, 'route');
      const origin = originOf(nodes, frameOf(nodes, edge));
      return withFields<DiagramEdge>(edge, { route: points.map((point) => minus(point, origin)) });
    });
  }
  for (const [id, labelSpot] of labelSpots ?? []) {
    change(id, (edge) =>
      labelSpot === null ? without(edge, 'labelSpot') : withFields<DiagramEdge>(edge, { labelSpot }),
    );
  }
  for (const [id, points] of bridges ?? []) {
    change(id, (edge) => {
      if (points === null) return without(edge, 'bridges');
      const origin = originOf(nodes, frameOf(nodes, edge));
      return withFields<DiagramEdge>(edge, { bridges: points.map((point) => minus(point, origin)) });
    });
  }
  return withRecords(document, { edges: changes });
}
