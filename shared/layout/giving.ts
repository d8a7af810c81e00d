import type { Edit } from '../edits/args';
import { type Box, encloses, type Point, unionOf } from '../geometry/box';
import { isCollapsed } from '../model/collapsed';
import type { DiagramDocument, DiagramNode } from '../model/document';
import type { NodeId, RoleId } from '../model/ids';
import { ancestorsOf, boxOfNode, containerAt, topmostOf } from '../model/query';
import { patchMap } from '../util/patchedMap';
import { freeSpot, insideOf, liesInContainers, STEP_GAP } from './spots';
import { stagesOf } from './views/stages';

/** Those of the nodes that can be moved into the container (`null`: onto the canvas) and are not there yet. */
export function movableInto(
  { nodes }: DiagramDocument,
  ids: ReadonlySet<NodeId>,
  parentId: NodeId | null,
): readonly NodeId[] {
  const around = new Set(parentId === null ? [] : [parentId, ...ancestorsOf(nodes, parentId)]);
  return topmostOf(nodes, ids).filter((id) => {
    const node = nodes.get(id);
    return node !== undefined && liesInContainers(node.kind) && node.parentId !== parentId && !around.has(id);
  });
}

/** Puts nodes into a container at the boxes where they land. */
export function placeIn(
  edit: Edit,
  ids: readonly NodeId[],
  parentId: NodeId | null,
  boxes: ReadonlyMap<NodeId, Box>,
): void {
  edit('nodes.reparent', { ids, parentId });
  edit('nodes.place', { boxes });
}

/**
 * Gives steps to a role (`null`: to none of their own). One that lies in a role's lane goes over into the lane of the
 * other role, as near to where it was as can be, where there is exactly one: its lane would else say that it is somebody
 * else's.
 */
export function giveToRole(document: DiagramDocument, edit: Edit, ids: readonly NodeId[], roleId: RoleId | null): void {
  const lane = roleId === null ? undefined : onlyLaneOf(document, roleId);
  const moved = lane === undefined ? [] : movableInto(document, new Set(inRoleLanes(document, ids)), lane);
  const goesOver = new Set(moved);
  edit('nodes.set', { ids: ids.filter((id) => !goesOver.has(id)), patch: { roleId } });
  if (lane === undefined || moved.length === 0) return;
  placeIn(edit, moved, lane, landingBoxes(document, moved, lane));
  edit('nodes.set', { ids: moved, patch: { roleId: null } });
  edit('nodes.makeRoom', { ids: moved });
}

/** Puts new steps into a role's lane, as near to where they are as can be; where it has no single one, they say it. */
export function putToRole(document: DiagramDocument, edit: Edit, ids: readonly NodeId[], roleId: RoleId): void {
  const lane = onlyLaneOf(document, roleId);
  if (lane === undefined) {
    edit('nodes.set', { ids, patch: { roleId } });
    return;
  }
  placeIn(edit, ids, lane, landingBoxes(document, ids, lane));
  edit('nodes.set', { ids, patch: { roleId: null } });
  edit('nodes.makeRoom', { ids });
}

/** Makes steps nobody's: out of the lanes that would still say whose they are. */
export function takeFromRoles(document: DiagramDocument, edit: Edit, ids: readonly NodeId[]): void {
  const moved = movableInto(document, new Set(inRoleLanes(document, ids)), null);
  placeIn(edit, moved, null, landingBoxes(document, moved, null));
  edit('nodes.set', { ids, patch: { roleId: null } });
}

/**
 * Moves steps under another stage, or into its lane, as near to where they were as can be. `null`: to before the first
 * stage, or out of its lane.
 */
export function giveToStage(
  document: DiagramDocument,
  edit: Edit,
  ids: readonly NodeId[],
  stageId: NodeId | null,
): void {
  const { nodes } = document;
  const stages = stagesOf(nodes);
  const stage = stageId === null ? stages[0] : nodes.get(stageId);
  if (stage === undefined) return;
  if (stage.kind !== 'stage') {
    const moved = movableInto(document, new Set(ids), stageId);
    placeIn(edit, moved, stageId, landingBoxes(document, moved, stageId));
    edit('nodes.makeRoom', { ids: moved });
    return;
  }
  const column = boxOfNode(nodes, stage);
  const boxes = new Map<NodeId, Box>();
  for (const id of ids) {
    const node = nodes.get(id);
    if (node === undefined) continue;
    const { width, height, y } = boxOfNode(nodes, node);
    const x = stageId === null ? column.x - STEP_GAP - width : column.x + (column.width - width) / 2;
    boxes.set(id, freeSpot(document, { width, height }, { x, y }, null, new Set(ids)));
  }
  edit('nodes.place', { boxes });
  edit('nodes.makeRoom', { ids: [...boxes.keys()] });
}

function inRoleLanes(document: DiagramDocument, ids: readonly NodeId[]): readonly NodeId[] {
  return ids.filter((id) => ancestorsOf(document.nodes, id).some((around) => hasRoleLane(document, around)));
}

/** The one open lane of a role; `undefined` where there is none, or one of several would have to be guessed. */
function onlyLaneOf({ nodes }: DiagramDocument, roleId: RoleId): NodeId | undefined {
  const lanes = [...nodes.values()].filter((node) => node.kind === 'lane' && node.roleId === roleId);
  return lanes.length === 1 && !isCollapsed(lanes[0]) ? lanes[0]?.id : undefined;
}

function hasRoleLane({ nodes }: DiagramDocument, id: NodeId): boolean {
  const node = nodes.get(id);
  return node?.kind === 'lane' && node.roleId !== null;
}

/** Where nodes come to lie in a container: each one beside those that have landed before it. */
export function landingBoxes(
  document: DiagramDocument,
  moved: readonly NodeId[],
  parentId: NodeId | null,
): ReadonlyMap<NodeId, Box> {
  const taken = new Set(moved);
  const boxes = new Map<NodeId, Box>();
  let placed = document;
  for (const id of moved) {
    const node = placed.nodes.get(id);
    if (node === undefined) continue;
    const box = landingBox(placed, node, parentId, taken);
    taken.delete(id);
    boxes.set(id, box);
    placed = withNode(placed, { ...node, parentId: null, x: box.x, y: box.y });
  }
  return boxes;
}

function withNode(document: DiagramDocument, node: DiagramNode): DiagramDocument {
  return { ...document, nodes: patchMap(document.nodes, new Map([[node.id, node]])) };
}

function landingBox(
  document: DiagramDocument,
  node: DiagramNode,
  parentId: NodeId | null,
  moving: ReadonlySet<NodeId>,
): Box {
  const box = boxOfNode(document.nodes, node);
  const except = new Set([...moving, node.id]);
  const center = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const isThere = containerAt(document.nodes, center, except) === parentId;
  const inside = parentId === null ? null : insideOf(document, parentId);
  if (isThere && (inside === null || encloses(inside, box))) return box;
  const size = { width: box.width, height: box.height };
  if (inside === null) return freeSpot(document, size, { x: box.x, y: bottomOf(document) + STEP_GAP }, null, except);
  return freeSpot(document, size, nearestIn(inside, box), parentId, except);
}

/** The corner at which a box lies inside another one, as near to where it is as can be. */
function nearestIn(inside: Box, box: Box): Point {
  const within = (at: number, from: number, room: number) => Math.max(from, Math.min(at, from + Math.max(0, room)));
  return {
    x: within(box.x, inside.x, inside.width - box.width),
    y: within(box.y, inside.y + (inside.height - box.height) / 2, 0),
  };
}

function bottomOf({ nodes }: DiagramDocument): number {
  const box = unionOf([...nodes.values()].filter(({ parentId }) => parentId === null));
  return box === null ? 0 : box.y + box.height;
}
