import { expect, type Page, test } from '@playwright/test';
import { aDocument, anEdge, aTask } from '../support/builders';
import { launchApp, type RunningApp } from '../support/electronApp';
import { chooseToOpen, chooseToSave, expectUnsaved, withFolder } from './support/desktop';
import { openDiagram } from './support/diagram';
import { readPlan, writePlan } from './support/plan';

let running: RunningApp;

test.beforeAll(async () => {
  running = await launchApp();
});
test.afterAll(async () => {
  await running.close();
});

/** What a screen reader was told last. */
const said = (page: Page) => page.locator('[role="status"][aria-live="polite"]').last();
const nodes = (page: Page) => page.locator('[data-node-id]');

test('without the mouse: add three steps, connect them, resize one, lock one, undo it all', async () => {
  await withFolder(async (folder) => {
    const { app, page } = running;
    const path = `${folder}/keys.roleweave`;
    await page.keyboard.press('Control+t');
    await expect(nodes(page)).toHaveCount(0);
    for (const name of ['Collect data', 'Validate data', 'Report']) {
      await page.keyboard.press('Control+Enter');
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
    }
    await expect(nodes(page)).toHaveCount(3);
    await expect(said(page)).toHaveText(/Renamed ‘Task’ to ‘Report’\./);

    // To the first one, from where the flow is drawn.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Collect data');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByText('1 selected')).toBeVisible();
    await page.keyboard.press('Control+l');
    // The target is there to be seen before anything is done, and can be chosen.
    await expect(page.locator('[data-connect-to]')).toHaveCount(1);
    await expect(page.locator('[data-edge-id]')).toHaveCount(1);
    for (let i = 0; i < 3; i++) {
      if (/‘Validate data’\?/.test((await said(page).textContent()) ?? '')) break;
      await page.keyboard.press('Tab');
    }
    await expect(said(page)).toHaveText(/^Connect ‘Collect data’ to ‘Validate data’\?/);
    await page.keyboard.press('Enter');
    await expect(said(page)).toHaveText(/^Connected ‘Collect data’ to ‘Validate data’\./);
    await expect(page.locator('[data-connect-to]')).toHaveCount(0);

    // Called off, nothing comes of it.
    await page.keyboard.press('Control+l');
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-edge-id]')).toHaveCount(1);

    await page.keyboard.press('Alt+PageDown');
    await expect(page.locator('.react-flow__node.selected')).toContainText('Validate data');
    await page.keyboard.press('Control+Alt+ArrowRight');
    await page.keyboard.press('Control+Alt+ArrowDown');
    await expect(said(page)).toHaveText(/‘Validate data’ is now 136 by 64\./);
    await page.keyboard.press('Control+Shift+l');
    await expect(page.locator('[data-locked]')).toHaveCount(1);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Delete');
    await expect(nodes(page)).toHaveCount(3);

    await chooseToSave(app, path);
    await page.keyboard.press('Control+s');
    await expectUnsaved(page, false);
    const saved = await readPlan(path);
    const validate = [...saved.nodes.values()].find(({ label }) => label === 'Validate data');
    expect(validate).toMatchObject({ width: 136, height: 64, locked: true });
    expect(saved.edges.size).toBe(1);

    for (let i = 0; i < 20; i++) await page.keyboard.press('Control+z');
    await expect(nodes(page)).toHaveCount(0);
  });
});

test('the menu of a step opens by key, and an edge is hung elsewhere by keys', async () => {
  await withFolder(async (folder) => {
    const { page } = running;
    const diagram = await openDiagram(running, folder);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Draft');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menu')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);

    await page.keyboard.press('Alt+Home');
    await expect(said(page)).toHaveText(/Connection from ‘Draft’ to ‘Review’/);
    await page.keyboard.press('Control+l');
    for (let i = 0; i < 4; i++) {
      if (/‘Code’\?/.test((await said(page).textContent()) ?? '')) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await expect(said(page)).toHaveText(/Connected ‘Draft’ to ‘Code’\./);
    const saved = await diagram.saved();
    expect(saved.edge('approve')).toMatchObject({ from: { nodeId: 'draft' }, to: { nodeId: 'code' } });
  });
});

test('F6 goes from one part of the window to the next and back', async () => {
  await withFolder(async (folder) => {
    const { page } = running;
    await openDiagram(running, folder);
    const region = () =>
      page.evaluate(() => document.activeElement?.closest('[data-region]')?.getAttribute('data-region'));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+ArrowRight');
    expect(await region()).toBe('canvas');
    const seen: unknown[] = [];
    for (let i = 0; i < 7; i++) {
      await page.keyboard.press('F6');
      seen.push(await region());
    }
    expect(seen).toEqual(['tools', 'right', 'status', 'top', 'left', 'pages', 'canvas']);
    await page.keyboard.press('Shift+F6');
    expect(await region()).toBe('pages');
    await page.keyboard.press('F6');
  });
});

test('in a large diagram Tab and the arrows reach steps that are only painted', async () => {
  await withFolder(async (folder) => {
    const { app, page } = running;
    const tasks = Array.from({ length: 900 }, (_, i) =>
      aTask({ id: `n${i}`, label: `Step ${i}`, x: (i % 30) * 200, y: Math.floor(i / 30) * 120 }),
    );
    await chooseToOpen(app, await writePlan(folder, 'large.roleweave', aDocument({ nodes: tasks })));
    await page.keyboard.press('Control+o');
    await expect(page.locator('[aria-current="page"]')).toHaveText('large.roleweave');
    await page.keyboard.press('Control+1');
    await expect(page.getByRole('button', { name: /Zoom: \d{1,2}%/ })).toBeVisible();
    await page.waitForTimeout(500);
    const selected = () =>
      page.locator('.react-flow__node.selected').evaluateAll((all) => all.map((node) => node.getAttribute('data-id')));
    // With nothing selected one starts in the middle of what is in view.
    await page.keyboard.press('Control+Shift+ArrowRight');
    await expect.poll(selected).toHaveLength(1);
    const start = Number(String((await selected())[0]).slice(1));
    for (let i = 1; i <= 3; i++) {
      await page.keyboard.press('Tab');
      await expect.poll(selected).toEqual([`n${start + i}`]);
    }
    await page.keyboard.press('Shift+Tab');
    await expect.poll(selected).toEqual([`n${start + 2}`]);
    await page.keyboard.press('Control+Shift+ArrowDown');
    await expect.poll(selected).toEqual([`n${start + 32}`]);
    // What is typed now is its name.
    await page.keyboard.type('Named');
    await page.keyboard.press('Enter');
    await expect(said(page)).toHaveText(`Renamed ‘Step ${start + 32}’ to ‘Named’.`);
  });
});

/** Two steps at different heights: the line between them has three pieces. */
const bendable = aDocument({
  nodes: [aTask({ id: 'a', label: 'A', x: 0, y: 0 }), aTask({ id: 'b', label: 'B', x: 400, y: 160 })],
  edges: [anEdge({ id: 'line', from: 'a', to: 'b' })],
});

test('a line is bent by keys: piece by piece, as one step, or not at all', async () => {
  await withFolder(async (folder) => {
    const { page } = running;
    const diagram = await openDiagram(running, folder, bendable);
    await diagram.click('a');
    await page.keyboard.press('Alt+Home');
    await expect(page.locator('[data-grips-of="line"]')).toHaveCount(1);
    await page.keyboard.press('Control+Alt+j');
    await expect(page.locator('[data-bending]')).toHaveCount(1);
    await expect(said(page)).toHaveText(/^Piece 2 of 3/);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-bending]')).toHaveCount(0);
    expect((await diagram.saved()).edge('line').waypoints).toEqual([]);
    // The file is there a moment before it is said, which must not come after what is said of the pieces.
    await expect(said(page)).toHaveText(/^Saved/);

    await page.keyboard.press('Control+Alt+j');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Tab');
    await expect(said(page)).toHaveText(/^Piece 3 of 4/);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Undo Bend edge' })).toBeEnabled();
    const bent = (await diagram.saved()).edge('line');
    expect(Math.max(...bent.waypoints.map(({ x }) => x))).toBeGreaterThan(420);

    await page.keyboard.press('Control+Alt+j');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Enter');
    expect((await diagram.saved()).edge('line').waypoints).toEqual([]);
    await page.keyboard.press('Control+z');
    expect((await diagram.saved()).edge('line')).toEqual(bent);
  });
});
