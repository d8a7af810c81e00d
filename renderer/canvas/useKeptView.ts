import { useLayoutEffect } from 'react';
import type { Box } from '../../shared/geometry/box';
import type { DiagramDocument } from '../../shared/model/document';
import { useCanvasTools } from './canvasStore';
import { contentBox, viewportFor } from './viewport';

/**
 * What happens to the view when the window or a panel changes the canvas's room: one that shows the whole diagram goes
 * on doing so (somebody maximises the window to see it larger), any other keeps the diagram where it is on the screen
 * (a panel that goes must not pull it away from under the eyes).
 */
export function useKeptView(root: HTMLElement): void {
  const { editor, view, controller, clientBox } = useCanvasTools();
  useLayoutEffect(() => {
    let before = clientBox();
    let known: { readonly document: DiagramDocument; readonly box: Box | null } | null = null;
    // While a window's edge is dragged this is asked every frame; only the first looks at all records.
    const contentOf = (document: DiagramDocument): Box | null => {
      if (known?.document !== document) known = { document, box: contentBox(document) };
      return known.box;
    };
    const observer = new ResizeObserver(() => {
      const [was, now] = [before, clientBox()];
      before = now;
      if (was.width === now.width && was.height === now.height) return;
      const box = contentOf(editor.getState().history.present.document);
      if (box === null) return;
      const { x, y, zoom } = view.getState().viewport;
      const whole = viewportFor(box, was);
      if (x === whole.x && y === whole.y && zoom === whole.zoom) controller.showBox(box);
      else if (was.x !== now.x) controller.panBy({ x: was.x - now.x, y: 0 });
    });
    observer.observe(root);
    return () => observer.disconnect();
  }, [root, editor, view, controller, clientBox]);
}
