import { type Box, minus, type Point, plus } from '../geometry/box';
import { kindOf, nodeKinds } from '../kinds/index';
import { isCollapsed } from '../model/collapsed';
import type { DiagramDocument, DiagramNode } from '../model/document';
import type { NodeId, RoleId } from '../model/ids';
import { toCoordinate, toSize } from '../model/limits';
import { ancestorsOf, boxOfNode, childrenByParent, originOf, roleOfNode, topmostOf } from '../model/query';
import type { EditArgs } from './args';
import { carryBends } from './bends';
import { isLocked, unlocked } from './locked';
import { isContainer, withFields, withRecords } from './records';

type NodeChanges = Map<NodeId, DiagramNode>;

export function moveNodes(document: DiagramDocument, { ids, by }: EditArgs['nodes.move']): DiagramDocument {
  if (!Number.isFinite(by.x) || !Number.isFinite(by.y)) return document;
  const offset = { x: toCoordinate(by.x), y: toCoordinate(by.y) };
  if (offset.x === 0 && offset.y === 0) return document;
  const moved = unlocked(document.nodes, topmostOf(document.nodes, new Set(ids)));
  const changes: NodeChanges = new Map();
  for (const id of moved) {
    const node = document.nodes.get(id);
    if (node !== undefined) changes.set(id, movedTo(node, plus(node, offset)));
  }
  return carryBends(document, withRecords(document, { nodes: changes }), moved);
}

/**
 * A container that gets another size was resized: what lies in it stays where it is on the canvas. One that keeps its
 * size was moved, by an alignment, say, and takes its content along. Content that has a box of its own obeys that.
 */
export function placeNodes(document: DiagramDocument, { boxes }: EditArgs['nodes.place']): DiagramDocument {
  const { nodes } = document;
  const placed = new Map<NodeId, Box>();
  for (const [id, box] of boxes) {
    if (nodes.has(id) && !isLocked(nodes, id) && isDrawable(box)) placed.set(id, soundBox(box));
  }
  const isResized = (id: NodeId) => {
    const [node, box] = [nodes.get(id), placed.get(id)];
    // What a closed container hides goes with it as it is.
    if (isCollapsed(node)) return false;
    return node !== undefined && box !== undefined && (node.width !== box.width || node.height !== box.height);
  };
  // Where a node's top left corner will be on the canvas.
  const cornerOf = (id: NodeId | null): Point => {
    const node = id === null ? undefined : nodes.get(id);
    if (node === undefined) return { x: 0, y: 0 };
    const own = placed.get(node.id);
    if (own !== undefined) return own;
    if (node.parentId !== null && isResized(node.parentId)) return boxOfNode(nodes, node);
    return plus(cornerOf(node.parentId), node);
  };

  const changes: NodeChanges = new Map();
  for (const [id, { width, height }] of placed) {
    const members = isResized(id) ? [id, ...(childrenByParent(nodes).get(id) ?? [])] : [id];
    for (const member of members) {
      const node = nodes.get(member);
      if (node === undefined) continue;
      const at = movedTo(node, minus(cornerOf(member), cornerOf(node.parentId)));
      if (member === id) changes.set(id, withFields<DiagramNode>(at, { width, height }));
      else if (!placed.has(member)) changes.set(member, at);
    }
  }
  return carryBends(document, withRecords(document, { nodes: changes }), placed.keys());
}

export function reparentNodes(
  document: DiagramDocument,
  { ids, parentId }: EditArgs['nodes.reparent'],
): DiagramDocument {
  const { nodes } = document;
  if (parentId !== null && !isContainer(nodes.get(parentId))) return document;
  // A container cannot go into itself or into what lies in it.
  const around = new Set(parentId === null ? [] : [parentId, ...ancestorsOf(nodes, parentId)]);
  const moved = unlocked(nodes, topmostOf(nodes, new Set(ids.filter((id) => !around.has(id)))));
  const origin = originOf(nodes, parentId);
  const changes: NodeChanges = new Map();
  for (const id of moved) {
    const node = nodes.get(id);
    if (node === undefined || node.parentId === parentId) continue;
    const at = minus(plus(originOf(nodes, node.parentId), node), origin);
    changes.set(id, { ...movedTo(node, at), parentId, roleId: roleIn(document, node, parentId) });
  }
  return carryBends(document, withRecords(document, { nodes: changes }), changes.keys());
}

/**
 * Whose a node is in a container: who takes a step into another role's lane gives it to that role, and what leaves a
 * lane for the open canvas stays with the role that it had there. Within one role's lanes a step keeps its own.
 */
function roleIn(document: DiagramDocument, node: DiagramNode, parentId: NodeId | null): RoleId | null {
  if (!kindOf(node.kind).traits.takesRole || nodeKinds[node.kind].traits.container) return node.roleId;
  const givenBy = (id: NodeId | null): RoleId | null => {
    const container = id === null ? undefined : document.nodes.get(id);
    return container === undefined ? null : (roleOfNode(document, container)?.id ?? null);
  };
  const [before, after] = [givenBy(node.parentId), givenBy(parentId)];
  if (before === after) return node.roleId;
  return after === null ? (node.roleId ?? before) : null;
}

function movedTo(node: DiagramNode, { x, y }: Point): DiagramNode {
  return withFields<DiagramNode>(node, { x: toCoordinate(x), y: toCoordinate(y) });
}

function isDrawable({ x, y, width, height }: Box): boolean {
  return [x, y, width, height].every(Number.isFinite);
}

function soundBox({ x, y, width, height }: Box): Box {
  return { x: toCoordinate(x), y: toCoordinate(y), width: toSize(width), height: toSize(height) };
}
