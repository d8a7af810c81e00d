import type { CDPSession } from '@playwright/test';
import type { Point } from '../../shared/geometry/box';

interface MouseInput {
  readonly type: 'mousePressed' | 'mouseReleased' | 'mouseMoved' | 'mouseWheel';
  readonly x: number;
  readonly y: number;
  readonly deltaX?: number;
  readonly deltaY?: number;
  readonly button?: 'left';
  readonly buttons?: number;
  readonly clickCount?: number;
  readonly modifiers?: number;
}

/** Something people do with the mouse, as the inputs that their hands make. */
export interface Gesture {
  readonly before: readonly MouseInput[];
  /** One input for each step, sixty steps a second. */
  at(step: number): MouseInput;
  readonly after: readonly MouseInput[];
}

const STEPS_A_SECOND = 60;
const CTRL = 2;
const LEFT = { button: 'left', buttons: 1, clickCount: 1 } as const;

/** Goes on alternately for `length` steps in each direction, around where it began. */
const swing = (step: number, length: number) => (Math.floor((step + length / 2) / length) % 2 === 0 ? 1 : -1);

/** Scrolls a view to either side and back. */
export function panAt({ x, y }: Point): Gesture {
  const at = (step: number): MouseInput => {
    const direction = swing(step, 60);
    return { type: 'mouseWheel', x, y, deltaX: 24 * direction, deltaY: 8 * direction };
  };
  return { before: [{ type: 'mouseMoved', x, y }], at, after: [] };
}

/** Ctrl+wheel: two doublings away (out of a near view, into a far one) and back. */
export function zoomAt({ x, y }: Point, way: 'out' | 'in'): Gesture {
  const sign = way === 'out' ? 1 : -1;
  const at = (step: number): MouseInput => {
    const direction = Math.floor(step / 25) % 2 === 0 ? sign : -sign;
    return { type: 'mouseWheel', x, y, deltaX: 0, deltaY: 40 * direction, modifiers: CTRL };
  };
  return { before: [{ type: 'mouseMoved', x, y }], at, after: [] };
}

/** Takes hold of what is at a point, swings it around there, and lets go of it a little beside. */
export function dragAt({ x, y }: Point): Gesture {
  const at = (step: number): MouseInput => ({
    type: 'mouseMoved',
    x: Math.round(x + 120 * Math.sin(step / 14)),
    y: Math.round(y + 70 * Math.sin(step / 9)),
    button: 'left',
    buttons: 1,
  });
  return {
    before: [
      { type: 'mouseMoved', x, y },
      { type: 'mousePressed', x, y, ...LEFT },
    ],
    at,
    after: [
      { type: 'mouseMoved', x: x + 40, y: y + 24, button: 'left', buttons: 1 },
      { type: 'mouseReleased', x: x + 40, y: y + 24, ...LEFT, buttons: 0 },
    ],
  };
}

/** Pulls the frame of a selection from a corner: far, and to and fro. */
export function frameFrom({ x, y }: Point, to: Point): Gesture {
  const at = (step: number): MouseInput => {
    const share = 0.6 - 0.4 * Math.cos(step / 20);
    return { type: 'mouseMoved', x: x + (to.x - x) * share, y: y + (to.y - y) * share, button: 'left', buttons: 1 };
  };
  return {
    before: [
      { type: 'mouseMoved', x, y },
      { type: 'mousePressed', x, y, ...LEFT },
    ],
    at,
    after: [
      { type: 'mouseMoved', ...to, button: 'left', buttons: 1 },
      { type: 'mouseReleased', ...to, ...LEFT, buttons: 0 },
    ],
  };
}

/** So many inputs may wait for their answer: with more, a slow page would be measured by the length of its queue. */
const MAX_UNANSWERED = 3;

/**
 * Makes a gesture with real input events for `durationMs`, and waits until all are answered. `measure` encloses the
 * moving part, without press and release.
 */
export async function play<T>(
  session: CDPSession,
  gesture: Gesture,
  durationMs: number,
  measure: (move: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const send = (input: MouseInput) => session.send('Input.dispatchMouseEvent', input);
  for (const input of gesture.before) await send(input);
  const result = await measure(async () => {
    const unanswered = new Set<Promise<unknown>>();
    const startMs = performance.now();
    for (let step = 0; performance.now() - startMs < durationMs; step++) {
      while (unanswered.size >= MAX_UNANSWERED) await Promise.race(unanswered);
      const answer: Promise<unknown> = send(gesture.at(step)).finally(() => unanswered.delete(answer));
      unanswered.add(answer);
      // Noticed where it is waited for; when several fail, one is enough.
      answer.catch(() => {});
      const dueMs = startMs + ((step + 1) * 1000) / STEPS_A_SECOND;
      await new Promise((next) => setTimeout(next, Math.max(0, dueMs - performance.now())));
    }
    await Promise.all(unanswered);
  });
  for (const input of gesture.after) await send(input);
  return result;
}
