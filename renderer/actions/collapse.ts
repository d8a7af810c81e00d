import { canCollapse, isCollapsed } from '../../shared/model/collapsed';
import type { NodeId } from '../../shared/model/ids';
import { boxOfNode } from '../../shared/model/query';
import type { EditorStore } from '../state/editorStore';
import type { OpenDocument } from '../state/session';
import type { Action, ActionContext } from './action';
import { activeDocument, hasDocument, selectedNodes, selectionFrom } from './context';
import { reveal } from './reveal';

/** Closes or opens containers, as one step. What was selected in them goes out of sight: they are selected instead. */
export function setCollapsed(editor: EditorStore, ids: readonly NodeId[], collapsed: boolean): void {
  editor.edit('nodes.collapse', { ids, collapsed }, selectionFrom(ids));
}

function selectedContainers(context: ActionContext) {
  const active = activeDocument(context);
  return active === null ? [] : selectedNodes(active).filter(canCollapse);
}

function showFirst(open: OpenDocument, id: NodeId | undefined): void {
  const { nodes } = open.editor.getState().history.present.document;
  const node = id === undefined ? undefined : nodes.get(id);
  if (node !== undefined) reveal(open, boxOfNode(nodes, node));
}

function allAction(collapsed: boolean, labelKey: 'action.collapse.all' | 'action.collapse.none'): Action {
  return {
    labelKey,
    section: 'arrange',
    icon: collapsed ? 'chevrons-down-up' : 'chevrons-up-down',
    enabled: hasDocument,
    run(context) {
      const active = activeDocument(context);
      if (active === null) return;
      const ids = [...active.document.nodes.values()].filter(canCollapse).map(({ id }) => id);
      active.open.editor.edit('nodes.collapse', { ids, collapsed }, selectionFrom([]));
    },
  };
}

export const collapseActions = {
  'collapse.toggle': {
    labelKey: 'action.collapse.toggle',
    section: 'arrange',
    icon: 'chevrons-down-up',
    shortcuts: ['Mod+Period'],
    label(context) {
      const [first] = selectedContainers(context);
      if (first === undefined) return context.t('action.collapse.toggle');
      return context.t(isCollapsed(first) ? 'action.collapse.open' : 'action.collapse.close');
    },
    enabled: (context) => selectedContainers(context).length > 0,
    run(context) {
      const containers = selectedContainers(context);
      const ids = containers.map(({ id }) => id);
      if (context.active === null) return;
      setCollapsed(context.active.editor, ids, !isCollapsed(containers[0]));
      showFirst(context.active, ids[0]);
    },
  },
  'collapse.all': allAction(true, 'action.collapse.all'),
  'collapse.none': allAction(false, 'action.collapse.none'),
} as const satisfies Readonly<Record<string, Action>>;
