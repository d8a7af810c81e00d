import { type Box, minus, type Point } from '../geometry/box';
import { rebased } from '../model/bends';
import type { DiagramDocument, DiagramEdge, DiagramNode } from '../model/document';
import type { EdgeId, NodeId } from '../model/ids';
import { bentEdgesByNode, boxOfNode, withDescendants } from '../model/query';
import { withRecords } from './records';

type Nodes = DiagramDocument['nodes'];
const NOWHERE: Point = { x: 0, y: 0 };
const isNowhere = ({ x, y }: Point) => x === 0 && y === 0;

/**
 * `after` with the bends of edges at `moved` nodes, and at all that lies in these, where a person expects them: they
 * come along when both ends went the same way, and stay on the canvas otherwise. Only records whose bends must be
 * measured anew change: a lane that moves takes the bends inside it along as they are. Where whole regions move, as
 * lanes do, `shiftOf` says how far the region around a bend went; `null` where nothing did.
 */
export function carryBends(
  before: DiagramDocument,
  after: DiagramDocument,
  moved: Iterable<NodeId>,
  shiftOf: (point: Point) => Point | null = () => null,
): DiagramDocument {
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
      const together = from.x === to.x && from.y === to.y ? from : null;
      const shift = together === null || isNowhere(together) ? shiftOf : () => together;
      changes.set(
        id,
        rebased(before.nodes, old, after.nodes, edge, (point) => shift(point) ?? NOWHERE),
      );
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

/** How far the node around a point went: a bend between two lanes goes with the one it lies in. */
export function shiftWith(nodes: Nodes, moved: ReadonlyMap<NodeId, DiagramNode>): (point: Point) => Point | null {
  const regions = [...moved].flatMap(([id, now]): (readonly [Box, Point])[] => {
    const old = nodes.get(id);
    return old === undefined ? [] : [[boxOfNode(nodes, old), minus(now, old)]];
  });
  const isIn = (box: Box, { x, y }: Point) =>
    x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
  return (point) => regions.find(([box]) => isIn(box, point))?.[1] ?? null;
}
