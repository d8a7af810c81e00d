import { boxOf, grow, type Point } from '../geometry/box';
import type { EdgeId, NodeId } from '../model/ids';
import { costs, GAP_PX, NEAR_PX } from './costs';
import { type Obstacle, type Piece, piecesOf, type Scene } from './scene';

/** What speaks against a line. */
export interface Judgement {
  readonly cost: number;
  /** Pieces that run through a node. */
  readonly faults: number;
  readonly crossings: number;
  /** Pixels beside other lines, along nodes and over headings. */
  readonly closePx: number;
}

/** Whose line is judged: its own line does not stand in its way, and its own nodes do so only to some extent. */
export interface Judged {
  readonly edgeId: EdgeId;
  /** Nodes that the line may touch where it begins and ends, but not run through. */
  readonly own: ReadonlySet<NodeId>;
}

/** Judges a line of horizontal and vertical pieces by what lies around it. */
export function judge(scene: Scene, points: readonly Point[], { edgeId, own }: Judged): Judgement {
  let lengthPx = 0;
  let faults = 0;
  let crossings = 0;
  let closeCost = 0;
  let closePx = 0;
  const add = (px: number, cost: number) => {
    closePx += px;
    closeCost += px * cost;
  };
  const pieces = piecesOf(edgeId, points);
  for (const [index, piece] of pieces.entries()) {
    lengthPx += piece.maxX - piece.minX + piece.maxY - piece.minY;
    const box = boxOf({ x: piece.minX, y: piece.minY }, { x: piece.maxX, y: piece.maxY });
    const isEnd = index === 0 || index === pieces.length - 1;
    for (const obstacle of scene.obstaclesIn(grow(box, NEAR_PX))) {
      const inside = pxInside(piece, obstacle);
      const isOwn = own.has(obstacle.nodeId);
      if (obstacle.isHeading) add(inside, costs.heading);
      // The ends of a line leave nodes whose outline lies inside their box, such as a decision, from within.
      else if (inside > 0 && !(isOwn && isEnd)) faults++;
      else if (!isOwn) add(pxInside(piece, grown(obstacle, NEAR_PX)), costs.near);
    }
    for (const other of scene.piecesIn(grow(box, GAP_PX))) {
      if (other.edgeId === edgeId) continue;
      if (other.horizontal !== piece.horizontal) crossings += isCrossing(piece, other) ? 1 : 0;
      else add(pxBeside(piece, other), costs.beside);
    }
  }
  const bends = Math.max(0, points.length - 2);
  const cost = lengthPx + bends * costs.bend + faults * costs.fault + crossings * costs.crossing + closeCost;
  return { cost, faults, crossings, closePx };
}

/** How much of a piece runs inside a box; lying on its outline counts as outside. */
function pxInside(piece: Omit<Piece, 'edgeId'>, box: Pick<Obstacle, 'minX' | 'minY' | 'maxX' | 'maxY'>): number {
  const slack = 0.5;
  const across = piece.horizontal
    ? piece.minY > box.minY + slack && piece.minY < box.maxY - slack
    : piece.minX > box.minX + slack && piece.minX < box.maxX - slack;
  if (!across) return 0;
  const px = piece.horizontal
    ? Math.min(piece.maxX, box.maxX) - Math.max(piece.minX, box.minX)
    : Math.min(piece.maxY, box.maxY) - Math.max(piece.minY, box.minY);
  return px > slack ? px : 0;
}

function grown({ minX, minY, maxX, maxY }: Obstacle, by: number) {
  return { minX: minX - by, minY: minY - by, maxX: maxX + by, maxY: maxY + by };
}

/** Lines that only touch, where one ends on the other, do not cross. */
function isCrossing(a: Piece, b: Piece): boolean {
  const [across, down] = a.horizontal ? [a, b] : [b, a];
  return down.minX > across.minX && down.minX < across.maxX && across.minY > down.minY && across.minY < down.maxY;
}

function pxBeside(a: Piece, b: Piece): number {
  const apart = a.horizontal ? Math.abs(a.minY - b.minY) : Math.abs(a.minX - b.minX);
  if (apart >= GAP_PX) return 0;
  const px = a.horizontal
    ? Math.min(a.maxX, b.maxX) - Math.max(a.minX, b.minX)
    : Math.min(a.maxY, b.maxY) - Math.max(a.minY, b.minY);
  return Math.max(0, px);
}
