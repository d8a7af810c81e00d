import type { Point } from '../geometry/box';
import type { Axis } from '../geometry/guides';
import { kindOf } from '../kinds/index';
import type { DiagramDocument, DiagramNode } from '../model/document';
import type { NodeId } from '../model/ids';
import {
  CLEARANCE_PX,
  childrenOf,
  endOn,
  follows,
  isLane,
  laneStackOf,
  lengthOn,
  nestedLanes,
  otherAxis,
  stackAxis,
  TOUCHING_PX,
} from '../model/lanes';
import { toCoordinate, toSize } from '../model/limits';
import { originOf } from '../model/query';
import { oncePer } from '../util/perMap';
import { carryBends } from './bends';
import { withFields, withRecords } from './records';

type Nodes = DiagramDocument['nodes'];
export type NodeChanges = Map<NodeId, DiagramNode>;

/** A border of this width around its content belongs to a container's look and is kept; more is room to grow into. */
const TIGHT_PX = 24;

/**
 * The document after containers that lie side by side got longer (`by` below zero: shorter) at their far border on an
 * axis. Everything beyond that border, and beyond what moves with it, goes along; columns across it stretch; lanes that
 * fill the containers follow; the container around grows as far as it has to, and so on outwards.
 */
export function grow(document: DiagramDocument, ids: readonly NodeId[], axis: Axis, by: number): DiagramDocument {
  const { nodes } = document;
  const grown = ids.map((id) => nodes.get(id)).filter((node) => node !== undefined);
  const [first] = grown;
  if (first === undefined || by === 0) return document;
  const changes: NodeChanges = new Map();
  for (const node of grown) {
    changes.set(node.id, lengthened(node, axis, by));
    stretchFilling(nodes, node, axis, by, changes);
  }
  return growOutwards(document, grown, axis, by, changes);
}

/**
 * The rest of `grow`, for containers whose own change is in `changes` already. `columns`: whether stages are moved and
 * stretched along, or stay, as the time they stand for does.
 */
export function growOutwards(
  document: DiagramDocument,
  grown: readonly DiagramNode[],
  axis: Axis,
  by: number,
  changes: NodeChanges,
  columns: 'follow' | 'stay' = 'follow',
): DiagramDocument {
  const { nodes } = document;
  const plan = planBeyond(nodes, grown, axis);
  const pushed = columns === 'follow' ? plan.pushed : plan.pushed.filter((node) => !isColumn(node));
  const stretched = columns === 'follow' ? plan.stretched : [];
  for (const node of pushed) changes.set(node.id, shifted(node, axis, by));
  for (const node of stretched) changes.set(node.id, lengthened(node, axis, by));
  const border = Math.max(...grown.map((node) => endOn(node, axis)));
  const origin = originOf(nodes, grown[0]?.parentId ?? null);
  const isBeyond = (point: Point) =>
    point[axis] - origin[axis] >= border - TOUCHING_PX &&
    point[otherAxis[axis]] - origin[otherAxis[axis]] >= plan.from &&
    point[otherAxis[axis]] - origin[otherAxis[axis]] <= plan.to;
  const next = carryBends(document, withRecords(document, { nodes: changes }), changes.keys(), (point) =>
    isBeyond(point) ? { x: 0, y: 0, [axis]: by } : null,
  );
  return growAround(document, next, [...grown, ...pushed], axis, by);
}

/** The container around grows, or closes up, with the outermost of what changed in it. */
function growAround(
  before: DiagramDocument,
  after: DiagramDocument,
  changed: readonly DiagramNode[],
  axis: Axis,
  by: number,
): DiagramDocument {
  const parentId = changed[0]?.parentId ?? null;
  const parent = parentId === null ? undefined : after.nodes.get(parentId);
  if (parent === undefined) return after;
  const furthest = (nodes: Nodes) =>
    childrenOf(nodes, parent.id).reduce((end, child) => Math.max(end, endOn(child, axis)), 0);
  const [oldEnd, newEnd] = [furthest(before.nodes), furthest(after.nodes)];
  const end = parent[lengthOn[axis]];
  const slack = Math.max(0, end - oldEnd);
  const holdsLanes = !isLane(parent) || changed.some(isLane);
  let missing = 0;
  if (by > 0) {
    const margin = holdsLanes ? Math.min(slack, TIGHT_PX) : newEnd > end ? CLEARANCE_PX : 0;
    missing = Math.max(0, newEnd + margin - end);
  } else if (holdsLanes && slack <= TIGHT_PX) {
    missing = newEnd - oldEnd;
  }
  if (missing === 0) return after;
  const together = isLane(parent) && stackAxis(parent) !== axis ? laneStackOf(after.nodes, parent) : [parent];
  const others = together.filter(({ id }) => id !== parent.id);
  const changes: NodeChanges = new Map();
  for (const node of together) changes.set(node.id, lengthened(node, axis, missing));
  for (const node of others) stretchFilling(after.nodes, node, axis, missing, changes);
  return growOutwards(after, together, axis, missing, changes);
}

/** Lanes that fill a lane get longer with it. */
export function stretchFilling(nodes: Nodes, around: DiagramNode, axis: Axis, by: number, changes: NodeChanges): void {
  if (!isLane(around)) return;
  for (const lane of nestedLanes(nodes, around)) {
    if (!follows(around, lane, axis)) continue;
    changes.set(lane.id, lengthened(lane, axis, by));
    stretchFilling(nodes, lane, axis, by, changes);
  }
}

interface PlanBeyond {
  /** What goes along with the border. */
  readonly pushed: readonly DiagramNode[];
  /** What lies across it and is no container: a column of a stage, which reaches over all lanes. */
  readonly stretched: readonly DiagramNode[];
  /** What of the other axis is pushed, in the coordinates of the container around. */
  readonly from: number;
  readonly to: number;
}

const plansOf = oncePer((_nodes: Nodes) => new Map<string, PlanBeyond>());

/** What goes along when a far border moves; found once for as long as a gesture asks again and again. */
function planBeyond(nodes: Nodes, grown: readonly DiagramNode[], axis: Axis): PlanBeyond {
  const key = `${axis} ${grown.map(({ id }) => id).join(' ')}`;
  const known = plansOf(nodes).get(key);
  if (known !== undefined) return known;
  const plan = findBeyond(nodes, grown, axis);
  plansOf(nodes).set(key, plan);
  return plan;
}

function findBeyond(nodes: Nodes, grown: readonly DiagramNode[], axis: Axis): PlanBeyond {
  const across = otherAxis[axis];
  const own = new Set(grown.map(({ id }) => id));
  let from = Math.min(...grown.map((node) => node[across]));
  let to = Math.max(...grown.map((node) => endOn(node, across)));
  const border = Math.max(...grown.map((node) => endOn(node, axis)));
  const siblings = childrenOf(nodes, grown[0]?.parentId ?? null).filter(({ id }) => !own.has(id));
  const isInBand = (node: DiagramNode) => node[across] < to && endOn(node, across) > from;
  const stretched = siblings.filter(
    (node) =>
      isColumn(node) &&
      isInBand(node) &&
      node[axis] < border - TOUCHING_PX &&
      endOn(node, axis) >= border - TOUCHING_PX,
  );
  const pushed: DiagramNode[] = [];
  const beyond = siblings.filter((node) => node[axis] >= border - TOUCHING_PX);
  for (const node of beyond.sort((a, b) => a[axis] - b[axis])) {
    if (!isInBand(node)) continue;
    pushed.push(node);
    // What is pushed pushes what lies beyond it in turn.
    from = Math.min(from, node[across]);
    to = Math.max(to, endOn(node, across));
  }
  return { pushed, stretched, from, to };
}

/** A frame that things lie over but not in: a stage. */
export function isColumn({ kind }: DiagramNode): boolean {
  const { layer, container } = kindOf(kind).traits;
  return layer === 'back' && !container;
}

export function shifted(node: DiagramNode, axis: Axis, by: number): DiagramNode {
  return withFields<DiagramNode>(node, { [axis]: toCoordinate(node[axis] + by) });
}

export function lengthened(node: DiagramNode, axis: Axis, by: number): DiagramNode {
  const side = lengthOn[axis];
  return withFields<DiagramNode>(node, { [side]: toSize(node[side] + by) });
}
