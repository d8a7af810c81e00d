import type { Page } from '@playwright/test';
import type { Box, Point } from '../../shared/geometry/box';

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

/** x, y, width, height, in diagram units. */
type Boxes = readonly (readonly [number, number, number, number])[];
/** Lanes are higher. */
const HIGHEST_STEP = 64;

/**
 * Where the canvas is, its middle, and where the step nearest to that can be taken hold of; in client pixels. `boxes`
 * are those of the diagram, for views from so far away that no step is in the page.
 */
export async function placesIn(
  page: Page,
  boxes: Boxes = [],
): Promise<{ readonly area: Box; readonly center: Point; readonly node: Point }> {
  const steps = boxes.filter(([, , , height]) => height <= HIGHEST_STEP);
  const view = await viewOf(page);
  return await page.evaluate(
    ({ painted, x: viewX, y: viewY, zoom }) => {
      const canvas = document.querySelector('.react-flow');
      if (canvas === null) throw new Error('there is no canvas');
      const { x, y, width, height } = canvas.getBoundingClientRect();
      const middleOf = (box: Box): Point => ({
        x: Math.round(box.x + box.width / 2),
        y: Math.round(box.y + box.height / 2),
      });
      const center = middleOf({ x, y, width, height });
      let [node, nearest] = [center, Number.POSITIVE_INFINITY];
      const inPage = [...document.querySelectorAll('[data-node-id^="step-"]')].map((element) =>
        middleOf(element.getBoundingClientRect()),
      );
      const places = painted.map(([left, top, wide, high]) =>
        middleOf({
          x: x + viewX + left * zoom,
          y: y + viewY + top * zoom,
          width: wide * zoom,
          height: high * zoom,
        }),
      );
      for (const at of inPage.length > 0 ? inPage : places) {
        const distance = Math.hypot(at.x - center.x, at.y - center.y);
        if (distance < nearest) [nearest, node] = [distance, at];
      }
      if (nearest > Math.max(width, height)) throw new Error('no step is in view');
      return { area: { x, y, width, height }, center, node };
    },
    { painted: steps, ...view },
  );
}

const unsavedTab = '[aria-current="page"][aria-label*="unsaved"]';

/** Waits for the mark of unsaved changes. */
export async function untilUnsaved(page: Page, limitMs: number): Promise<void> {
  await page.locator(unsavedTab).waitFor({ state: 'attached', timeout: limitMs });
}
