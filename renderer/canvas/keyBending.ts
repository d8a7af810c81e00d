import { type Point, plus } from '../../shared/geometry/box';
import type { EdgeId } from '../../shared/model/ids';
import { scrollTo } from '../actions/reveal';
import { isComposition } from '../actions/shortcuts';
import { languageOf } from '../state/appStore';
import { shownDocument } from '../state/editorStore';
import { translator } from '../state/messages';
import { announce, dismissNotice, notify } from '../state/notices';
import { bendPatch } from './bendGesture';
import { type CanvasTools, clearGesture } from './canvasStore';
import { type BendablePart, bendableParts } from './edgeParts';

const steps: Readonly<Record<string, Point>> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
/** A piece may have become three: the one that was moved goes on being the one. */
function nearestPart(parts: readonly BendablePart[], { at, horizontal }: BendablePart): number {
  const distance = (part: BendablePart | undefined) =>
    part === undefined || part.horizontal !== horizontal
      ? Number.POSITIVE_INFINITY
      : Math.hypot(part.at.x - at.x, part.at.y - at.y);
  return parts.reduce((best, part, index) => (distance(part) < distance(parts[best]) ? index : best), 0);
}

/** With Shift so many steps at once. */
const FAR = 5;

/**
 * Bends a line without a mouse: Tab goes from piece to piece, arrow keys move one, Delete takes all bends out, Enter keeps
 * what was done as one step, Escape gives it up.
 */
export function bendByKeys(tools: CanvasTools, edgeId: EdgeId): void {
  const { editor, canvas, view, app } = tools;
  if (editor.hasGesture()) return;
  const t = translator(languageOf(app.getState()));
  const shown = () => {
    const document = shownDocument(editor.getState());
    const edge = document.edges.get(edgeId);
    return edge === undefined ? null : { document, edge, parts: bendableParts(document, edge) };
  };
  const start = shown();
  if (start === null || start.parts.length === 0) return;
  // The middle piece is the one that people mean most.
  let index = Math.floor(start.parts.length / 2);
  const gesture = editor.beginGesture('canvas.step.bend');
  const listening = new AbortController();
  const hintId = notify(app, 'info', t('bend.hint'));
  window.addEventListener('keydown', onKey, { capture: true, signal: listening.signal });
  window.addEventListener('pointerdown', cancel, { capture: true, signal: listening.signal });
  window.addEventListener('blur', cancel, { signal: listening.signal });
  const stopWatching = editor.subscribe(() => {
    if (!editor.hasGesture()) cancel();
  });
  show();

  function show(): void {
    const parts = shown()?.parts ?? [];
    index = Math.min(index, parts.length - 1);
    const at = parts[index]?.at ?? null;
    canvas.setState({ busy: 'bend', hover: null, dragsEdge: edgeId, bending: at });
    if (at !== null) scrollTo(view, { ...at, width: 0, height: 0 });
    announce(app, t('said.piece', { index: index + 1, count: parts.length }));
  }

  function moveBy(by: Point): void {
    const now = shown();
    const piece = now?.parts[index];
    if (now == null || piece === undefined) return;
    const at = plus(piece.at, by);
    const patch = bendPatch(tools, now.document, now.edge, piece.part, { at, mod: false });
    if (patch === null) return;
    gesture.preview('edges.set', { ids: [edgeId], patch });
    index = nearestPart(shown()?.parts ?? [], { ...piece, at });
    show();
  }

  function stop(): void {
    listening.abort();
    stopWatching();
    dismissNotice(app, hintId);
    clearGesture(canvas);
  }

  function cancel(): void {
    if (listening.signal.aborted) return;
    stop();
    gesture.cancel();
    announce(app, t('said.givenUp'));
  }

  function onKey(event: KeyboardEvent): void {
    if (isComposition(event)) return;
    const step = steps[event.key];
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') {
      stop();
      gesture.commit();
    } else if (event.key === 'Escape') cancel();
    else if (event.key === 'Tab') {
      const count = shown()?.parts.length ?? 1;
      index = (index + (event.shiftKey ? -1 : 1) + count) % count;
      show();
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      gesture.preview('edges.set', { ids: [edgeId], patch: { waypoints: [] } });
      show();
    } else if (step !== undefined) {
      const { snap, step: gridStep } = app.getState().settings.grid;
      const by = (snap ? gridStep : 1) * (event.shiftKey ? FAR : 1);
      moveBy({ x: step.x * by, y: step.y * by });
    }
  }
}
