import type { Axis } from '../geometry/guides';
import type { DiagramDocument, DiagramNode } from '../model/document';
import type { NodeId } from '../model/ids';
import {
  CLEARANCE_PX,
  childrenOf,
  endOn,
  insideOf,
  isClosedOn,
  isLane,
  laneStackOf,
  lengthOn,
  stackAxis,
} from '../model/lanes';
import type { EditArgs } from './args';
import { carryBends } from './bends';
import { withRecords } from './records';
import { grow, growOutwards, lengthened, type NodeChanges, shifted } from './room';

/**
 * A lane grows at the side where a node sticks out of it, and the rest of its stack moves on; over its heading the node
 * goes back in, as time begins there for all lanes. A group grows around it. What is around these grows in turn.
 */
export function makeRoom(document: DiagramDocument, { ids }: EditArgs['nodes.makeRoom']): DiagramDocument {
  let shown = document;
  for (let inner: Iterable<NodeId> = ids; ; ) {
    const byParent = new Map<NodeId, Set<NodeId>>();
    for (const id of inner) {
      const parentId = shown.nodes.get(id)?.parentId ?? null;
      if (parentId !== null) byParent.set(parentId, (byParent.get(parentId) ?? new Set<NodeId>()).add(id));
    }
    if (byParent.size === 0) return shown;
    for (const [parentId, members] of byParent) {
      for (const axis of ['x', 'y'] as const)
        shown = roomAtEnd(roomAtStart(shown, parentId, members, axis), parentId, members, axis);
    }
    inner = byParent.keys();
  }
}

function membersOf({ nodes }: DiagramDocument, ids: ReadonlySet<NodeId>): readonly DiagramNode[] {
  return [...ids].map((id) => nodes.get(id)).filter((node) => node !== undefined);
}

/** Lanes fill what they lie in; all else keeps clear of the border that moved for it. */
function withClearance(parent: DiagramNode, members: readonly DiagramNode[], missing: number): number {
  return isLane(parent) && members.every(isLane) ? missing : missing + CLEARANCE_PX;
}

function roomAtStart(
  document: DiagramDocument,
  parentId: NodeId,
  ids: ReadonlySet<NodeId>,
  axis: Axis,
): DiagramDocument {
  const parent = document.nodes.get(parentId);
  const members = membersOf(document, ids);
  if (parent === undefined || members.length === 0) return document;
  if (isClosedOn(parent, axis)) return document;
  const missing = insideOf(parent)[axis] - Math.min(...members.map((node) => node[axis]));
  if (missing <= 0) return document;
  const by = withClearance(parent, members, missing);
  const changes: NodeChanges = new Map();
  if (isLane(parent) && stackAxis(parent) !== axis) {
    for (const node of members) changes.set(node.id, shifted(node, axis, by));
    return carryBends(document, withRecords(document, { nodes: changes }), changes.keys());
  }
  for (const child of childrenOf(document.nodes, parentId)) changes.set(child.id, shifted(child, axis, by));
  if (isLane(parent)) {
    changes.set(parentId, lengthened(parent, axis, by));
    return growOutwards(document, [parent], axis, by, changes);
  }
  changes.set(parentId, lengthened(shifted(parent, axis, -by), axis, by));
  return carryBends(document, withRecords(document, { nodes: changes }), changes.keys());
}

function roomAtEnd(document: DiagramDocument, parentId: NodeId, ids: ReadonlySet<NodeId>, axis: Axis): DiagramDocument {
  const parent = document.nodes.get(parentId);
  const members = membersOf(document, ids);
  if (parent === undefined || members.length === 0) return document;
  if (isClosedOn(parent, axis)) return document;
  const missing = Math.max(...members.map((node) => endOn(node, axis))) - parent[lengthOn[axis]];
  if (missing <= 0) return document;
  const together = isLane(parent) && stackAxis(parent) !== axis ? laneStackOf(document.nodes, parent) : [parent];
  return grow(
    document,
    together.map(({ id }) => id),
    axis,
    withClearance(parent, members, missing),
  );
}
