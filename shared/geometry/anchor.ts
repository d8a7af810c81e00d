import type { Box, Point, Side } from './box';

/** Where a line meets a node's outline and the side on which it leaves. */
export interface Anchor {
  readonly point: Point;
  readonly side: Side;
}

const outward: Readonly<Record<Side, Point>> = {
  top: { x: 0, y: -1 },
  right: { x: 1, y: 0 },
  bottom: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
};

/** The unit vector that leaves a box on a side. */
export function outwardOf(side: Side): Point {
  return outward[side];
}

/** The point of a box's side; `at` is 0 at its left or top end and 1 at the other. */
export function pointOnSide({ x, y, width, height }: Box, side: Side, at: number): Point {
  switch (side) {
    case 'top':
      return { x: x + width * at, y };
    case 'bottom':
      return { x: x + width * at, y: y + height };
    case 'left':
      return { x, y: y + height * at };
    case 'right':
      return { x: x + width, y: y + height * at };
  }
}

/** How far `goal` lies beyond a side of the box, measured away from it; negative behind the side. */
export function beyondSide(box: Box, side: Side, goal: Point): number {
  const { x, y } = outward[side];
  const edge = pointOnSide(box, side, 0.5);
  return (goal.x - edge.x) * x + (goal.y - edge.y) * y;
}
