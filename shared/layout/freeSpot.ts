import { type Box, grow, intersects, type Point } from '../geometry/box';
import type { BoxIndex } from './boxIndex';

/** Places are tried on this grid. */
const STEP = 8;

/**
 * The place nearest to a box where it overlaps nothing and keeps `clearancePx` from everything. Within `bounds` if it
 * is given, which may be open to the right and below (`Infinity`).
 */
export function freeSpot(
  wanted: Box,
  taken: BoxIndex<unknown>,
  clearancePx: number,
  bounds: Box | null,
  boxOf: (value: unknown) => Box | undefined,
): Point {
  let best: Point = inBounds(wanted, wanted, bounds);
  const tried = new Set<string>();
  // Each obstacle gives four places right beside it; from those that are taken too the search goes on, nearest first.
  const queue: Point[] = [best];
  for (let count = 0; count < MAX_TRIES && queue.length > 0; count++) {
    queue.sort((a, b) => away(a, wanted) - away(b, wanted));
    const at = queue.shift() ?? best;
    const box = { ...wanted, ...at };
    const obstacles = taken.over(grow(box, clearancePx - 0.5));
    if (obstacles.length === 0) return at;
    best = at;
    for (const obstacle of obstacles) {
      const other = boxOf(obstacle);
      if (other === undefined) continue;
      for (const next of besides(box, other, clearancePx)) {
        const place = inBounds(next, wanted, bounds);
        const key = `${place.x} ${place.y}`;
        if (tried.has(key) || intersects({ ...wanted, ...place }, grow(other, clearancePx - 0.5))) continue;
        tried.add(key);
        queue.push(place);
      }
    }
  }
  return best;
}

const MAX_TRIES = 2000;

function besides(box: Box, other: Box, clearancePx: number): readonly Point[] {
  const up = (value: number) => Math.ceil(value / STEP) * STEP;
  const down = (value: number) => Math.floor(value / STEP) * STEP;
  return [
    { x: box.x, y: up(other.y + other.height + clearancePx) },
    { x: up(other.x + other.width + clearancePx), y: box.y },
    { x: box.x, y: down(other.y - box.height - clearancePx) },
    { x: down(other.x - box.width - clearancePx), y: box.y },
  ];
}

function inBounds({ x, y }: Point, { width, height }: Box, bounds: Box | null): Point {
  if (bounds === null) return { x, y };
  return {
    x: Math.max(bounds.x, Math.min(x, bounds.x + bounds.width - width)),
    y: Math.max(bounds.y, Math.min(y, bounds.y + bounds.height - height)),
  };
}

function away(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}
