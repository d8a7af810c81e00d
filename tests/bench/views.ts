import type { Page } from '@playwright/test';
import { type Box, centerOf, contains, type Point } from '../../shared/geometry/box';
import type { Drawing } from './drawing';

/** The viewport of the app, or what the ruler shows in the same place. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** All of the diagram, or what is in the middle now at 100 %. */
export async function showView(page: Page, view: 'near' | 'whole'): Promise<void> {
  await page.keyboard.press(view === 'whole' ? 'Control+Digit1' : 'Control+Digit0');
  await untilStill(page);
}

/** Waits for the end of a flight to another view: some frames in a row that look the same. */
async function untilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    let [before, sameFrames] = ['', 0];
    while (sameFrames < 5) {
      await new Promise((next) => requestAnimationFrame(next));
      const now = document.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform ?? '';
      sameFrames = now === before ? sameFrames + 1 : 0;
      before = now;
    }
  });
}

export async function viewOf(page: Page): Promise<View> {
  return await page.evaluate(() => {
    const viewport = document.querySelector<HTMLElement>('.react-flow__viewport');
    const { a: zoom, e: x, f: y } = new DOMMatrix(viewport?.style.transform);
    return { x, y, zoom };
  });
}

/**
 * Where the canvas is, its middle, and where the step nearest to that can be taken hold of; in client pixels. Steps are
 * found by their places in the diagram: from far away they are painted and no elements of the page.
 */
export async function placesIn(
  page: Page,
  { boxes }: Drawing,
): Promise<{ readonly area: Box; readonly center: Point; readonly node: Point }> {
  const area = await page.evaluate(() => {
    const canvas = document.querySelector('.react-flow');
    if (canvas === null) throw new Error('there is no canvas');
    const { x, y, width, height } = canvas.getBoundingClientRect();
    return { x, y, width, height };
  });
  const { x, y, zoom } = await viewOf(page);
  const center = roundPoint(centerOf(area));
  let [node, nearest] = [center, Number.POSITIVE_INFINITY];
  for (const [left, top, width, height] of boxes) {
    if (height > HIGHEST_STEP) continue;
    const middle = centerOf({ x: left, y: top, width, height });
    const at = roundPoint({ x: area.x + x + middle.x * zoom, y: area.y + y + middle.y * zoom });
    const distance = Math.hypot(at.x - center.x, at.y - center.y);
    if (distance < nearest) [nearest, node] = [distance, at];
  }
  if (!contains(area, node)) throw new Error('no step is in view');
  return { area, center, node };
}

/** Lanes are higher, in diagram units. */
const HIGHEST_STEP = 64;

const roundPoint = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });

const unsavedTab = '[aria-current="page"][aria-label*="unsaved"]';

/** Waits for the mark of unsaved changes. */
export async function untilUnsaved(page: Page, limitMs: number): Promise<void> {
  await page.locator(unsavedTab).waitFor({ state: 'attached', timeout: limitMs });
}

/** Saves what an earlier gesture changed, so that what the next one changes can be seen. */
export async function saveChanges(page: Page, limitMs: number): Promise<void> {
  await page.keyboard.press('Control+KeyS');
  await page.locator(unsavedTab).waitFor({ state: 'detached', timeout: limitMs });
}
