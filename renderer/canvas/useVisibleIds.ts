import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { type Box, intersects } from '../../shared/geometry/box';
import type { Selection } from '../../shared/history/history';
import type { DiagramDocument } from '../../shared/model/document';
import type { EdgeId, NodeId } from '../../shared/model/ids';
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
  /**
   * Who shows a large diagram: the page alone, once all in view is in it; the overview alone, while anything moves; both
   * while the page has only what is being worked with. `null` for a small diagram, which has no overview.
   */
  readonly shownBy: 'page' | 'overview' | 'both' | null;
}

/** What of the document has to be in the page; made anew when an edit is recorded or the view leaves what is there. */
export function useVisibleIds(
  base: DiagramDocument,
  selection: Selection,
  editing: TextEditing | null,
): VisibleElements {
  const small = useWindow(base);
  const large = useMounted(base, selection, editing);
  return useMemo(() => large ?? { ids: small(), shownBy: null }, [large, small]);
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

/** Of a large diagram: what is mounted by now, and what somebody is working with. */
function useMounted(base: DiagramDocument, selection: Selection, editing: TextEditing | null): VisibleElements | null {
  const { mounting } = useCanvasTools();
  const isLarge = base.nodes.size >= OVERVIEW_FROM_NODES;
  useEffect(() => (isLarge ? mounting.start() : undefined), [mounting, isLarge]);
  const mounted = useStore(mounting.store);
  const isBusy = useCanvas(({ busy }) => busy !== null);
  const isEditing = editing !== null;
  const pinned = useMemo(() => pinnedIds(selection, editing), [selection, editing]);
  return useMemo(() => {
    if (!isLarge) return null;
    const { window, isReached, isMoving } = mounted;
    const nodes = pinned.nodes.every((id) => mounted.nodes.has(id))
      ? mounted.nodes
      : new Set([...mounted.nodes, ...pinned.nodes]);
    const edges = pinned.edges.every((id) => mounted.edges.has(id))
      ? mounted.edges
      : new Set([...mounted.edges, ...pinned.edges]);
    const reaches = (box: Box | null) => window !== null && box !== null && intersects(window, box);
    const isAtRest = isReached && !isMoving && !isBusy;
    const shownBy = isAtRest && window !== null ? 'page' : isAtRest || isEditing ? 'both' : 'overview';
    return { ids: { nodes, edges, reaches }, shownBy };
  }, [isLarge, mounted, pinned, isBusy, isEditing]);
}

/** The node that takes what is typed, the edges that are outlined, and whose text is edited. */
function pinnedIds({ nodes, edges }: Selection, editing: TextEditing | null) {
  const isSingle = nodes.size === 1 && edges.size === 0;
  const pinnedNodes: NodeId[] = isSingle ? [...nodes] : [];
  const pinnedEdges: EdgeId[] = edges.size <= MOST_PINNED_EDGES ? [...edges] : [];
  if (editing?.type === 'node' && !pinnedNodes.includes(editing.id)) pinnedNodes.push(editing.id);
  if (editing?.type === 'edge' && !pinnedEdges.includes(editing.id)) pinnedEdges.push(editing.id);
  return { nodes: pinnedNodes, edges: pinnedEdges };
}
