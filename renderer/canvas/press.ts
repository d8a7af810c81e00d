import { emptySelection, type Selection } from '../../shared/history/history';
import type { CanvasTools } from './canvasStore';
import type { Hit } from './hitTest';
import { marqueeGesture } from './marqueeGesture';
import { followPointer, pointerAt } from './pointer';
import { spaceGesture } from './spaceGesture';

interface Press {
  readonly button: number;
  readonly pointerId: number;
  readonly pointerType: string;
  readonly clientX: number;
  readonly clientY: number;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/**
 * What a press on the diagram selects. A press on something that is not selected selects it at once, so that a drag
 * takes it along; what could also be the start of a drag of several waits for the release.
 */
export function pressOn(tools: CanvasTools, hit: Hit, press: Press): void {
  const { editor } = tools;
  const several = press.shiftKey || press.ctrlKey || press.metaKey;
  const { selection } = editor.getState();
  if (hit.type === 'canvas') {
    // A finger on the empty canvas moves it.
    if (press.button !== 0 || press.pointerType === 'touch') return;
    const start = pointerAt(tools, press);
    // With Alt the empty canvas is pulled apart or pushed together, instead of framed.
    const drag = press.altKey ? spaceGesture(tools, start) : marqueeGesture(tools, start);
    followPointer(tools, press, drag, {
      onClick: () => {
        if (!several) editor.select(emptySelection);
      },
    });
    return;
  }
  if (press.button > 2 || press.button === 1) return;
  const isSelected = has(selection, hit);
  if (press.button === 2) {
    if (!isSelected) editor.select(only(hit));
    return;
  }
  if (!isSelected) {
    editor.select(several ? withHit(selection, hit) : only(hit));
    return;
  }
  onRelease(press, () => editor.select(several ? withoutHit(editor.getState().selection, hit) : only(hit)));
}

/** Runs when the button comes up near where it went down: a click, not a drag. */
export function onRelease(press: Press, then: () => void): void {
  const listening = new AbortController();
  const options = { capture: true, signal: listening.signal };
  window.addEventListener(
    'pointerup',
    (event) => {
      if (event.pointerId !== press.pointerId) return;
      listening.abort();
      if (Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY) < CLICK_PX) then();
    },
    options,
  );
  window.addEventListener('pointercancel', () => listening.abort(), options);
}

export const CLICK_PX = 4;

type Element = Exclude<Hit, { readonly type: 'canvas' }>;

function has({ nodes, edges }: Selection, hit: Element): boolean {
  return hit.type === 'node' ? nodes.has(hit.id) : edges.has(hit.id);
}

export function only(hit: Element): Selection {
  return hit.type === 'node'
    ? { nodes: new Set([hit.id]), edges: new Set() }
    : { nodes: new Set(), edges: new Set([hit.id]) };
}

function withHit({ nodes, edges }: Selection, hit: Element): Selection {
  return hit.type === 'node'
    ? { nodes: new Set([...nodes, hit.id]), edges }
    : { nodes, edges: new Set([...edges, hit.id]) };
}

function withoutHit({ nodes, edges }: Selection, hit: Element): Selection {
  return hit.type === 'node'
    ? { nodes: new Set([...nodes].filter((id) => id !== hit.id)), edges }
    : { nodes, edges: new Set([...edges].filter((id) => id !== hit.id)) };
}
