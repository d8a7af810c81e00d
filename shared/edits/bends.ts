import { minus, type Point } from '../geometry/box';
import { rebased } from '../model/bends';
import type { DiagramDocument, DiagramEdge } from '../model/document';
import type { EdgeId, NodeId } from '../model/ids';
import { bentEdgesByNode, boxOfNode, withDescendants } from '../model/query';
import { withRecords } from './records';

type Nodes = DiagramDocument['nodes'];
const NOWHERE: Point = { x: 0, y: 0 };

/**
 * `after` with the bends of edges at `moved` nodes, and at all that lies in these, where a person expects them: they
 * come along when both ends went the same way, and stay on the canvas otherwise. Only records whose bends must be
 * measured anew change: a lane that moves takes the bends inside it along as they are.
 */
export function carryBends(before: DiagramDocument, after: DiagramDocument, moved: Iterable<NodeId>): DiagramDocument {
  const bent = bentEdgesByNode(before.edges);
  if (bent.size === 0 || after === before) return after;
  const changes = new Map<EdgeId, DiagramEdge>();
  const seen = new Set<EdgeId>();
  const offsetOf = offsetsBetween(before.nodes, after.nodes);
  for (const nodeId of withDescendants(before.nodes, moved)) {
    for (const id of bent.get(nodeId) ?? []) {
      const old = before.edges.get(id);
      const edge = after.edges.get(id);
      if (seen.has(id) || old === undefined || edge === undefined) continue;
      seen.add(id);
      const from = offsetOf(edge.from.nodeId);
      const to = offsetOf(edge.to.nodeId);
      const together = from.x === to.x && from.y === to.y ? from : NOWHERE;
      changes.set(id, rebased(before.nodes, old, after.nodes, edge, together));
    }
  }
  return withRecords(after, { edges: changes });
}

/** How far a node went on the canvas; a resized one counts as staying. */
function offsetsBetween(before: Nodes, after: Nodes): (id: NodeId) => Point {
  const known = new Map<NodeId, Point>();
  return (id) => {
    const offset = known.get(id) ?? offsetBetween(before, after, id);
    known.set(id, offset);
    return offset;
  };
}

function offsetBetween(before: Nodes, after: Nodes, id: NodeId): Point {
  const old = before.get(id);
  const node = after.get(id);
  if (old === undefined || node === undefined || old.width !== node.width || old.height !== node.height) return NOWHERE;
  return minus(boxOfNode(after, node), boxOfNode(before, old));
}
