import { type Anchor, outwardOf, pointOnSide } from './anchor';
import type { Box, Side } from './box';

/** Where a line meets a node. */
export interface RouteEnd {
  readonly box: Box;
  readonly side: Side | 'auto';
  /** Where along the side, 0…1. */
  readonly at: number;
  /** How far inside its box a node's outline lies there, e.g. beside the corner of a rhombus. */
  readonly insetPx?: (side: Side, at: number) => number;
  /** Left free between outline and line; default 0. */
  readonly gapPx?: number;
}

/** The end of a line at `end.at` of a side. */
export function anchorAt(end: RouteEnd, side: Side): Anchor {
  const edge = pointOnSide(end.box, side, end.at);
  const offset = (end.gapPx ?? 0) - (end.insetPx?.(side, end.at) ?? 0);
  const { x, y } = outwardOf(side);
  return { point: { x: edge.x + x * offset, y: edge.y + y * offset }, side };
}

export function isHorizontalSide(side: Side): boolean {
  return side === 'left' || side === 'right';
}
