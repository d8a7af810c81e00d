import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { jsonFilesSettled } from '../../../electron/node/jsonFile';
import { createRecentFiles } from '../../../electron/node/recentFiles';
import { createSettingsFile, parseSettings } from '../../../electron/node/settings';
import {
  minWindowSize,
  placeOnScreens,
  readWindowPlace,
  type WindowPlace,
  writeWindowPlace,
} from '../../../electron/node/windowState';
import { defaultSettings, type Settings } from '../../../shared/ipc/settings';
import { tempFolder } from './support/tempFolder';

const dark: Settings = {
  language: 'ko',
  theme: 'dark',
  panels: { left: false, right: true, minimap: false, page: 'outline' },
  grid: { show: false, snap: false, step: 16 },
  edges: { kind: 'handoff', routing: 'curved' },
  reopen: false,
  autosave: true,
  shortcuts: { 'edit.duplicate': ['Mod+KeyJ'], 'view.grid': [] },
};

describe('settings', () => {
  test('are the defaults at first, and come back after a restart', async () => {
    const file = join(tempFolder(), 'new folder', 'settings.json');
    const settings = createSettingsFile(file);
    expect(settings.get()).toEqual(defaultSettings);
    await settings.set(dark);
    expect(settings.get()).toEqual(dark);
    expect(createSettingsFile(file).get()).toEqual(dark);
  });

  test('one bad field costs that field alone', () => {
    expect(parseSettings({ ...dark, theme: 'purple' })).toEqual({ ...dark, theme: 'system' });
    expect(parseSettings({ ...dark, panels: { left: 'no', right: false } })).toEqual({
      ...dark,
      panels: { left: true, right: false, minimap: true, page: 'build' },
    });
    expect(parseSettings({ panels: { page: 'cellar' } })).toEqual(defaultSettings);
    expect(parseSettings({ ...dark, grid: [] })).toEqual({ ...dark, grid: defaultSettings.grid });
    expect(parseSettings({ ...dark, grid: { ...dark.grid, step: 7 } }).grid).toEqual({ ...dark.grid, step: 8 });
    expect(parseSettings({ ...dark, edges: { kind: 'rope', routing: 'curved' } }).edges).toEqual({
      kind: 'flow',
      routing: 'curved',
    });
    for (const raw of [null, 1, 'x', [], {}, { panels: null, grid: 7, language: {} }]) {
      expect(parseSettings(raw), JSON.stringify(raw)).toEqual(defaultSettings);
    }
  });

  test('of a version that knew two pages of the left panel show the same one', () => {
    expect(parseSettings({ panels: { outline: true } }).panels.page).toBe('outline');
    expect(parseSettings({ panels: { outline: false } }).panels.page).toBe('build');
    expect(parseSettings({ panels: { outline: true, page: 'problems' } }).panels.page).toBe('problems');
  });

  test('keys that cannot be read cost one action its own, not the others theirs', () => {
    const shortcuts = {
      'edit.duplicate': ['Mod+KeyJ'],
      'edit.copy': 'Mod+KeyC',
      'edit.cut': ['rm -rf'],
      'edit.paste': [7],
      'edit.undo': Array.from({ length: 50 }, () => 'Mod+KeyZ'),
      'view.grid': [],
    };
    expect(parseSettings({ ...dark, shortcuts }).shortcuts).toEqual({
      'edit.duplicate': ['Mod+KeyJ'],
      'view.grid': [],
    });
    for (const raw of [null, [], 'Mod+KeyZ']) expect(parseSettings({ ...dark, shortcuts: raw }).shortcuts).toEqual({});
  });

  test('fields of a newer version survive', async () => {
    const file = join(tempFolder(), 'settings.json');
    writeFileSync(file, '{"theme":"dark","telepathy":{"on":true}}');
    const settings = createSettingsFile(file);
    expect(settings.get().theme).toBe('dark');
    await settings.set(dark);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ telepathy: { on: true }, language: 'ko' });
  });

  test.each([
    ['half a file', '{"theme":"da'],
    ['zeroes', '\u0000'.repeat(100)],
    ['empty', ''],
    ['too large', `"${'x'.repeat(2 ** 20)}"`],
    ['too deep to be written again', '['.repeat(100_000) + ']'.repeat(100_000)],
  ])('a damaged file (%s) is kept aside', async (_name, text) => {
    const folder = tempFolder();
    const file = join(folder, 'settings.json');
    writeFileSync(file, text);
    const settings = createSettingsFile(file);
    expect(settings.get()).toEqual(defaultSettings);
    expect(settings.setAsideAs).toBe('settings.damaged-1.json');
    expect(readFileSync(join(folder, 'settings.damaged-1.json'), 'utf8') === text).toBe(true);
    await settings.set(dark);
    expect(createSettingsFile(file).get()).toEqual(dark);
    writeFileSync(file, text);
    createSettingsFile(file);
    expect(readdirSync(folder)).toContain('settings.damaged-2.json');
  });

  test('quick changes end in the last one', async () => {
    const file = join(tempFolder(), 'settings.json');
    const settings = createSettingsFile(file);
    for (const theme of ['light', 'dark', 'system', 'light', 'dark'] as const) void settings.set({ ...dark, theme });
    await jsonFilesSettled();
    expect(createSettingsFile(file).get().theme).toBe('dark');
  });
});

describe('recent files', () => {
  test('newest first, each once, at most twelve, over restarts', async () => {
    const file = join(tempFolder(), 'recent.json');
    const recent = createRecentFiles(file);
    for (let i = 0; i < 15; i++) recent.add(`/plans/${i}.roleweave`);
    recent.add('/plans/10.roleweave');
    recent.remove('/plans/13.roleweave');
    await jsonFilesSettled();
    const names = createRecentFiles(file).list();
    expect(names.slice(0, 3)).toEqual(['/plans/10.roleweave', '/plans/14.roleweave', '/plans/12.roleweave']);
    expect(names).toHaveLength(11);
    recent.clear();
    await jsonFilesSettled();
    expect(createRecentFiles(file).list()).toEqual([]);
  });

  test('a list that somebody broke is not trusted', () => {
    const file = join(tempFolder(), 'recent.json');
    writeFileSync(file, '[1, null, "/a", {"x": 1}, ""]');
    expect(createRecentFiles(file).list()).toEqual(['/a']);
    writeFileSync(file, '{"length": 5}');
    expect(createRecentFiles(file).list()).toEqual([]);
  });
});

describe('the place of the window', () => {
  const laptop = { x: 0, y: 0, width: 1440, height: 875 };
  const monitor = { x: 1440, y: -200, width: 2560, height: 1400 };
  const place = (box: Partial<WindowPlace>): WindowPlace => ({
    x: 100,
    y: 80,
    width: 1200,
    height: 700,
    maximized: false,
    ...box,
  });

  test('is kept over restarts, and a broken file means none', async () => {
    const file = join(tempFolder(), 'window.json');
    expect(readWindowPlace(file)).toBeNull();
    await writeWindowPlace(file, place({ maximized: true }));
    expect(readWindowPlace(file)).toEqual(place({ maximized: true }));
    for (const bad of ['{"x":1}', '{"x":1e400,"y":0,"width":1,"height":1,"maximized":false}', '[]', '"x"', '{']) {
      writeFileSync(file, bad);
      expect(readWindowPlace(file), bad).toBeNull();
    }
  });

  test('on a screen that is still there it is where it was', () => {
    expect(placeOnScreens(place({}), [laptop, monitor])).toEqual({ x: 100, y: 80, width: 1200, height: 700 });
    expect(placeOnScreens(place({ x: 2000, y: -150 }), [laptop, monitor])).toMatchObject({ x: 2000, y: -150 });
    // A title bar that sticks out at the top can hardly be gripped.
    expect(placeOnScreens(place({ y: -10 }), [laptop])).toMatchObject({ x: 100, y: 0 });
  });

  test.each([
    ['a monitor that was unplugged', place({ x: 2000, y: -150 })],
    ['far away', place({ x: 90_000, y: -90_000 })],
    ['title bar above the screen', place({ y: -600 })],
    ['hardly visible at the edge', place({ x: 1400 })],
    ['larger than the screen', place({ x: 4000, width: 5000, height: 4000 })],
    ['tiny', place({ width: 1, height: 1 })],
    ['none', null],
  ])('%s: visible, and within the screen', (_name, wanted) => {
    const box = placeOnScreens(wanted, [laptop]);
    expect(box.x).toBeGreaterThanOrEqual(laptop.x - 1);
    expect(box.y).toBeGreaterThanOrEqual(laptop.y);
    expect(box.x).toBeLessThan(laptop.width - 160);
    expect(box.width).toBeLessThanOrEqual(laptop.width);
    expect(box.height).toBeLessThanOrEqual(laptop.height);
    expect(box.width).toBeGreaterThanOrEqual(Math.min(minWindowSize.width, laptop.width));
  });
});
