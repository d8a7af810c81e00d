import { planSpace } from '../../shared/edits/space';
import type { Axis } from '../../shared/geometry/guides';
import type { Gesture } from '../state/editorStore';
import { type CanvasTools, clearGesture } from './canvasStore';
import type { Drag, PointerAt } from './pointer';
import { snapToGrid } from './snapping';

/**
 * Opens or closes space at the point of the press: dragged sideways everything right of it moves, up or down everything
 * below it. Ctrl suspends the grid.
 */
export function spaceGesture(tools: CanvasTools, start: PointerAt): Drag {
  const { editor, canvas, controller } = tools;
  const { document } = editor.getState().history.present;
  let gesture: Gesture | null = null;
  return {
    begin() {
      gesture = editor.beginGesture('edit.space.insert');
      canvas.setState({ busy: 'space', hover: null });
    },
    move({ at: pointer, mod }) {
      const by = { x: pointer.x - start.at.x, y: pointer.y - start.at.y };
      const axis: Axis = Math.abs(by.x) >= Math.abs(by.y) ? 'x' : 'y';
      const at = snapToGrid(tools, start.at[axis], mod);
      const room = Math.max(snapToGrid(tools, by[axis], mod), -planSpace(document.nodes, axis, at).closable);
      gesture?.preview('space.insert', { axis, at, by: room });
      const view = controller.visibleBox();
      const [from, length] = axis === 'x' ? [view.y, view.height] : [view.x, view.width];
      canvas.setState({ opening: { axis, at, by: room, from, to: from + length } });
    },
    end() {
      gesture?.commit();
      clearGesture(canvas);
    },
    cancel() {
      gesture?.cancel();
      clearGesture(canvas);
    },
  };
}
