import type { Box } from '../geometry/box';
import type { Axis } from '../geometry/guides';
import { kindOf } from '../kinds/index';
import { oncePer } from '../util/perMap';
import { isCollapsed } from './collapsed';
import type { DiagramDocument, DiagramNode, NodeOf } from './document';
import type { NodeId } from './ids';
import { childrenByParent } from './query';

type Nodes = DiagramDocument['nodes'];
export type Lane = NodeOf<'lane'>;

/** A side of a box along an axis. */
export const lengthOn = { x: 'width', y: 'height' } as const satisfies Readonly<Record<Axis, 'width' | 'height'>>;
export const otherAxis = { x: 'y', y: 'x' } as const satisfies Readonly<Record<Axis, Axis>>;

/** How far apart two lanes may be and still count as edge to edge; also for a container that fills another. */
export const TOUCHING_PX = 1;
/** What a container keeps free beside content that it grew or may not shrink for. */
export const CLEARANCE_PX = 8;

export function isLane(node: DiagramNode | undefined): node is Lane {
  return node?.kind === 'lane';
}

/** The axis along which lanes of a direction are stacked: a lane that runs to the right has others below it. */
export function stackAxis(lane: Lane): Axis {
  return lane.props.direction === 'horizontal' ? 'y' : 'x';
}

/** Where a box ends on an axis. */
export function endOn(box: Box, axis: Axis): number {
  return box[axis] + box[lengthOn[axis]];
}

const stacksOf = oncePer((_nodes: Nodes) => new Map<NodeId, readonly Lane[]>());

/**
 * The lanes that lie edge to edge with a lane, in its container, of its direction and length, with itself: first to
 * last. They are one thing to people: reordered, resized and lengthened together.
 */
export function laneStackOf(nodes: Nodes, lane: Lane): readonly Lane[] {
  const known = stacksOf(nodes).get(lane.id);
  if (known !== undefined) return known;
  const stack = findStack(nodes, lane);
  for (const { id } of stack) stacksOf(nodes).set(id, stack);
  return stack;
}

function findStack(nodes: Nodes, lane: Lane): readonly Lane[] {
  const axis = stackAxis(lane);
  const along = otherAxis[axis];
  const row = childLanes(nodes, lane.parentId)
    .filter((other) => other.props.direction === lane.props.direction)
    .filter((other) => other[along] === lane[along] && other[lengthOn[along]] === lane[lengthOn[along]])
    .sort((a, b) => a[axis] - b[axis] || (a.id < b.id ? -1 : 1));
  const touch = (a: Lane | undefined, b: Lane | undefined) =>
    a !== undefined && b !== undefined && Math.abs(endOn(a, axis) - b[axis]) <= TOUCHING_PX;
  const index = row.findIndex(({ id }) => id === lane.id);
  let first = index;
  while (touch(row[first - 1], row[first])) first--;
  let last = index;
  while (touch(row[last], row[last + 1])) last++;
  return row.slice(first, last + 1);
}

function childLanes(nodes: Nodes, parentId: NodeId | null): readonly Lane[] {
  return childrenOf(nodes, parentId).filter(isLane);
}

export function childrenOf(nodes: Nodes, parentId: NodeId | null): readonly DiagramNode[] {
  const ids = childrenByParent(nodes).get(parentId) ?? [];
  return ids.map((id) => nodes.get(id)).filter((node) => node !== undefined);
}

/** The lanes directly in a lane that are stacked in it, first to last; none when it holds steps itself. */
export function nestedLanes(nodes: Nodes, lane: Lane): readonly Lane[] {
  const axis = stackAxis(lane);
  return childLanes(nodes, lane.id)
    .filter(({ props }) => props.direction === lane.props.direction)
    .sort((a, b) => a[axis] - b[axis] || (a.id < b.id ? -1 : 1));
}

/** The part of a container that its heading leaves free, in its own coordinates. */
export function insideOf(node: DiagramNode): Box {
  const { width, height } = node;
  const heading = kindOf(node.kind).heading?.(node);
  if (heading === undefined) return { x: 0, y: 0, width, height };
  return heading.height >= height
    ? { x: heading.width, y: 0, width: width - heading.width, height }
    : { x: 0, y: heading.height, width, height: height - heading.height };
}

/** Whether a container is closed on an axis, so that its length there says nothing of what lies in it. */
export function isClosedOn(node: DiagramNode, axis: Axis): boolean {
  return isCollapsed(node) && (!isLane(node) || stackAxis(node) === axis);
}

/**
 * How short a container may get on an axis when its far border is drawn in: what lies in it stays covered. Never more
 * than it has, so that content that sticks out already does not make it grow.
 */
export function leastLength(nodes: Nodes, node: DiagramNode, axis: Axis): number {
  const length = node[lengthOn[axis]];
  let least: number = kindOf(node.kind).minSize(node)[lengthOn[axis]];
  if (isClosedOn(node, axis)) return Math.min(least, length);
  for (const child of childrenOf(nodes, node.id)) {
    const slack = Math.max(0, length - endOn(child, axis));
    const needed = follows(node, child, axis)
      ? child[axis] + leastLength(nodes, child, axis)
      : endOn(child, axis) + Math.min(slack, CLEARANCE_PX);
    least = Math.max(least, needed);
  }
  return Math.min(least, length);
}

/** Whether a container's far border takes along that of a lane in it: lanes fill what they lie in. */
export function follows(around: DiagramNode, child: DiagramNode, axis: Axis): child is Lane {
  if (!isLane(around) || !isLane(child) || isClosedOn(around, axis)) return false;
  return Math.abs(around[lengthOn[axis]] - endOn(child, axis)) <= TOUCHING_PX;
}

/** How far the near border of a container may be drawn in on an axis; what lies in it stays covered. */
export function nearRoom(nodes: Nodes, node: DiagramNode, axis: Axis): number {
  let room = Math.max(0, node[lengthOn[axis]] - kindOf(node.kind).minSize(node)[lengthOn[axis]]);
  if (isClosedOn(node, axis)) return room;
  for (const child of childrenOf(nodes, node.id)) {
    const free = child[axis] - insideOf(node)[axis];
    const limit = followsNear(node, child, axis) ? nearRoom(nodes, child, axis) : Math.max(0, free - CLEARANCE_PX);
    room = Math.min(room, limit);
  }
  return room;
}

/** Whether a container's near border takes along that of a lane in it. */
export function followsNear(around: DiagramNode, child: DiagramNode, axis: Axis): child is Lane {
  return isLane(around) && isLane(child) && Math.abs(child[axis] - insideOf(around)[axis]) <= TOUCHING_PX;
}

/** A lane as a place to drop something: its box on the canvas. */
export interface LanePlace {
  readonly id: NodeId;
  readonly box: Box;
  readonly axis: Axis;
}

/**
 * The nearer one of two lanes when a box has its middle in a gap between them that is too narrow for it: nothing lies
 * between two lanes by accident. `null` where there is no such gap.
 */
export function laneAtGap(lanes: readonly LanePlace[], box: Box): NodeId | null {
  let found: NodeId | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const axis of ['x', 'y'] as const) {
    const along = otherAxis[axis];
    const middle = box[axis] + box[lengthOn[axis]] / 2;
    const sideways = box[along] + box[lengthOn[along]] / 2;
    const beside = lanes.filter(
      (lane) => lane.axis === axis && sideways >= lane.box[along] && sideways <= endOn(lane.box, along),
    );
    const nearest = (side: readonly LanePlace[], gapTo: (lane: LanePlace) => number) =>
      side.map((lane) => ({ lane, gap: gapTo(lane) })).sort((a, b) => a.gap - b.gap)[0];
    const before = nearest(
      beside.filter((lane) => endOn(lane.box, axis) <= middle),
      (lane) => middle - endOn(lane.box, axis),
    );
    const after = nearest(
      beside.filter((lane) => lane.box[axis] >= middle),
      (lane) => lane.box[axis] - middle,
    );
    if (before === undefined || after === undefined) continue;
    const isNarrow = before.gap + after.gap < box[lengthOn[axis]];
    const near = before.gap <= after.gap ? before : after;
    if (isNarrow && near.gap < least) [found, least] = [near.lane.id, near.gap];
  }
  return found;
}
