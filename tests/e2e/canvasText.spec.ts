import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CDPSession, expect, test } from '@playwright/test';
import { nodeId } from '../support/builders';
import { launchApp, type RunningApp } from '../support/electronApp';
import { expectUnsaved, pressMenu } from './support/desktop';
import { middleOf, openDiagram, twoLanes } from './support/diagram';
import { readPlan } from './support/plan';

let app: RunningApp;
let input: CDPSession;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleweave-text-'));
  app = await launchApp({ lang: 'ko' });
  input = await app.page.context().newCDPSession(app.page);
});
test.afterAll(async () => {
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A syllable as an input method builds it: each stage replaces the one before. */
async function compose(...stages: readonly string[]): Promise<void> {
  for (const text of stages) {
    await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
}

/** The input method hands over the finished syllable. */
async function finish(text: string): Promise<void> {
  await input.send('Input.insertText', { text });
}

const field = () => app.page.locator('.react-flow textarea');

test('typing over a selected step replaces its name; Enter is done, and undo brings the old name back', async () => {
  const diagram = await openDiagram(app, folder);
  await diagram.click('code');
  await app.page.keyboard.type('Build it');
  await app.page.keyboard.press('Enter');
  await expect(diagram.node('code').locator('text')).toHaveText('Build it');
  expect((await diagram.saved()).node('code').label).toBe('Build it');
  await app.page.keyboard.press('Control+z');
  expect((await diagram.saved()).document).toEqual(twoLanes);
});

test('a double click edits the name that is there; Shift+Enter breaks the line, Escape gives up', async () => {
  const diagram = await openDiagram(app, folder);
  const center = await diagram.centerOf('code');
  await app.page.mouse.dblclick(center.x, center.y);
  await expect(field()).toHaveValue('Code');
  await app.page.keyboard.press('End');
  await app.page.keyboard.press('Shift+Enter');
  await app.page.keyboard.type('and test');
  await app.page.keyboard.press('Enter');
  expect((await diagram.saved()).node('code').label).toBe('Code\nand test');

  await app.page.keyboard.press('F2');
  await app.page.keyboard.type('Nothing of this stays');
  await app.page.keyboard.press('Escape');
  await expectUnsaved(app.page, false);
  expect(await diagram.selected()).toEqual(['code']);
  expect((await diagram.saved()).node('code').label).toBe('Code\nand test');
});

test('Korean typed over a selected step arrives whole, from the first consonant on', async () => {
  const diagram = await openDiagram(app, folder);
  await diagram.click('code');
  await compose('ㄱ', '개', '갭');
  await compose('개');
  await finish('개');
  await compose('ㅂ', '바', '발');
  await finish('발');
  await app.page.keyboard.press('Enter');
  expect((await diagram.saved()).node('code').label).toBe('개발');
});

test('a click elsewhere in the middle of a syllable keeps it, once', async () => {
  const diagram = await openDiagram(app, folder);
  await diagram.click('ship');
  await compose('ㅂ', '배');
  await finish('배');
  await compose('ㅍ', '포');
  const lane = await diagram.boxOf('build');
  await app.page.mouse.click(lane.x + 500, lane.y + 60);
  await expect(diagram.node('ship').locator('text')).toHaveText('배포');
  expect((await diagram.saved()).node('ship').label).toBe('배포');
});

test('a press on the step itself in the middle of a syllable keeps it, too', async () => {
  const diagram = await openDiagram(app, folder);
  await diagram.click('ship');
  await compose('ㅂ', '배');
  await finish('배');
  await compose('ㅍ', '포');
  const ship = await diagram.boxOf('ship');
  await app.page.mouse.click(ship.x + 10, ship.y + 10);
  await expect(diagram.node('ship').locator('text')).toHaveText('배포');
  expect((await diagram.saved()).node('ship').label).toBe('배포');
});

test('saving by the menu in the middle of a syllable saves it, once', async () => {
  const diagram = await openDiagram(app, folder);
  await diagram.click('ship');
  await compose('ㅂ', '배');
  await finish('배');
  await compose('ㅍ', '포');
  await pressMenu(app.app, 'file.save');
  await expect.poll(async () => (await readPlan(diagram.path)).nodes.get(nodeId('ship'))?.label).toBe('배포');
});

test('keys that the input method works on are no shortcuts', async () => {
  const diagram = await openDiagram(app, folder);
  await diagram.click('code');
  await compose('ㅎ', '하');
  for (const [key, code] of [
    ['Process', 'Delete'],
    ['Process', 'Escape'],
    ['Process', 'Enter'],
    ['Process', 'KeyA'],
  ] as const) {
    await input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code, windowsVirtualKeyCode: 229 });
    await input.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code, windowsVirtualKeyCode: 229 });
  }
  expect(await diagram.selected()).toEqual(['code']);
  await expect(field()).toHaveValue('하');
  await finish('하');
  await app.page.keyboard.press('Enter');
  expect((await diagram.saved()).node('code').label).toBe('하');
});

test('before anything is typed, keys mean the step: Delete removes it and arrows move it', async () => {
  const diagram = await openDiagram(app, folder);
  await diagram.click('ship');
  await expect(field()).toHaveAttribute('data-waiting', 'true');
  await app.page.keyboard.press('ArrowDown');
  expect((await diagram.saved()).boxOf('ship').y).toBe(296);
  await app.page.keyboard.press('Delete');
  expect((await diagram.saved()).document.nodes.has(nodeId('ship'))).toBe(false);
});

test('a text in two languages is changed in the one that is shown', async () => {
  const diagram = await openDiagram(app, folder);
  await expect(diagram.node('draft').locator('text')).toHaveText('초안');
  await diagram.click('draft');
  await compose('ㅅ', '시', '시ㅇ', '시아', '시안');
  await finish('시안');
  await app.page.keyboard.press('Enter');
  expect((await diagram.saved()).node('draft').label).toEqual({ ko: '시안', en: 'Draft' });
});

test('a step too small for its new name grows around its middle', async () => {
  const diagram = await openDiagram(app, folder);
  await diagram.click('ship');
  await app.page.keyboard.insertText('모든 사람이 검토하고 승인한 다음 고객에게 배포하고 결과를 함께 살펴보는 단계');
  await app.page.keyboard.press('Enter');
  const { height, y } = (await diagram.saved()).boxOf('ship');
  expect(height).toBeGreaterThan(56);
  expect(y + height / 2).toBeCloseTo(288 + 28, 0);
});

test('the field lies exactly over the label it stands in for', async () => {
  const diagram = await openDiagram(app, folder);
  const label = await middleOf(diagram.node('review').locator('text'));
  const center = await diagram.centerOf('review');
  await app.page.mouse.dblclick(center.x, center.y);
  const typed = await field().evaluate((element) => {
    const style = getComputedStyle(element);
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2, font: `${style.fontSize} ${style.fontWeight}` };
  });
  expect(typed.font).toBe('12px 500');
  expect(Math.abs(typed.x - label.x)).toBeLessThan(1);
  expect(Math.abs(typed.y - label.y)).toBeLessThan(2);
  await app.page.keyboard.press('Escape');
});

test('the tool bar means the diagram: writing names offers nothing to redo', async () => {
  const diagram = await openDiagram(app, folder);
  const redo = app.page.getByRole('button', { name: /^다시 실행/ });
  const edge = await middleOf(diagram.edge('approve'));
  await app.page.mouse.click(edge.x, edge.y);
  for (const text of ['ok', 'yes']) {
    await app.page.keyboard.press('F2');
    await expect(field()).toBeFocused();
    await expect(redo).toBeDisabled();
    await app.page.keyboard.type(text);
    await app.page.keyboard.press('Enter');
    await expect(diagram.edge('approve').locator('text')).toHaveText(text);
    await expect(redo).toBeDisabled();
  }
});
