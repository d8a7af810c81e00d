import { kindOf } from '../kinds/index';
import type { DiagramDocument, DiagramNode } from '../model/document';
import type { NodeId } from '../model/ids';
import { boxOfNode, byStacking } from '../model/query';
import type { EditArgs } from './args';
import { unlocked } from './locked';
import { overlapsAmong } from './overlaps';
import { withFields, withRecords } from './records';

/** `1`: upwards, and lists run from the lowest to the highest; `-1`: the other way round. */
type Direction = 1 | -1;
type OverlapsOf = (id: NodeId) => readonly NodeId[];

/**
 * Steps are stacked among all steps; containers among those in the same container, as a nested one always lies above
 * the one it is in. One step forward or backward passes the next node that overlaps: others could not be seen to change.
 */
export function restackNodes(document: DiagramDocument, { ids, to }: EditArgs['nodes.restack']): DiagramDocument {
  const chosen = new Set(unlocked(document.nodes, ids));
  const heaps = new Map<string, DiagramNode[]>();
  for (const id of chosen) {
    const node = document.nodes.get(id);
    if (node !== undefined) heaps.set(heapOf(node), []);
  }
  for (const node of document.nodes.values()) heaps.get(heapOf(node))?.push(node);
  const changes = new Map<NodeId, DiagramNode>();
  for (const heap of heaps.values()) {
    for (const node of restacked(document, heap.sort(byStacking), chosen, to)) changes.set(node.id, node);
  }
  return withRecords(document, { nodes: changes });
}

function heapOf({ kind, parentId }: DiagramNode): string {
  const { layer } = kindOf(kind).traits;
  return layer === 'front' ? layer : `${layer} ${parentId ?? ''}`;
}

/** The nodes of `heap` (lowest first) that get another z: as few as possible, since each is a change in the file. */
function restacked(
  document: DiagramDocument,
  heap: readonly DiagramNode[],
  chosen: ReadonlySet<NodeId>,
  to: EditArgs['nodes.restack']['to'],
): readonly DiagramNode[] {
  if (heap.every(({ id }) => chosen.has(id))) return [];
  const overlapsOf = () => overlapsAmong(new Map(heap.map((node) => [node.id, boxOfNode(document.nodes, node)])));
  switch (to) {
    case 'front':
      return beyondAll(heap, chosen, 1);
    case 'back':
      return beyondAll(heap.toReversed(), chosen, -1);
    case 'forward':
      return beyondNextOrAll(heap, chosen, overlapsOf(), 1);
    case 'backward':
      return beyondNextOrAll(heap.toReversed(), chosen, overlapsOf(), -1);
  }
}

function beyondAll(
  heap: readonly DiagramNode[],
  chosen: ReadonlySet<NodeId>,
  direction: Direction,
): readonly DiagramNode[] {
  const changed: DiagramNode[] = [];
  let last = heap.findLast(({ id }) => !chosen.has(id));
  for (const node of heap) {
    if (!chosen.has(node.id)) continue;
    const raised = last === undefined ? node : beyond(node, last, direction);
    if (raised !== node) changed.push(raised);
    last = raised;
  }
  return changed;
}

/** Beyond the next one; beyond all where a locked node would have to get another z to keep its place. */
function beyondNextOrAll(
  heap: readonly DiagramNode[],
  chosen: ReadonlySet<NodeId>,
  overlapsOf: OverlapsOf,
  direction: Direction,
): readonly DiagramNode[] {
  const changed = beyondNext(heap, chosen, overlapsOf, direction);
  return changed.some(({ locked }) => locked) ? beyondAll(heap, chosen, direction) : changed;
}

/** Each chosen node right beyond the next one that it overlaps and that is not chosen. */
function beyondNext(
  heap: readonly DiagramNode[],
  chosen: ReadonlySet<NodeId>,
  overlapsOf: OverlapsOf,
  direction: Direction,
): readonly DiagramNode[] {
  const places = new Map(heap.map(({ id }, place) => [id, place]));
  const placeOf = (id: NodeId) => places.get(id) ?? 0;
  // Nodes that pass the same one keep their order behind it.
  const targets = new Map<NodeId, number>();
  for (const { id } of heap) {
    if (!chosen.has(id)) continue;
    const ahead = overlapsOf(id).filter((other) => !chosen.has(other) && placeOf(other) > placeOf(id));
    if (ahead.length > 0) targets.set(id, Math.min(...ahead.map(placeOf)) + 0.5);
  }
  const targetOf = (id: NodeId) => targets.get(id) ?? placeOf(id);
  const order = heap.toSorted((a, b) => targetOf(a.id) - targetOf(b.id) || placeOf(a.id) - placeOf(b.id));
  return settled(order, new Set(targets.keys()), overlapsOf, direction);
}

/** The nodes whose z must change so that `order` holds wherever nodes overlap, when `moved` have new places in it. */
function settled(
  order: readonly DiagramNode[],
  moved: ReadonlySet<NodeId>,
  overlapsOf: OverlapsOf,
  direction: Direction,
): readonly DiagramNode[] {
  const passed = new Map<NodeId, DiagramNode>();
  const changed = new Map<NodeId, DiagramNode>();
  let furthest: DiagramNode | undefined;
  for (const node of order) {
    // Nodes that were not moved can only be in the way of those that got another z before them.
    const obstacles = moved.has(node.id) ? passed : changed;
    let settledNode = node;
    if (moved.has(node.id) || (furthest !== undefined && beyond(node, furthest, direction) !== node)) {
      for (const id of overlapsOf(node.id)) {
        const obstacle = obstacles.get(id);
        if (obstacle !== undefined) settledNode = beyond(settledNode, obstacle, direction);
      }
    }
    passed.set(node.id, settledNode);
    if (settledNode === node) continue;
    changed.set(node.id, settledNode);
    if (furthest === undefined || byStacking(settledNode, furthest) * direction > 0) furthest = settledNode;
  }
  return [...changed.values()];
}

/** The node with the nearest z that puts it beyond another one; itself when it is there already. */
function beyond(node: DiagramNode, other: DiagramNode, direction: Direction): DiagramNode {
  const isBeyondById = direction === 1 ? node.id > other.id : node.id < other.id;
  const z = isBeyondById ? other.z : other.z + direction;
  return (z - node.z) * direction > 0 ? withFields<DiagramNode>(node, { z }) : node;
}
