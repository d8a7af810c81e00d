import { type Box, isSameBox } from '../../shared/geometry/box';
import type { DiagramDocument } from '../../shared/model/document';
import type { NodeId } from '../../shared/model/ids';
import { boxOfNode } from '../../shared/model/query';
import type { EditorStore } from './editorStore';

type Boxes = ReadonlyMap<NodeId, Box>;

const GLIDE_MS = 280;
/** More than this cannot be moved smoothly, nor followed by anyone. */
const MAX_NODES = 300;

/**
 * Shows nodes moving from where they were in `before` to where they are now. For the eye alone: the document has
 * changed already, and the first press of a key or the mouse ends the show, since it means what is there now.
 */
export function glide(editor: EditorStore, before: DiagramDocument, boxes: Boxes): void {
  const { document } = editor.getState().history.present;
  const ways = waysOf(before, document, boxes.keys());
  if (ways.size === 0 || ways.size > MAX_NODES || editor.hasGesture() || !isMotionWelcome()) return;
  const gesture = editor.beginGesture('edit.layout.apply');
  const startMs = performance.now();
  const unsubscribe = editor.subscribe(() => {
    if (editor.getState().history.present.document !== document) end();
  });
  // Frames do not come while the window is hidden.
  const timer = setTimeout(end, 2 * GLIDE_MS);
  window.addEventListener('pointerdown', end, true);
  window.addEventListener('keydown', end, true);
  show(0);
  let frame = requestAnimationFrame(step);

  function step(): void {
    const share = (performance.now() - startMs) / GLIDE_MS;
    if (share >= 1) end();
    else {
      show(1 - (1 - share) ** 3);
      frame = requestAnimationFrame(step);
    }
  }

  function show(share: number): void {
    const between = new Map([...ways].map(([id, [from, to]]) => [id, boxBetween(from, to, share)]));
    gesture.preview('layout.apply', { boxes: between, ends: new Map() });
  }

  function end(): void {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    window.removeEventListener('pointerdown', end, true);
    window.removeEventListener('keydown', end, true);
    unsubscribe();
    gesture.cancel();
  }
}

/** Nobody looks where there is no window, as in tests. */
function isMotionWelcome(): boolean {
  return typeof window !== 'undefined' && !window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** What has moved, from where to where on the canvas. */
function waysOf(
  before: DiagramDocument,
  after: DiagramDocument,
  ids: Iterable<NodeId>,
): ReadonlyMap<NodeId, readonly [Box, Box]> {
  const ways = new Map<NodeId, readonly [Box, Box]>();
  for (const id of ids) {
    const [old, now] = [before.nodes.get(id), after.nodes.get(id)];
    if (old === undefined || now === undefined) continue;
    const [from, to] = [boxOfNode(before.nodes, old), boxOfNode(after.nodes, now)];
    if (!isSameBox(from, to)) ways.set(id, [from, to]);
  }
  return ways;
}

function boxBetween(a: Box, b: Box, share: number): Box {
  const at = (from: number, to: number) => from + (to - from) * share;
  return { x: at(a.x, b.x), y: at(a.y, b.y), width: at(a.width, b.width), height: at(a.height, b.height) };
}
