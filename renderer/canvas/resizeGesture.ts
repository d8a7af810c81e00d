import type { Edit } from '../../shared/edits/args';
import { boxAround } from '../../shared/edits/laneSize';
import type { Box } from '../../shared/geometry/box';
import type { Anchor } from '../../shared/geometry/guides';
import { type ResizeHandle, resizedBox } from '../../shared/geometry/resize';
import { kindOf, nodeKinds } from '../../shared/kinds/index';
import type { NodeId } from '../../shared/model/ids';
import { isLane, laneStackOf } from '../../shared/model/lanes';
import { boxOfNode } from '../../shared/model/query';
import { nodeFace, nodeLook } from '../../shared/picture/nodeMarks';
import { type CanvasTools, clearGesture } from './canvasStore';
import type { Drag, PointerAt } from './pointer';
import { snapDragged, snapLines } from './snapping';

/**
 * Drags one of the eight handles around a node. Shift keeps its proportions, Ctrl suspends grid and guides. The borders
 * of a lane push the lanes beyond them; with Shift the one next to it gives or takes the room.
 */
export function resizeGesture(tools: CanvasTools, id: NodeId, handle: ResizeHandle, start: PointerAt): Drag {
  const { editor, canvas } = tools;
  const { document } = editor.getState().history.present;
  const node = document.nodes.get(id);
  let gesture: ReturnType<typeof editor.beginGesture> | null = null;
  let work: ((edit: Edit) => void) | null = null;
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
      const stack = isLane(node) ? laneStackOf(document.nodes, node) : [node];
      const lines = snapLines(
        tools,
        new Set(stack.map((other) => other.id)),
        nodeKinds[node.kind].traits.layer === 'back',
      );
      const anchors = { x: anchorsOf(handle.x), y: anchorsOf(handle.y) };
      const current = editor.beginGesture(isLane(node) ? 'edit.lanes.resize' : 'edit.nodes.place');
      gesture = current;
      canvas.setState({ busy: 'resize', hover: null });
      move = (pointer) => {
        const by = { x: pointer.at.x - start.at.x, y: pointer.at.y - start.at.y };
        const keepsRatio = pointer.shift && !isLane(node);
        const raw: Box = resizedBox(box, handle, by, minimum, keepsRatio);
        // With proportions kept both edges follow from one another: snapping one would tear the other off its line.
        const snap = keepsRatio
          ? { by: { x: 0, y: 0 }, guides: [] }
          : snapDragged(tools, raw, lines, anchors, pointer.mod);
        const snapped = { x: by.x + snap.by.x, y: by.y + snap.by.y };
        const resized = keepsRatio ? raw : resizedBox(box, handle, snapped, minimum, false);
        if (isLane(node)) {
          current.preview('lanes.resize', { id, box: resized, neighbours: pointer.shift ? 'share' : 'push' });
        } else {
          const around = boxAround(document, id, box, resized);
          work = (edit) => edit('nodes.place', { boxes: new Map([[id, around]]) });
          current.previewAll(work);
        }
        canvas.setState({ guides: snap.guides });
      };
    },
    move: (pointer) => move(pointer),
    end() {
      // What holds it grows when it is let go: while it is dragged the borders under the pointer stay.
      if (work !== null) {
        const resize = work;
        gesture?.previewAll((edit) => {
          resize(edit);
          edit('nodes.makeRoom', { ids: [id] });
        });
      }
      finish('commit');
    },
    cancel: () => finish('cancel'),
  };
}

function anchorsOf(edge: -1 | 0 | 1): readonly Anchor[] {
  if (edge === 0) return [];
  return edge < 0 ? ['start'] : ['end'];
}
