import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { type DiagramDocument, noTiming, type Timing } from '../../shared/model/document';
import { formatDuration } from '../../shared/text/duration';
import { launchApp, type RunningApp } from '../support/electronApp';
import { fiveSteps } from '../support/fiveSteps';
import { openDiagram } from './support/diagram';

let running: RunningApp;
let page: Page;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleweave-figures-'));
  running = await launchApp({ lang: 'en', theme: 'light' });
  page = running.page;
});
test.afterAll(async () => {
  await running?.close();
  await rm(folder, { recursive: true, force: true });
});

/** The five steps before anybody has said how long they take. */
const untimed: DiagramDocument = {
  ...fiveSteps,
  nodes: new Map([...fiveSteps.nodes].map(([id, node]) => [id, { ...node, timing: noTiming }])),
  edges: new Map([...fiveSteps.edges].map(([id, edge]) => [id, { ...edge, timing: noTiming }])),
};
const field = (name: string, what: string): Locator =>
  page.getByRole('textbox', { name: `${name}: ${what}`, exact: true });
const card = (title: string): Locator =>
  page.locator('dl > div').filter({ has: page.getByText(title, { exact: true }) });

async function enter(name: string, timing: Timing): Promise<void> {
  const { workMinutes, waitMinutes, accuratePercent } = timing;
  if (waitMinutes !== null) await field(name, 'Waiting time').fill(formatDuration(waitMinutes, 'en'));
  if (workMinutes !== null) await field(name, 'Working time').fill(formatDuration(workMinutes, 'en'));
  if (accuratePercent !== null) await field(name, 'Complete and accurate').fill(`${accuratePercent}`);
  await page.keyboard.press('Enter');
}

test('times typed for five steps and a hand-off give the figures that were calculated by hand', async () => {
  const diagram = await openDiagram(running, folder, untimed);
  await page.getByRole('button', { name: 'Flow figures' }).click();
  await expect(page.getByRole('heading', { name: 'No times yet' })).toBeVisible();
  for (const { label, timing } of fiveSteps.nodes.values()) await enter(String(label), timing);
  for (const { label, timing } of fiveSteps.edges.values()) if (label !== '') await enter(String(label), timing);

  // 420 minutes of work in 2,100; a day of work has 480.
  await expect(card('Lead time')).toContainText('4 d 3 h');
  await expect(card('Flow efficiency')).toContainText('20 %');
  await expect(card('Flow efficiency')).toContainText('7 h of work in 4 d 3 h');
  await expect(card('Rolled complete and accurate')).toContainText('27 %');
  await expect(card('Longest wait')).toContainText('2 d at the hand-over “Model”');

  await page.getByRole('button', { name: '2 d at the hand-over “Model”' }).click();
  await expect(
    page.getByRole('complementary', { name: 'Properties' }).getByRole('heading', { name: 'Hand-off' }),
  ).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Waiting time' })).toHaveValue('2 d');
  const saved = await diagram.saved();
  expect(saved.document.nodes.get(saved.node('build').id)?.timing).toEqual(
    fiveSteps.nodes.get(saved.node('build').id)?.timing,
  );
});

test('times in the properties of several steps are set for all, cleared, and taken back as one step each', async () => {
  const diagram = await openDiagram(running, folder, untimed);
  const inspector = page.getByRole('complementary', { name: 'Properties' });
  const work = inspector.getByRole('textbox', { name: 'Working time' });
  await diagram.click('collect');
  await work.fill('1.5 h');
  await work.press('Enter');
  await expect(work).toHaveValue('1 h 30 min');
  await work.fill('soon');
  await work.press('Enter');
  await expect(work).toHaveValue('1 h 30 min');
  await page.keyboard.down('Shift');
  await diagram.click('validate');
  await page.keyboard.up('Shift');
  await expect(work).toHaveAttribute('placeholder', 'Mixed');
  await work.fill('45');
  await work.press('Enter');
  await page.getByRole('button', { name: 'Flow figures' }).click();
  await expect(card('Lead time')).toContainText('1 h 30 min');
  await expect(field('Collect', 'Working time')).toHaveValue('45 min');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(field('Collect', 'Working time')).toHaveValue('1 h 30 min');
  await expect(field('Validate', 'Working time')).toHaveValue('');
  await field('Collect', 'Working time').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(field('Validate', 'Working time')).toBeFocused();
  await field('Collect', 'Working time').fill('');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'No times yet' })).toBeVisible();
});
