import type { DiagramDocument } from '../model/document';
import type { EdgeId, NodeId } from '../model/ids';
import { edgesByNode, withDescendants } from '../model/query';
import type { EditArgs } from './args';
import { removable } from './locked';
import { withRecords } from './records';
import { unsoundSeparations } from './separations';

export function removeElements(document: DiagramDocument, args: EditArgs['elements.remove']): DiagramDocument {
  const nodes = new Map<NodeId, undefined>();
  const edges = new Map<EdgeId, undefined>();
  for (const id of args.edges) edges.set(id, undefined);
  for (const nodeId of removable(document.nodes, withDescendants(document.nodes, args.nodes))) {
    nodes.set(nodeId, undefined);
    for (const id of edgesByNode(document.edges).get(nodeId) ?? []) edges.set(id, undefined);
  }
  return withRecords(document, {
    nodes,
    edges,
    separations: unsoundSeparations(document, (id) => (nodes.has(id) ? undefined : document.nodes.get(id))),
  });
}
