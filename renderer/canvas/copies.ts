import type { DiagramDocument, DiagramEdge, DiagramNode } from '../../shared/model/document';
import { type EdgeId, type NodeId, newId } from '../../shared/model/ids';
import { withDescendants } from '../../shared/model/query';

/** Nodes again under new ids, at the very same place, with what lies in them and the edges between them. */
export interface Copies {
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
  /** Ids of the copies of the nodes that were asked for. */
  readonly ids: readonly NodeId[];
  idOf(original: NodeId): NodeId;
}

export function copiesOf(document: DiagramDocument, ids: readonly NodeId[]): Copies {
  const newIds = new Map<NodeId, NodeId>();
  for (const id of withDescendants(document.nodes, ids)) newIds.set(id, newId<NodeId>('n'));
  const idOf = (id: NodeId) => newIds.get(id) ?? id;
  const nodes: DiagramNode[] = [];
  for (const id of newIds.keys()) {
    const node = document.nodes.get(id);
    if (node === undefined) continue;
    nodes.push({ ...node, locked: false, id: idOf(id), parentId: node.parentId === null ? null : idOf(node.parentId) });
  }
  const edges: DiagramEdge[] = [];
  for (const edge of document.edges.values()) {
    if (!newIds.has(edge.from.nodeId) || !newIds.has(edge.to.nodeId)) continue;
    edges.push({
      ...edge,
      id: newId<EdgeId>('e'),
      from: { ...edge.from, nodeId: idOf(edge.from.nodeId) },
      to: { ...edge.to, nodeId: idOf(edge.to.nodeId) },
    });
  }
  return { nodes, edges, ids: ids.map(idOf), idOf };
}
