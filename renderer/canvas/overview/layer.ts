import type { Box } from '../../../shared/geometry/box';
import type { Viewport } from '../../state/viewStore';
import { forgetFont } from './paintMarks';
import type { Frame } from './paintScene';

/** Bitmaps grow in steps: one that follows what is dragged must not be made anew with every frame. */
const SIZE_STEP_PX = 128;

/** A bitmap of a part of the diagram. Once painted it is moved and scaled with the view at next to no cost. */
export interface Layer {
  readonly canvas: HTMLCanvasElement;
  /** What it shows; `null` before anything was painted. */
  readonly frame: Frame | null;
  /** Empties it and makes room for a part of the diagram; `null` where the browser has no 2D canvas. */
  begin(frame: Frame): CanvasRenderingContext2D | null;
  /** To be called whenever the view moves. `by`: how far its content lies from where it was painted, in diagram units. */
  place(viewport: Viewport, by?: { readonly x: number; readonly y: number }): void;
  show(): void;
  hide(): void;
}

export function createLayer(canvas: HTMLCanvasElement): Layer {
  let frame: Frame | null = null;
  return {
    canvas,
    get frame() {
      return frame;
    },
    begin(wanted) {
      const context = canvas.getContext('2d');
      if (context === null) return null;
      frame = wanted;
      const { box, scale } = wanted;
      const [width, height] = [stepped(box.width * scale), stepped(box.height * scale)];
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
        forgetFont(context);
      } else {
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.clearRect(0, 0, width, height);
      }
      return context;
    },
    place({ x, y, zoom }, by = { x: 0, y: 0 }) {
      if (frame === null) return;
      const { box, scale } = frame;
      const [left, top] = [x + (box.x + by.x) * zoom, y + (box.y + by.y) * zoom];
      canvas.style.transform = `translate(${left}px, ${top}px) scale(${zoom / scale})`;
    },
    show() {
      canvas.style.visibility = 'visible';
    },
    hide() {
      canvas.style.visibility = 'hidden';
    },
  };
}

function stepped(px: number): number {
  return Math.max(1, Math.ceil(Math.round(px) / SIZE_STEP_PX)) * SIZE_STEP_PX;
}

/**
 * The frame for a part of the diagram at a scale, on whole pixels: what is painted then lies exactly where the page
 * draws it, and two frames of one scale can be copied into each other.
 */
export function frameOf({ x, y, width, height }: Box, scale: number): Frame {
  const left = Math.floor(x * scale);
  const top = Math.floor(y * scale);
  const [columns, rows] = [Math.ceil((x + width) * scale) - left, Math.ceil((y + height) * scale) - top];
  return { box: { x: left / scale, y: top / scale, width: columns / scale, height: rows / scale }, scale };
}
