import type { Page } from '@playwright/test';
import { type Box, boxOf, centerOf, contains, type Point } from '../../shared/geometry/box';
import type { Drawing } from './drawing';
import { HEADING_PX, PITCH } from './generateDiagram';

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

/** Where things are, in client pixels. */
export interface Places {
  readonly area: Box;
  readonly center: Point;
  /** The middle of the step nearest to the center; with several selected, of one in the middle of them. */
  readonly node: Point;
  /** The far corner of the canvas. */
  readonly corner: Point;
  /** From beside the diagram to between steps, around as many steps as were asked for; only with all in view. */
  readonly frame: { readonly from: Point; readonly to: Point };
}

/**
 * Finds the canvas and the step nearest to its middle. Steps are found by their places in the diagram: they may be
 * painted, and no elements of the page.
 */
export async function placesIn(page: Page, { boxes }: Drawing, selected = 1): Promise<Places> {
  const area = await page.evaluate(() => {
    const canvas = document.querySelector('.react-flow');
    if (canvas === null) throw new Error('there is no canvas');
    const { x, y, width, height } = canvas.getBoundingClientRect();
    return { x, y, width, height };
  });
  const { x, y, zoom } = await viewOf(page);
  const toClient = (point: Point) => ({ x: area.x + x + point.x * zoom, y: area.y + y + point.y * zoom });
  const center = roundPoint(centerOf(area));
  const steps = boxes.filter(([, , , height]) => height <= HIGHEST_STEP);
  const start = toClient({ x: 0, y: 0 });
  const to = farCornerOf(steps, selected);
  const frame = { from: { x: start.x - BESIDE_PX, y: start.y - BESIDE_PX }, to: toClient(to) };
  const goal = selected > 1 ? centerOf(boxOf(frame.from, frame.to)) : center;
  let [node, nearestPx] = [center, Number.POSITIVE_INFINITY];
  for (const step of steps) {
    const at = roundPoint(toClient(middleOf(step)));
    const distancePx = Math.hypot(at.x - goal.x, at.y - goal.y);
    if (distancePx < nearestPx) [node, nearestPx] = [at, distancePx];
  }
  if (!contains(area, node)) throw new Error('no step is in view');
  const corner = { x: area.x + area.width - 4, y: area.y + area.height - 4 };
  return { area, center, node, corner, frame };
}

/** Of a box from the diagram's first step around about as many as are wanted, in diagram units. */
function farCornerOf(steps: readonly Step[], wanted: number): Point {
  const enough = Math.min(wanted, steps.length / 2);
  for (let size = 1; ; size++) {
    const corner = { x: HEADING_PX + size * PITCH.x - PITCH.x / 8, y: size * PITCH.y };
    const count = steps.filter(([x, y]) => x < corner.x && y < corner.y).length;
    if (count >= enough) return corner;
  }
}

/** How far beside the diagram a frame begins. */
const BESIDE_PX = 8;

type Step = Drawing['boxes'][number];

const middleOf = ([x, y, width, height]: Step): Point => centerOf({ x, y, width, height });

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
