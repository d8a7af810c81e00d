import { outwardOf } from '../geometry/anchor';
import { type Box, centerOf, type Point, type Side, sides } from '../geometry/box';
import { anchorAt, isHorizontalSide, type RouteEnd } from '../geometry/routeEnd';
import { costs, PORT_STEP_PX, STUB_PX } from './costs';
import type { Obstacle } from './scene';

/** A place where a line may leave a node. */
export interface Port {
  readonly side: Side;
  /** On the outline. */
  readonly point: Point;
  /** Where the first bend may be. */
  readonly stub: Point;
  readonly cost: number;
}

/** Where another line ends at the same node, and whether it begins or ends there. */
export interface TakenPort {
  readonly point: Point;
  readonly leaves: boolean;
}

export interface PortQuestion {
  readonly end: RouteEnd;
  /** The other node's box, to run straight to it where it is nearly opposite. */
  readonly other: Box;
  readonly leaves: boolean;
  readonly taken: readonly TakenPort[];
  /** What lies around, the end's own node left out. */
  readonly obstacles: readonly Obstacle[];
}

/** As far along a side as lines leave from it: nearer to a corner a head would hang over. */
const REACH = { from: 0.2, to: 0.8 } as const;
/** Nodes that are out of line by no more than this are drawn in line. */
const ALIGN_PX = 12;
/** An outline that falls back by more than this is left at its tip only. */
const FLAT_PX = 2;
/** So near to another end a line seems to share it. */
const SHARED_PX = 6;
const MOST_PORTS_ON_A_SIDE = 5;

/** Places for an end, the likeliest ones; none where nodes lie all around it. */
export function portsOf(question: PortQuestion): readonly Port[] {
  const { end } = question;
  const allowed = end.side === 'auto' ? sides : [end.side];
  return allowed.flatMap((side) => sharesOn(question, side).flatMap((at) => portAt(question, side, at)));
}

function sharesOn({ end, other, taken }: PortQuestion, side: Side): readonly number[] {
  if (end.side !== 'auto') return [end.at];
  const lengthPx = isHorizontalSide(side) ? end.box.height : end.box.width;
  const shares = [end.at];
  const add = (at: number) => {
    const isThere = shares.some((share) => Math.abs(share - at) * lengthPx < 1);
    if (!isThere && at >= REACH.from && at <= REACH.to && isFlat(end, side, at)) shares.push(at);
  };
  const own = centerOf(end.box);
  const goal = centerOf(other);
  const offPx = isHorizontalSide(side) ? goal.y - own.y : goal.x - own.x;
  if (Math.abs(offPx) <= ALIGN_PX) add(end.at + offPx / lengthPx);
  const middle = anchorAt(end, side).point;
  if (taken.some(({ point }) => isNear(point, middle, (MOST_PORTS_ON_A_SIDE * PORT_STEP_PX) / 2))) {
    for (let step = 1; shares.length < MOST_PORTS_ON_A_SIDE && step <= 2; step++) {
      add(end.at - (step * PORT_STEP_PX) / lengthPx);
      add(end.at + (step * PORT_STEP_PX) / lengthPx);
    }
  }
  return shares;
}

function isFlat({ insetPx, at: middle }: RouteEnd, side: Side, at: number): boolean {
  return insetPx === undefined || Math.abs(insetPx(side, at) - insetPx(side, middle)) <= FLAT_PX;
}

function portAt({ end, taken, leaves, obstacles }: PortQuestion, side: Side, at: number): readonly Port[] {
  const { point } = anchorAt({ ...end, at }, side);
  const { x, y } = outwardOf(side);
  const edge = edgeOf(end.box, side, point);
  const freePx = Math.min(...obstacles.map((obstacle) => roomPx(obstacle, edge, side)), Number.POSITIVE_INFINITY);
  if (freePx < 2) return [];
  const stubPx = Math.min(STUB_PX, freePx / 2);
  const lengthPx = isHorizontalSide(side) ? end.box.height : end.box.width;
  const cost = Math.abs(at - end.at) * lengthPx * costs.offCentre + sharedEndCost(point, taken, leaves);
  return [{ side, point, stub: { x: edge.x + x * stubPx, y: edge.y + y * stubPx }, cost }];
}

/** What it costs to end where other lines end too: arriving where others arrive is the least of it. */
export function sharedEndCost(point: Point | undefined, taken: readonly TakenPort[], leaves: boolean): number {
  let cost = 0;
  for (const other of taken) {
    if (point === undefined || !isNear(other.point, point, SHARED_PX)) continue;
    cost = Math.max(cost, other.leaves === leaves ? costs.sharedEnd : costs.mixedEnd);
  }
  return cost;
}

/** The point of the box's own side beside a point of the outline. */
function edgeOf({ x, y, width, height }: Box, side: Side, point: Point): Point {
  switch (side) {
    case 'top':
      return { x: point.x, y };
    case 'bottom':
      return { x: point.x, y: y + height };
    case 'left':
      return { x, y: point.y };
    case 'right':
      return { x: x + width, y: point.y };
  }
}

/** How far a line can leave before it meets an obstacle; nothing when it begins in one. */
function roomPx(obstacle: Obstacle, { x, y }: Point, side: Side): number {
  if (obstacle.isHeading) return Number.POSITIVE_INFINITY;
  const { minX, minY, maxX, maxY } = obstacle;
  const isBeside = isHorizontalSide(side) ? y > minY && y < maxY : x > minX && x < maxX;
  if (!isBeside) return Number.POSITIVE_INFINITY;
  const [near, far] = roomsBefore(obstacle, { x, y })[side];
  if (near >= 0) return near;
  return far > 0 ? 0 : Number.POSITIVE_INFINITY;
}

/** By side, how far the obstacle's near and far border lie ahead of a point. */
function roomsBefore({ minX, minY, maxX, maxY }: Obstacle, { x, y }: Point): Record<Side, readonly [number, number]> {
  return {
    top: [y - maxY, y - minY],
    right: [minX - x, maxX - x],
    bottom: [minY - y, maxY - y],
    left: [x - maxX, x - minX],
  };
}

function isNear(a: Point, b: Point, px: number): boolean {
  return Math.abs(a.x - b.x) < px && Math.abs(a.y - b.y) < px;
}
