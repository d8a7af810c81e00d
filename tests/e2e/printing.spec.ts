import { expect, test } from '@playwright/test';
import { launchApp, type RunningApp } from '../support/electronApp';
import { type ReadPdf, readPdf } from '../support/readPdf';
import { pressMenu } from './support/desktop';
import { openDiagram } from './support/diagram';

let app: RunningApp;

test.beforeAll(async () => {
  app = await launchApp({ lang: 'ko', theme: 'dark' });
});
test.afterAll(async () => {
  await app?.close();
});

/** A printer that keeps what it prints as a PDF: what the page lays out, and the orientation that the system is told. */
async function putPaperIn(): Promise<void> {
  await app.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('no window');
    const { webContents } = window;
    webContents.print = (options, done) => {
      const { landscape = false, printBackground = false } = options ?? {};
      void webContents.printToPDF({ landscape, printBackground, preferCSSPageSize: true }).then((bytes) => {
        Reflect.set(globalThis, 'printed', bytes.toString('base64'));
        done?.(true, '');
      });
    };
    Reflect.set(globalThis, 'printed', null);
  });
}

/** A printer that fails with the system's words. */
async function breakPrinter(reason: string): Promise<void> {
  await app.app.evaluate(({ BrowserWindow }, why) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('no window');
    window.webContents.print = (_options, done) => done?.(false, why);
    window.webContents.getPrintersAsync = async () => [];
  }, reason);
}

const sheet = () => app.page.locator('[data-paper]');

async function printed(print: () => Promise<void>): Promise<ReadPdf> {
  await putPaperIn();
  await print();
  const bytes = () => app.app.evaluate((): string | null => Reflect.get(globalThis, 'printed'));
  await expect.poll(bytes).not.toBeNull();
  await expect(sheet()).toHaveCount(0);
  return readPdf(Buffer.from((await bytes()) ?? '', 'base64'));
}

const words = ({ pages }: ReadPdf) => pages.map(({ texts }) => texts.join(' ')).join(' ');
const isLandscape = ({ pages }: ReadPdf) => pages.every(({ width, height }) => width > height);

test('the diagram is printed on one page that lies as it does, in light colours, with its words as text', async () => {
  const { page } = app;
  await expect(page.locator('[data-node-id]').first()).toBeVisible();
  const paper = await printed(() => page.keyboard.press('Control+p'));
  expect(paper.pages).toHaveLength(1);
  expect(isLandscape(paper)).toBe(true);
  expect(words(paper)).toContain('데이터 과학자');
  expect(words(paper)).toContain('API와 화면');
  // White paper, though the window is dark, with ink on it.
  const picture = await paper.pages[0]?.paint(1);
  const reds = Array.from({ length: (picture?.data.length ?? 0) / 4 }, (_, at) => picture?.data[at * 4] ?? 0);
  expect(reds[0]).toBe(255);
  expect(reds.filter((red) => red > 200).length / reds.length).toBeGreaterThan(0.9);
  expect(reds.filter((red) => red < 200).length / reds.length).toBeGreaterThan(0.005);
});

test('a page is printed as tables, all of it', async () => {
  const { page } = app;
  const press = () => page.keyboard.press('Control+p');
  for (const [name, expected] of [
    ['RACI', ['데이터 분석과 시각화', 'A/R', '최종 사용자']],
    ['인계', ['데이터 엔지니어', 'API와 화면']],
    ['사람', ['데이터 과학자', '최종 사용자']],
    ['흐름 지표', ['데이터 검증']],
  ] as const) {
    await page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
    const paper = await printed(press);
    expect(isLandscape(paper)).toBe(true);
    const text = words(paper).replace(/\s+/g, ' ');
    for (const one of expected) expect(text, name).toContain(one);
  }
  await page.getByRole('navigation').getByRole('button', { name: '다이어그램', exact: true }).click();
});

test('a role’s sheet is printed with its part of the diagram and what it does, receives and gives', async () => {
  const { page } = app;
  await page.keyboard.press('Control+Alt+1');
  await page
    .getByRole('button', { name: /데이터 과학자/ })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: '역할 설명서…' }).click();
  const dialog = page.getByRole('dialog', { name: '역할 설명서' });
  const paper = await printed(() => dialog.getByRole('button', { name: '인쇄…' }).click());
  expect(isLandscape(paper)).toBe(false);
  for (const text of ['데이터 과학자', '하는 일', '첫 모델 학습', '받는 것', '넘기는 것']) {
    expect(words(paper)).toContain(text);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('of a selection only that is printed, upright where it stands', async () => {
  const diagram = await openDiagram(app, app.userDataDir);
  await diagram.click('draft');
  await app.page.keyboard.down('Shift');
  await diagram.click('code');
  await app.page.keyboard.up('Shift');
  const paper = await printed(() => pressMenu(app.app, 'file.printSelection'));
  expect(words(paper).split(' ').sort()).toEqual(['Code', '초안']);
  expect(isLandscape(paper)).toBe(false);
  expect(paper.pages).toHaveLength(1);
  // Not blown up to a sheet's size, and nothing of the dark window beside it.
  const picture = await paper.pages[0]?.paint(1);
  const { width = 0, data = [] } = picture ?? {};
  const inked = Array.from({ length: width }, (_, x) => x).filter((x) => {
    for (let at = x * 4; at < data.length; at += width * 4) if ((data[at] ?? 255) < 250) return true;
    return false;
  });
  const [left = 0, right = 0] = [inked[0], inked.at(-1)];
  expect(right - left).toBeGreaterThan(100);
  expect(right - left).toBeLessThan(width / 2);
  expect(Math.abs(left + right - width)).toBeLessThan(6);
});

test('a missing printer is told with what to do instead; cancelling is no error', async () => {
  const { page } = app;
  await breakPrinter('Print job canceled');
  await page.keyboard.press('Control+p');
  await expect(sheet()).toHaveCount(0);
  await expect(page.getByText('프린터를 찾지 못했어요.')).toHaveCount(0);
  await breakPrinter('Invalid printer settings');
  await page.keyboard.press('Control+p');
  await expect(page.getByText('프린터를 찾지 못했어요.')).toBeVisible();
  await expect(sheet()).toHaveCount(0);
});
