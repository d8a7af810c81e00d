import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { PNG } from 'pngjs';
import { aDocument, aRole, aTask } from '../support/builders';
import { launchApp, type RunningApp } from '../support/electronApp';
import { openDiagram } from './support/diagram';

let app: RunningApp;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roleweave-focus-'));
  app = await launchApp({ lang: 'en' });
});
test.afterAll(async () => {
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

test('a key shows the diagram through the eyes of a step’s role; Escape and the chip end it', async () => {
  const diagram = await openDiagram(app, folder);
  const { page } = app;
  const opacityOf = (id: string) => diagram.node(id).evaluate((node) => getComputedStyle(node).opacity);
  await diagram.click('code');
  await page.keyboard.press('Control+Shift+f');
  await expect.poll(() => opacityOf('review')).toBe('0.16');
  expect(await opacityOf('code')).toBe('1');
  await expect(diagram.edge('approve')).toHaveAttribute('opacity', '0.16');
  const chip = page.getByRole('button', { name: 'Focus: Builder' });
  await expect(chip).toBeVisible();

  // The export shows what is seen, and the command line makes the same picture.
  await page.keyboard.press('Control+Shift+e');
  await expect(page.getByRole('dialog').locator('svg g[opacity="0.16"]').first()).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const output = join(folder, 'builder.svg');
  const export_ = ['out/cli/roleweave.cjs', 'export', diagram.path, '-o', output, '--role'];
  await promisify(execFile)(process.execPath, [...export_, 'builder', '--lang', 'en']);
  expect(await readFile(output, 'utf8')).toContain('opacity="0.16"');
  await expect(promisify(execFile)(process.execPath, [...export_, 'Nobody', '--lang', 'en'])).rejects.toThrow(
    /There is no role “Nobody”\. There are: Builder, Designer\./,
  );

  await chip.click();
  await expect.poll(() => opacityOf('review')).toBe('1');
  await page.getByRole('button', { name: 'Focus on Designer' }).click();
  await expect.poll(() => opacityOf('code')).toBe('0.16');
  await diagram.drag({ x: 1000, y: 760 }, { x: 1001, y: 761 });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect.poll(() => opacityOf('code')).toBe('1');
});

test('F on a role of the list looks through its eyes, also under a Korean keyboard; F again ends it', async () => {
  const diagram = await openDiagram(app, folder);
  const { page } = app;
  const opacityOf = (id: string) => diagram.node(id).evaluate((node) => getComputedStyle(node).opacity);
  await page.locator('[aria-keyshortcuts]', { hasText: 'Designer' }).focus();
  await page.keyboard.press('f');
  await expect.poll(() => opacityOf('code')).toBe('0.16');
  await expect(page.getByRole('button', { name: 'Focus: Designer' })).toBeVisible();
  const press = { key: 'ㄹ', code: 'KeyF', bubbles: true };
  await page.locator(':focus').dispatchEvent('keydown', { ...press, isComposing: true });
  expect(await opacityOf('code')).toBe('0.16');
  await page.locator(':focus').dispatchEvent('keydown', press);
  await expect.poll(() => opacityOf('code')).toBe('1');
});

test('in a diagram that is painted as a whole the rest is painted faintly', async () => {
  const steps = Array.from({ length: 420 }, (_, index) =>
    aTask({
      id: `t${index}`,
      x: (index % 20) * 200,
      y: Math.floor(index / 20) * 100,
      roleId: index === 0 ? 'one' : 'two',
    }),
  );
  const roles = [
    aRole({ id: 'one', name: 'One', color: '#5f66ed' }),
    aRole({ id: 'two', name: 'Two', color: '#c2410c' }),
  ];
  await openDiagram(app, folder, aDocument({ roles, nodes: steps }));
  const { page } = app;
  // Outlines of the second role's colour are strong before, and faint while the first one is looked at.
  const strong = async () => {
    const { data } = PNG.sync.read(await page.screenshot({ clip: { x: 300, y: 100, width: 600, height: 500 } }));
    let count = 0;
    for (let i = 0; i < data.length; i += 4) {
      const [red = 0, green = 0, blue = 0] = data.subarray(i, i + 3);
      if (red - blue > 60 && red - green > 40) count++;
    }
    return count;
  };
  await expect.poll(strong).toBeGreaterThan(500);
  await page.getByRole('button', { name: 'Focus on One' }).click();
  await expect.poll(strong).toBeLessThan(50);
  await page.getByRole('button', { name: 'Focus: One' }).click();
  await expect.poll(strong).toBeGreaterThan(500);
});
