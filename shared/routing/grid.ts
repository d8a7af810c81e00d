import type { Box, Point } from '../geometry/box';
import { costs, GAP_PX, NEAR_PX, STUB_PX } from './costs';
import type { Port } from './ports';
import type { Obstacle, Piece } from './scene';

/**
 * The lines on which a way may run, and what it costs to go from one crossing of them to the next. `xs` and `ys` ascend;
 * the cost of going right from (column, row) is `across[row * xs.length + column]`, of going down `down[…]`.
 */
export interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly across: Float64Array;
  readonly down: Float64Array;
}

export interface GridInput {
  /** Lines outside it are left out: nobody looked at what lies there. */
  readonly region: Box;
  readonly obstacles: readonly Obstacle[];
  /** Lines of other edges. */
  readonly pieces: readonly Piece[];
  readonly ports: readonly Port[];
  readonly waypoints: readonly Point[];
}

/** Lines nearer to each other than this are one. */
const SAME_PX = 2;
/** A search among more crossings than these leaves the tracks beside other lines out. */
const MOST_CROSSINGS = 60_000;

export function createGrid(input: GridInput): Grid {
  let grid = linesOf(input, input.pieces);
  if (grid.xs.length * grid.ys.length > MOST_CROSSINGS) grid = linesOf(input, []);
  const { xs, ys } = grid;
  const across = new Float64Array(xs.length * ys.length);
  const down = new Float64Array(xs.length * ys.length);
  // One axis at a time: the same work with x and y swapped. `stride` leads along a line, `step` to the next line.
  const horizontal: Axis = { along: xs, lines: ys, cost: across, stride: 1, step: xs.length };
  const vertical: Axis = { along: ys, lines: xs, cost: down, stride: xs.length, step: 1 };
  for (const axis of [horizontal, vertical]) {
    fillLengths(axis);
    for (const obstacle of input.obstacles)
      addObstacle(axis, spanOf(obstacle, axis === horizontal), obstacle.isHeading);
    for (const piece of input.pieces) addPiece(axis, piece, axis === horizontal);
  }
  return { xs, ys, across, down };
}

function linesOf({ region, obstacles, ports, waypoints }: GridInput, pieces: readonly Piece[]) {
  const xs = createLines(region.x, region.x + region.width);
  const ys = createLines(region.y, region.y + region.height);
  for (const { stub } of ports) {
    xs.demand(stub.x);
    ys.demand(stub.y);
  }
  for (const { x, y } of waypoints) {
    xs.demand(x);
    ys.demand(y);
  }
  const walls = obstacles.filter(({ isHeading }) => !isHeading);
  for (const { minX, minY, maxX, maxY } of walls) {
    xs.offer(minX - STUB_PX, maxX + STUB_PX);
    ys.offer(minY - STUB_PX, maxY + STUB_PX);
  }
  offerMiddles(walls, xs, ys);
  for (const { minX, minY, horizontal } of pieces) {
    if (horizontal) ys.offer(minY - GAP_PX, minY + GAP_PX);
    else xs.offer(minX - GAP_PX, minX + GAP_PX);
  }
  return { xs: xs.sorted(), ys: ys.sorted() };
}

interface Lines {
  /** A line that has to be there. */
  demand(at: number): void;
  /** Lines that are there unless they lie outside or right beside another. */
  offer(...places: readonly number[]): void;
  sorted(): readonly number[];
}

function createLines(from: number, to: number): Lines {
  const demanded = new Set<number>();
  const offered: number[] = [];
  return {
    demand: (at) => void demanded.add(at),
    offer(...places) {
      for (const at of places) if (at >= from && at <= to) offered.push(at);
    },
    sorted() {
      const sorted: number[] = [];
      const must = [...demanded].sort(ascending);
      offered.sort(ascending);
      let next = 0;
      for (const at of [...offered, Number.POSITIVE_INFINITY]) {
        for (; next < must.length && (must[next] ?? 0) <= at; next++) sorted.push(must[next] ?? 0);
        const isClear = at - (sorted.at(-1) ?? Number.NEGATIVE_INFINITY) >= SAME_PX;
        if (at < Number.POSITIVE_INFINITY && isClear && (must[next] ?? Number.POSITIVE_INFINITY) - at >= SAME_PX)
          sorted.push(at);
      }
      return sorted;
    },
  };
}

const ascending = (a: number, b: number) => a - b;

/** The middles of gaps that are too narrow for a clear line on each side of them. */
function offerMiddles(walls: readonly Obstacle[], xs: Lines, ys: Lines): void {
  for (const a of walls) {
    for (const b of walls) {
      const gapX = b.minX - a.maxX;
      if (gapX > 1 && gapX < 4 * STUB_PX && a.minY < b.maxY && b.minY < a.maxY) xs.offer(a.maxX + gapX / 2);
      const gapY = b.minY - a.maxY;
      if (gapY > 1 && gapY < 4 * STUB_PX && a.minX < b.maxX && b.minX < a.maxX) ys.offer(a.maxY + gapY / 2);
    }
  }
}

/** The lines of one direction. */
interface Axis {
  readonly along: readonly number[];
  readonly lines: readonly number[];
  readonly cost: Float64Array;
  readonly stride: number;
  readonly step: number;
}

/** A box as a line of the axis sees it: from where to where it goes along, and which lines run into it. */
interface Span {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
}

function spanOf(
  { minX, minY, maxX, maxY }: Pick<Obstacle, 'minX' | 'minY' | 'maxX' | 'maxY'>,
  horizontal: boolean,
): Span {
  return horizontal ? { from: minX, to: maxX, low: minY, high: maxY } : { from: minY, to: maxY, low: minX, high: maxX };
}

function fillLengths({ along, lines, cost, stride, step }: Axis): void {
  for (let line = 0; line < lines.length; line++) {
    for (let at = 0; at < along.length; at++) {
      const next = along[at + 1];
      cost[line * step + at * stride] = next === undefined ? Number.POSITIVE_INFINITY : next - (along[at] ?? 0);
    }
  }
}

function addObstacle(axis: Axis, span: Span, isHeading: boolean): void {
  const slack = 0.5;
  if (isHeading) {
    addAlong(axis, span, span.low + slack, span.high - slack, costs.heading);
    return;
  }
  addAlong(axis, span, span.low + slack, span.high - slack, Number.POSITIVE_INFINITY);
  addAlong(axis, span, span.low - NEAR_PX, span.low + slack, costs.near);
  addAlong(axis, span, span.high - slack, span.high + NEAR_PX, costs.near);
}

/** Adds a cost per pixel along the span on all lines strictly between `low` and `high`. */
function addAlong(
  { along, lines, cost, stride, step }: Axis,
  { from, to }: Span,
  low: number,
  high: number,
  perPx: number,
) {
  const first = Math.max(0, firstAbove(along, from) - 1);
  for (let line = firstAbove(lines, low); line < lines.length && (lines[line] ?? 0) < high; line++) {
    for (let at = first; at + 1 < along.length && (along[at] ?? 0) < to; at++) {
      const px = Math.min(along[at + 1] ?? 0, to) - Math.max(along[at] ?? 0, from);
      const index = line * step + at * stride;
      if (px > 0.5) cost[index] = (cost[index] ?? 0) + px * perPx;
    }
  }
}

function addPiece(axis: Axis, piece: Piece, horizontal: boolean): void {
  const span = spanOf(piece, horizontal);
  if (piece.horizontal === horizontal) {
    addAlong(axis, span, span.low - GAP_PX, span.low + GAP_PX, costs.beside);
    return;
  }
  // Seen from lines that run across it the piece is a point of their way: the step that reaches it pays for crossing.
  const { along, lines, cost, stride, step } = axis;
  const at = firstAtLeast(along, span.from) - 1;
  if (at < 0 || at + 1 >= along.length) return;
  for (let line = firstAbove(lines, span.low); line < lines.length && (lines[line] ?? 0) < span.high; line++) {
    const index = line * step + at * stride;
    cost[index] = (cost[index] ?? 0) + costs.crossing;
  }
}

/** The place of the first number greater than `value` in an ascending list. */
function firstAbove(list: readonly number[], value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function firstAtLeast(list: readonly number[], value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) >= value) high = middle;
    else low = middle + 1;
  }
  return low;
}
