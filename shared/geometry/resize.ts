import type { Box, Point, Size } from './box';

/** Which edges a handle drags: -1 the left or top one, 1 the right or bottom one, 0 none of that axis. */
export interface ResizeHandle {
  readonly x: -1 | 0 | 1;
  readonly y: -1 | 0 | 1;
}

/** The eight handles around a box, clockwise from its top left corner. */
export const resizeHandles: readonly ResizeHandle[] = [
  { x: -1, y: -1 },
  { x: 0, y: -1 },
  { x: 1, y: -1 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
  { x: -1, y: 1 },
  { x: -1, y: 0 },
];

/**
 * `box` after its handle was dragged `by`, never smaller than `minimum`. The opposite edges stay; with `keepRatio` the
 * other axis follows in proportion (of both, the one that was dragged further decides), growing around its middle where
 * the handle drags no edge of it.
 */
export function resizedBox(box: Box, handle: ResizeHandle, by: Point, minimum: Size, keepRatio: boolean): Box {
  let width = Math.max(box.width + handle.x * by.x, minimum.width);
  let height = Math.max(box.height + handle.y * by.y, minimum.height);
  if (keepRatio && box.width > 0 && box.height > 0) {
    const scaleX = width / box.width;
    const scaleY = height / box.height;
    const dragged =
      handle.y === 0 || (handle.x !== 0 && Math.abs(scaleX - 1) >= Math.abs(scaleY - 1)) ? scaleX : scaleY;
    const scale = Math.max(dragged, minimum.width / box.width, minimum.height / box.height);
    width = box.width * scale;
    height = box.height * scale;
  }
  return {
    x: placed(box.x, box.width, width, handle.x),
    y: placed(box.y, box.height, height, handle.y),
    width,
    height,
  };
}

function placed(start: number, before: number, after: number, edge: ResizeHandle['x']): number {
  if (edge > 0) return start;
  return edge < 0 ? start + before - after : start + (before - after) / 2;
}
