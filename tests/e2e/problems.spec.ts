import AxeBuilder from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';
import type { DiagramDocument } from '../../shared/model/document';
import { generateDiagram } from '../bench/generateDiagram';
import { aDocument, anEdge, aRole, aTask } from '../support/builders';
import { launchApp, type RunningApp } from '../support/electronApp';
import { gaps } from '../support/problemPlan';
import { withFolder } from './support/desktop';
import { type Diagram, openDiagram } from './support/diagram';

let running: RunningApp | undefined;

test.afterEach(async () => {
  await running?.close();
  running = undefined;
});

/** Opens a diagram and the list of its problems. */
async function listed(
  document: DiagramDocument,
  work: (diagram: Diagram, page: Page) => Promise<void>,
  lang: 'ko' | 'en' = 'en',
): Promise<void> {
  await withFolder(async (folder) => {
    running = await launchApp({ lang, theme: 'light' });
    const diagram = await openDiagram(running, folder, document);
    await running.page.keyboard.press('Control+F8');
    await work(diagram, running.page);
  });
}

const tree = (page: Page) => page.getByRole('tree');
/** The sentences, without rules and buttons. */
const sentences = (page: Page): Locator => tree(page).locator('[role=treeitem][aria-level="2"] > span');
const item = (page: Page, text: string): Locator => tree(page).getByRole('treeitem').filter({ hasText: text });
const count = (page: Page) =>
  page.locator('[data-region="status"]').getByRole('button', { name: /Problems \d+|No problems/ });
const inspector = (page: Page): Locator => page.getByRole('complementary', { name: 'Properties' });
const raci = (page: Page, role: string, level: string): Locator =>
  inspector(page).getByRole('button', { name: `${role}: ${level}`, exact: true });
const spoken = (page: Page) => page.locator('[aria-live="polite"]');
const marked = (page: Page) =>
  page.locator('[data-problem]').evaluateAll((marks) => marks.map((mark) => mark.getAttribute('data-problem')).sort());

const ds = aRole({ id: 'ds', name: 'Data scientist', color: '#0c8a5e' });
const mle = aRole({ id: 'mle', name: 'ML engineer', color: '#f87f02', order: 1 });
const train = aTask({ id: 'train', label: 'Train', roleId: 'ds', raci: { ds: 'R', mle: 'A' } });
const test1 = aTask({ id: 'test', label: 'Test', roleId: 'ds', x: 240, raci: { ds: 'AR' } });
const serve = aTask({ id: 'serve', label: 'Serve', roleId: 'mle', x: 480, raci: { mle: 'AR' } });

test('R6: what is wrong with responsibilities is listed as it happens, found in the diagram, and mended', async () => {
  await listed(aDocument({ roles: [ds, mle], nodes: [train, test1, serve] }), async (diagram, page) => {
    await expect(page.getByText('Every step has a role, and every way leads on.')).toBeVisible();
    await expect(count(page)).toHaveText('No problems');

    await diagram.click('train');
    await raci(page, 'ML engineer', 'Accountable').click();
    await expect(sentences(page)).toHaveText(['“Train” has nobody accountable (A)']);
    await diagram.click('test');
    await raci(page, 'ML engineer', 'Accountable').click();
    await diagram.click('serve');
    await raci(page, 'ML engineer', 'Responsible').click();
    await expect(sentences(page)).toHaveText([
      '“Serve” has nobody responsible (R)',
      '“Train” has nobody accountable (A)',
      '“Test” has 2 accountable (A): Data scientist, ML engineer',
    ]);
    await expect(count(page)).toHaveText('Problems 3');
    await expect(page.getByRole('tab', { name: 'Problems 3' })).toBeVisible();
    await expect(spoken(page)).toHaveText('Problems: 3');
    await expect(item(page, 'nobody answers for the result')).toHaveAttribute('aria-expanded', 'true');

    // Out of view, a press brings it back to the middle.
    await page.keyboard.press('Escape');
    await page.mouse.move(700, 400);
    await page.mouse.wheel(900, 900);
    await expect(diagram.node('train')).not.toBeInViewport();
    await item(page, '“Train”').click();
    expect(await diagram.selected()).toEqual(['train']);
    await expect(diagram.node('train')).toBeInViewport({ ratio: 1 });
    const canvas = (await page.locator('[data-region="canvas"]').boundingBox()) ?? { x: 0, width: 0, y: 0, height: 0 };
    await expect
      .poll(async () => Math.abs((await diagram.centerOf('train')).x - (canvas.x + canvas.width / 2)))
      .toBeLessThan(canvas.width / 8);

    // Who has the step is certain to do it; that is one step, taken back by one.
    await page.getByRole('button', { name: 'Make ML engineer responsible' }).click();
    await expect(sentences(page)).toHaveCount(2);
    await page.keyboard.press('Control+z');
    await expect(sentences(page)).toHaveCount(3);
    await item(page, '“Serve” has').click();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('fix this problem');
    await page.keyboard.press('Enter');
    await expect(sentences(page)).toHaveCount(2);
    // One goes on with what has taken its place.
    await page.keyboard.press('F8');
    await expect.poll(() => diagram.selected()).toEqual(['train']);
    await raci(page, 'ML engineer', 'Accountable').click();
    await item(page, '“Test”').click();
    await expect.poll(() => diagram.selected()).toEqual(['test']);
    await raci(page, 'ML engineer', 'Accountable').click();
    await expect(page.getByText('No problems').first()).toBeVisible();
    const saved = await diagram.saved();
    expect([...saved.node('serve').raci]).toEqual([['mle', 'AR']]);
  });
});

test('R17: of six kinds of gaps each is found once, in Korean, and marked; with the keyboard alone one goes through them', async () => {
  await listed(
    gaps,
    async (diagram, page) => {
      await expect(sentences(page)).toHaveText([
        '‘데이터 검증’에 역할이 없어요',
        '‘짐작’에 이어지는 길이 없어요',
        '‘보관’ 다음으로 이어지는 길이 없어요',
        '최종 사용자에게 닿는 것이 없어요',
        '‘4단계’에서 일하는 역할이 없어요',
        '제품 팀의 일이 하나도 없어요',
      ]);
      await expect(page.locator('[data-region="status"]').getByRole('button', { name: '문제 6' })).toBeVisible();
      await expect.poll(() => marked(page)).toEqual(['archive', 'guess', 'stage3', 'use', 'validate']);

      await page.keyboard.press('F8');
      await expect.poll(() => diagram.selected()).toEqual(['validate']);
      await expect(spoken(page)).toHaveText('‘데이터 검증’에 역할이 없어요');
      await page.keyboard.press('F8');
      await expect.poll(() => diagram.selected()).toEqual(['guess']);
      await page.keyboard.press('Shift+F8');
      await page.keyboard.press('Shift+F8');
      await expect(spoken(page)).toHaveText('제품 팀의 일이 하나도 없어요');

      // Around again.
      await page.keyboard.press('F8');
      await expect.poll(() => diagram.selected()).toEqual(['validate']);
      await page.keyboard.press('Shift+F8');
      await expect(spoken(page)).toHaveText('제품 팀의 일이 하나도 없어요');

      // A role without a place in the diagram is looked at where roles are.
      await tree(page).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog', { name: '역할 편집' })).toBeVisible();
      await page.keyboard.press('Escape');
      await item(page, '제품 팀의').click();
      await expect(page.getByRole('dialog', { name: '역할 편집' })).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(tree(page)).toBeFocused();

      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowLeft');
      await expect(sentences(page)).toHaveCount(5);
      // What is gone to is shown, also in a rule that was closed.
      await page.keyboard.press('F8');
      await expect(sentences(page)).toHaveCount(6);
      await expect.poll(() => diagram.selected()).toEqual(['validate']);
      await item(page, '역할 없는 작업').click();
      await expect(sentences(page)).toHaveCount(5);
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowRight');
      await expect(sentences(page)).toHaveCount(6);
      await page.keyboard.press('Home');
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => diagram.selected()).toEqual(['validate']);
      const axe = await new AxeBuilder({ page }).setLegacyMode(true).include('[data-region="left"]').analyze();
      expect(axe.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))).toEqual([]);
      await page.keyboard.press('Enter');
      await expect(tree(page)).not.toBeFocused();

      // The list is put away, and its marks with it.
      await page.keyboard.press('Control+F8');
      await expect(tree(page)).toHaveCount(0);
      await expect.poll(() => marked(page)).toEqual([]);
    },
    'ko',
  );
});

test('R12: back and forth and round and round are told, and their lines selected', async () => {
  const role = (n: number) => (n % 2 === 0 ? 'ds' : 'mle');
  const nodes = [0, 1, 2, 3].map((n) => aTask({ id: `s${n}`, label: `Step ${n}`, roleId: role(n), x: 200 * n }));
  const arrow = (from: string, to: string) => anEdge({ id: `${from}-${to}`, from, to });
  const edges = [arrow('s0', 's1'), arrow('s1', 's2'), arrow('s2', 's3'), arrow('s1', 's0')];
  await listed(aDocument({ roles: [ds, mle], nodes, edges }), async (diagram, page) => {
    await expect(sentences(page)).toHaveText([
      'Rework loop of 2 steps: Step 0, Step 1',
      'Data scientist ↔ ML engineer exchanged 3 times',
    ]);
    const selectedEdges = () =>
      page
        .locator('.react-flow__edge.selected')
        .evaluateAll((all) => all.map((edge) => edge.getAttribute('data-id')).sort());
    await item(page, 'Rework loop of').click();
    await expect.poll(selectedEdges).toEqual(['s0-s1', 's1-s0']);
    await item(page, 'exchanged').click();
    await expect.poll(selectedEdges).toEqual(['s0-s1', 's1-s2', 's2-s3']);
    expect(await diagram.selected()).toEqual(['s0', 's1', 's2', 's3']);
  });
});

test('R18: two steps are kept apart by a command, marked where one role does both, and the rule goes into the file', async () => {
  const build = aTask({ id: 'build', label: 'Build', roleId: 'ds' });
  const approve = aTask({ id: 'approve', label: 'Approve', roleId: 'ds', x: 240 });
  const run = aTask({ id: 'run', label: 'Run', roleId: 'mle', x: 480 });
  await listed(aDocument({ roles: [ds, mle], nodes: [build, approve, run] }), async (diagram, page) => {
    await expect(count(page)).toHaveText('No problems');
    await diagram.click('build');
    await page.keyboard.down('Shift');
    await diagram.click('approve');
    await page.keyboard.up('Shift');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('never by the same');
    await page.keyboard.press('Enter');
    await expect(sentences(page)).toHaveText(['Data scientist does both “Build” and “Approve”']);
    await expect.poll(() => marked(page)).toEqual(['approve', 'build']);

    await inspector(page).getByRole('textbox', { name: 'Why' }).fill('Four eyes');
    await page.keyboard.press('Enter');
    await expect(sentences(page)).toHaveText(['Data scientist does both “Build” and “Approve”: Four eyes']);

    await diagram.click('run');
    await diagram.click('approve');
    await expect(inspector(page).getByText('Not by the same role as “Build”')).toBeVisible();
    await inspector(page).getByRole('combobox', { name: 'Role' }).click();
    await page.getByRole('option', { name: 'ML engineer' }).click();
    await expect(count(page)).toHaveText('No problems');
    await expect.poll(() => marked(page)).toEqual([]);
    const { document } = await diagram.saved();
    expect([...document.separations.values()]).toMatchObject([{ nodeIds: ['build', 'approve'], reason: 'Four eyes' }]);

    await inspector(page).getByRole('button', { name: 'Allow the same role as “Build”' }).click();
    await expect(inspector(page).getByText('Not by the same role as')).toHaveCount(0);
    expect((await diagram.saved()).document.separations.size).toBe(0);
  });
});

test('the diagram that is shown first has no problem, and the count opens the list', async () => {
  running = await launchApp({ lang: 'en', theme: 'light' });
  const { page } = running;
  await expect(count(page)).toHaveText('No problems');
  await count(page).click();
  await expect(page.getByRole('tab', { name: 'Problems' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText('Every step has a role, and every way leads on.')).toBeVisible();
});

test('of a large diagram the page holds few of many problems, and what is painted is marked all the same', async () => {
  const { roles, nodes, edges } = generateDiagram(1_000);
  const document = aDocument({
    roles: [...roles.values()],
    nodes: [...nodes.values()],
    edges: [...edges.values()].map((edge) => ({ ...edge, kind: 'handoff', label: '' })),
  });
  await listed(document, async (_, page) => {
    await expect(count(page)).toHaveText(/Problems \d{3,}/);
    await expect(item(page, 'does not say what is handed over').first()).toBeVisible();
    expect(await tree(page).getByRole('treeitem').count()).toBeLessThan(80);
    await expect.poll(async () => (await marked(page)).length).toBeGreaterThan(0);
    await tree(page).focus();
    await page.keyboard.press('End');
    await expect(tree(page).locator('[aria-selected="true"]')).toBeInViewport();
  });
});
