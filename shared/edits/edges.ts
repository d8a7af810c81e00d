import { rebased } from '../model/bends';
import type { DiagramDocument, DiagramEdge } from '../model/document';
import type { EdgeId } from '../model/ids';
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
    const patched = soundEdge(withFields<DiagramEdge>(edge, { ...patch, id }), document.nodes);
    if (patched === null) continue;
    // Reconnected into another lane, an edge keeps its bends where they were unless new ones came along.
    const isRebased = patch.waypoints === undefined && patched !== edge;
    changes.set(id, isRebased ? rebased(document.nodes, edge, document.nodes, patched) : patched);
  }
  return withRecords(document, { edges: changes });
}
