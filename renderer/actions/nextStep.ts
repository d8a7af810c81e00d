import { type Box, centerOf, grow, intersects, type Point } from '../../shared/geometry/box';
import { nodeKinds } from '../../shared/kinds/index';
import { homeOf, insideOf, STEP_GAP } from '../../shared/layout/spots';
import { autoEnd, createEdge, createNode } from '../../shared/model/create';
import type { DiagramDocument, DiagramEdge, DiagramNode } from '../../shared/model/document';
import { shownNodes } from '../../shared/model/hidden';
import type { NodeId, RoleId } from '../../shared/model/ids';
import { boxOfNode, originOf, roleOfNode } from '../../shared/model/query';

export type Direction = 'right' | 'left' | 'up' | 'down';

const vectors: Readonly<Record<Direction, Point>> = {
  right: { x: 1, y: 0 },
  left: { x: -1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};
const MAX_TRIES = 20;

export interface NextStep {
  readonly node: DiagramNode;
  readonly edge: DiagramEdge;
}

/** A step in a direction from another one: of its kind, in its role and container, connected, covering nothing. */
export function nextStep(
  document: DiagramDocument,
  from: DiagramNode,
  direction: Direction,
  edgeLook: Pick<DiagramEdge, 'kind' | 'routing'>,
): NextStep {
  // What follows a start, a decision or a finished role is a step of work.
  const kind = from.kind === 'artifact' || from.kind === 'role' ? from.kind : 'task';
  const start = boxOfNode(document.nodes, from);
  const draft = createNode(document, kind, centerOf(start), null);
  const size = from.kind === kind ? { width: from.width, height: from.height } : draft;
  const spot = spotBeside(document, from, { ...start, width: size.width, height: size.height }, direction);
  const parentId = spot.parentId;
  const origin = originOf(document.nodes, parentId);
  const { x, y, width, height } = spot.box;
  const node: DiagramNode = {
    ...draft,
    ...(from.kind === kind ? { props: from.props } : {}),
    parentId,
    x: x - origin.x,
    y: y - origin.y,
    width,
    height,
    roleId: roleFor(document, from, parentId),
  } as DiagramNode;
  return {
    node,
    edge: createEdge(edgeLook.kind, autoEnd(from.id), autoEnd(node.id), { routing: edgeLook.routing }),
  };
}

/** Its own role where the place does not give it one: a lane's role goes with the lane. */
function roleFor(document: DiagramDocument, from: DiagramNode, parentId: NodeId | null): RoleId | null {
  if (parentId === from.parentId) return from.roleId;
  const there = parentId === null ? undefined : document.nodes.get(parentId);
  if (there !== undefined && roleOfNode(document, there) !== undefined) return null;
  return roleOfNode(document, from)?.id ?? null;
}

function spotBeside(
  document: DiagramDocument,
  from: DiagramNode,
  size: Box,
  direction: Direction,
): { readonly box: Box; readonly parentId: NodeId | null } {
  const start = boxOfNode(document.nodes, from);
  const along = vectors[direction];
  const center = centerOf(start);
  const first: Box = {
    ...size,
    x:
      along.x === 0
        ? center.x - size.width / 2
        : along.x > 0
          ? start.x + start.width + STEP_GAP
          : start.x - STEP_GAP - size.width,
    y:
      along.y === 0
        ? center.y - size.height / 2
        : along.y > 0
          ? start.y + start.height + STEP_GAP
          : start.y - STEP_GAP - size.height,
  };
  const parent = from.parentId === null ? undefined : document.nodes.get(from.parentId);
  const staysInLane = parent?.kind === 'lane' && (parent.props.direction === 'horizontal') === (along.x !== 0);
  const settled = staysInLane ? first : centeredInLane(document, from, first);
  // In its lane a taken spot is passed; elsewhere the next branch goes beside the one that is there.
  const step: Point = staysInLane
    ? { x: along.x * (size.width + STEP_GAP), y: along.y * (size.height + STEP_GAP) }
    : { x: along.y === 0 ? 0 : size.width + STEP_GAP / 2, y: along.x === 0 ? 0 : size.height + STEP_GAP / 2 };
  const taken = takenBoxes(document);
  const tries = Array.from({ length: MAX_TRIES }, (_, i) => ({
    ...settled,
    x: settled.x + i * step.x,
    y: settled.y + i * step.y,
  }));
  const box = tries.find((attempt) => !taken.some((other) => intersects(grow(attempt, 4), other))) ?? settled;
  const isInside = from.parentId !== null && (staysInLane || parent?.kind === 'group');
  if (isInside) return { box, parentId: from.parentId };
  // Passing taken spots along a lane leads beyond its end; the lane grows for the step.
  const home = homeOf(document, 'task', settled);
  const lane = home === null ? undefined : document.nodes.get(home);
  const keepsHome = lane?.kind === 'lane' && (lane.props.direction === 'horizontal') === (step.x !== 0);
  return { box, parentId: keepsHome ? home : homeOf(document, 'task', box) };
}

/** A step that leaves its lane for the next one comes to lie in the middle of it. */
function centeredInLane(document: DiagramDocument, from: DiagramNode, box: Box): Box {
  const home = homeOf(document, 'task', box);
  const lane = home === null ? undefined : document.nodes.get(home);
  if (home === null || home === from.parentId || lane?.kind !== 'lane') return box;
  const inside = insideOf(document, home);
  if (inside === null) return box;
  return lane.props.direction === 'horizontal'
    ? { ...box, y: centerOf(inside).y - box.height / 2 }
    : { ...box, x: centerOf(inside).x - box.width / 2 };
}

function takenBoxes(document: DiagramDocument): readonly Box[] {
  const boxes: Box[] = [];
  for (const node of shownNodes(document)) {
    if (nodeKinds[node.kind].traits.layer === 'front') boxes.push(boxOfNode(document.nodes, node));
  }
  return boxes;
}
