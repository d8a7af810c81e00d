import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { launchApp, type RunningApp } from '../support/electronApp';
import { handoffPlan } from '../support/handoffPlan';
import { chooseToSave, pressMenu, withFolder } from './support/desktop';
import { type Diagram, openDiagram } from './support/diagram';

let running: RunningApp;
let page: Page;

test.beforeAll(async () => {
  running = await launchApp({ lang: 'en', theme: 'light' });
  page = running.page;
});
test.afterAll(async () => {
  await running?.close();
});

const matrix = (): Locator => page.getByRole('grid', { name: 'Who hands over to whom' });
const cell = (name: string): Locator => matrix().getByRole('gridcell', { name, exact: true });
const field = (name: string): Locator => page.getByRole('textbox', { name, exact: true });
const undo = (): Locator => page.getByRole('button', { name: /^Undo/ });
const properties = (): Locator => page.getByRole('complementary', { name: 'Properties' });
const statusBar = (): Locator => page.getByRole('contentinfo');
const copied = (): Promise<string> => running.app.evaluate(({ clipboard }) => clipboard.readText());

async function showHandoffs(): Promise<void> {
  await page.keyboard.press('Control+Alt+3');
  await expect(matrix()).toBeVisible();
}

/** How thick the lines of these edges are drawn. */
function widths(diagram: Diagram, ...ids: readonly string[]): Promise<readonly (string | null)[]> {
  return Promise.all(
    ids.map((id) => diagram.edge(id).locator('path:not([class])').first().getAttribute('stroke-width')),
  );
}

test('edges between roles are counted and marked, and a step that goes to the other role changes that at once', async () => {
  await withFolder(async (folder) => {
    const diagram = await openDiagram(running, folder, handoffPlan);
    await expect(statusBar().getByText('Hand-offs 9')).toBeVisible();
    await expect.poll(() => widths(diagram, 'collect-label', 'watch-use', 'collect-clean')).toEqual(['2', '2', '1.5']);
    await diagram.node('label').click({ position: { x: 12, y: 12 } });
    await properties().getByRole('combobox', { name: 'Role' }).click();
    await page.getByRole('option', { name: 'Data engineer', exact: true }).click();
    await expect(statusBar().getByText('Hand-offs 8')).toBeVisible();
    await expect.poll(() => widths(diagram, 'collect-label', 'label-train')).toEqual(['1.5', '2']);
    await undo().click();
    await expect(statusBar().getByText('Hand-offs 9')).toBeVisible();
  });
});

test('the matrix counts who gives to whom, and a cell selects exactly its edges', async () => {
  await withFolder(async (folder) => {
    const diagram = await openDiagram(running, folder, handoffPlan);
    await showHandoffs();
    await expect(cell('All hand-offs: 9')).toHaveText('9');
    await expect(cell('Data engineer gives: 3')).toHaveText('3');
    await expect(cell('Data scientist takes: 4')).toHaveText('4');
    await cell('Data engineer → Data scientist: 3').click();
    await expect(statusBar().getByText('3 selected')).toBeVisible();
    await page.getByRole('button', { name: 'Show selection in the diagram' }).click();
    const selected = page.locator('.react-flow__edge.selected');
    await expect(selected).toHaveCount(3);
    const ids = await selected.evaluateAll((edges) => edges.map((edge) => edge.getAttribute('data-id')).sort());
    expect(ids).toEqual(['clean-features', 'clean-train', 'collect-label']);
    await expect(diagram.node('clean')).toBeInViewport();

    // The same by keys; the last column is the sum of its row.
    await showHandoffs();
    await matrix().focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect(statusBar().getByText('2 selected')).toBeVisible();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect(statusBar().getByText('3 selected')).toBeVisible();
  });
});

test('a contract is filled in where it stands, shows on the edge, and goes out as Markdown and CSV', async () => {
  await withFolder(async (folder) => {
    const diagram = await openDiagram(running, folder, handoffPlan);
    await showHandoffs();
    // Where people work together or data is read, nothing has to be named.
    await expect(page.getByText('7 without content')).toBeVisible();
    const ends = 'Clean data → Train the model';
    await expect(field(`What: ${ends}`)).toHaveAttribute('placeholder', 'Missing');
    await field(`What: ${ends}`).fill('Validated dataset');
    await field(`What: ${ends}`).press('Tab');
    await expect(page.getByText('6 without content')).toBeVisible();
    await page.keyboard.type('Parquet');
    await page.keyboard.press('Tab');
    await page.keyboard.type('No missing keys');
    await page.keyboard.press('Tab');
    await page.keyboard.type('soon');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('Write a time such as');
    await field(`Within: ${ends}`).fill('1.5 d');
    await field(`Within: ${ends}`).press('Enter');
    await expect(field(`Within: ${ends}`)).toHaveValue('1 d 4 h');
    await expect(page.getByRole('alert')).toHaveCount(0);
    // What is written here is what the inspector of the edge says.
    await expect(properties().getByRole('textbox', { name: 'Format' })).toHaveValue('Parquet');
    await expect(properties().getByRole('textbox', { name: 'Within' })).toHaveValue('1 d 4 h');

    await pressMenu(running.app, 'handoffs.copyMarkdown');
    const line =
      '| Data engineer | Data scientist | Clean data | Train the model | Validated dataset | Parquet | No missing keys | 1 d 4 h |';
    await expect.poll(copied).toContain(line);
    await chooseToSave(running.app, join(folder, 'contracts.md'));
    await pressMenu(running.app, 'handoffs.saveMarkdown');
    await expect(page.getByText('Saved “contracts.md”.')).toBeVisible();
    const markdown = await readFile(join(folder, 'contracts.md'), 'utf8');
    expect(markdown.split('\n')).toHaveLength(2 + 9 + 1);
    expect(markdown).toContain(line);
    await chooseToSave(running.app, join(folder, 'contracts.csv'));
    await pressMenu(running.app, 'handoffs.saveCsv');
    await expect(page.getByText('Saved “contracts.csv”.')).toBeVisible();
    expect(await readFile(join(folder, 'contracts.csv'), 'utf8')).toContain(
      'Data engineer,Data scientist,Clean data,Train the model,Validated dataset,Parquet,No missing keys,1 d 4 h',
    );

    await page.getByRole('button', { name: `Show “Clean data” → “Train the model” in the diagram` }).click();
    await expect(diagram.edge('clean-train')).toContainText('Validated dataset');
    expect((await diagram.saved()).edge('clean-train').terms).toEqual({
      format: 'Parquet',
      acceptance: 'No missing keys',
      withinMinutes: 720,
    });
  });
});

test('the inspector has the terms of edges between roles alone', async () => {
  await withFolder(async (folder) => {
    const diagram = await openDiagram(running, folder, handoffPlan);
    await showHandoffs();
    await cell('ML engineer → Data scientist: 1').click();
    await expect(properties().getByRole('heading', { name: 'What is agreed', exact: true })).toBeVisible();
    await properties().getByRole('textbox', { name: 'Within' }).fill('2시간 30분');
    await properties().getByRole('textbox', { name: 'Within' }).press('Enter');
    await expect(field('Within: Review the model → Train the model')).toHaveValue('2 h 30 min');
    await undo().click();
    await expect(undo()).toBeDisabled();
    await page.keyboard.press('Control+Alt+1');
    const box = await diagram.edge('collect-clean').boundingBox();
    if (box === null) throw new Error('the edge is not shown');
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expect(properties().getByRole('textbox', { name: 'Label' })).toBeVisible();
    await expect(properties().getByRole('textbox', { name: 'Within' })).toHaveCount(0);
  });
});

test('names of steps too long for their row are cut in it, and reach into no other', async () => {
  const own = await launchApp({ lang: 'en' });
  try {
    await own.page.keyboard.press('Control+Alt+3');
    const table = own.page.getByRole('table');
    await expect(table.getByRole('button', { name: /Prototype new methods/ }).first()).toBeVisible();
    const overflows = await table.getByRole('row').evaluateAll((rows) =>
      rows.flatMap((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        const boxes = [...row.querySelectorAll('button, button *')].map((one) => one.getBoundingClientRect());
        return boxes.some((box) => box.top < top || box.bottom > bottom) ? [row.textContent] : [];
      }),
    );
    expect(overflows).toEqual([]);
  } finally {
    await own.close();
  }
});
