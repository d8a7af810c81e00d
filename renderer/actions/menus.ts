import type { MenuEntry } from '../../shared/ipc/contract';
import type { ContextTarget } from '../state/appStore';
import type { ActionContext } from './action';
import { recentActionIds } from './file';
import { type ActionId, actions } from './index';
import { insertActionIds } from './insert';
import { shownShortcut } from './keymap';
import { isEnabled, labelOf } from './labels';
import { acceleratorOf } from './shortcuts';
import {
  alignMenu,
  containerMenu,
  edgeKindMenu,
  edgesMenu,
  goMenu,
  insertMenu,
  laneMenu,
  type MenuItem,
  nextMenu,
  nextSteps,
  orderMenu,
  pageMenu,
  routingMenu,
  type Submenu,
  selectMenu,
  sizeMenu,
  spaceMenu,
  styleMenu,
  textMenu,
  tidyMenu,
  viewsMenu,
} from './submenus';
import { tableMenuItems } from './tables';
import { labelActionIds } from './text';
import { toolbarGroups } from './toolbar';
import { languageActionIds, themeActionIds } from './view';

const windowMenus: readonly Submenu[] = [
  {
    id: 'file',
    labelKey: 'menu.file',
    items: [
      'file.new',
      'file.newEmpty',
      'file.newWindow',
      '-',
      'file.open',
      'file.recent',
      { id: 'file.openRecent', labelKey: 'menu.openRecent', items: [...recentActionIds, '-', 'file.clearRecent'] },
      '-',
      'file.save',
      'file.saveAs',
      'file.export',
      'file.print',
      'file.printSelection',
      { id: 'file.compare', labelKey: 'menu.compare', items: ['compare.file', 'compare.saved', '-', 'compare.close'] },
      { id: 'file.tables', labelKey: 'menu.tables', items: tableMenuItems },
      '-',
      'file.settings',
      '-',
      'file.close',
      'file.closeOthers',
      'file.quit',
    ],
  },
  {
    id: 'edit',
    labelKey: 'menu.edit',
    items: [
      'edit.undo',
      'edit.redo',
      '-',
      'edit.cut',
      'edit.copy',
      'edit.paste',
      'edit.pasteHere',
      'edit.duplicate',
      'edit.delete',
      styleMenu,
      '-',
      'edit.selectAll',
      'edit.selectNone',
      selectMenu,
      '-',
      'edit.editText',
      textMenu,
      'text.openLink',
      'text.copyLink',
      'picture.replace',
      'text.translations',
      'role.whatIf',
      'people.import',
      '-',
      'edit.find',
      'edit.replace',
      'edit.findNext',
      'edit.findPrevious',
    ],
  },
  {
    id: 'insert',
    labelKey: 'menu.insert',
    items: [...insertActionIds, 'lane.forRoles', '-', ...nextSteps, '-', 'edge.connect'],
  },
  {
    id: 'arrange',
    labelKey: 'menu.arrange',
    items: [
      tidyMenu,
      '-',
      alignMenu,
      sizeMenu,
      orderMenu,
      '-',
      laneMenu,
      spaceMenu,
      containerMenu,
      edgesMenu,
      '-',
      'arrange.group',
      'arrange.ungroup',
      '-',
      'collapse.toggle',
      'collapse.all',
      'collapse.none',
      '-',
      'arrange.lock',
      'arrange.unlockAll',
      '-',
      'separation.toggle',
    ],
  },
  {
    id: 'view',
    labelKey: 'menu.view',
    items: [
      'view.zoomIn',
      'view.zoomOut',
      'view.zoomActual',
      'view.fit',
      'view.zoomSelection',
      goMenu,
      '-',
      'view.selectTool',
      'view.handTool',
      '-',
      'view.leftPanel',
      'view.rightPanel',
      'view.outline',
      'view.problems',
      pageMenu,
      viewsMenu,
      'role.focus',
      'role.sheet',
      'walk.all',
      'walk.role',
      'view.minimap',
      'view.grid',
      'view.snap',
      'view.bridges',
      'view.legend',
      'view.names',
      '-',
      { id: 'view.language', labelKey: 'menu.language', items: languageActionIds },
      { id: 'view.labels', labelKey: 'menu.labels', items: [...labelActionIds, '-', 'view.labels.next'] },
      { id: 'view.theme', labelKey: 'menu.theme', items: themeActionIds },
      '-',
      'view.nextTab',
      'view.previousTab',
      'view.moveTabLeft',
      'view.moveTabRight',
      'tab.toNewWindow',
      'tab.toOtherWindow',
      'view.fullScreen',
      'view.developerTools',
    ],
  },
  { id: 'help', labelKey: 'menu.help', items: ['help.commandPalette', 'help.shortcuts', '-', 'help.about'] },
];

const canvasMenu: readonly MenuItem[] = [
  'edit.pasteHere',
  insertMenu,
  laneMenu,
  spaceMenu,
  '-',
  'arrange.tidy',
  'edit.selectAll',
  '-',
  'view.fit',
  'view.zoomActual',
  '-',
  'view.grid',
  'view.snap',
  'view.minimap',
];
const nodeMenu: readonly MenuItem[] = [
  'edit.editText',
  'text.openLink',
  'text.copyLink',
  'picture.replace',
  nextMenu,
  'edge.connect',
  '-',
  'edit.cut',
  'edit.copy',
  'edit.paste',
  'edit.duplicate',
  styleMenu,
  'edit.delete',
  '-',
  laneMenu,
  containerMenu,
  'arrange.group',
  'arrange.ungroup',
  'collapse.toggle',
  '-',
  alignMenu,
  sizeMenu,
  orderMenu,
  'arrange.tidySelection',
  'arrange.lock',
  'separation.toggle',
  '-',
  selectMenu,
  'role.focus',
  'view.zoomSelection',
];
const edgeMenu: readonly MenuItem[] = [
  'edit.editText',
  'text.openLink',
  '-',
  edgeKindMenu,
  routingMenu,
  styleMenu,
  '-',
  'edge.reverse',
  'edge.reconnectStart',
  'edge.connect',
  'edge.bend',
  'edge.removeBends',
  'edge.routeAgain',
  '-',
  selectMenu,
  '-',
  'edit.delete',
];
const tabMenu: readonly MenuItem[] = ['file.close', 'file.closeOthers', '-', 'tab.toNewWindow', 'tab.toOtherWindow'];

const contextMenus: Readonly<Record<ContextTarget['type'], readonly MenuItem[]>> = {
  canvas: canvasMenu,
  node: nodeMenu,
  edge: edgeMenu,
  tab: tabMenu,
};

/** The native menu of a window as it is now; also carries the ids that its items are run by. */
export function nativeMenu(context: ActionContext): readonly MenuEntry[] {
  return menuEntries(windowMenus, context, isOffered);
}

/** The menu for what was clicked with the other button: only what can be done with it, so that it stays short. */
export function contextMenu(target: ContextTarget, context: ActionContext): readonly MenuEntry[] {
  return menuEntries(contextMenus[target.type], context, isEnabled);
}

const recentIds: ReadonlySet<ActionId> = new Set(recentActionIds);

/** Left out rather than greyed: recent files that there are none of, and what macOS has in the menu of the app. */
function isOffered(id: ActionId, context: ActionContext): boolean {
  if (recentIds.has(id)) return isEnabled(id, context);
  return id !== 'file.quit' || context.app.getState().platform !== 'darwin';
}

function menuEntries(
  items: readonly MenuItem[],
  context: ActionContext,
  isShown: (id: ActionId, context: ActionContext) => boolean,
): readonly MenuEntry[] {
  const entries: MenuEntry[] = [];
  for (const item of items) {
    if (item === '-') {
      if (entries.length > 0 && entries.at(-1)?.type !== 'separator') entries.push({ type: 'separator' });
    } else if (typeof item === 'string') {
      if (isShown(item, context)) entries.push(actionEntry(item, context));
    } else {
      const { id, labelKey } = item;
      const inside = menuEntries(item.items, context, isShown);
      if (inside.length > 0) entries.push({ type: 'submenu', id, label: context.t(labelKey), items: inside });
    }
  }
  if (entries.at(-1)?.type === 'separator') entries.pop();
  return entries;
}

function actionEntry(id: ActionId, context: ActionContext): MenuEntry {
  const action = actions[id];
  const shortcut = shownShortcut(id, context.app.getState().settings.shortcuts);
  return {
    type: 'action',
    id,
    label: action.menuLabel?.(context) ?? labelOf(id, context),
    ...(shortcut === undefined ? {} : { accelerator: acceleratorOf(shortcut) }),
    enabled: isEnabled(id, context),
    ...(action.checked === undefined ? {} : { checked: action.checked(context) }),
  };
}

/** Ids of all actions that some menu or the tool bar offers. */
export function menuActionIds(): ReadonlySet<ActionId> {
  const ids = new Set<ActionId>(toolbarGroups.flat());
  const visit = (items: readonly MenuItem[]): void => {
    for (const item of items) {
      if (typeof item !== 'string') visit(item.items);
      else if (item !== '-') ids.add(item);
    }
  };
  visit(windowMenus);
  for (const items of Object.values(contextMenus)) visit(items);
  return ids;
}
