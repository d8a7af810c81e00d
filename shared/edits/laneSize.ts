import { type Box, minus } from '../geometry/box';
import type { Axis } from '../geometry/guides';
import type { DiagramDocument } from '../model/document';
import type { NodeId } from '../model/ids';
import {
  childrenOf,
  endOn,
  followsNear,
  isClosedOn,
  isLane,
  type Lane,
  laneStackOf,
  leastLength,
  lengthOn,
  nearRoom,
  otherAxis,
  stackAxis,
} from '../model/lanes';
import { clamp } from '../model/limits';
import { originOf } from '../model/query';
import type { EditArgs } from './args';
import { carryBends, shiftWith } from './bends';
import { makeRoom } from './makeRoom';
import { withRecords } from './records';
import { grow, lengthened, type NodeChanges, shifted, stretchFilling } from './room';

type ResizeArgs = EditArgs['lanes.resize'];

export function resizeLane(document: DiagramDocument, { id, box, neighbours }: ResizeArgs): DiagramDocument {
  const lane = document.nodes.get(id);
  if (!isLane(lane) || ![box.x, box.y, box.width, box.height].every(Number.isFinite)) return document;
  const local = { ...box, ...minus(box, originOf(document.nodes, lane.parentId)) };
  const across = stackAxis(lane);
  const longer = resizeStack(document, lane, otherAxis[across], local);
  const now = longer.nodes.get(id);
  if (!isLane(now)) return longer;
  const borders = bordersOf(now, across, local);
  return neighbours === 'push' ? pushBorders(longer, now, across, borders) : shareBorders(longer, now, across, borders);
}

/** How far the borders of a box move on an axis. */
interface Borders {
  readonly near: number;
  readonly far: number;
}

function bordersOf(old: Box, axis: Axis, box: Box): Borders {
  return { near: box[axis] - old[axis], far: endOn(box, axis) - endOn(old, axis) };
}

/** The lanes of a stack are as long as one another. */
function resizeStack(document: DiagramDocument, lane: Lane, axis: Axis, box: Box): DiagramDocument {
  const { nodes } = document;
  const stack = laneStackOf(nodes, lane);
  const ids = stack.map((other) => other.id);
  const borders = bordersOf(lane, axis, box);
  const least = Math.max(...stack.map((other) => leastLength(nodes, other, axis)));
  const far = Math.max(borders.far, least - lane[lengthOn[axis]]);
  const grown = grow(document, ids, axis, far);
  const near = Math.min(borders.near, ...stack.map((other) => nearRoomNow(grown, other.id, axis)));
  return drawIn(grown, ids, axis, isNested(document, lane) ? 0 : near);
}

/** A lane in a lane begins where that one's heading ends. */
function isNested({ nodes }: DiagramDocument, { parentId }: Lane): boolean {
  return parentId !== null && isLane(nodes.get(parentId));
}

function nearRoomNow({ nodes }: DiagramDocument, id: NodeId, axis: Axis): number {
  const node = nodes.get(id);
  return node === undefined ? 0 : nearRoom(nodes, node, axis);
}

/** Borders move and take the lanes beyond them along. */
function pushBorders(document: DiagramDocument, lane: Lane, axis: Axis, borders: Borders): DiagramDocument {
  const { nodes } = document;
  const far = Math.max(borders.far, leastLength(nodes, lane, axis) - lane[lengthOn[axis]]);
  const grown = grow(document, [lane.id], axis, far);
  const before = laneStackOf(nodes, lane).filter((other) => other[axis] < lane[axis]);
  const isFixed = before.length === 0 && isNested(document, lane);
  const near = isFixed ? 0 : Math.min(borders.near, nearRoomNow(grown, lane.id, axis));
  if (near === 0) return grown;
  const drawn = drawIn(grown, [lane.id], axis, near);
  const changes: NodeChanges = new Map(before.map((other) => [other.id, shifted(other, axis, near)]));
  const next = withRecords(drawn, { nodes: changes });
  const moved = carryBends(drawn, next, changes.keys(), shiftWith(drawn.nodes, changes));
  return makeRoom(moved, { ids: [lane.id, ...changes.keys()] });
}

/** What a lane gets at a border, the one beside it gives. At the ends of the stack borders push. */
function shareBorders(document: DiagramDocument, lane: Lane, axis: Axis, borders: Borders): DiagramDocument {
  const { nodes } = document;
  const stack = laneStackOf(nodes, lane);
  const index = stack.findIndex(({ id }) => id === lane.id);
  const [before, after] = [stack[index - 1], stack[index + 1]];
  const shared =
    after === undefined
      ? pushBorders(document, lane, axis, { near: 0, far: borders.far })
      : moveBorder(document, lane, after, axis, borders.far);
  const now = shared.nodes.get(lane.id);
  if (borders.near === 0 || !isLane(now)) return shared;
  return before === undefined
    ? pushBorders(shared, now, axis, { near: borders.near, far: 0 })
    : moveBorder(shared, before, now, axis, borders.near);
}

/** The border between two lanes; neither gets too short for what lies in it. */
function moveBorder(document: DiagramDocument, before: Lane, after: Lane, axis: Axis, wanted: number): DiagramDocument {
  const { nodes } = document;
  const by = clamp(wanted, leastLength(nodes, before, axis) - before[lengthOn[axis]], nearRoom(nodes, after, axis));
  const changes: NodeChanges = new Map([[before.id, lengthened(before, axis, by)]]);
  stretchFilling(nodes, before, axis, by, changes);
  return drawIn(withRecords(document, { nodes: changes }), [after.id], axis, by);
}

/** The near border of containers moves; what lies in them, and their far border, stay where they are. */
function drawIn(document: DiagramDocument, ids: readonly NodeId[], axis: Axis, by: number): DiagramDocument {
  if (by === 0) return document;
  const changes: NodeChanges = new Map();
  for (const id of ids) {
    const node = document.nodes.get(id);
    if (node === undefined) continue;
    changes.set(id, lengthened(shifted(node, axis, by), axis, -by));
    keepContent(document, id, axis, by, changes);
  }
  return carryBends(document, withRecords(document, { nodes: changes }), changes.keys());
}

function keepContent(document: DiagramDocument, id: NodeId, axis: Axis, by: number, changes: NodeChanges): void {
  const node = document.nodes.get(id);
  if (node === undefined || isClosedOn(node, axis)) return;
  for (const child of childrenOf(document.nodes, id)) {
    if (!followsNear(node, child, axis)) changes.set(child.id, shifted(child, axis, -by));
    else {
      changes.set(child.id, lengthened(child, axis, -by));
      keepContent(document, child.id, axis, by, changes);
    }
  }
}

/** The box nearest to a wanted one in which all that lies in a container still lies in it. */
export function boxAround(document: DiagramDocument, id: NodeId, old: Box, wanted: Box): Box {
  const { nodes } = document;
  const node = nodes.get(id);
  if (node === undefined) return wanted;
  const on = (axis: Axis) => {
    const borders = bordersOf(old, axis, wanted);
    const near = Math.min(borders.near, nearRoom(nodes, node, axis));
    const far = Math.max(borders.far, leastLength(nodes, node, axis) - node[lengthOn[axis]]);
    return { at: old[axis] + near, length: old[lengthOn[axis]] + far - near };
  };
  const [x, y] = [on('x'), on('y')];
  return { x: x.at, y: y.at, width: x.length, height: y.length };
}
