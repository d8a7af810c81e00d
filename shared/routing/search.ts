import FlatQueue from 'flatqueue';
import { type Point, type Side, sides } from '../geometry/box';
import { costs } from './costs';
import { firstAtLeast, type Grid } from './grid';
import type { Port } from './ports';

/** What a way is searched between. */
export interface SearchInput {
  readonly grid: Grid;
  readonly starts: readonly Port[];
  readonly goals: readonly Port[];
  /** To be passed in order; they lie on crossings of the grid. */
  readonly waypoints: readonly Point[];
}

/** Directions by number, in the order of `sides`: up, right, down, left. */
const UP = 0;
const RIGHT = 1;
const DOWN = 2;
const directionOf = (side: Side) => sides.indexOf(side);
const opposite = (direction: number) => (direction + 2) % 4;

/**
 * The cheapest way from one of the starts to one of the goals, both ends included; `null` when there is none. A* over
 * (waypoints passed, crossing, direction of travel), Hart, Nilsson and Raphael 1968; the crossings are those of an
 * orthogonal visibility graph as in Wybrow, Marriott and Stuckey, "Orthogonal Connector Routing", 2009.
 */
export function search({ grid, starts, goals, waypoints }: SearchInput): readonly Point[] | null {
  const { xs, ys, across, down } = grid;
  const columns = xs.length;
  const crossings = columns * ys.length;
  const stateCount = crossings * 4 * (waypoints.length + 1);
  const crossingAt = ({ x, y }: Point) => firstAtLeast(ys, y) * columns + firstAtLeast(xs, x);
  const stops = waypoints.map(crossingAt);
  const estimate = createEstimate(waypoints, goals);

  // A state for each (layer, crossing, direction); the goals have states of their own behind them.
  const best = new Float64Array(stateCount + goals.length).fill(Number.POSITIVE_INFINITY);
  const cameFrom = new Int32Array(stateCount + goals.length).fill(-1);
  const done = new Uint8Array(stateCount + goals.length);
  const queue = new FlatQueue<number>();
  const goalsAt = new Map<number, number[]>();
  for (const [index, { stub }] of goals.entries()) {
    const at = crossingAt(stub);
    const known = goalsAt.get(at);
    if (known === undefined) goalsAt.set(at, [index]);
    else known.push(index);
  }

  const reach = (layer: number, crossing: number, direction: number, cost: number, from: number) => {
    let passed = layer;
    while (stops[passed] === crossing) passed++;
    const state = (passed * crossings + crossing) * 4 + direction;
    if (cost >= (best[state] ?? 0)) return;
    best[state] = cost;
    cameFrom[state] = from;
    const [x, y] = [xs[crossing % columns] ?? 0, ys[Math.floor(crossing / columns)] ?? 0];
    queue.push(state, cost + estimate(passed, x, y));
  };

  for (const { side, stub, point, cost } of starts) {
    reach(0, crossingAt(stub), directionOf(side), cost + lengthPx(point, stub), -1);
  }
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    if (state >= stateCount) return wayTo(state);
    if (done[state] === 1) continue;
    done[state] = 1;
    const cost = best[state] ?? 0;
    const direction = state & 3;
    const place = state >> 2;
    const layer = Math.floor(place / crossings);
    const crossing = place % crossings;
    if (layer === waypoints.length) arrive(state, crossing, direction, cost);
    for (let next = 0; next < 4; next++) {
      if (next === opposite(direction)) continue;
      const step = stepCost(crossing, next);
      if (step === Number.POSITIVE_INFINITY) continue;
      reach(layer, neighbour(crossing, next), next, cost + step + (next === direction ? 0 : costs.bend), state);
    }
  }
  return null;

  function arrive(state: number, crossing: number, direction: number, cost: number): void {
    for (const index of goalsAt.get(crossing) ?? []) {
      const goal = goals[index];
      if (goal === undefined) continue;
      const outward = directionOf(goal.side);
      if (direction === outward) continue;
      const bend = direction === opposite(outward) ? 0 : costs.bend;
      const total = cost + bend + goal.cost + lengthPx(goal.stub, goal.point);
      const end = stateCount + index;
      if (total >= (best[end] ?? 0)) continue;
      best[end] = total;
      cameFrom[end] = state;
      queue.push(end, total);
    }
  }

  function stepCost(crossing: number, direction: number): number {
    if (direction === RIGHT) return across[crossing] ?? 0;
    if (direction === DOWN) return down[crossing] ?? 0;
    if (direction === UP) return crossing < columns ? Number.POSITIVE_INFINITY : (down[crossing - columns] ?? 0);
    return crossing % columns === 0 ? Number.POSITIVE_INFINITY : (across[crossing - 1] ?? 0);
  }

  function neighbour(crossing: number, direction: number): number {
    if (direction === RIGHT) return crossing + 1;
    if (direction === DOWN) return crossing + columns;
    return direction === UP ? crossing - columns : crossing - 1;
  }

  function wayTo(end: number): readonly Point[] {
    const goal = goals[end - stateCount];
    const points: Point[] = goal === undefined ? [] : [goal.point];
    let state = cameFrom[end] ?? -1;
    let first = state;
    for (; state >= 0; state = cameFrom[state] ?? -1) {
      const crossing = (state >> 2) % crossings;
      points.push({ x: xs[crossing % columns] ?? 0, y: ys[Math.floor(crossing / columns)] ?? 0 });
      first = state;
    }
    const start = startOf(first);
    if (start !== undefined) points.push(start.point);
    return withoutStraightPoints(points.reverse());
  }

  /** The cheapest of the starts that begin in a state. */
  function startOf(state: number): Port | undefined {
    const crossing = (state >> 2) % crossings;
    return starts
      .filter(({ stub, side }) => crossingAt(stub) === crossing && directionOf(side) === (state & 3))
      .sort((a, b) => a.cost - b.cost)[0];
  }
}

/** A lower bound for what is still to go: through all waypoints left to the box around the goals. */
function createEstimate(waypoints: readonly Point[], goals: readonly Port[]) {
  const goalXs = goals.map(({ stub }) => stub.x);
  const goalYs = goals.map(({ stub }) => stub.y);
  const [left, right] = [Math.min(...goalXs), Math.max(...goalXs)];
  const [top, bottom] = [Math.min(...goalYs), Math.max(...goalYs)];
  const toGoals = (x: number, y: number) => Math.max(0, left - x, x - right) + Math.max(0, top - y, y - bottom);
  // From each waypoint on.
  const rest: number[] = [];
  for (let index = waypoints.length - 1; index >= 0; index--) {
    const [here, next] = [waypoints[index], waypoints[index + 1]];
    if (here === undefined) continue;
    rest[index] = next === undefined ? toGoals(here.x, here.y) : lengthPx(here, next) + (rest[index + 1] ?? 0);
  }
  return (passed: number, x: number, y: number) => {
    const next = waypoints[passed];
    return next === undefined ? toGoals(x, y) : Math.abs(next.x - x) + Math.abs(next.y - y) + (rest[passed] ?? 0);
  };
}

function lengthPx(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

/** Without points that repeat another or lie on a straight way. */
export function withoutStraightPoints(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    if (last !== undefined && last.x === point.x && last.y === point.y) continue;
    const before = kept.at(-2);
    const straight =
      last !== undefined &&
      before !== undefined &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
    if (straight) kept.pop();
    kept.push(point);
  }
  return kept;
}
