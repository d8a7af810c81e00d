import type { Box } from '../../../shared/geometry/box';
import type { EdgeId, NodeId } from '../../../shared/model/ids';
import { paintedBoxes } from './drawnEdges';
import { forgetFont } from './paintMarks';
import { type Frame, type Look, paintEntry } from './paintScene';
import type { SceneEntry, SceneIndex } from './sceneIndex';

/** The clock costs as much as a small node. */
const ENTRIES_A_LOOK = 8;

/** What is painted, and how. */
export interface Picture {
  readonly scene: SceneIndex;
  readonly look: Look;
  /** Shown by somebody else. */
  readonly hidden: ReadonlySet<NodeId | EdgeId>;
  /** Selected nodes, whose outlines are painted on overlays. */
  readonly outlined: ReadonlySet<NodeId>;
}

/** A part of a bitmap that is being painted, on its own context until it is done. */
export interface Part {
  readonly box: Box;
  readonly context: CanvasRenderingContext2D;
  readonly frame: Frame;
  entries: readonly SceneEntry[] | null;
  /** The context is its own until it is done. */
  isBegun: boolean;
  next: number;
}

export function partOf(context: CanvasRenderingContext2D, frame: Frame, box: Box): Part {
  return { box, context, frame, entries: null, isBegun: false, next: 0 };
}

/** Goes on with a part until the clock reads `endMs`; whether it is done. */
export function paintPart(part: Part, picture: Picture, endMs: number): boolean {
  const { context, frame, box } = part;
  const { scene, hidden, look } = picture;
  part.entries ??= scene.search(box, (entry) => paintedBoxes(entry, box).length > 0);
  const { entries } = part;
  if (!part.isBegun) {
    clipTo(context, frame, box);
    part.isBegun = true;
  }
  while (part.next < entries.length) {
    if (performance.now() >= endMs) return false;
    const until = Math.min(entries.length, part.next + ENTRIES_A_LOOK);
    for (; part.next < until; part.next++) {
      const entry = entries[part.next];
      if (entry !== undefined && !hidden.has(entry.id)) paintEntry(context, frame, scene.document, entry, look);
    }
  }
  context.restore();
  forgetFont(context);
  return true;
}

function clipTo(context: CanvasRenderingContext2D, { box, scale }: Frame, part: Box): void {
  const [left, top] = [floor((part.x - box.x) * scale), floor((part.y - box.y) * scale)];
  const [right, bottom] = [ceil((part.x + part.width - box.x) * scale), ceil((part.y + part.height - box.y) * scale)];
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.beginPath();
  context.rect(left, top, right - left, bottom - top);
  context.clip();
  context.clearRect(left, top, right - left, bottom - top);
}

/** Of a number of pixels that is whole but for what dividing by the scale and multiplying again has left of it. */
const floor = (px: number): number => Math.floor(px + 1e-6);
const ceil = (px: number): number => Math.ceil(px - 1e-6);
