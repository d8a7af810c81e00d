import { type Box, intersects } from '../geometry/box';
import { kindOf } from '../kinds/index';
import type { DiagramDocument, DiagramNode } from '../model/document';
import type { NodeId } from '../model/ids';
import { boxOfNode, byStacking } from '../model/query';
import type { EditArgs } from './args';
import { withFields, withRecords } from './records';

type Meets = (a: DiagramNode, b: DiagramNode) => boolean;

/**
 * Steps are stacked among all steps; containers among those in the same container, as a nested one always lies above
 * the one it is in. One step forward or backward passes the next node that overlaps: others could not be seen to change.
 */
export function restackNodes(document: DiagramDocument, { ids, to }: EditArgs['nodes.restack']): DiagramDocument {
  const chosen = new Set(ids);
  const heaps = new Map<string, DiagramNode[]>();
  for (const id of chosen) {
    const node = document.nodes.get(id);
    if (node !== undefined) heaps.set(heapOf(node), []);
  }
  for (const node of document.nodes.values()) heaps.get(heapOf(node))?.push(node);
  const changes = new Map<NodeId, DiagramNode>();
  const meets = overlapIn(document.nodes);
  for (const heap of heaps.values()) {
    for (const node of restacked(heap.sort(byStacking), chosen, to, meets)) changes.set(node.id, node);
  }
  return withRecords(document, { nodes: changes });
}

function heapOf({ kind, parentId }: DiagramNode): string {
  const { layer } = kindOf(kind).traits;
  return layer === 'front' ? layer : `${layer} ${parentId ?? ''}`;
}

/** The nodes of `heap` (lowest first) that get another z. */
function restacked(
  heap: readonly DiagramNode[],
  chosen: ReadonlySet<NodeId>,
  to: EditArgs['nodes.restack']['to'],
  meets: Meets,
): readonly DiagramNode[] {
  switch (to) {
    case 'front':
      return settled(allAfter(heap, chosen), chosen, () => true, 1);
    case 'forward':
      return settled(eachPassing(heap, chosen, meets), chosen, meets, 1);
    case 'back':
      return settled(allAfter(heap.toReversed(), chosen), chosen, () => true, -1);
    case 'backward':
      return settled(eachPassing(heap.toReversed(), chosen, meets), chosen, meets, -1);
  }
}

function allAfter(heap: readonly DiagramNode[], chosen: ReadonlySet<NodeId>): readonly DiagramNode[] {
  return [...heap.filter(({ id }) => !chosen.has(id)), ...heap.filter(({ id }) => chosen.has(id))];
}

/** Each chosen node right after the next one that it meets and that is not chosen. */
function eachPassing(heap: readonly DiagramNode[], chosen: ReadonlySet<NodeId>, meets: Meets): readonly DiagramNode[] {
  const order = [...heap];
  // From the far end, so that chosen neighbours do not pass each other.
  for (const node of heap.filter(({ id }) => chosen.has(id)).reverse()) {
    const from = order.indexOf(node);
    const next = order.findIndex((other, index) => index > from && !chosen.has(other.id) && meets(node, other));
    if (next >= 0) order.splice(next, 0, ...order.splice(from, 1));
  }
  return order;
}

/**
 * The nodes whose z must change so that `order` holds wherever nodes meet; as few as possible, since each is a change
 * in the file. `sign` 1: lowest first, z grows; -1: highest first, z shrinks.
 */
function settled(
  order: readonly DiagramNode[],
  chosen: ReadonlySet<NodeId>,
  meets: Meets,
  sign: 1 | -1,
): readonly DiagramNode[] {
  const passed: DiagramNode[] = [];
  const changed: DiagramNode[] = [];
  for (const node of order) {
    // Nodes that were not chosen can only be in the way of those that got another z before them.
    const obstacles = chosen.has(node.id) ? passed : changed;
    let z = node.z;
    for (const other of obstacles) {
      if (!meets(node, other)) continue;
      const isBeyondById = sign === 1 ? node.id > other.id : node.id < other.id;
      const needed = isBeyondById ? other.z : other.z + sign;
      if ((needed - z) * sign > 0) z = needed;
    }
    const settledNode = withFields<DiagramNode>(node, { z });
    passed.push(settledNode);
    if (settledNode !== node) changed.push(settledNode);
  }
  return changed;
}

function overlapIn(nodes: DiagramDocument['nodes']): Meets {
  const boxes = new Map<NodeId, Box>();
  const boxOf = (node: DiagramNode) => {
    const known = boxes.get(node.id);
    if (known !== undefined) return known;
    const box = boxOfNode(nodes, node);
    boxes.set(node.id, box);
    return box;
  };
  return (a, b) => intersects(boxOf(a), boxOf(b));
}
