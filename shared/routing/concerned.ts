import { boxOf, grow, type Point } from '../geometry/box';
import type { DiagramEdge } from '../model/document';
import type { EdgeId, NodeId } from '../model/ids';
import { isSame } from '../util/isSame';
import { GAP_PX, STUB_PX } from './costs';
import type { MovedNode, RecordChanges, Records } from './records';

/** So far from a node its label may have moved aside for it. */
const LABEL_REACH_PX = 160;

type Edges = ReadonlyMap<EdgeId, DiagramEdge | undefined>;

/**
 * The edges whose way a change puts into question: those that changed themselves, those at nodes that moved, those that
 * a node now lies on, and those that went around a node that is gone. Edges whose ends moved alike keep their way: a
 * lane takes all ways in it along.
 */
export function concernedEdges(
  records: Records,
  changes: RecordChanges,
  before: Edges,
  moved: readonly MovedNode[],
): ReadonlySet<EdgeId> {
  const concerned = new Set<EdgeId>();
  for (const [id, edge] of changes.edges) {
    if (edge !== undefined && isWayAskedAnew(before.get(id), edge)) concerned.add(id);
  }
  const shifts = new Map<NodeId, Point | null>(moved.map((node) => [node.id, shiftOf(node)]));
  // What an edge and a node did together: null when they did not move as one.
  const shiftOfEdge = ({ from, to }: DiagramEdge): Point | null => {
    const [a, b] = [shifts.get(from.nodeId) ?? null, shifts.get(to.nodeId) ?? null];
    return isSamePoint(a, b) ? a : null;
  };
  for (const { id } of moved) {
    for (const edgeId of records.edgesAt(id)) {
      const edge = records.edges.get(edgeId);
      if (edge !== undefined && shiftOfEdge(edge) === null) concerned.add(edgeId);
    }
  }
  for (const node of moved) {
    const asOne = (edge: DiagramEdge) => {
      const shift = shiftOfEdge(edge);
      return shift !== null && isSamePoint(shift, shifts.get(node.id) ?? null);
    };
    for (const edge of edgesBeside(records, node)) if (!asOne(edge)) concerned.add(edge.id);
  }
  return concerned;
}

/** The edges whose label a change may have put under a node, or which may go back to where it ought to sit. */
export function concernedLabels(
  { scene, edges }: Records,
  changes: RecordChanges,
  before: Edges,
  moved: readonly MovedNode[],
): ReadonlySet<EdgeId> {
  const concerned = new Set<EdgeId>();
  for (const [id, edge] of changes.edges) {
    const old = before.get(id);
    if (edge !== undefined && !(isSame(old?.label, edge.label) && old?.labelAt === edge.labelAt)) concerned.add(id);
  }
  for (const node of moved) {
    if (node.after !== null) for (const { edgeId } of scene.labelsIn(node.after)) concerned.add(edgeId);
    if (node.before === null) continue;
    for (const { edgeId } of scene.labelsIn(grow(node.before, LABEL_REACH_PX))) {
      if (edges.get(edgeId)?.labelSpot !== undefined) concerned.add(edgeId);
    }
  }
  return concerned;
}

/** Foreign edges on or near a node's new place, and ways that were found around its old one. */
function* edgesBeside({ scene, edges, nodes }: Records, { id, before, after }: MovedNode): Iterable<DiagramEdge> {
  const isWall = scene
    .obstaclesIn(after ?? boxOf({ x: 0, y: 0 }, { x: 0, y: 0 }))
    .some((other) => other.nodeId === id && !other.isHeading);
  if (after !== null && isWall) {
    for (const { edgeId } of scene.piecesIn(grow(after, GAP_PX))) {
      const edge = edges.get(edgeId);
      if (edge !== undefined && edge.from.nodeId !== id && edge.to.nodeId !== id) yield edge;
    }
  }
  if (before === null || (after !== null && !isWall) || nodes.size === 0) return;
  for (const { edgeId } of scene.piecesIn(grow(before, 2 * STUB_PX))) {
    const edge = edges.get(edgeId);
    if (edge?.route !== undefined) yield edge;
  }
}

/** `null` for a node that came, went or changed its size. */
function shiftOf({ before, after }: MovedNode): Point | null {
  if (before === null || after === null) return null;
  if (before.width !== after.width || before.height !== after.height) return null;
  return { x: after.x - before.x, y: after.y - before.y };
}

function isSamePoint(a: Point | null, b: Point | null): boolean {
  return a !== null && b !== null && a.x === b.x && a.y === b.y;
}

/** Labels, colours and a way that was found for it do not change where an edge has to go. */
function isWayAskedAnew(before: DiagramEdge | undefined, after: DiagramEdge): boolean {
  return (
    before === undefined ||
    !isSame(before.from, after.from) ||
    !isSame(before.to, after.to) ||
    !isSame(before.waypoints, after.waypoints) ||
    before.routing !== after.routing
  );
}
