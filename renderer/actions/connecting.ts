import type { Action } from './action';
import { activeDocument, selectedEdges, singleNode } from './context';
import { isConnectable } from './neighbours';

export const connectActions = {
  'edge.connect': {
    labelKey: 'action.edge.connect',
    section: 'insert',
    icon: 'link',
    shortcuts: ['Mod+KeyL'],
    label(context) {
      const active = activeDocument(context);
      const leadsElsewhere = active !== null && singleNode(active) === null && selectedEdges(active).length === 1;
      return context.t(leadsElsewhere ? 'action.edge.reconnectEnd' : 'action.edge.connect');
    },
    enabled(context) {
      const active = activeDocument(context);
      if (active === null) return false;
      const node = singleNode(active);
      return node === null
        ? selectedEdges(active).length === 1 && active.selection.nodes.size === 0
        : isConnectable(node);
    },
    run(context) {
      const active = activeDocument(context);
      if (active === null) return;
      const from = singleNode(active);
      const [edge] = selectedEdges(active);
      const { canvas } = active.open.view;
      if (from !== null) canvas?.connect({ type: 'new', from });
      else if (edge !== undefined) canvas?.connect({ type: 'end', edge, which: 'to' });
    },
  },
  'edge.bend': {
    labelKey: 'action.edge.bend',
    section: 'arrange',
    icon: 'corner-down-right',
    shortcuts: ['Mod+Alt+KeyJ'],
    enabled(context) {
      const active = activeDocument(context);
      return active !== null && active.selection.nodes.size === 0 && active.selection.edges.size === 1;
    },
    run(context) {
      const active = activeDocument(context);
      const [edge] = active === null ? [] : selectedEdges(active);
      if (edge !== undefined) active?.open.view.canvas?.bend(edge.id);
    },
  },
  'edge.reconnectStart': {
    labelKey: 'action.edge.reconnectStart',
    section: 'insert',
    icon: 'link',
    enabled(context) {
      const active = activeDocument(context);
      return active !== null && active.selection.nodes.size === 0 && active.selection.edges.size === 1;
    },
    run(context) {
      const active = activeDocument(context);
      const [edge] = active === null ? [] : selectedEdges(active);
      if (edge !== undefined) active?.open.view.canvas?.connect({ type: 'end', edge, which: 'from' });
    },
  },
} as const satisfies Readonly<Record<string, Action>>;
