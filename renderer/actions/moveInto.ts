import { type Box, encloses, type Point, unionOf } from '../../shared/geometry/box';
import type { Shortcut } from '../../shared/ipc/settings';
import { isCollapsed } from '../../shared/model/collapsed';
import type { DiagramDocument, DiagramNode } from '../../shared/model/document';
import type { NodeId, RoleId } from '../../shared/model/ids';
import { ancestorsOf, boxOfNode, containerAt, topmostOf } from '../../shared/model/query';
import { containersInOrder } from '../../shared/model/readingOrder';
import { patchMap } from '../../shared/util/patchedMap';
import type { Edit, EditorStore } from '../state/editorStore';
import type { Action, ActionContext } from './action';
import { type ActiveDocument, activeDocument, selectedNodes } from './context';
import { freeSpot, insideOf, liesInContainers, STEP_GAP } from './placing';

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

/**
 * Moves nodes into a container, in one step: onto the nearest free spot inside it, or, out of all of them, below. What
 * lies there already on the canvas stays where it is.
 */
export function moveInto(editor: EditorStore, ids: ReadonlySet<NodeId>, parentId: NodeId | null): boolean {
  const { document } = editor.getState().history.present;
  const moved = movableInto(document, ids, parentId);
  if (moved.length === 0) return false;
  const boxes = landingBoxes(document, moved, parentId);
  editor.transact('edit.nodes.reparent', (edit) => placeIn(edit, moved, parentId, boxes));
  return true;
}

function placeIn(edit: Edit, ids: readonly NodeId[], parentId: NodeId | null, boxes: ReadonlyMap<NodeId, Box>): void {
  edit('nodes.reparent', { ids, parentId });
  edit('nodes.place', { boxes });
}

/**
 * Gives steps to a role (`null`: to none of their own), in one step. One that lies in a role's lane goes over into the
 * lane of the other role, as near to where it was as can be, where there is exactly one: its lane would else say that it
 * is somebody else's.
 */
export function giveToRole(editor: EditorStore, ids: readonly NodeId[], roleId: RoleId | null): void {
  const { document } = editor.getState().history.present;
  const lanes = [...document.nodes.values()].filter((node) => node.kind === 'lane' && node.roleId === roleId);
  const [lane] = roleId !== null && lanes.length === 1 && !isCollapsed(lanes[0]) ? lanes : [];
  const inLanes = ids.filter((id) => {
    const node = document.nodes.get(id);
    return node !== undefined && ancestorsOf(document.nodes, id).some((around) => hasRoleLane(document, around));
  });
  const moved = lane === undefined ? [] : movableInto(document, new Set(inLanes), lane.id);
  const boxes = lane === undefined ? new Map<NodeId, Box>() : landingBoxes(document, moved, lane.id);
  editor.transact('edit.nodes.set', (edit) => {
    edit('nodes.set', { ids: ids.filter((id) => !boxes.has(id)), patch: { roleId } });
    if (lane === undefined || moved.length === 0) return;
    placeIn(edit, moved, lane.id, boxes);
    edit('nodes.set', { ids: moved, patch: { roleId: null } });
    edit('nodes.makeRoom', { ids: moved });
  });
}

function hasRoleLane({ nodes }: DiagramDocument, id: NodeId): boolean {
  const node = nodes.get(id);
  return node?.kind === 'lane' && node.roleId !== null;
}

/** Each one lands beside those that have landed before it. */
function landingBoxes(
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

/** The container before or after the one that holds the selection; `undefined` when there is none. */
function neighbour(active: ActiveDocument, by: 1 | -1): NodeId | undefined {
  const [first] = selectedNodes(active);
  if (first === undefined) return undefined;
  const { nodes } = active.document;
  const isMoving = (id: NodeId) =>
    active.selection.nodes.has(id) || ancestorsOf(nodes, id).some((ancestor) => active.selection.nodes.has(ancestor));
  const containers = containersInOrder(nodes).filter(({ id }) => !isMoving(id));
  const own = containers.findIndex(({ id }) => id === first.parentId);
  if (own < 0) return (by === 1 ? containers[0] : containers.at(-1))?.id;
  return containers[own + by]?.id;
}

function outside(active: ActiveDocument): NodeId | null | undefined {
  const [first] = selectedNodes(active);
  const parent = first?.parentId == null ? undefined : active.document.nodes.get(first.parentId);
  return parent?.parentId;
}

function moveAction(
  labelKey: Action['labelKey'],
  icon: NonNullable<Action['icon']>,
  targetOf: (active: ActiveDocument) => NodeId | null | undefined,
  shortcuts: readonly Shortcut[] = [],
): Action {
  const targetIn = (context: ActionContext) => {
    const active = activeDocument(context);
    const target = active === null ? undefined : targetOf(active);
    if (active === null || target === undefined) return null;
    return movableInto(active.document, active.selection.nodes, target).length === 0 ? null : { active, target };
  };
  return {
    labelKey,
    section: 'arrange',
    icon,
    shortcuts,
    enabled: (context) => targetIn(context) !== null,
    run(context) {
      const found = targetIn(context);
      if (found === null) return;
      const { open, selection } = found.active;
      moveInto(open.editor, selection.nodes, found.target);
    },
  };
}

export const moveIntoActions = {
  'arrange.toPreviousContainer': moveAction(
    'action.arrange.toPreviousContainer',
    'arrow-up',
    (active) => neighbour(active, -1),
    ['Alt+Shift+PageUp'],
  ),
  'arrange.toNextContainer': moveAction(
    'action.arrange.toNextContainer',
    'arrow-down',
    (active) => neighbour(active, 1),
    ['Alt+Shift+PageDown'],
  ),
  'arrange.outOfContainer': moveAction('action.arrange.outOfContainer', 'log-out', outside),
} as const satisfies Readonly<Record<string, Action>>;
