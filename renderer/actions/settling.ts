import type { Edit } from '../../shared/edits/args';
import { boxAround } from '../../shared/edits/laneSize';
import { type Box, type Point, plus, unionOf } from '../../shared/geometry/box';
import { nodeKinds } from '../../shared/kinds/index';
import { homeOf, liesInContainers } from '../../shared/layout/spots';
import type { DiagramDocument } from '../../shared/model/document';
import type { NodeId } from '../../shared/model/ids';
import { CLEARANCE_PX, endOn, isLane, laneStackOf, lengthOn, stackAxis } from '../../shared/model/lanes';
import { boxOfNode, topmostOf, withDescendants } from '../../shared/model/query';

/** Moves nodes as a drag does: they go into the container they come to lie in, and it grows where they stick out. */
export function moveNodes(edit: Edit, document: DiagramDocument, ids: readonly NodeId[], by: Point): void {
  const moved = topmostOf(document.nodes, new Set(ids));
  const except = withDescendants(document.nodes, moved);
  const homes = new Map<NodeId | null, NodeId[]>();
  for (const id of moved) {
    const node = document.nodes.get(id);
    if (node === undefined || !liesInContainers(node.kind) || nodeKinds[node.kind].traits.layer === 'back') continue;
    const box = boxOfNode(document.nodes, node);
    const home = homeOf(document, node.kind, { ...box, ...plus(box, by) }, except);
    homes.set(home, [...(homes.get(home) ?? []), id]);
  }
  edit('nodes.move', { ids: moved, by });
  for (const [parentId, members] of homes) edit('nodes.reparent', { ids: members, parentId });
  edit('nodes.makeRoom', { ids: moved });
}

/**
 * How far steps of one lane go when they are moved by a little: over its border at once into the next lane of the stack,
 * instead of pushing the border on, or lying across it.
 */
export function acrossBorder(document: DiagramDocument, ids: readonly NodeId[], by: Point): Point {
  const { nodes } = document;
  const moved = topmostOf(nodes, new Set(ids)).flatMap((id) => nodes.get(id) ?? []);
  const parentId = moved[0]?.parentId ?? null;
  const lane = parentId === null ? undefined : nodes.get(parentId);
  const around: Box | null = unionOf(moved);
  if (!isLane(lane) || around === null || moved.some((node) => node.parentId !== parentId)) return by;
  const axis = stackAxis(lane);
  const stack = laneStackOf(nodes, lane);
  const index = stack.findIndex(({ id }) => id === lane.id);
  const [start, end] = [around[axis] + by[axis], endOn(around, axis) + by[axis]];
  const [before, after] = [stack[index - 1], stack[index + 1]];
  if (by[axis] < 0 && start < 0 && before !== undefined) {
    return { ...by, [axis]: -(endOn(around, axis) + CLEARANCE_PX) };
  }
  if (by[axis] > 0 && end > lane[lengthOn[axis]] && after !== undefined) {
    return { ...by, [axis]: lane[lengthOn[axis]] - around[axis] + CLEARANCE_PX };
  }
  return by;
}

/** Gives nodes other sizes as their handles do: lanes with their stack, containers around what lies in them. */
export function resizeNodes(edit: Edit, document: DiagramDocument, boxes: ReadonlyMap<NodeId, Box>): void {
  const placed = new Map<NodeId, Box>();
  for (const [id, box] of boxes) {
    const node = document.nodes.get(id);
    if (node === undefined) continue;
    if (isLane(node)) edit('lanes.resize', { id, box, neighbours: 'push' });
    else placed.set(id, boxAround(document, id, boxOfNode(document.nodes, node), box));
  }
  edit('nodes.place', { boxes: placed });
  edit('nodes.makeRoom', { ids: [...placed.keys()] });
}
