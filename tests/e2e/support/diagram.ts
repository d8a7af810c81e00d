import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';
import type { Box, Point } from '../../../shared/geometry/box';
import type { DiagramDocument, DiagramEdge, DiagramNode } from '../../../shared/model/document';
import { boxOfNode } from '../../../shared/model/query';
import { aDocument, aLane, anEdge, aRole, aTask, edgeId, nodeId } from '../../support/builders';
import { chooseToOpen, expectUnsaved } from './desktop';
import { readPlan, writePlan } from './plan';

/** Two lanes with steps in them and one step outside: what gestures need. At 100 % all of it is in view. */
export const twoLanes = aDocument({
  title: 'Two lanes',
  roles: [
    aRole({ id: 'designer', name: { en: 'Designer', ko: '디자이너' }, color: '#5f66ed', order: 0 }),
    aRole({ id: 'builder', name: { en: 'Builder', ko: '개발자' }, color: '#0c8a5e', order: 1 }),
  ],
  nodes: [
    aLane({ id: 'design', x: 0, y: 0, width: 640, height: 120, roleId: 'designer' }),
    aLane({ id: 'build', x: 0, y: 120, width: 640, height: 120, roleId: 'builder' }),
    aTask({ id: 'draft', label: { en: 'Draft', ko: '초안' }, parentId: 'design', x: 160, y: 32 }),
    aTask({ id: 'review', label: 'Review', parentId: 'design', x: 400, y: 32 }),
    aTask({ id: 'code', label: 'Code', parentId: 'build', x: 160, y: 32 }),
    aTask({ id: 'ship', label: 'Ship', x: 400, y: 288 }),
  ],
  edges: [anEdge({ id: 'approve', from: 'draft', to: 'review' })],
});

/** A diagram in the app's window, driven with the pointer and the keyboard as a person does. */
export interface Diagram {
  readonly page: Page;
  readonly path: string;
  node(id: string): Locator;
  edge(id: string): Locator;
  /** Where a node is on the screen. */
  boxOf(id: string): Promise<Box>;
  centerOf(id: string): Promise<Point>;
  click(id: string): Promise<void>;
  /** Presses at a point, moves in steps and lets go, unless `hold`. */
  drag(from: Point, to: Point, options?: { readonly hold?: boolean }): Promise<void>;
  dragBy(id: string, x: number, y: number, options?: { readonly hold?: boolean }): Promise<void>;
  /** Saves, and answers what the file holds then. */
  saved(): Promise<SavedDiagram>;
  selected(): Promise<readonly string[]>;
}

export interface SavedDiagram {
  readonly document: DiagramDocument;
  node(id: string): DiagramNode;
  edge(id: string): DiagramEdge;
  /** On the canvas. */
  boxOf(id: string): Box;
}

let count = 0;

/** Whether the view shows the diagram at exactly 100 %, on whole pixels. */
function isAtRest(page: Page): Promise<boolean> {
  return page.locator('.react-flow__viewport').evaluate((view) => {
    const { a: zoom, e: x, f: y } = new DOMMatrix((view as HTMLElement).style.transform);
    return zoom === 1 && Number.isInteger(x) && Number.isInteger(y);
  });
}

/** Opens a fresh file with the document in a new tab, at 100 %. */
export async function openDiagram(
  { app, page }: { readonly app: ElectronApplication; readonly page: Page },
  folder: string,
  document: DiagramDocument = twoLanes,
): Promise<Diagram> {
  count += 1;
  const name = `diagram-${count}.roleweave`;
  const path = await writePlan(folder, name, document);
  await chooseToOpen(app, path);
  await page.keyboard.press('Control+o');
  await expect(page.locator('[aria-current="page"]')).toHaveText(name);
  await page.keyboard.press('Control+0');
  await expect(page.getByRole('button', { name: /100\s?%/ })).toBeVisible();
  // The status bar rounds: the flight ends a moment later, on whole pixels, and places are measured then.
  await expect.poll(() => isAtRest(page)).toBe(true);

  const node = (id: string) => page.locator(`[data-node-id="${id}"]`);
  const edge = (id: string) => page.locator(`[data-edge-id="${id}"]`);
  const boxOf = async (id: string): Promise<Box> => {
    const box = await node(id).boundingBox();
    if (box === null) throw new Error(`${id} is not on the screen`);
    return box;
  };
  const centerOf = async (id: string) => middle(await boxOf(id));
  const drag: Diagram['drag'] = async (from, to, { hold = false } = {}) => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
    await page.mouse.move(to.x, to.y, { steps: 5 });
    if (!hold) await page.mouse.up();
  };
  return {
    page,
    path,
    node,
    edge,
    boxOf,
    centerOf,
    drag,
    async click(id) {
      const { x, y } = await centerOf(id);
      await page.mouse.click(x, y);
    },
    async dragBy(id, x, y, options) {
      const from = await centerOf(id);
      await drag(from, { x: from.x + x, y: from.y + y }, options);
    },
    async saved() {
      await page.keyboard.press('Control+s');
      await expectUnsaved(page, false);
      return savedDiagram(await readPlan(path));
    },
    selected: () =>
      page
        .locator('.react-flow__node.selected')
        .evaluateAll((elements) => elements.map((element) => element.getAttribute('data-id') ?? '').sort()),
  };
}

export function savedDiagram(document: DiagramDocument): SavedDiagram {
  const node = (id: string) => present(document.nodes.get(nodeId(id)), id);
  return {
    document,
    node,
    edge: (id) => present(document.edges.get(edgeId(id)), id),
    boxOf: (id) => boxOfNode(document.nodes, node(id)),
  };
}

function present<T>(value: T | undefined, id: string): T {
  if (value === undefined) throw new Error(`the file has no ${id}`);
  return value;
}

export function middle({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** The middle of what a locator shows. */
export async function middleOf(locator: Locator): Promise<Point> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('not on the screen');
  return middle(box);
}
