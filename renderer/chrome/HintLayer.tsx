import { useEffect, useState } from 'react';
import { laterPart } from '../state/laterPart';
import type { HintData, HintSide } from './Hint';

/** How long a pointer rests on a control before its tooltip comes. */
const DELAY_MS = 500;
/** After one tooltip the next comes at once: somebody reads along a tool bar. */
const AT_ONCE_WITHIN_MS = 400;

/** A tooltip to show: whose, what it says and where. */
export interface ShownHint {
  readonly owner: HTMLElement;
  readonly text: string;
  readonly keys: string | undefined;
  readonly side: HintSide;
}

const popup = laterPart(() => import('./HintPopup').then((module) => module.HintPopup));

/** The tooltips of the window, one at a time: of the control under the pointer or with the keyboard's focus. */
export function HintLayer() {
  const [shown, setShown] = useState<ShownHint | null>(null);
  const Popup = popup.use();
  useEffect(() => listenForHints(setShown), []);
  return Popup !== null && <Popup shown={shown} onClose={() => setShown(null)} />;
}

/** Tells which tooltip is to be seen; answers how to stop. */
function listenForHints(show: (hint: ShownHint | null) => void): () => void {
  let owner: HTMLElement | null = null;
  let isShown = false;
  let goneAtMs = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function leave(): void {
    clearTimeout(timer);
    owner = null;
    if (!isShown) return;
    isShown = false;
    goneAtMs = performance.now();
    show(null);
  }

  function enter(next: HTMLElement, delayMs: number): void {
    if (next === owner) return;
    leave();
    owner = next;
    timer = setTimeout(() => {
      if (!next.isConnected) return;
      isShown = true;
      show(shownHint(next));
    }, delayMs);
  }

  function onPointerOver(event: PointerEvent): void {
    // A finger that touches presses; it does not point.
    if (event.pointerType === 'touch') return;
    const next = hintOwner(event.target);
    if (next === null) leave();
    else enter(next, performance.now() - goneAtMs < AT_ONCE_WITHIN_MS || isShown ? 0 : DELAY_MS);
  }

  function onFocusIn(event: FocusEvent): void {
    const next = hintOwner(event.target);
    if (next?.matches(':focus-visible')) enter(next, 0);
  }

  // A press says that the control is known. It may open something, and the pointer that rests on it changes nothing.
  function onPress(): void {
    const pressed = owner;
    leave();
    owner = pressed;
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') onPress();
  }

  const listening = new AbortController();
  const options = { signal: listening.signal, capture: true, passive: true };
  document.addEventListener('pointerover', onPointerOver, options);
  document.documentElement.addEventListener('pointerleave', leave, { signal: listening.signal });
  document.addEventListener('pointerdown', onPress, options);
  document.addEventListener('click', onPress, options);
  document.addEventListener('focusin', onFocusIn, options);
  document.addEventListener('focusout', leave, options);
  document.addEventListener('keydown', onKeyDown, options);
  document.addEventListener('scroll', leave, options);
  return () => {
    listening.abort();
    clearTimeout(timer);
  };
}

function shownHint(owner: HTMLElement): ShownHint {
  const { hint = '', hintKeys, hintSide } = owner.dataset as HintData;
  return { owner, text: hint, keys: hintKeys, side: hintSide ?? 'bottom' };
}

function hintOwner(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-hint]') : null;
}
