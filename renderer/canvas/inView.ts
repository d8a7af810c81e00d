import { useMemo, useSyncExternalStore } from 'react';
import { type Box, intersects } from '../../shared/geometry/box';
import type { DiagramDocument } from '../../shared/model/document';
import type { EdgeId, NodeId } from '../../shared/model/ids';
import { boxOfNode } from '../../shared/model/query';
import { useOpenDocument } from '../state/hooks';
import { useCanvasTools } from './canvasStore';
import { visibleBoxOf } from './viewport';
import { approximateEdgeBox, windowFor } from './visible';

/** Those of some nodes and edges that are in view or near it: what marks over the diagram are drawn for. */
export function useIdsInView(
  document: DiagramDocument,
  ids: ReadonlySet<NodeId | EdgeId>,
): readonly (NodeId | EdgeId)[] {
  const { scene } = useCanvasTools();
  const window = useWindow();
  return useMemo(() => {
    const index = scene.index();
    if (index !== null && index.document.nodes === document.nodes && index.document.edges === document.edges) {
      return index.search(window).flatMap(({ id }) => (ids.has(id) ? [id] : []));
    }
    const isInView = (id: NodeId | EdgeId) => {
      const node = document.nodes.get(id as NodeId);
      const edge = document.edges.get(id as EdgeId);
      const box = node !== undefined ? boxOfNode(document.nodes, node) : null;
      const reach = box ?? (edge === undefined ? null : approximateEdgeBox(document.nodes, edge));
      return reach !== null && intersects(window, reach);
    };
    return [...ids].filter(isInView);
  }, [scene, document, ids, window]);
}

/** The part of the diagram that is kept marked: it stays while the view moves within it. */
function useWindow(): Box {
  const { view } = useOpenDocument();
  const tools = useCanvasTools();
  const store = useMemo(() => {
    let current: Box | null = null;
    return {
      get(): Box {
        current = windowFor(visibleBoxOf(view.getState().viewport, tools.clientBox()), current);
        return current;
      },
    };
  }, [view, tools]);
  return useSyncExternalStore(view.subscribe, store.get);
}
