import type { DiagramDocument, DiagramEdge, DiagramNode } from '../model/document';
import type { EdgeId, NodeId } from '../model/ids';
import { placedNodes } from '../model/placing';
import type { EditArgs } from './args';
import { carryBends } from './bends';
import { soundEdge, withFields, withRecords } from './records';

/** Edges that get new ends lose their bends: these led around what is elsewhere now. All others keep them as in a move. */
export function applyLayout(document: DiagramDocument, { boxes, ends }: EditArgs['layout.apply']): DiagramDocument {
  const nodes = new Map<NodeId, DiagramNode>();
  for (const [id, { x, y, width, height }] of placedNodes(document.nodes, boxes)) {
    const node = document.nodes.get(id);
    if (node !== undefined) nodes.set(id, withFields<DiagramNode>(node, { x, y, width, height }));
  }
  const placed = carryBends(document, withRecords(document, { nodes }), nodes.keys());
  const edges = new Map<EdgeId, DiagramEdge>();
  for (const [id, { from, to }] of ends) {
    const edge = document.edges.get(id);
    if (edge === undefined || from.nodeId !== edge.from.nodeId || to.nodeId !== edge.to.nodeId) continue;
    const sound = soundEdge(withFields(edge, { from, to, waypoints: [] }), document.nodes);
    if (sound !== null) edges.set(id, sound);
  }
  return withRecords(placed, { edges });
}
