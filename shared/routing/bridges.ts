import type { Point } from '../geometry/box';
import type { EdgeId } from '../model/ids';
import type { Piece, Scene } from './scene';

/** So near to the end of a line's piece another one meets it rather than crosses it. */
const MEETS_PX = 1;

/**
 * Where a line passes over others: where one of its level pieces crosses an upright one, which goes straight on, so that
 * of two lines that cross exactly one has the bridge, whichever was drawn first.
 */
export function bridgesOn(scene: Scene, edgeId: EdgeId): readonly Point[] {
  const bridges: Point[] = [];
  for (const piece of scene.piecesOfLine(edgeId)) {
    if (!piece.horizontal) continue;
    const y = piece.minY;
    for (const other of scene.piecesIn({ x: piece.minX, y, width: piece.maxX - piece.minX, height: 0 })) {
      if (crosses(piece, other)) bridges.push({ x: other.minX, y });
    }
  }
  return bridges.sort((a, b) => a.y - b.y || a.x - b.x);
}

function crosses(level: Piece, upright: Piece): boolean {
  if (upright.horizontal || upright.edgeId === level.edgeId) return false;
  const isBetween = (value: number, low: number, high: number) => value > low + MEETS_PX && value < high - MEETS_PX;
  return isBetween(upright.minX, level.minX, level.maxX) && isBetween(level.minY, upright.minY, upright.maxY);
}

/** The lines that have, had or may now have a bridge over one of these pieces, and those that the pieces are of. */
export function linesAbout(scene: Scene, pieces: Iterable<Piece>): ReadonlySet<EdgeId> {
  const found = new Set<EdgeId>();
  for (const { edgeId, horizontal, minX, minY, maxX, maxY } of pieces) {
    found.add(edgeId);
    if (horizontal) continue;
    const box = { x: minX, y: minY, width: maxX - minX, height: maxY - minY };
    for (const other of scene.piecesIn(box)) if (other.horizontal) found.add(other.edgeId);
  }
  return found;
}
