import { describe, expect, test, vi } from 'vitest';
import { actionContext } from '../../renderer/actions/context';
import { actionIds, actions } from '../../renderer/actions/index';
import { isEnabled, labelOf } from '../../renderer/actions/labels';
import { contextMenu, menuActionIds, nativeMenu } from '../../renderer/actions/menus';
import { acceleratorOf, shortcutLabel, typesText } from '../../renderer/actions/shortcuts';
import { listenToMain } from '../../renderer/startApp';
import { languages } from '../../shared/i18n/language';
import type { MenuEntry } from '../../shared/ipc/contract';
import { iconPaths } from '../../shared/scene/icons.generated';
import { aDocument, anEdge, aTask, edgeId, nodeId } from '../support/builders';
import { openWindow, openWith, type TestWindow } from '../support/testWindow';

const plan = aDocument({ title: 'Plan', nodes: [aTask({ id: 'a' }), aTask({ id: 'b', x: 240 })] });

/** Every item of a menu, with those of its submenus. */
function itemsOf(entries: readonly MenuEntry[]): readonly Extract<MenuEntry, { readonly type: 'action' }>[] {
  return entries.flatMap((entry) =>
    entry.type === 'submenu' ? itemsOf(entry.items) : entry.type === 'action' ? [entry] : [],
  );
}

/** What actions tell here that a person would not see happen otherwise. */
const told: Readonly<Record<string, string>> = {
  // There are no new steps to find room for.
  'arrange.tidyNew': 'There is nothing new',
  'raci.saveCsv': 'Plan RACI.csv',
  'handoffs.saveCsv': 'Plan hand-offs.csv',
  'handoffs.saveMarkdown': 'Plan hand-offs.md',
};

test('a tab goes nowhere where there are no windows for it to go to', async () => {
  const page = openWith(plan);
  page.services.session.add(plan);
  const offered = (view: TestWindow) =>
    (['tab.toNewWindow', 'tab.toOtherWindow'] as const).filter((id) => isEnabled(id, actionContext(view.services)));
  expect(offered(page)).toEqual([]);
  for (const id of ['tab.toNewWindow', 'tab.toOtherWindow'] as const) await page.run(id);
  expect(page.services.session.store.getState().documents).toHaveLength(2);

  const window = openWith(plan, { movesTabs: true });
  const stop = listenToMain(window.services);
  // Alone in its window it has one already.
  expect(offered(window)).toEqual([]);
  window.bridge.emit('window.othersChanged', 1);
  expect(offered(window)).toEqual(['tab.toOtherWindow']);
  window.services.session.add(plan);
  window.bridge.emit('window.othersChanged', 0);
  expect(offered(window)).toEqual(['tab.toNewWindow']);
  stop();
});

test('a tab that goes to another window is handed over with what it brings; a window without tabs closes', async () => {
  const view = openWith(plan, { movesTabs: true, otherWindows: 1 });
  const { key } = view.active();
  const asked: unknown[][] = [];
  Object.assign(view.bridge.request, {
    'tab.move': async (...args: unknown[]) => void asked.push(['tab.move', ...args]),
    'window.close': async () => void asked.push(['window.close']),
  });
  await view.run('tab.toOtherWindow');
  expect(asked).toEqual([['tab.move', key, null, 'other', expect.stringContaining('"history"')], ['window.close']]);
});

describe('every action', () => {
  test.each(actionIds)('%s has an icon we have, and labels in both languages', (id) => {
    const { icon } = actions[id];
    expect(icon !== undefined && iconPaths[icon]).toBeTruthy();
    const labels = languages.map((language) => {
      const view = openWith(plan, { systemLanguage: language });
      return labelOf(id, actionContext(view.services));
    });
    for (const label of labels) {
      expect(label.trim()).not.toBe('');
      expect(label).not.toMatch(/[{}]/);
    }
  });

  test.each(actionIds)('%s can be asked about and run with nothing open', async (id) => {
    const view = openWindow();
    expect(typeof isEnabled(id, actionContext(view.services))).toBe('boolean');
    actions[id].checked?.(actionContext(view.services));
    await view.run(id);
    expect(view.notices()).toEqual([]);
  });

  test.each(actionIds)('%s runs without a fault on a diagram with everything selected', async (id) => {
    const view = openWith(plan);
    view.clipboard = 'One step';
    view.active().editor.select({ nodes: new Set([nodeId('a'), nodeId('b')]), edges: new Set() });
    view.answer('Don’t save');
    await view.run(id);
    expect(view.notices()).toEqual(told[id] === undefined ? [] : [expect.stringContaining(told[id])]);
  });

  test('has shortcuts of its own', () => {
    for (const platform of ['linux', 'darwin'] as const) {
      const taken = actionIds.flatMap((id) => (actions[id].shortcuts ?? []).map((key) => shortcutLabel(key, platform)));
      expect(taken).toEqual([...new Set(taken)]);
    }
  });

  test('has no shortcut that would keep a letter from being typed into the selected step', () => {
    for (const id of actionIds) {
      for (const shortcut of actions[id].shortcuts ?? []) {
        // What the question mark opens is for everybody; it waits until nothing takes what is typed.
        if (typesText(shortcut)) expect([id, shortcut]).toEqual(['help.shortcuts', 'Shift+Slash']);
        expect(acceleratorOf(shortcut)).not.toMatch(/Key|Digit|Arrow/);
      }
    }
  });

  test('can be found without knowing its key: in a menu, the tool bar or the command palette', () => {
    const inMenus = menuActionIds();
    const lost = actionIds.filter((id) => actions[id].hidden === true && !inMenus.has(id));
    // Moving by arrow keys makes sense as keys alone; the sheet of shortcuts lists them.
    expect(lost.filter((id) => !id.startsWith('arrange.nudge'))).toEqual([]);
  });
});

describe('the native menu', () => {
  test('carries the ids of the actions, each once', () => {
    const view = openWith(plan);
    const ids = itemsOf(nativeMenu(actionContext(view.services))).map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids).toContain('edit.duplicate');
    expect(ids).toContain('file.quit');
  });

  test('greys out what is not possible and ticks what is on', () => {
    const view = openWith(plan);
    const item = (id: string) => itemsOf(nativeMenu(actionContext(view.services))).find((entry) => entry.id === id);
    expect(item('edit.delete')?.enabled).toBe(false);
    view.active().editor.select({ nodes: new Set([nodeId('a')]), edges: new Set() });
    expect(item('edit.delete')?.enabled).toBe(true);
    expect(item('view.grid')?.checked).toBe(true);
    expect(item('edit.duplicate')?.accelerator).toBe('CommandOrControl+D');
  });

  test('names the step that undo takes back, in the language of the moment', async () => {
    const view = openWith(plan);
    view.active().editor.edit('nodes.move', { ids: [nodeId('a')], by: { x: 8, y: 0 } });
    const undo = () => itemsOf(nativeMenu(actionContext(view.services))).find(({ id }) => id === 'edit.undo')?.label;
    expect(undo()).toBe('Undo Move');
    await view.run('view.language.ko');
    expect(undo()).toBe('실행 취소: 이동');
  });

  test('lists recent files by name and none that are not there', async () => {
    const view = openWith(plan);
    const recent = () =>
      itemsOf(nativeMenu(actionContext(view.services)))
        .filter(({ id }) => id.startsWith('file.openRecent'))
        .map(({ label }) => label);
    expect(recent()).toEqual([]);
    const handle = view.write(plan, 'last.roleweave');
    view.services.app.setState({ recent: [{ handle, name: 'last.roleweave', folder: '~' }] });
    expect(recent()).toEqual(['last.roleweave']);
    await view.run('file.openRecent.1');
    expect(view.active().file?.name).toBe('last.roleweave');
  });

  test('leaves quitting to the app’s own menu on macOS', () => {
    const view = openWith(plan, { platform: 'darwin' });
    expect(itemsOf(nativeMenu(actionContext(view.services))).some(({ id }) => id === 'file.quit')).toBe(false);
  });

  test('has no separators at its ends and no two in a row, in any menu', () => {
    const view = openWith(plan);
    const check = (entries: readonly MenuEntry[]): void => {
      const types = entries.map(({ type }) => type);
      expect(types[0]).not.toBe('separator');
      expect(types.at(-1)).not.toBe('separator');
      expect(types.join(' ')).not.toContain('separator separator');
      for (const entry of entries) if (entry.type === 'submenu') check(entry.items);
    };
    const context = actionContext(view.services);
    check(nativeMenu(context));
    check(contextMenu({ type: 'canvas' }, context));
    check(contextMenu({ type: 'node', id: nodeId('a') }, context));
  });
});

describe('the context menu', () => {
  test('offers only what can be done with what was clicked', () => {
    const linked = aDocument({ nodes: [...plan.nodes.values()], edges: [anEdge({ id: 'ab', from: 'a', to: 'b' })] });
    const view = openWith(linked);
    const { editor } = view.active();
    const menu = (target: Parameters<typeof contextMenu>[0]) => contextMenu(target, actionContext(view.services));
    const ids = (entries: readonly MenuEntry[]) =>
      entries.map((entry) => (entry.type === 'separator' ? '-' : entry.id));

    editor.select({ nodes: new Set([nodeId('a')]), edges: new Set() });
    const one = menu({ type: 'node', id: nodeId('a') });
    expect(itemsOf(one).filter(({ enabled }) => !enabled)).toEqual([]);
    expect(ids(one)).toEqual(expect.arrayContaining(['edit.editText', 'insert.next', 'edge.connect', 'arrange.lock']));
    for (const id of ['text.openLink', 'arrange.align', 'arrange.ungroup', 'lane']) expect(ids(one)).not.toContain(id);

    editor.select({ nodes: new Set([nodeId('a'), nodeId('b')]), edges: new Set() });
    const two = ids(menu({ type: 'node', id: nodeId('a') }));
    expect(two).toContain('arrange.align');
    expect(two).not.toContain('insert.next');

    editor.select({ nodes: new Set(), edges: new Set([edgeId('ab')]) });
    const labels = itemsOf(menu({ type: 'edge', id: edgeId('ab') })).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['Reconnect start…', 'Reconnect end…']));
    expect(labels).not.toContain('Connect to…');
  });

  test('of a tab leaves out what needs another tab or another window', () => {
    const ids = (view: TestWindow) =>
      itemsOf(contextMenu({ type: 'tab', key: view.active().key }, actionContext(view.services))).map(({ id }) => id);
    const page = openWith(plan);
    expect(ids(page)).toEqual(['file.close']);
    page.services.session.add(plan);
    expect(ids(page)).toEqual(['file.close', 'file.closeOthers']);
    const window = openWith(plan, { movesTabs: true });
    window.services.session.add(plan);
    expect(ids(window)).toEqual(['file.close', 'file.closeOthers', 'tab.toNewWindow']);
    window.services.app.setState({ otherWindows: 1 });
    expect(ids(window)).toEqual(['file.close', 'file.closeOthers', 'tab.toNewWindow', 'tab.toOtherWindow']);
  });
});

describe('running an action', () => {
  test('that is not possible does nothing and says so', async () => {
    const view = openWith(plan);
    expect(await view.run('edit.delete')).toBe(false);
    expect(view.shown()).toBe(plan);
  });

  test('tells screen readers what happened, also twice in a row', async () => {
    const view = openWith(plan);
    view.active().editor.select({ nodes: new Set([nodeId('a')]), edges: new Set() });
    await view.run('edit.duplicate');
    const first = view.services.app.getState().announcement;
    await view.run('edit.duplicate');
    const second = view.services.app.getState().announcement;
    expect(first).toBe('Duplicate');
    expect(second.trim()).toBe('Duplicate');
    expect(second).not.toBe(first);
  });

  test('with a bug in it becomes a message, not a dead key', async () => {
    vi.spyOn(console, 'error').mockImplementationOnce(() => {});
    const view = openWith(plan);
    Object.assign(view.bridge.request, { 'window.new': () => Promise.reject(new Error('no window left')) });
    expect(await view.run('file.newWindow')).toBe(false);
    expect(view.services.app.getState().notices).toMatchObject([
      { tone: 'error', text: '“New window” did not work.', detail: 'no window left' },
    ]);
  });
});
