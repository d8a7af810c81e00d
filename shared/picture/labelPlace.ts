import type { Point, Size } from '../geometry/box';
import { between, distance, type RoutePath } from '../geometry/routePath';

/** Kept free of the label at both ends of a piece of line: heads, or the round of a bend. */
const CLEAR_PX = 10;

/**
 * The centre of a label of a size near a share of a line's length. It moves along to the nearest piece of line that is
 * long enough to show at both sides of it, so that it covers neither a bend nor a head; where none is, it stays.
 */
export function labelCenter(
  route: Pick<RoutePath, 'points' | 'lengthPx' | 'pointAt'>,
  share: number,
  size: Size,
): Point {
  const wantedPx = share * route.lengthPx;
  let best: Point | null = null;
  let bestShiftPx = Number.POSITIVE_INFINITY;
  let walkedPx = 0;
  for (const [index, end] of route.points.entries()) {
    const start = route.points[index - 1];
    if (start === undefined) continue;
    const lengthPx = distance(start, end);
    // What the label covers of a slanted line is at most the larger of the two.
    const along = coveredPx(start, end, size) / 2 + CLEAR_PX;
    if (lengthPx >= 2 * along) {
      const inPiecePx = Math.min(lengthPx - along, Math.max(along, wantedPx - walkedPx));
      const shiftPx = Math.abs(walkedPx + inPiecePx - wantedPx);
      if (shiftPx < bestShiftPx) {
        best = between(start, end, inPiecePx / lengthPx);
        bestShiftPx = shiftPx;
      }
    }
    walkedPx += lengthPx;
  }
  return best ?? route.pointAt(share);
}

/** How much of a piece of line lies under a box centred on it. */
function coveredPx(start: Point, end: Point, { width, height }: Size): number {
  const lengthPx = distance(start, end) || 1;
  const [dx, dy] = [Math.abs(end.x - start.x) / lengthPx, Math.abs(end.y - start.y) / lengthPx];
  return Math.min(dx === 0 ? Number.POSITIVE_INFINITY : width / dx, dy === 0 ? Number.POSITIVE_INFINITY : height / dy);
}
