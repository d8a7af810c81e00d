import RBush from 'rbush';
import type { Box, Point } from '../geometry/box';
import type { EdgeId, NodeId } from '../model/ids';

interface Extent {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** A node that lines go around. */
export interface Obstacle extends Extent {
  readonly nodeId: NodeId;
  /** The heading of a container: lines may cross it, but rather do not. */
  readonly isHeading: boolean;
}

/** A horizontal or vertical piece of a line. */
export interface Piece extends Extent {
  readonly edgeId: EdgeId;
  readonly horizontal: boolean;
}

/** A label on a line. */
export interface Label extends Extent {
  readonly edgeId: EdgeId;
}

/** Where nodes and lines lie, asked by neighbourhood: what a search costs does not grow with the diagram. */
export interface Scene {
  setObstacles(nodeId: NodeId, obstacles: readonly Obstacle[]): void;
  /** `null` takes the line out. Pieces that are neither horizontal nor vertical are not kept. */
  setLine(edgeId: EdgeId, points: readonly Point[] | null): void;
  /** An edge's label, as a box for each language that it is read in. */
  setLabel(edgeId: EdgeId, boxes: readonly Box[]): void;
  labelsIn(box: Box): readonly Label[];
  lineOf(edgeId: EdgeId): readonly Point[] | null;
  piecesOfLine(edgeId: EdgeId): readonly Piece[];
  /** The pieces of lines that came, went or lie elsewhere since this was last asked. */
  takeTouched(): readonly Piece[];
  /** What touches the box, in no particular order. */
  obstaclesIn(box: Box): readonly Obstacle[];
  piecesIn(box: Box): readonly Piece[];
}

export function createScene(): Scene {
  const obstacleTree = new RBush<Obstacle>();
  const pieceTree = new RBush<Piece>();
  const labelTree = new RBush<Label>();
  const labels = new Map<EdgeId, readonly Label[]>();
  const obstacles = new Map<NodeId, readonly Obstacle[]>();
  let touched: Piece[] = [];
  const lines = new Map<EdgeId, { readonly points: readonly Point[]; readonly pieces: readonly Piece[] }>();
  return {
    setObstacles(nodeId, next) {
      for (const obstacle of obstacles.get(nodeId) ?? []) obstacleTree.remove(obstacle);
      obstacles.delete(nodeId);
      if (next.length === 0) return;
      obstacles.set(nodeId, next);
      for (const obstacle of next) obstacleTree.insert(obstacle);
    },
    setLine(edgeId, points) {
      const before = lines.get(edgeId)?.pieces ?? [];
      for (const piece of before) pieceTree.remove(piece);
      touched.push(...before);
      lines.delete(edgeId);
      if (points === null) return;
      const pieces = piecesOf(edgeId, points);
      lines.set(edgeId, { points, pieces });
      for (const piece of pieces) pieceTree.insert(piece);
      touched.push(...pieces);
    },
    setLabel(edgeId, boxes) {
      for (const label of labels.get(edgeId) ?? []) labelTree.remove(label);
      labels.delete(edgeId);
      if (boxes.length === 0) return;
      const next = boxes.map((box) => ({ ...extentOf(box), edgeId }));
      labels.set(edgeId, next);
      for (const label of next) labelTree.insert(label);
    },
    labelsIn: (box) => labelTree.search(extentOf(box)),
    lineOf: (edgeId) => lines.get(edgeId)?.points ?? null,
    piecesOfLine: (edgeId) => lines.get(edgeId)?.pieces ?? [],
    takeTouched() {
      const taken = touched;
      touched = [];
      return taken;
    },
    obstaclesIn: (box) => obstacleTree.search(extentOf(box)),
    piecesIn: (box) => pieceTree.search(extentOf(box)),
  };
}

export function obstacleOf(nodeId: NodeId, box: Box, isHeading = false): Obstacle {
  return { ...extentOf(box), nodeId, isHeading };
}

function extentOf({ x, y, width, height }: Box): Extent {
  return { minX: x, minY: y, maxX: x + width, maxY: y + height };
}

export function piecesOf(edgeId: EdgeId, points: readonly Point[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const [index, b] of points.entries()) {
    const a = points[index - 1];
    if (a === undefined || (a.x !== b.x && a.y !== b.y)) continue;
    pieces.push({
      minX: Math.min(a.x, b.x),
      minY: Math.min(a.y, b.y),
      maxX: Math.max(a.x, b.x),
      maxY: Math.max(a.y, b.y),
      edgeId,
      horizontal: a.y === b.y,
    });
  }
  return pieces;
}
