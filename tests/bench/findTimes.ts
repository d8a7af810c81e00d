import type { Page } from '@playwright/test';
import { findInDocument } from '../../shared/find/findInDocument';
import { toQuery } from '../../shared/find/searchText';
import type { DiagramDocument } from '../../shared/model/document';
import { answerLimitMs } from './benchPlan';
import { limitTime } from './limitTime';

/**
 * Looked for one after the other: words of both languages, first consonants, half a syllable, what is not there. Each
 * has another count than the one before: that is how the page tells that it is done.
 */
const queries = ['검토', 'item 77', 'ㄷㅇㅌ', 'nothing', '데잍', 'item 5', '데이터'];

/** The search alone, in a document that was never searched before and in one that was; in ms a query. */
export function measureSearch(document: DiagramDocument): {
  readonly firstMs: readonly number[];
  readonly nextMs: readonly number[];
} {
  const [firstMs, nextMs]: [number[], number[]] = [[], []];
  for (const text of queries) {
    // New records, so that nothing of them is known.
    const fresh: DiagramDocument = {
      ...document,
      nodes: new Map([...document.nodes].map(([id, node]) => [id, { ...node }])),
      edges: new Map([...document.edges].map(([id, edge]) => [id, { ...edge }])),
    };
    firstMs.push(timeOf(fresh, text));
    nextMs.push(timeOf(fresh, text));
  }
  return { firstMs, nextMs };
}

function timeOf(document: DiagramDocument, text: string): number {
  const query = toQuery(text);
  const startMs = performance.now();
  if (query !== null) findInDocument(document, query);
  return performance.now() - startMs;
}

/** In the find bar: from the text that arrives to the next frame with its count, with marks and the way to the result. */
export async function measureTyping(page: Page): Promise<readonly number[]> {
  await page.keyboard.press('Control+f');
  const field = page.getByRole('search').getByRole('textbox').first();
  await field.waitFor();
  const timesMs: number[] = [];
  for (const text of queries) {
    await page.keyboard.press('Control+a');
    await noteTime(page, 'input', '[role=search] [role=status]');
    await page.keyboard.insertText(text);
    timesMs.push(await notedTime(page, `looking for ${text}`));
  }
  await page.keyboard.press('Escape');
  return timesMs;
}

/** From the key that shows the outline to the next frame with its rows. */
export async function measureOutline(page: Page, count: number): Promise<readonly number[]> {
  const timesMs: number[] = [];
  for (let round = 0; round < count; round++) {
    await noteTime(page, 'keydown', '[role=treeitem]');
    await page.keyboard.press('Control+Shift+o');
    timesMs.push(await notedTime(page, 'opening the outline'));
    await page.keyboard.press('Control+Shift+o');
    await page.getByRole('tree').waitFor({ state: 'detached' });
  }
  return timesMs;
}

/** Measures from the first event of a type that comes now to the frame after something that matches has changed. */
async function noteTime(page: Page, type: 'input' | 'keydown', changing: string): Promise<void> {
  await page.evaluate(
    ([eventType, selector]) => {
      const textOf = () => [...document.querySelectorAll(selector)].map((element) => element.textContent).join();
      const before = textOf();
      (window as unknown as { notedMs: Promise<number> }).notedMs = new Promise((done) => {
        // The last key of a combination: modifiers come before it.
        const isMeant = (event: Event) => !(event instanceof KeyboardEvent) || event.code === 'KeyO';
        const onEvent = (event: Event) => {
          if (!isMeant(event)) return;
          window.removeEventListener(eventType, onEvent, true);
          const startMs = performance.now();
          const look = () => {
            if (textOf() === before) requestAnimationFrame(look);
            else requestAnimationFrame(() => done(performance.now() - startMs));
          };
          requestAnimationFrame(look);
        };
        window.addEventListener(eventType, onEvent, true);
      });
    },
    [type, changing] as const,
  );
}

async function notedTime(page: Page, what: string): Promise<number> {
  const noted = page.evaluate(() => (window as unknown as { notedMs: Promise<number> }).notedMs);
  return await limitTime(noted, answerLimitMs, what);
}
