import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CDPSession, expect, test } from '@playwright/test';
import { launchApp, type RunningApp } from '../support/electronApp';
import { answerQuestions, chooseToSave, questionsOf } from './support/desktop';
import { type Diagram, openDiagram, twoLanes } from './support/diagram';

let app: RunningApp;
let input: CDPSession;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleweave-formatted-'));
  app = await launchApp({ lang: 'ko' });
  input = await app.page.context().newCDPSession(app.page);
});
test.afterAll(async () => {
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

const field = () => app.page.locator('.react-flow textarea');

/** A syllable as an input method builds it: each stage replaces the one before. */
async function compose(...stages: readonly string[]): Promise<void> {
  for (const text of stages) {
    await input.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }
}

async function finish(text: string): Promise<void> {
  await input.send('Input.insertText', { text });
}

/** The words of a step with how they are set, as the page shows them. */
async function wordsOf(diagram: Diagram, id: string): Promise<readonly string[]> {
  return await diagram
    .node(id)
    .locator('text')
    .evaluateAll((texts) =>
      texts.map((text) => {
        const isSlanted = text.getAttribute('transform')?.includes('skewX') ?? false;
        return `${text.textContent} ${text.getAttribute('font-weight')}${isSlanted ? ' slanted' : ''}`;
      }),
    );
}

test('a Korean name is made bold and slanted by key while typing, and back by the field’s own undo', async () => {
  const diagram = await openDiagram(app, folder);
  const { page } = app;
  await diagram.click('ship');
  await compose('ㅂ', '배');
  await finish('배');
  await compose('ㅍ', '포');
  // The input method has the key: the syllable must not come apart.
  const key = { key: 'Process', code: 'KeyB', windowsVirtualKeyCode: 229, modifiers: 2 };
  await input.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
  await input.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  await expect(field()).toHaveValue('배포');
  await finish('포');
  await page.keyboard.press('Control+b');
  await expect(field()).toHaveValue('**배포**');
  await page.keyboard.press('Control+i');
  await expect(field()).toHaveValue('***배포***');
  await page.keyboard.press('Control+z');
  await expect(field()).toHaveValue('**배포**');
  await page.keyboard.press('Enter');
  expect(await wordsOf(diagram, 'ship')).toEqual(['배포 700']);
  expect((await diagram.saved()).node('ship').label).toBe('**배포**');
  await page.keyboard.press('Control+z');
  expect((await diagram.saved()).document).toEqual(twoLanes);
});

test('the bar beside the field formats too; pressed in the middle of a syllable it waits for its end', async () => {
  const diagram = await openDiagram(app, folder);
  const { page } = app;
  await diagram.click('ship');
  await compose('ㄱ', '가', '갑');
  await page.getByRole('toolbar', { name: '글자 서식' }).getByRole('button', { name: '굵게' }).click();
  await compose('값');
  await expect(field()).toHaveValue('값');
  await finish('값');
  await expect(field()).toHaveValue('**값**');
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+Enter');
  await page.getByRole('button', { name: '글머리 기호' }).click();
  await finish('하나');
  await page.keyboard.press('Enter');
  expect(await wordsOf(diagram, 'ship')).toEqual(['값 700', '하나 500']);
  await expect(diagram.node('ship').locator('ellipse')).toHaveCount(1);
  expect((await diagram.saved()).node('ship').label).toBe('**값**\n- 하나');
});

test('stray asterisks and addresses that nobody should open stay what they are', async () => {
  const diagram = await openDiagram(app, folder);
  for (const text of ['특징 다듬기*', '2*3*4', '[x](file:///a)']) {
    await diagram.click('ship');
    await app.page.keyboard.insertText(text);
    await app.page.keyboard.press('Enter');
    await expect(diagram.node('ship').locator('text')).toHaveText(text);
  }
});

test('a selected step’s name is made bold as a whole by a command', async () => {
  const diagram = await openDiagram(app, folder);
  await diagram.click('code');
  await app.page.keyboard.press('Control+k');
  await app.page.getByRole('dialog').getByRole('combobox').fill('굵게');
  await app.page.keyboard.press('Enter');
  await expect.poll(() => wordsOf(diagram, 'code')).toEqual(['Code 700']);
  expect((await diagram.saved()).node('code').label).toBe('**Code**');
});

test('an address pasted over words links them; Ctrl+click, a key and the panel open it, after asking', async () => {
  const diagram = await openDiagram(app, folder);
  const { page } = app;
  await app.app.evaluate(({ shell }) => {
    Object.assign(globalThis, { opened: [] });
    Object.assign(shell, {
      openExternal: async (url: string) => void (globalThis as unknown as { opened: string[] }).opened.push(url),
    });
  });
  const opened = () => app.app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened);
  await app.app.evaluate(({ clipboard }) => clipboard.writeText('https://example.org/guide'));
  await diagram.click('code');
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+v');
  await expect(field()).toHaveValue('[Code](https://example.org/guide)');
  await page.keyboard.press('Enter');
  await expect(diagram.node('code').locator('text')).toHaveText('Code');

  const { x, y } = await diagram.centerOf('code');
  const asked = (await questionsOf(app.app)).length;
  await answerQuestions(app.app, '취소', '열기', '열기', '열기');
  await page.keyboard.down('Control');
  await page.mouse.move(x, y - 2);
  await page.mouse.move(x, y);
  await expect(page.locator('[data-over-link]')).toHaveCount(1);
  await page.mouse.click(x, y);
  await page.keyboard.up('Control');
  await expect.poll(async () => (await questionsOf(app.app)).length).toBe(asked + 1);
  expect(await opened()).toEqual([]);
  expect(await diagram.selected(), 'the press meant the link, not the step').toEqual(['code']);
  await page.keyboard.down('Control');
  await page.mouse.click(x, y);
  await page.keyboard.up('Control');
  await expect.poll(opened).toEqual(['https://example.org/guide']);
  await page.keyboard.press('Alt+Enter');
  await expect.poll(async () => (await opened()).length).toBe(2);
  await page.getByRole('button', { name: 'https://example.org/guide 열기' }).click();
  await expect.poll(async () => (await opened()).length).toBe(3);
});

test('labels are shown in English while the window speaks Korean, then in both, on screen and in the file alike', async () => {
  const diagram = await openDiagram(app, folder);
  const { page } = app;
  const draft = diagram.node('draft').locator('text');
  await expect(draft).toHaveText(['초안']);
  await page.keyboard.press('Control+Alt+l');
  await page.keyboard.press('Control+Alt+l');
  await expect(draft).toHaveText(['Draft']);
  await expect(page.getByRole('button', { name: '다이어그램 글: English' })).toBeVisible();
  // What is seen is what is typed.
  await diagram.click('draft');
  await page.keyboard.type('Sketch');
  await page.keyboard.press('Enter');
  expect((await diagram.saved()).node('draft').label).toEqual({ ko: '초안', en: 'Sketch' });
  await page.keyboard.press('Control+Alt+l');
  await expect(draft).toHaveText(['초안', 'Sketch']);
  await expect(diagram.node('review').locator('text')).toHaveText(['Review']);

  const path = join(folder, 'both.svg');
  await chooseToSave(app.app, path);
  await page.keyboard.press('Control+Shift+e');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio', { name: '둘 다' })).toBeChecked();
  await dialog.getByRole('radio', { name: 'SVG' }).click();
  await dialog.getByRole('button', { name: '다른 이름으로 저장…' }).click();
  await expect(dialog).toHaveCount(0);
  const svg = await readFile(path, 'utf8');
  const inFile = [...svg.matchAll(/<text[^>]* x="([^"]*)" y="([^"]*)"[^>]*>([^<]*)</g)].map(([, x, y, text]) => {
    return `${x} ${y} ${text}`;
  });
  const onScreen = await page
    .locator('.react-flow__nodes text, .react-flow__edges text')
    .evaluateAll((texts) => texts.map((t) => `${t.getAttribute('x')} ${t.getAttribute('y')} ${t.textContent}`));
  expect(inFile.sort()).toEqual(onScreen.sort());
  expect(inFile.join('\n')).toMatch(/초안[\s\S]*Sketch|Sketch[\s\S]*초안/);
  await page.keyboard.press('Control+Alt+l');
  await expect(draft).toHaveText(['초안']);
});

test('a name in two languages is typed in one after the other, without leaving the field', async () => {
  const diagram = await openDiagram(app, folder);
  const { page } = app;
  await diagram.click('draft');
  await page.keyboard.press('F2');
  await page.keyboard.insertText('밑그림');
  await page.keyboard.press('Control+Alt+l');
  await expect(field()).toHaveValue('Draft');
  await page.keyboard.type('Sketch');
  await page.getByRole('toolbar', { name: '글자 서식' }).getByRole('button', { name: '한국어' }).click();
  await expect(field()).toHaveValue('밑그림');
  await page.keyboard.press('Enter');
  await expect(diagram.node('draft').locator('text')).toHaveText(['밑그림']);
  expect((await diagram.saved()).node('draft').label).toEqual({ ko: '밑그림', en: 'Sketch' });
});

test('a step of fixed size cuts a long name and says so; grown with its text it shows all of it, in one step', async () => {
  const diagram = await openDiagram(app, folder);
  const { page } = app;
  await diagram.click('ship');
  await page.getByRole('radio', { name: '크기 고정' }).click();
  await diagram.click('ship');
  await page.keyboard.insertText('모든 사람이 검토하고 승인한 다음 고객에게 배포하고 결과를 함께 살펴보는 단계');
  await page.keyboard.press('Enter');
  await expect(diagram.node('ship').locator('text').last()).toHaveText(/…$/);
  const fixed = await diagram.saved();
  expect(fixed.boxOf('ship')).toMatchObject({ width: 128, height: 56 });
  expect(fixed.node('ship').sizing).toBe('fixed');
  await expect(page.getByText('글이 다 들어가지 않아')).toBeVisible();
  await page.getByRole('radio', { name: '글에 맞춰 늘리기' }).click();
  await expect(page.getByText('글이 다 들어가지 않아')).toHaveCount(0);
  await expect(diagram.node('ship').locator('text').last()).not.toHaveText(/…$/);
  expect((await diagram.saved()).boxOf('ship').height).toBeGreaterThan(56);
  await page
    .locator('.react-flow')
    .first()
    .click({ position: { x: 8, y: 8 } });
  await page.keyboard.press('Control+z');
  expect((await diagram.saved()).document).toEqual(fixed.document);
});

test('what lacks a translation is listed, filled in row by row with the keyboard, and undone row by row', async () => {
  const diagram = await openDiagram(app, folder);
  const { page } = app;
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('번역');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '번역이 빠진 글' });
  await expect(dialog.getByRole('status')).toHaveText('4개 남음');
  await expect(dialog.getByRole('textbox', { name: '제목 (한국어)' })).toBeFocused();
  await page.keyboard.insertText('두 레인');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText('검토');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toHaveText('2개 남음');
  // Leaving the field counts as well as Enter.
  await page.keyboard.insertText('코드');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: '그대로 쓰기: 작업 · 이름' }).last().click();
  await expect(dialog.getByRole('status')).toHaveText('번역이 빠진 글이 없어요.');
  await dialog.getByRole('button', { name: '작업 · 이름 보기' }).last().click();
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => diagram.selected()).toEqual(['ship']);
  const filled = await diagram.saved();
  expect(filled.document.title).toEqual({ en: 'Two lanes', ko: '두 레인' });
  expect(filled.node('review').label).toEqual({ en: 'Review', ko: '검토' });
  expect(filled.node('code').label).toEqual({ en: 'Code', ko: '코드' });
  expect(filled.node('ship').label).toEqual({ en: 'Ship', ko: 'Ship' });
  for (let i = 0; i < 4; i++) await page.keyboard.press('Control+z');
  expect((await diagram.saved()).document).toEqual(twoLanes);
});
