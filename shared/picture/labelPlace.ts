import type { Point, Size } from '../geometry/box';
import { between, distance, type RoutePath } from '../geometry/routePath';

/**
 * Kept free of the label at both ends of a piece of line, for heads and the round of bends; less where nothing else is
 * possible.
 */
const CLEARANCES_PX = [10, 4] as const;

type Line = Pick<RoutePath, 'points' | 'lengthPx' | 'pointAt'>;

/**
 * The centre of a label of a size near a share of a line's length. It moves along to the nearest piece of line that is
 * long enough to show at both sides of it, so that it covers neither a bend nor a head; where none is, it stays.
 */
export function labelCenter(line: Line, share: number, size: Size): Point {
  for (const clearPx of CLEARANCES_PX) {
    const found = nearestRoom(line, share * line.lengthPx, size, clearPx);
    if (found !== null) return found;
  }
  return line.pointAt(share);
}

function nearestRoom({ points }: Line, wantedPx: number, size: Size, clearPx: number): Point | null {
  let best: Point | null = null;
  let bestShiftPx = Number.POSITIVE_INFINITY;
  let walkedPx = 0;
  for (const [index, end] of points.entries()) {
    const start = points[index - 1];
    if (start === undefined) continue;
    const lengthPx = distance(start, end);
    const marginPx = coveredPx(start, end, size) / 2 + clearPx;
    if (lengthPx >= 2 * marginPx) {
      const inPiecePx = Math.min(lengthPx - marginPx, Math.max(marginPx, wantedPx - walkedPx));
      const shiftPx = Math.abs(walkedPx + inPiecePx - wantedPx);
      if (shiftPx < bestShiftPx) {
        best = between(start, end, inPiecePx / lengthPx);
        bestShiftPx = shiftPx;
      }
    }
    walkedPx += lengthPx;
  }
  return best;
}

/** How much of a piece of line lies under a box centred on it. */
function coveredPx(start: Point, end: Point, { width, height }: Size): number {
  const lengthPx = distance(start, end) || 1;
  const [dx, dy] = [Math.abs(end.x - start.x) / lengthPx, Math.abs(end.y - start.y) / lengthPx];
  return Math.min(dx === 0 ? Number.POSITIVE_INFINITY : width / dx, dy === 0 ? Number.POSITIVE_INFINITY : height / dy);
}
