import { useMemo, useSyncExternalStore } from 'react';
import type { DiagramDocument } from '../../shared/model/document';
import { useOpenDocument } from '../state/hooks';
import { useCanvasTools } from './canvasStore';
import { visibleBoxOf } from './viewport';
import { SHOW_ALL_UP_TO, type VisibleIds, visibleIds, windowFor } from './visible';

/** What of the document has to be in the page; made anew when an edit is recorded or the view leaves what is there. */
export function useVisibleIds(base: DiagramDocument): VisibleIds {
  const tools = useCanvasTools();
  const { view } = useOpenDocument();
  const windowStore = useMemo(() => {
    let current = windowFor(visibleBoxOf(view.getState().viewport, tools.clientBox()), null);
    return {
      subscribe: view.subscribe,
      get: () => {
        current = windowFor(visibleBoxOf(view.getState().viewport, tools.clientBox()), current);
        return current;
      },
    };
  }, [tools, view]);
  const window = useSyncExternalStore(windowStore.subscribe, windowStore.get);
  const culled = base.nodes.size > SHOW_ALL_UP_TO ? window : null;
  return useMemo(() => visibleIds(base, culled), [base, culled]);
}
