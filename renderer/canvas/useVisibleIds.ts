import { useMemo, useSyncExternalStore } from 'react';
import type { Box } from '../../shared/geometry/box';
import type { Selection } from '../../shared/history/history';
import type { DiagramDocument } from '../../shared/model/document';
import type { NodeId } from '../../shared/model/ids';
import { useOpenDocument } from '../state/hooks';
import type { TextEditing } from '../state/viewStore';
import { useCanvas, useCanvasTools } from './canvasStore';
import { OVERVIEW_FROM_NODES } from './overview/scene';
import { visibleBoxOf } from './viewport';
import { SHOW_ALL_UP_TO, type VisibleIds, visibleIds, windowFor } from './visible';

/** More selected edges than this are not brought into the page only to be outlined. */
const MOST_PINNED_EDGES = 50;

export interface VisibleElements {
  readonly ids: VisibleIds;
  /** The overview paints the diagram; the page has only what somebody is working with. */
  readonly isPainted: boolean;
}

/** What of the document has to be in the page; made anew when an edit is recorded or the view leaves what is there. */
export function useVisibleIds(
  base: DiagramDocument,
  selection: Selection,
  editing: TextEditing | null,
): VisibleElements {
  const isPainted = base.nodes.size >= OVERVIEW_FROM_NODES;
  const small = useWindow(base);
  const tabStops = useCanvas((state) => state.tabStops);
  return useMemo(
    () => ({ ids: isPainted ? pinnedIds(selection, editing, tabStops) : small(), isPainted }),
    [isPainted, selection, editing, tabStops, small],
  );
}

function useWindow(base: DiagramDocument): () => VisibleIds {
  const tools = useCanvasTools();
  const { view } = useOpenDocument();
  const isCulled = base.nodes.size > SHOW_ALL_UP_TO && base.nodes.size < OVERVIEW_FROM_NODES;
  const windowStore = useMemo(() => {
    let current: Box | null = null;
    return {
      subscribe: view.subscribe,
      get: () => {
        current = isCulled ? windowFor(visibleBoxOf(view.getState().viewport, tools.clientBox()), current) : null;
        return current;
      },
    };
  }, [tools, view, isCulled]);
  const window = useSyncExternalStore(windowStore.subscribe, windowStore.get);
  return useMemo(() => () => visibleIds(base, window), [base, window]);
}

/**
 * Of a large diagram: the node that takes what is typed, those that Tab goes to next, the edges that are outlined, and
 * whose text is edited.
 */
function pinnedIds(selection: Selection, editing: TextEditing | null, tabStops: readonly NodeId[]): VisibleIds {
  const isSingle = selection.nodes.size === 1 && selection.edges.size === 0;
  const nodes = new Set<NodeId>(tabStops);
  if (isSingle) for (const id of selection.nodes) nodes.add(id);
  if (editing?.type === 'node') nodes.add(editing.id);
  const edges = new Set(selection.edges.size <= MOST_PINNED_EDGES ? selection.edges : []);
  if (editing?.type === 'edge') edges.add(editing.id);
  return { nodes, edges, isOrdered: true, reaches: () => false };
}
