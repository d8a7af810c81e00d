import { expect, type Page, test } from '@playwright/test';
import { generateDiagram } from '../bench/generateDiagram';
import { launchApp, type RunningApp } from '../support/electronApp';
import { withFolder } from './support/desktop';
import { openDiagram } from './support/diagram';
import { writePlan } from './support/plan';

let running: RunningApp | undefined;

async function launch(...files: readonly string[]): Promise<RunningApp> {
  running = await launchApp({ lang: 'en', theme: 'light', files });
  return running;
}

test.afterEach(async () => {
  await running?.close();
  running = undefined;
});

const tree = (page: Page) => page.getByRole('tree', { name: 'Outline of the diagram' });
const item = (page: Page, name: string) => tree(page).getByRole('treeitem', { name, exact: true });
/** What the keyboard is on. */
const active = (page: Page) =>
  page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant');
    return id == null ? null : (document.getElementById(id)?.textContent ?? null);
  });

test('the diagram is walked, renamed, rearranged and thinned out as a tree, with the keyboard alone', async () => {
  await withFolder(async (folder) => {
    const window = await launch();
    const { page } = window;
    const diagram = await openDiagram(window, folder);
    await page.keyboard.press('Control+Shift+o');
    await expect(tree(page).getByRole('treeitem')).toHaveText([
      'Designer',
      'Draft',
      'Review',
      'Builder',
      'Code',
      'Ship',
    ]);
    await expect(item(page, 'Review')).toHaveAttribute('aria-level', '2');
    await expect(item(page, 'Review')).toHaveAttribute('aria-posinset', '2');
    await expect(item(page, 'Review')).toHaveAttribute('aria-setsize', '2');

    // What is walked to is selected on the canvas.
    await tree(page).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    expect(await active(page)).toBe('Draft');
    expect(await diagram.selected()).toEqual(['draft']);
    await page.keyboard.press('c');
    expect(await active(page)).toBe('Code');

    await page.keyboard.press('F2');
    await expect(tree(page).getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
    await page.keyboard.type('Write code');
    await page.keyboard.press('Enter');
    await expect(diagram.node('code')).toContainText('Write code');
    await expect(tree(page)).toBeFocused();
    await page.keyboard.press('F2');
    await page.keyboard.type('Never mind');
    await page.keyboard.press('Escape');
    await expect(item(page, 'Write code')).toBeVisible();

    // Out of its lane and into the one before, each a step.
    await page.keyboard.press('Control+Alt+ArrowUp');
    await expect(item(page, 'Write code')).toHaveAttribute('aria-setsize', '3');
    await expect(item(page, 'Builder')).not.toHaveAttribute('aria-expanded');
    expect((await diagram.saved()).node('code').parentId).toBe('design');
    await page.keyboard.press('Control+z');
    await expect(item(page, 'Builder')).toHaveAttribute('aria-expanded', 'true');

    await page.keyboard.press('End');
    expect(await active(page)).toBe('Ship');
    await page.keyboard.press('Delete');
    await expect(diagram.node('ship')).toHaveCount(0);
    await expect(tree(page).getByRole('treeitem')).toHaveCount(5);
    await page.keyboard.press('Control+z');
    await expect(diagram.node('ship')).toHaveCount(1);

    // Enter goes there.
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    await expect(tree(page).getByRole('treeitem')).toHaveCount(4);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.closest('.react-flow') !== null)).toBe(true);
    // What is selected on the canvas is shown in the tree, in a lane that was closed, too.
    await diagram.click('review');
    await expect(item(page, 'Review')).toHaveAttribute('aria-selected', 'true');
    await expect(tree(page).getByRole('treeitem')).toHaveCount(6);
  });
});

test('a row dragged onto a lane moves its step into it, in one step to undo', async () => {
  await withFolder(async (folder) => {
    const window = await launch();
    const { page } = window;
    const diagram = await openDiagram(window, folder);
    await page.getByRole('tab', { name: 'Outline' }).click();
    await item(page, 'Ship').dragTo(item(page, 'Builder'));
    await expect(item(page, 'Ship')).toHaveAttribute('aria-level', '2');
    const saved = await diagram.saved();
    expect(saved.node('ship').parentId).toBe('build');
    const [lane, step] = [saved.boxOf('build'), saved.boxOf('ship')];
    expect(step.y).toBeGreaterThanOrEqual(lane.y);
    expect(step.y + step.height).toBeLessThanOrEqual(lane.y + lane.height);
    await page.keyboard.press('Control+z');
    await expect(item(page, 'Ship')).toHaveAttribute('aria-level', '1');
  });
});

test('of thousands of steps only the rows in sight are in the page, and the last one is there at once', async () => {
  await withFolder(async (folder) => {
    const file = await writePlan(folder, 'large.roleweave', generateDiagram(3_000));
    const { page } = await launch(file);
    await page.keyboard.press('Control+Shift+o');
    await expect(tree(page).getByRole('treeitem').first()).toBeVisible();
    expect(await tree(page).getByRole('treeitem').count()).toBeLessThan(80);
    await tree(page).focus();
    await page.keyboard.press('End');
    await expect.poll(() => active(page)).toContain('2999');
    expect(await tree(page).getByRole('treeitem').count()).toBeLessThan(80);
  });
});
