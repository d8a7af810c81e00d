import { chmod, lstat, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { serializeFile } from '../../shared/file/serialize';
import { aDocument, aTask, nodeId } from '../support/builders';
import { launchApp, type RunningApp, untilReady } from '../support/electronApp';
import {
  answerQuestions,
  chooseToOpen,
  chooseToSave,
  expectUnsaved,
  pressClose,
  questionsOf,
  startAgain,
  suggestedNames,
  titlesOf,
  withFolder,
} from './support/desktop';
import { changedLines, clickNode, node, placeOf, readPlan, writePlan } from './support/plan';

let running: RunningApp | undefined;

async function launch(...args: Parameters<typeof launchApp>): Promise<RunningApp> {
  running = await launchApp(...args);
  return running;
}

test.afterEach(async () => {
  await running?.close();
  running = undefined;
});

/** Moves a step by one step of the grid to the right. */
async function nudge({ page }: RunningApp, id: string): Promise<void> {
  await clickNode(page, id);
  await page.keyboard.press('ArrowRight');
  await expectUnsaved(page, true);
}

test('a file given as argument opens; saved without an edit it keeps every byte; a moved step changes its own lines', async () => {
  await withFolder(async (folder) => {
    const path = await writePlan(folder);
    await chmod(path, 0o640);
    const before = await readFile(path, 'utf8');
    const window = await launch({ files: [path] });
    const { app, page } = window;
    await expect(node(page, 'collect')).toBeVisible();
    await expect.poll(() => titlesOf(app)).toEqual(['plan.roleweave — Roleweave']);

    await page.keyboard.press('Control+s');
    await expectUnsaved(page, false);
    expect(await readFile(path, 'utf8')).toBe(before);

    await nudge(window, 'clean');
    await expect.poll(() => titlesOf(app)).toEqual(['● plan.roleweave — Roleweave']);
    await page.keyboard.press('Control+s');
    await expectUnsaved(page, false);
    expect(changedLines(before, await readFile(path, 'utf8'))).toEqual({
      removed: ['      "x": 240,'],
      added: ['      "x": 248,'],
    });
    expect((await stat(path)).mode & 0o777).toBe(0o640);

    // Back where it was is clean again, and the same bytes.
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+s');
    await expect.poll(() => readFile(path, 'utf8')).toBe(before);
  });
});

test('a new diagram from a template is saved under a name of one’s own and opens again', async () => {
  await withFolder(async (folder) => {
    const path = join(folder, '채용.roleweave');
    const { app, page } = await launch({ lang: 'en' });
    await page.keyboard.press('Control+n');
    await page.getByRole('button', { name: /Hiring process/ }).click();
    await expectUnsaved(page, false);
    await chooseToSave(app, path);
    await page.keyboard.press('Control+s');
    await expect.poll(() => titlesOf(app)).toEqual(['채용.roleweave — Roleweave']);
    expect((await suggestedNames(app))[0]).toMatch(/[^/\\]+\.roleweave$/);
    const saved = await readPlan(path);
    expect(saved.nodes.size).toBeGreaterThan(5);

    await page.keyboard.press('Control+w');
    await chooseToOpen(app, path);
    await page.keyboard.press('Control+o');
    await expect.poll(() => titlesOf(app)).toEqual(['채용.roleweave — Roleweave']);
    expect((await readPlan(path)).nodes.size).toBe(saved.nodes.size);
  });
});

test('a cancelled dialog changes nothing', async () => {
  const window = await launch();
  const { app, page } = window;
  await page.keyboard.press('Control+n');
  await page.getByRole('button', { name: /Empty diagram/ }).click();
  await page.keyboard.press('Control+Enter');
  await expectUnsaved(page, true);
  await chooseToSave(app, null);
  await page.keyboard.press('Control+s');
  await expect.poll(() => suggestedNames(app)).toHaveLength(1);
  await expectUnsaved(page, true);
});

test('closing asks for unsaved changes: cancel stays, saving saves', async () => {
  await withFolder(async (folder) => {
    const path = await writePlan(folder);
    const window = await launch({ files: [path] });
    const { app, page } = window;
    await nudge(window, 'clean');
    await answerQuestions(app, 'Cancel', 'Save');
    await pressClose(app);
    await expect.poll(() => questionsOf(app)).toEqual(['Save the changes to “plan.roleweave” before closing?']);
    await expectUnsaved(page, true);
    const closed = page.waitForEvent('close');
    await pressClose(app).catch(() => undefined);
    await closed;
    expect((await readPlan(path)).nodes.get(nodeId('clean'))?.x).toBe(248);
  });
});

test('closing without saving leaves the file as it was and nothing to recover', async () => {
  await withFolder(async (folder) => {
    const path = await writePlan(folder);
    const before = await readFile(path, 'utf8');
    const userDataDir = join(folder, 'user');
    const window = await launch({ files: [path], userDataDir });
    await nudge(window, 'clean');
    await answerQuestions(window.app, 'Don’t save');
    const closed = window.page.waitForEvent('close');
    await pressClose(window.app).catch(() => undefined);
    await closed;
    await window.close();
    expect(await readFile(path, 'utf8')).toBe(before);
    const again = await launch({ userDataDir });
    await expectUnsaved(again.page, false);
    await expect(again.page.getByText(/recovered/)).toHaveCount(0);
  });
});

test('a file that another program changed is not overwritten unasked', async () => {
  await withFolder(async (folder) => {
    const path = await writePlan(folder);
    const window = await launch({ files: [path] });
    const { app, page } = window;
    await nudge(window, 'clean');
    const theirs = serializeFile(aDocument({ nodes: [aTask({ id: 'theirs', label: 'Theirs' })] }));
    await writeFile(path, theirs);
    await answerQuestions(app, 'Cancel', 'Reload');
    await page.keyboard.press('Control+s');
    await expect.poll(() => questionsOf(app)).toHaveLength(1);
    expect(await readFile(path, 'utf8')).toBe(theirs);

    await page.keyboard.press('Control+s');
    await expect(node(page, 'theirs')).toBeVisible();
    await expectUnsaved(page, false);
    // One's own version is a step back.
    await page.keyboard.press('Control+z');
    await expect(node(page, 'clean')).toBeVisible();
    await expectUnsaved(page, true);
  });
});

test('a change on disk shows at once in a window without edits when it comes to the front', async () => {
  await withFolder(async (folder) => {
    const path = await writePlan(folder);
    const { app, page } = await launch({ files: [path] });
    await writeFile(path, serializeFile(aDocument({ nodes: [aTask({ id: 'theirs', label: 'Theirs' })] })));
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('focus'));
    await expect(node(page, 'theirs')).toBeVisible();
    await expectUnsaved(page, false);
  });
});

test('a file that is no diagram is refused by name and leaves what is open alone', async () => {
  await withFolder(async (folder) => {
    const [good, bad] = [await writePlan(folder), join(folder, 'notes.json')];
    await writeFile(bad, '{"shopping": ["milk"]}');
    const { app, page } = await launch({ files: [good] });
    await chooseToOpen(app, bad);
    await page.keyboard.press('Control+o');
    await expect(page.getByRole('dialog')).toContainText('“notes.json” cannot be opened');
    await page.keyboard.press('Escape');
    await expect(node(page, 'collect')).toBeVisible();
    await expect.poll(() => titlesOf(app)).toEqual(['plan.roleweave — Roleweave']);
  });
});

test('saving through a link writes the file it points to', async () => {
  await withFolder(async (folder) => {
    const path = await writePlan(folder);
    const link = join(folder, 'link.roleweave');
    await symlink(path, link);
    const window = await launch({ files: [link] });
    await nudge(window, 'clean');
    await window.page.keyboard.press('Control+s');
    await expectUnsaved(window.page, false);
    expect((await lstat(link)).isSymbolicLink()).toBe(true);
    expect((await readPlan(path)).nodes.get(nodeId('clean'))?.x).toBe(248);
  });
});

for (const name of ['plan.roleweave', 'plan.json']) {
  test(`${name} dropped on the window opens, wherever it falls`, async () => {
    await withFolder(async (folder) => {
      const path = await writePlan(folder, name);
      const { app, page } = await launch();
      const address = page.url();
      const session = await page.context().newCDPSession(page);
      const data = { items: [], files: [path], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await session.send('Input.dispatchDragEvent', { type, x: 700, y: 400, data });
      }
      await expect(node(page, 'collect')).toBeVisible();
      await expect.poll(() => titlesOf(app)).toEqual([`${name} — Roleweave`]);
      expect(page.url()).toBe(address);
    });
  });
}

test('a second start hands its file over and ends', async () => {
  await withFolder(async (folder) => {
    await writePlan(folder);
    const { app, page, userDataDir } = await launch();
    expect(await startAgain(userDataDir, 'plan.roleweave', folder)).toBe(0);
    await expect(node(page, 'collect')).toBeVisible();
    expect(await titlesOf(app)).toHaveLength(1);
  });
});

test('the list of recent files brings a file back, and can be emptied', async () => {
  await withFolder(async (folder) => {
    const path = await writePlan(folder);
    const { app, page } = await launch({ files: [path] });
    await page.keyboard.press('Control+w');
    const recent = () =>
      app.evaluate(({ Menu }) => {
        const menu = Menu.getApplicationMenu()?.getMenuItemById('file.openRecent')?.submenu;
        return (menu?.items ?? [])
          .filter(({ id }) => id?.startsWith('file.openRecent.') === true)
          .map(({ label }) => label);
      });
    await expect.poll(recent).toEqual(['plan.roleweave']);
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('file.openRecent.1')?.click());
    await expect(node(page, 'collect')).toBeVisible();
    // Named in the title it has entered the list again, a moment after it is seen.
    await expect.poll(() => titlesOf(app)).toEqual(['plan.roleweave — Roleweave']);
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('file.clearRecent')?.click());
    await expect.poll(recent).toEqual([]);
  });
});

test('pictures are exported under the name that was chosen', async () => {
  await withFolder(async (folder) => {
    const path = await writePlan(folder);
    const png = join(folder, 'plan.png');
    const { app, page } = await launch({ files: [path] });
    await chooseToSave(app, png);
    await page.keyboard.press('Control+Shift+e');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button', { name: 'Save as…' }).click();
    await expect
      .poll(() =>
        stat(png).then(
          ({ size }) => size,
          () => 0,
        ),
      )
      .toBeGreaterThan(1000);
    const bytes = await readFile(png);
    expect([...bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    // The picture says nothing about unsaved work.
    await expectUnsaved(page, false);
  });
});

test('a label that is still being typed is part of what Ctrl+S saves', async () => {
  await withFolder(async (folder) => {
    const path = await writePlan(folder);
    const { page } = await launch({ files: [path] });
    await clickNode(page, 'ship');
    const before = await placeOf(page, 'ship');
    await page.keyboard.press('F2');
    await page.keyboard.type('Deliver');
    await page.keyboard.press('Control+s');
    await expect.poll(async () => (await readPlan(path)).nodes.get(nodeId('ship'))?.label).toBe('Deliver');
    expect(await placeOf(page, 'ship')).toEqual(before);
  });
});

test('quitting asks every window, and one Cancel keeps them all', async () => {
  await withFolder(async (folder) => {
    const first = await launch({ files: [await writePlan(folder, 'one.roleweave')] });
    const { app, page } = first;
    await nudge(first, 'clean');
    const opened = app.waitForEvent('window');
    await page.keyboard.press('Control+Shift+n');
    const second = await opened;
    await untilReady(second);
    await chooseToOpen(app, await writePlan(folder, 'two.roleweave'));
    await second.keyboard.press('Control+o');
    await nudge({ ...first, page: second }, 'clean');

    await answerQuestions(app, 'Cancel');
    await second.keyboard.press('Control+q');
    await expect.poll(() => questionsOf(app)).toHaveLength(1);
    expect(await titlesOf(app)).toHaveLength(2);
    await expectUnsaved(page, true);
    await expectUnsaved(second, true);

    await answerQuestions(app, 'Don’t save', 'Don’t save');
    const exited = new Promise<void>((done) => app.process().once('exit', () => done()));
    await second.keyboard.press('Control+q').catch(() => undefined);
    await exited;
  });
});

test('a file that another window shows is not opened twice', async () => {
  await withFolder(async (folder) => {
    const path = await writePlan(folder);
    const { app, page } = await launch({ files: [path] });
    const opened = app.waitForEvent('window');
    await page.keyboard.press('Control+Shift+n');
    const second = await opened;
    await untilReady(second);
    await chooseToOpen(app, path);
    await second.keyboard.press('Control+o');
    await second.waitForTimeout(500);
    await expect(node(second, 'collect')).toHaveCount(0);
    const titles = await titlesOf(app);
    expect(titles.filter((title) => title.includes('plan.roleweave'))).toHaveLength(1);
  });
});
