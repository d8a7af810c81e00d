import { describe, expect, test } from 'vitest';
import { actionContext } from '../../renderer/actions/context';
import { actionIds, actions } from '../../renderer/actions/index';
import {
  othersWith,
  shortcutsOf,
  shownShortcut,
  withShortcutMoved,
  withShortcuts,
} from '../../renderer/actions/keymap';
import { nativeMenu } from '../../renderer/actions/menus';
import type { MenuEntry } from '../../shared/ipc/contract';
import { defaultSettings } from '../../shared/ipc/settings';
import { openWith } from '../support/testWindow';

describe('the keys of an action', () => {
  test('are its own until somebody gives it others, or none', () => {
    expect(shortcutsOf('edit.delete', {})).toEqual(['Delete', 'Backspace']);
    expect(shortcutsOf('edit.delete', { 'edit.delete': ['F8'] })).toEqual(['F8']);
    expect(shortcutsOf('edit.delete', { 'edit.delete': [] })).toEqual([]);
    expect(shownShortcut('edit.delete', { 'edit.delete': [] })).toBeUndefined();
  });

  test('are not kept when they are its own again', () => {
    const changed = withShortcuts({}, 'edit.duplicate', ['Mod+KeyJ']);
    expect(changed).toEqual({ 'edit.duplicate': ['Mod+KeyJ'] });
    expect(withShortcuts(changed, 'edit.duplicate', ['Mod+KeyD'])).toEqual({});
    expect(withShortcuts(changed, 'view.grid', ['F8'])).toEqual({
      'edit.duplicate': ['Mod+KeyJ'],
      'view.grid': ['F8'],
    });
  });

  test('are nobody else’s as the app comes, on any system', () => {
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      for (const id of actionIds) {
        for (const key of actions[id].shortcuts ?? []) expect(othersWith(key, id, {}, platform), key).toEqual([]);
      }
    }
  });

  test('a conflict names the others, and taking the key leaves them their other keys', () => {
    expect(othersWith('Ctrl+KeyZ', 'view.grid', {}, 'linux')).toEqual(['edit.undo']);
    expect(othersWith('Delete', 'view.grid', {}, 'linux')).toEqual(['edit.delete']);
    const changed = withShortcutMoved({}, 'view.grid', ['Delete'], 'Delete', 'linux');
    expect(changed).toEqual({ 'view.grid': ['Delete'], 'edit.delete': ['Backspace'] });
    expect(othersWith('Delete', 'view.grid', changed, 'linux')).toEqual([]);
  });
});

test('the native menu and what the window remembers follow a changed key', () => {
  const view = openWith();
  const accelerator = (entries: readonly MenuEntry[]): string | undefined => {
    for (const entry of entries) {
      if (entry.type === 'submenu') {
        const found = accelerator(entry.items);
        if (found !== undefined) return found;
      } else if (entry.type === 'action' && entry.id === 'edit.duplicate') return entry.accelerator;
    }
    return undefined;
  };
  const shown = () => accelerator(nativeMenu(actionContext(view.services)));
  expect(shown()).toBe('CommandOrControl+D');
  view.services.app.setState({ settings: { ...defaultSettings, shortcuts: { 'edit.duplicate': ['Mod+KeyJ'] } } });
  expect(shown()).toBe('CommandOrControl+J');
  view.services.app.setState({ settings: { ...defaultSettings, shortcuts: { 'edit.duplicate': [] } } });
  expect(shown()).toBeUndefined();
});
