import type { Action } from './action';
import { activeDocument, hasDocument } from './context';

export const routeActions = {
  'edge.routeAgain': {
    labelKey: 'action.edge.routeAgain',
    section: 'arrange',
    icon: 'waypoints',
    enabled: hasDocument,
    // Of the selected edges; of all when none is selected.
    run(context) {
      const active = activeDocument(context);
      if (active === null) return;
      const { open, document, selection } = active;
      void open.routing.routeAgain([...(selection.edges.size > 0 ? selection.edges : document.edges.keys())]);
    },
  },
} as const satisfies Readonly<Record<string, Action>>;
