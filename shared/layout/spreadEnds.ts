import { type Box, centerOf, type Side } from '../geometry/box';
import type { DiagramDocument, DiagramEdge, EdgeEnd } from '../model/document';
import type { EdgeId } from '../model/ids';
import { boxOfNode } from '../model/query';

type EndName = 'from' | 'to';

interface Docked {
  readonly edge: EdgeId;
  readonly name: EndName;
  /** Where the other end's node lies along the side. */
  readonly towards: number;
}

const opposite: Readonly<Record<Side, Side>> = { top: 'bottom', right: 'left', bottom: 'top', left: 'right' };
/** A line may leave a side so near to its corners, as a share of the side. */
const NEAREST_CORNER = 0.18;

/**
 * Edges that meet at one side of a node, each at a place of its own, in the order of where they come from. The only edge
 * of a side gives way to the other end's place, so that it stays straight.
 */
export function spreadEnds(document: DiagramDocument, edges: readonly DiagramEdge[]): ReadonlyMap<EdgeId, DiagramEdge> {
  const { nodes } = document;
  const found = new Map(edges.map((edge) => [edge.id, edge]));
  const boxes = new Map<EdgeEnd['nodeId'], Box>();
  for (const { from, to } of edges) {
    for (const { nodeId } of [from, to]) {
      const node = nodes.get(nodeId);
      if (node !== undefined && !boxes.has(nodeId)) boxes.set(nodeId, boxOfNode(nodes, node));
    }
  }
  const boxOf = (end: EdgeEnd) => boxes.get(end.nodeId) ?? { x: 0, y: 0, width: 1, height: 1 };
  const docks = new Map<string, Docked[]>();
  for (const edge of edges) {
    for (const name of ['from', 'to'] as const) {
      const key = keyOf(edge[name]);
      const towards = centerOf(boxOf(edge[name === 'from' ? 'to' : 'from']))[axisOf(edge[name])];
      docks.set(key, [...(docks.get(key) ?? []), { edge: edge.id, name, towards }]);
    }
  }
  for (const dock of docks.values()) {
    if (dock.length === 1) continue;
    dock.sort((a, b) => a.towards - b.towards || (a.edge < b.edge ? -1 : 1));
    for (const [index, { edge, name }] of dock.entries()) setAt(edge, name, (index + 1) / (dock.length + 1));
  }
  for (const { id } of edges) straighten(id);
  return found;

  function setAt(id: EdgeId, name: EndName, at: number): void {
    const edge = found.get(id);
    if (edge !== undefined) found.set(id, { ...edge, [name]: { ...edge[name], at: Math.round(at * 1000) / 1000 } });
  }

  function straighten(id: EdgeId): void {
    const edge = found.get(id);
    if (edge === undefined || edge.from.side === 'auto' || edge.to.side !== opposite[edge.from.side]) return;
    const isAlone = (end: EdgeEnd) => docks.get(keyOf(end))?.length === 1;
    const names: readonly EndName[] = isAlone(edge.to) ? ['to', 'from'] : ['from', 'to'];
    const [moved, kept] = names;
    if (moved === undefined || kept === undefined || !isAlone(edge[moved])) return;
    const axis = axisOf(edge.from);
    const size = axis === 'x' ? 'width' : 'height';
    const [box, other] = [boxOf(edge[moved]), boxOf(edge[kept])];
    const at = (other[axis] + other[size] * edge[kept].at - box[axis]) / box[size];
    if (at >= NEAREST_CORNER && at <= 1 - NEAREST_CORNER) setAt(id, moved, at);
  }
}

function keyOf({ nodeId, side }: EdgeEnd): string {
  return `${side} ${nodeId}`;
}

/** The axis along which a side runs. */
function axisOf({ side }: EdgeEnd): 'x' | 'y' {
  return side === 'top' || side === 'bottom' ? 'x' : 'y';
}
