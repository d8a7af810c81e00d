import type { Box, Point } from '../../shared/geometry/box';
import type { CanvasTools } from './canvasStore';

/** Where the pointer is, and which keys change what dragging means. */
export interface PointerAt {
  /** In diagram units. */
  readonly at: Point;
  readonly client: Point;
  readonly shift: boolean;
  readonly alt: boolean;
  /** Ctrl, or Cmd on macOS. */
  readonly mod: boolean;
}

/** Something that is dragged. Exactly one of `end` and `cancel` is called, once, after `begin`. */
export interface Drag {
  begin?(): void;
  move(pointer: PointerAt): void;
  end(pointer: PointerAt): void;
  cancel(): void;
}

export interface DragOptions {
  /** The button was released before the pointer had moved. */
  onClick?(pointer: PointerAt): void;
  /** How far the pointer has to move before it is a drag. */
  readonly thresholdPx?: number;
}

interface PressEvent {
  readonly clientX: number;
  readonly clientY: number;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const THRESHOLD_PX = 4;
/** The canvas moves on while the pointer is this near its border. */
const AUTO_PAN_PX = 32;
const AUTO_PAN_SPEED_PX = 14;

export function pointerAt(tools: CanvasTools, event: PressEvent): PointerAt {
  const client = { x: event.clientX, y: event.clientY };
  return {
    at: tools.controller.toDiagram(client),
    client,
    shift: event.shiftKey,
    alt: event.altKey,
    mod: event.ctrlKey || event.metaKey,
  };
}

/**
 * Follows the pointer from its press to its release: moves the canvas along at its border, takes a pressed or released
 * modifier key as a move, and gives up on Escape and when the window loses the pointer.
 */
export function followPointer(
  tools: CanvasTools,
  press: PressEvent & { readonly pointerId: number },
  drag: Drag,
  { onClick, thresholdPx = THRESHOLD_PX }: DragOptions = {},
): void {
  const listening = new AbortController();
  const options = { capture: true, signal: listening.signal };
  let begun = false;
  let latest: PressEvent = press;
  let frame = 0;
  const autoPan = createAutoPan(
    tools,
    () => latest,
    () => drag.move(pointerAt(tools, latest)),
  );

  const finish = (how: () => void) => {
    listening.abort();
    cancelAnimationFrame(frame);
    autoPan.stop();
    how();
  };
  // A fast mouse tells of several moves a frame, of which only the last is ever seen.
  const follow = () => {
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      drag.move(pointerAt(tools, latest));
    });
  };
  const cancel = () => finish(() => begun && drag.cancel());
  const isOther = (event: PointerEvent) => event.pointerId !== press.pointerId;

  const onMove = (event: PointerEvent) => {
    if (isOther(event)) return;
    latest = event;
    if (!begun) {
      const movedPx = Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY);
      if (movedPx < thresholdPx) return;
      begun = true;
      drag.begin?.();
    }
    follow();
    autoPan.start();
  };
  const onUp = (event: PointerEvent) => {
    if (isOther(event)) return;
    const pointer = pointerAt(tools, event);
    finish(() => {
      if (!begun) return onClick?.(pointer);
      drag.move(pointer);
      drag.end(pointer);
    });
  };

  window.addEventListener('pointermove', onMove, options);
  window.addEventListener('pointerup', onUp, options);
  window.addEventListener('pointercancel', (event) => !isOther(event) && cancel(), options);
  // Not captured: fields that lose the focus tell the window on the way down, too.
  window.addEventListener('blur', cancel, { signal: options.signal });
  listenToKeys(options.signal, {
    onEscape: cancel,
    onModifier: (modifiers) => {
      latest = { ...modifiers, clientX: latest.clientX, clientY: latest.clientY };
      if (begun) follow();
    },
  });
}

type Modifiers = Pick<PressEvent, 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>;

/** Keys that mean something while the mouse is down: Escape gives up, modifiers change what dragging does. */
export function listenToKeys(
  signal: AbortSignal,
  { onEscape, onModifier }: { onEscape(): void; onModifier(modifiers: Modifiers): void },
): void {
  const options = { capture: true, signal };
  const onKey = (event: KeyboardEvent) => {
    if (event.type === 'keydown' && event.key === 'Escape') {
      // Only the drag: the selection, or a dialog below, must not take the same key.
      event.preventDefault();
      event.stopImmediatePropagation();
      onEscape();
      return;
    }
    if (!['Shift', 'Alt', 'Control', 'Meta'].includes(event.key)) return;
    // Alt alone would move the focus to the window's menu.
    if (event.key === 'Alt') event.preventDefault();
    const { shiftKey, altKey, ctrlKey, metaKey } = event;
    onModifier({ shiftKey, altKey, ctrlKey, metaKey });
  };
  window.addEventListener('keydown', onKey, options);
  window.addEventListener('keyup', onKey, options);
}

/** Pans while the pointer rests at the border, frame by frame, and lets the drag follow. */
function createAutoPan(tools: CanvasTools, pointer: () => PressEvent, onPanned: () => void) {
  let frame = 0;
  const step = () => {
    const speed = autoPanSpeed(tools.clientBox(), { x: pointer().clientX, y: pointer().clientY });
    if (speed.x !== 0 || speed.y !== 0) {
      tools.controller.panBy(speed);
      onPanned();
    }
    frame = requestAnimationFrame(step);
  };
  return {
    start: () => {
      if (frame === 0) frame = requestAnimationFrame(step);
    },
    stop: () => {
      cancelAnimationFrame(frame);
      frame = 0;
    },
  };
}

/** What to add to the viewport's offset each frame, in pixels: faster nearer the border. */
function autoPanSpeed({ x, y, width, height }: Box, { x: px, y: py }: Point): Point {
  const along = (at: number, low: number, size: number) => {
    const before = Math.min(1, Math.max(0, (low + AUTO_PAN_PX - at) / AUTO_PAN_PX));
    const after = Math.min(1, Math.max(0, (at - (low + size - AUTO_PAN_PX)) / AUTO_PAN_PX));
    return (before - after) * AUTO_PAN_SPEED_PX;
  };
  return { x: along(px, x, width), y: along(py, y, height) };
}
