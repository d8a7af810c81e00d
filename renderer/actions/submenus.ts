import type { MessageKey } from '../../shared/i18n/messages';
import { edgeKindActionIds, routingActionIds } from './arrange';
import type { ActionId } from './index';
import { insertActionIds } from './insert';
import { pageActionIds } from './pages';
import { viewActionIds } from './views';

/** A menu by the ids of its actions; `-` is a separator. */
export type MenuItem = ActionId | '-' | Submenu;

export interface Submenu {
  readonly id: string;
  readonly labelKey: MessageKey;
  readonly items: readonly MenuItem[];
}

export const nextSteps: readonly ActionId[] = [
  'insert.nextRight',
  'insert.nextLeft',
  'insert.nextUp',
  'insert.nextDown',
];

export const styleMenu: Submenu = { id: 'style', labelKey: 'menu.style', items: ['edit.copyStyle', 'edit.pasteStyle'] };

export const orderMenu: Submenu = {
  id: 'arrange.order',
  labelKey: 'menu.order',
  items: ['arrange.toFront', 'arrange.forward', 'arrange.backward', 'arrange.toBack'],
};
export const alignMenu: Submenu = {
  id: 'arrange.align',
  labelKey: 'menu.align',
  items: [
    'arrange.alignLeft',
    'arrange.alignCenter',
    'arrange.alignRight',
    '-',
    'arrange.alignTop',
    'arrange.alignMiddle',
    'arrange.alignBottom',
    '-',
    'arrange.distributeHorizontally',
    'arrange.distributeVertically',
    '-',
    'arrange.stackRow',
    'arrange.stackColumn',
  ],
};
export const sizeMenu: Submenu = {
  id: 'arrange.size',
  labelKey: 'menu.size',
  items: ['arrange.sameWidth', 'arrange.sameHeight', 'arrange.sameSize', '-', 'arrange.fitText', 'picture.naturalSize'],
};
export const selectMenu: Submenu = {
  id: 'select',
  labelKey: 'menu.select',
  items: ['select.sameKind', 'select.sameRole', 'select.sameStyle', 'select.connected'],
};
export const goMenu: Submenu = {
  id: 'navigate',
  labelKey: 'menu.navigate',
  items: [
    'navigate.right',
    'navigate.left',
    'navigate.up',
    'navigate.down',
    '-',
    'navigate.next',
    'navigate.previous',
    'navigate.branch',
    'navigate.edge',
    'paths.between',
    '-',
    'problems.next',
    'problems.previous',
    'problems.fix',
    '-',
    'navigate.nextRegion',
    'navigate.previousRegion',
  ],
};
export const tidyMenu: Submenu = {
  id: 'arrange.tidyMenu',
  labelKey: 'menu.tidy',
  items: ['arrange.tidy', 'arrange.tidySelection', 'arrange.tidyNew', '-', 'arrange.tidyRight', 'arrange.tidyDown'],
};
export const containerMenu: Submenu = {
  id: 'arrange.container',
  labelKey: 'menu.container',
  items: ['arrange.toPreviousContainer', 'arrange.toNextContainer', 'arrange.outOfContainer'],
};
export const edgeKindMenu: Submenu = { id: 'edge.kind', labelKey: 'menu.edgeKind', items: edgeKindActionIds };
export const routingMenu: Submenu = { id: 'edge.routing', labelKey: 'menu.routing', items: routingActionIds };
export const textMenu: Submenu = {
  id: 'text',
  labelKey: 'menu.text',
  items: ['text.bold', 'text.italic', 'text.bullets'],
};
export const insertMenu: Submenu = { id: 'insert', labelKey: 'menu.insert', items: insertActionIds };
export const nextMenu: Submenu = { id: 'insert.next', labelKey: 'menu.next', items: nextSteps };

export const laneMenu: Submenu = {
  id: 'lane',
  labelKey: 'menu.lane',
  items: ['lane.addBefore', 'lane.addAfter', 'lane.addInside', 'lane.split', '-', 'lane.moveEarlier', 'lane.moveLater'],
};
export const spaceMenu: Submenu = {
  id: 'space',
  labelKey: 'menu.space',
  items: ['space.openRight', 'space.openDown', '-', 'space.closeLeft', 'space.closeUp'],
};
export const edgesMenu: Submenu = {
  id: 'edge',
  labelKey: 'menu.edge',
  items: [edgeKindMenu, routingMenu, '-', 'edge.reverse', 'edge.bend', 'edge.removeBends', 'edge.routeAgain'],
};

export const viewsMenu: Submenu = { id: 'views', labelKey: 'menu.views', items: viewActionIds };
export const pageMenu: Submenu = { id: 'page', labelKey: 'menu.page', items: pageActionIds };
