import type { Page } from '@playwright/test';

interface Recording {
  longestFrame?: { lastMs: number; longestMs: number };
}

/** Does some work, and answers the longest time without a new frame meanwhile, in ms, besides what the work answers. */
export async function noteLongestFrame<T>(
  page: Page,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly longestMs: number }> {
  await page.evaluate(() => {
    const noted = { lastMs: performance.now(), longestMs: 0 };
    const recording = window as unknown as Recording;
    recording.longestFrame = noted;
    const note = () => {
      const nowMs = performance.now();
      noted.longestMs = Math.max(noted.longestMs, nowMs - noted.lastMs);
      noted.lastMs = nowMs;
      if (recording.longestFrame === noted) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  const result = await work();
  const longestMs = await page.evaluate(async () => {
    // The frame that the end of the work made belongs to it.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    const recording = window as unknown as Recording;
    const noted = recording.longestFrame;
    delete recording.longestFrame;
    return noted?.longestMs ?? 0;
  });
  return { result, longestMs };
}
