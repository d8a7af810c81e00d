import type { Box } from '../../shared/geometry/box';
import type { Anchor } from '../../shared/geometry/guides';
import { type ResizeHandle, resizedBox } from '../../shared/geometry/resize';
import { kindOf, nodeKinds } from '../../shared/kinds/index';
import type { NodeId } from '../../shared/model/ids';
import { boxOfNode } from '../../shared/model/query';
import { nodeFace, nodeLook } from '../../shared/picture/nodeMarks';
import { type CanvasTools, clearGesture } from './canvasStore';
import { laneStackOf, resizeLane } from './laneStack';
import type { Drag, PointerAt } from './pointer';
import { snapDragged, snapLines } from './snapping';

/** Drags one of the eight handles around a node. Shift keeps its proportions, Ctrl suspends grid and guides. */
export function resizeGesture(tools: CanvasTools, id: NodeId, handle: ResizeHandle, start: PointerAt): Drag {
  const { editor, canvas } = tools;
  const { document } = editor.getState().history.present;
  const node = document.nodes.get(id);
  let gesture: ReturnType<typeof editor.beginGesture> | null = null;
  let move = (_pointer: PointerAt): void => {};
  const finish = (how: 'commit' | 'cancel') => {
    gesture?.[how]();
    clearGesture(canvas);
  };
  return {
    begin() {
      if (node === undefined) return;
      const box = boxOfNode(document.nodes, node);
      const minimum = kindOf(node.kind).minSize(nodeFace(nodeLook(document, node)));
      const stack = node.kind === 'lane' ? laneStackOf(document, node) : null;
      const lines = snapLines(
        tools,
        new Set([id, ...(stack?.before ?? []), ...(stack?.behind ?? [])]),
        nodeKinds[node.kind].traits.layer === 'back',
      );
      const anchors = { x: anchorsOf(handle.x), y: anchorsOf(handle.y) };
      const current = editor.beginGesture('edit.nodes.place');
      gesture = current;
      canvas.setState({ busy: 'resize', hover: null });
      move = (pointer) => {
        const by = { x: pointer.at.x - start.at.x, y: pointer.at.y - start.at.y };
        const raw: Box = resizedBox(box, handle, by, minimum, pointer.shift);
        // With proportions kept both edges follow from one another: snapping one would tear the other off its line.
        const snap = pointer.shift
          ? { by: { x: 0, y: 0 }, guides: [] }
          : snapDragged(tools, raw, lines, anchors, pointer.mod);
        const snapped = { x: by.x + snap.by.x, y: by.y + snap.by.y };
        const resized = pointer.shift ? raw : resizedBox(box, handle, snapped, minimum, false);
        if (stack === null) current.preview('nodes.place', { boxes: new Map([[id, resized]]) });
        else current.previewAll((edit) => resizeLane(edit, document, node, stack, resized));
        canvas.setState({ guides: snap.guides });
      };
    },
    move: (pointer) => move(pointer),
    end: () => finish('commit'),
    cancel: () => finish('cancel'),
  };
}

function anchorsOf(edge: -1 | 0 | 1): readonly Anchor[] {
  if (edge === 0) return [];
  return edge < 0 ? ['start'] : ['end'];
}
