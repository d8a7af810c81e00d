import type { Box } from '../../../shared/geometry/box';
import type { EdgeId, NodeId } from '../../../shared/model/ids';
import { boxOfNode } from '../../../shared/model/query';
import { forgetFont } from './paintMarks';
import { type Frame, type Look, paintEntry, paintOutlines } from './paintScene';
import type { SceneEntry, SceneIndex } from './sceneIndex';

/** The clock costs as much as a small node. */
const ENTRIES_A_LOOK = 8;

/** What is painted, and how. */
export interface Picture {
  readonly scene: SceneIndex;
  readonly look: Look;
  /** Shown by somebody else. */
  readonly hidden: ReadonlySet<NodeId | EdgeId>;
  /** Selected nodes whose outlines are part of the picture. */
  readonly outlined: ReadonlySet<NodeId>;
}

/** A part of a bitmap that is being painted, on its own context until it is done. */
export interface Part {
  readonly box: Box;
  readonly context: CanvasRenderingContext2D;
  readonly frame: Frame;
  entries: readonly SceneEntry[] | null;
  next: number;
}

export function partOf(context: CanvasRenderingContext2D, frame: Frame, box: Box): Part {
  return { box, context, frame, entries: null, next: 0 };
}

/** Goes on with a part until the clock reads `endMs`; whether it is done. */
export function paintPart(part: Part, picture: Picture, endMs: number): boolean {
  const { context, frame, box } = part;
  if (part.entries === null) {
    part.entries = picture.scene.search(box);
    clipTo(context, frame, box);
  }
  const { entries } = part;
  const { scene, hidden, look } = picture;
  while (part.next < entries.length) {
    if (performance.now() >= endMs) return false;
    const until = Math.min(entries.length, part.next + ENTRIES_A_LOOK);
    for (; part.next < until; part.next++) {
      const entry = entries[part.next];
      if (entry !== undefined && !hidden.has(entry.id)) paintEntry(context, frame, scene.document, entry, look);
    }
  }
  paintOutlines(context, frame, outlinesIn(entries, picture), look.theme);
  context.restore();
  forgetFont(context);
  return true;
}

function clipTo(context: CanvasRenderingContext2D, { box, scale }: Frame, part: Box): void {
  const [left, top] = [Math.floor((part.x - box.x) * scale), Math.floor((part.y - box.y) * scale)];
  const right = Math.ceil((part.x + part.width - box.x) * scale);
  const bottom = Math.ceil((part.y + part.height - box.y) * scale);
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
  context.clearRect(left, top, right - left, bottom - top);
}

function* outlinesIn(entries: readonly SceneEntry[], { outlined, hidden, scene }: Picture): Iterable<Box> {
  if (outlined.size === 0) return;
  const { nodes } = scene.document;
  for (const { type, id } of entries) {
    if (type !== 'node' || !outlined.has(id) || hidden.has(id)) continue;
    const node = nodes.get(id);
    if (node !== undefined) yield boxOfNode(nodes, node);
  }
}

/** What of a box lies outside of another one: up to four strips. */
export function outside({ x, y, width, height }: Box, inner: Box): readonly Box[] {
  const [left, top] = [Math.max(x, inner.x), Math.max(y, inner.y)];
  const right = Math.min(x + width, inner.x + inner.width);
  const bottom = Math.min(y + height, inner.y + inner.height);
  if (left >= right || top >= bottom) return [{ x, y, width, height }];
  return [
    { x, y, width, height: top - y },
    { x, y: bottom, width, height: y + height - bottom },
    { x, y: top, width: left - x, height: bottom - top },
    { x: right, y: top, width: x + width - right, height: bottom - top },
  ].filter((strip) => strip.width > 0 && strip.height > 0);
}

/** Pieces of a frame that are painted again one by one, each in one go. */
export interface DirtyCells {
  add(boxes: readonly Box[], frame: Frame): void;
  /** The piece nearest to a point; `null` when none is left. */
  take(near: { readonly x: number; readonly y: number }, frame: Frame): Box | null;
  clear(): void;
  readonly size: number;
}

/** As many as a frame has time for a few of, in pixels of the bitmap. */
const CELL_PX = 160;

export function createDirtyCells(): DirtyCells {
  const cells = new Set<number>();
  const columnsOf = ({ box, scale }: Frame) => Math.ceil((box.width * scale) / CELL_PX);
  return {
    add(boxes, frame) {
      const { box, scale } = frame;
      const columns = columnsOf(frame);
      const rows = Math.ceil((box.height * scale) / CELL_PX);
      const cellAt = (px: number, most: number) => Math.min(most - 1, Math.max(0, Math.floor(px / CELL_PX)));
      for (const dirty of boxes) {
        const left = cellAt((dirty.x - box.x) * scale, columns);
        const right = cellAt((dirty.x + dirty.width - box.x) * scale, columns);
        const top = cellAt((dirty.y - box.y) * scale, rows);
        const bottom = cellAt((dirty.y + dirty.height - box.y) * scale, rows);
        for (let row = top; row <= bottom; row++) {
          for (let column = left; column <= right; column++) cells.add(row * columns + column);
        }
      }
    },
    take(near, frame) {
      const { box, scale } = frame;
      const columns = columnsOf(frame);
      const [column, row] = [((near.x - box.x) * scale) / CELL_PX, ((near.y - box.y) * scale) / CELL_PX];
      let best: number | null = null;
      let bestDistance = Number.POSITIVE_INFINITY;
      for (const cell of cells) {
        const distance = Math.hypot((cell % columns) + 0.5 - column, Math.floor(cell / columns) + 0.5 - row);
        if (distance < bestDistance) [best, bestDistance] = [cell, distance];
      }
      if (best === null) return null;
      cells.delete(best);
      const size = CELL_PX / scale;
      return {
        x: box.x + (best % columns) * size,
        y: box.y + Math.floor(best / columns) * size,
        width: size,
        height: size,
      };
    },
    clear: () => cells.clear(),
    get size() {
      return cells.size;
    },
  };
}
