import { app, Menu, type MenuItem, type MenuItemConstructorOptions } from 'electron';
import type { Translate } from '../../shared/i18n/messages';
import type { MenuEntry } from '../../shared/ipc/contract';
import { type AppWindow, tell } from './appWindow';

const shownMenus = new WeakMap<Menu, string>();

/**
 * Makes the window's entries the native menu. Every item carries its action's id and only reports it; keys stay with
 * the page, which knows about input methods and text fields.
 */
export function showMenu(window: AppWindow, entries: readonly MenuEntry[], t: Translate): void {
  const shape = shapeOf(entries);
  if (window.menu !== null && shownMenus.get(window.menu) === shape) {
    // Building a native menu takes milliseconds; what selecting does to it is only on and off.
    updateItems(window.menu, entries);
    return;
  }
  const template = entries.map((entry) => toTemplate(entry, window));
  if (process.platform === 'darwin') template.unshift(macAppMenu(t));
  const menu = Menu.buildFromTemplate(template);
  shownMenus.set(menu, shape);
  window.menu = menu;
  if (window.browserWindow.isFocused() || Menu.getApplicationMenu() === null) Menu.setApplicationMenu(menu);
}

function toTemplate(entry: MenuEntry, window: AppWindow): MenuItemConstructorOptions {
  switch (entry.type) {
    case 'separator':
      return { type: 'separator' };
    case 'submenu':
      return { id: entry.id, label: entry.label, submenu: entry.items.map((item) => toTemplate(item, window)) };
    case 'action':
      return {
        id: entry.id,
        label: entry.label,
        enabled: entry.enabled,
        registerAccelerator: false,
        ...(entry.accelerator === undefined ? {} : { accelerator: entry.accelerator }),
        ...(entry.checked === undefined ? {} : { type: 'checkbox' as const, checked: entry.checked }),
        click: (item) => {
          // The system toggles the mark by itself; the action decides what is marked.
          if (entry.checked !== undefined) item.checked = !item.checked;
          tell(window, 'menu.run', entry.id);
        },
      };
  }
}

/** All that cannot be changed on a menu once it is built. */
function shapeOf(entries: readonly MenuEntry[]): string {
  return JSON.stringify(entries, (key, value: unknown) =>
    key === 'enabled' ? undefined : key === 'checked' ? true : value,
  );
}

function updateItems(menu: Menu, entries: readonly MenuEntry[]): void {
  for (const entry of entries) {
    if (entry.type === 'separator') continue;
    const item: MenuItem | null = menu.getMenuItemById(entry.id);
    if (item === null) continue;
    if (entry.type === 'submenu') {
      if (item.submenu) updateItems(item.submenu, entry.items);
      continue;
    }
    if (item.enabled !== entry.enabled) item.enabled = entry.enabled;
    if (entry.checked !== undefined && item.checked !== entry.checked) item.checked = entry.checked;
  }
}

function macAppMenu(t: Translate): MenuItemConstructorOptions {
  return {
    label: app.name,
    submenu: [
      { role: 'services', label: t('app.services') },
      { type: 'separator' },
      { role: 'hide', label: t('app.hide') },
      { role: 'hideOthers', label: t('app.hideOthers') },
      { role: 'unhide', label: t('app.showAll') },
      { type: 'separator' },
      { role: 'quit', label: t('app.quit') },
    ],
  };
}
