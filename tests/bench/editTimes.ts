import type { Page } from '@playwright/test';
import type { RunningApp } from '../support/electronApp';
import { answerLimitMs } from './benchPlan';
import type { Drawing } from './drawing';
import { limitTime } from './limitTime';
import { noteLongestFrame } from './longestFrame';
import { placesIn, showView, untilUnsaved } from './views';

export interface EditTimes {
  /** From pressing an arrow key on a selected step to the next painted frame. */
  readonly editMs: readonly number[];
  /** The same for Ctrl+Z. */
  readonly undoMs: readonly number[];
  /** The longest frame around the first edit, after which the whole diagram goes into the recovery journal. */
  readonly longestFirstMs: number;
}

/** Long enough for the journal to be written, and for everything that follows an edit. */
const FIRST_SETTLE_MS = 1_500;
const SETTLE_MS = 150;

/** Nudges a step at 100 % and takes it back, again and again. */
export async function measureEdits({ page }: RunningApp, drawing: Drawing, count: number): Promise<EditTimes> {
  await limitTime(showView(page, 'near'), answerLimitMs, 'showing the view');
  const { node } = await limitTime(placesIn(page, drawing), answerLimitMs, 'looking for a step');
  await limitTime(page.mouse.click(node.x, node.y), answerLimitMs, 'selecting a step');
  await page.waitForTimeout(FIRST_SETTLE_MS);
  const first = await noteLongestFrame(page, async () => {
    await limitTime(timeKey(page, 'ArrowRight'), answerLimitMs, 'nudging a step');
    await untilUnsaved(page, answerLimitMs);
    await page.waitForTimeout(FIRST_SETTLE_MS);
  });
  const [editMs, undoMs]: [number[], number[]] = [[], []];
  // Apart in time, so that each is a step of its own.
  for (let round = 0; round < count; round++) {
    editMs.push(await limitTime(timeKey(page, 'ArrowRight'), answerLimitMs, 'nudging a step'));
    undoMs.push(await limitTime(timeKey(page, 'Control+KeyZ'), answerLimitMs, 'undoing'));
  }
  // A second click on a selected step would begin to edit its text.
  await page.keyboard.press('Escape');
  await page.waitForTimeout(FIRST_SETTLE_MS);
  return { editMs, undoMs, longestFirstMs: first.longestMs };
}

/** Time from a key press, as the page's own clock stamps it, to the first task after the next frame was made. */
async function timeKey(page: Page, key: string): Promise<number> {
  await page.evaluate(() => {
    (window as unknown as { paintedMs: Promise<number> }).paintedMs = new Promise((done) => {
      const pressed = ({ key, timeStamp }: KeyboardEvent) => {
        if (key === 'Control') return;
        removeEventListener('keydown', pressed, { capture: true });
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => done(performance.now() - timeStamp);
          port2.postMessage(null);
        });
      };
      addEventListener('keydown', pressed, { capture: true });
    });
  });
  await page.keyboard.press(key);
  const paintedMs = await page.evaluate(() => (window as unknown as { paintedMs: Promise<number> }).paintedMs);
  await page.waitForTimeout(SETTLE_MS);
  return paintedMs;
}
