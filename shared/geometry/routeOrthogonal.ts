import { type Anchor, beyondSide } from './anchor';
import type { Box, Point, Side } from './box';
import { distance } from './routePath';

/** What a line keeps straight before its first and after its last bend, so that a head has room. */
const STUB_PX = 16;
/** A bend costs as much as this much more line. */
const BEND_COST_PX = 24;
/** Leaving to the right and arriving from above is right only where it saves something. */
const TURNED_COST_PX = 16;
/** A line through its own nodes or back onto itself is the last resort, e.g. between nodes that overlap. */
const FAULT_COST_PX = 10_000;

interface Way {
  readonly points: readonly Point[];
  readonly cost: number;
  readonly faults: number;
}

/** The points of a line of horizontal and vertical pieces; waypoints are passed in order. */
export function orthogonalPoints(
  start: Anchor,
  end: Anchor,
  waypoints: readonly Point[],
  fromBox: Box,
  toBox: Box,
): readonly Point[] {
  return waypoints.length > 0
    ? pointsThrough(start, end, waypoints, fromBox, toBox)
    : bestWay(start, end, fromBox, toBox).points;
}

/**
 * What the line between two anchors costs: compared to choose the sides of nodes. Infinite for one that cannot be better
 * than `atMost`.
 */
export function orthogonalCost(start: Anchor, end: Anchor, fromBox: Box, toBox: Box, atMost: number): number {
  const turnedCost = isHorizontal(start.side) === isHorizontal(end.side) ? 0 : TURNED_COST_PX;
  const { point: a } = start;
  const { point: b } = end;
  const leastBends = a.x === b.x || a.y === b.y ? 0 : turnedCost > 0 ? 1 : 2;
  const leastCost = Math.abs(a.x - b.x) + Math.abs(a.y - b.y) + leastBends * BEND_COST_PX + turnedCost;
  if (leastCost >= atMost) return Number.POSITIVE_INFINITY;
  return bestWay(start, end, fromBox, toBox).cost + turnedCost;
}

/**
 * The way with the fewest bends, and of those the shortest, that neither crosses its own boxes nor turns back. Ways are
 * tried in the order of their bends, so that the common ones (straight, one bend, a step) are found at once.
 */
function bestWay(start: Anchor, end: Anchor, fromBox: Box, toBox: Box): Way {
  const s = stubEnd(start, fromBox, end, toBox);
  const e = stubEnd(end, toBox, start, fromBox);
  let best: Way | null = null;
  for (const middles of middlesByBends(s, e, fromBox, toBox)) {
    for (const middle of middles) {
      const way = judged(start.point, [s, ...middle, e], end.point, fromBox, toBox);
      if (best === null || way.cost < best.cost) best = way;
    }
    if (best !== null && best.faults === 0) return best;
  }
  return best ?? judged(start.point, [], end.point, fromBox, toBox);
}

function* middlesByBends(s: Point, e: Point, from: Box, to: Box): Generator<readonly (readonly Point[])[]> {
  yield s.x === e.x || s.y === e.y ? [[]] : [[{ x: e.x, y: s.y }], [{ x: s.x, y: e.y }]];
  // Half way first: no other step is shorter.
  const middle = { x: (s.x + e.x) / 2, y: (s.y + e.y) / 2 };
  yield [stepAcross(s, e, middle.x), stepDown(s, e, middle.y)];
  const xs = linesAround(from.x, from.x + from.width, to.x, to.x + to.width);
  const ys = linesAround(from.y, from.y + from.height, to.y, to.y + to.height);
  yield [...xs.map((x) => stepAcross(s, e, x)), ...ys.map((y) => stepDown(s, e, y))];
  yield [middle.x, ...xs].flatMap((x) =>
    [middle.y, ...ys].flatMap((y) => [
      [
        { x, y: s.y },
        { x, y },
        { x: e.x, y },
      ],
      [
        { x: s.x, y },
        { x, y },
        { x, y: e.y },
      ],
    ]),
  );
}

function stepAcross(s: Point, e: Point, x: number): readonly Point[] {
  return [
    { x, y: s.y },
    { x, y: e.y },
  ];
}

function stepDown(s: Point, e: Point, y: number): readonly Point[] {
  return [
    { x: s.x, y },
    { x: e.x, y },
  ];
}

/** Where a line may run around boxes: a stub away from each of their sides. */
function linesAround(low1: number, high1: number, low2: number, high2: number): readonly number[] {
  return [low1 - STUB_PX, high1 + STUB_PX, low2 - STUB_PX, high2 + STUB_PX];
}

/** The end of the straight piece at an anchor: shorter where the other end is near. */
function stubEnd(anchor: Anchor, box: Box, goal: Anchor, goalBox: Box): Point {
  const roomPx = beyondSide(box, anchor.side, beside(goal, goalBox, 0));
  const facing = isHorizontal(anchor.side) === isHorizontal(goal.side);
  const stubPx = roomPx > 0 ? Math.min(STUB_PX, facing ? roomPx / 2 : roomPx) : STUB_PX;
  return beside(anchor, box, stubPx);
}

function beside({ point, side }: Anchor, box: Box, awayPx: number): Point {
  switch (side) {
    case 'top':
      return { x: point.x, y: box.y - awayPx };
    case 'bottom':
      return { x: point.x, y: box.y + box.height + awayPx };
    case 'left':
      return { x: box.x - awayPx, y: point.y };
    case 'right':
      return { x: box.x + box.width + awayPx, y: point.y };
  }
}

function judged(start: Point, inner: readonly Point[], end: Point, fromBox: Box, toBox: Box): Way {
  const points = withoutIdlePoints([start, ...inner, end]);
  let lengthPx = 0;
  let faults = 0;
  for (const [index, b] of points.entries()) {
    const a = points[index - 1];
    if (a === undefined) continue;
    lengthPx += distance(a, b);
    const c = points[index + 1];
    if (c !== undefined && (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) < 0) faults++;
  }
  // The stubs leave their own boxes, from inside where an outline lies inside its box (the tips of a decision); the
  // line between them may not touch either.
  for (const [index, b] of inner.entries()) {
    const a = inner[index - 1];
    if (a !== undefined && (crosses(a, b, fromBox) || crosses(a, b, toBox))) faults++;
  }
  const [first, last] = [inner[0], inner.at(-1)];
  if (first !== undefined && crosses(start, first, toBox)) faults++;
  if (last !== undefined && crosses(last, end, fromBox)) faults++;
  const bends = Math.max(0, points.length - 2);
  return { points, faults, cost: lengthPx + bends * BEND_COST_PX + faults * FAULT_COST_PX };
}

/** Whether a horizontal or vertical piece runs through a box (touching its outline is allowed). */
function crosses(a: Point, b: Point, { x, y, width, height }: Box): boolean {
  const slack = 0.5;
  return (
    Math.min(a.x, b.x) < x + width - slack &&
    Math.max(a.x, b.x) > x + slack &&
    Math.min(a.y, b.y) < y + height - slack &&
    Math.max(a.y, b.y) > y + slack
  );
}

/** Without points that repeat another or lie on the way straight on. */
function withoutIdlePoints(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (last !== undefined && last.x === point.x && last.y === point.y) continue;
    const before = kept.at(-2);
    const straight =
      last !== undefined &&
      before !== undefined &&
      ((before.x === last.x && last.x === point.x && (last.y - before.y) * (point.y - last.y) > 0) ||
        (before.y === last.y && last.y === point.y && (last.x - before.x) * (point.x - last.x) > 0));
    if (straight) kept.pop();
    kept.push(point);
  }
  return kept;
}

function isHorizontal(side: Side): boolean {
  return side === 'left' || side === 'right';
}

/** A line through waypoints: it goes straight on as long as it can and turns where the next one asks for it. */
function pointsThrough(
  start: Anchor,
  end: Anchor,
  waypoints: readonly Point[],
  fromBox: Box,
  toBox: Box,
): readonly Point[] {
  const first = waypoints[0] ?? end.point;
  const points: Point[] = [start.point];
  let horizontal = isHorizontal(start.side);
  // A waypoint behind the node: leave it first, then turn.
  if (beyondSide(fromBox, start.side, first) <= 0) {
    points.push(beside(start, fromBox, STUB_PX));
    horizontal = !horizontal;
  }
  for (const goal of waypoints) {
    const at = points.at(-1) ?? start.point;
    points.push(horizontal ? { x: goal.x, y: at.y } : { x: at.x, y: goal.y }, goal);
    horizontal = at.x === goal.x ? false : at.y === goal.y ? true : !horizontal;
  }
  const last = waypoints.at(-1) ?? start.point;
  const arrivesHorizontally = isHorizontal(end.side);
  const corner = arrivesHorizontally ? { x: last.x, y: end.point.y } : { x: end.point.x, y: last.y };
  if (beyondSide(toBox, end.side, corner) >= 0) points.push(corner);
  else {
    const e = beside(end, toBox, STUB_PX);
    points.push(arrivesHorizontally ? { x: e.x, y: last.y } : { x: last.x, y: e.y }, e);
  }
  points.push(end.point);
  return withoutIdlePoints(points);
}
