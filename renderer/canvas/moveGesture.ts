import type { Edit } from '../../shared/edits/args';
import { type Box, minus, type Point, plus, unionOf } from '../../shared/geometry/box';
import { allAnchors } from '../../shared/geometry/guides';
import type { MessageKey } from '../../shared/i18n/messages';
import { nodeKinds } from '../../shared/kinds/index';
import { createDropTargets } from '../../shared/layout/dropTargets';
import type { DiagramNode } from '../../shared/model/document';
import type { NodeId } from '../../shared/model/ids';
import { boxOfNode, topmostOf, withDescendants } from '../../shared/model/query';
import { type CanvasTools, clearGesture } from './canvasStore';
import { type Copies, copiesOf } from './copies';

import { laneDrag } from './laneDrag';
import type { Drag } from './pointer';
import { snapDragged, snapLines } from './snapping';

export interface MoveKeys {
  /** Only along one axis. */
  readonly shift: boolean;
  /** A copy moves, the original stays. */
  readonly alt: boolean;
  /** Neither grid nor guides. */
  readonly mod: boolean;
}

export interface MoveGesture {
  /** `by`: how far the pointer is from where it took hold, in diagram units. */
  move(by: Point, keys: MoveKeys): void;
  end(): void;
  cancel(): void;
}

/** Drags the selected nodes. On drop they go into the container below them, in the same step of the history. */
export function beginMove(tools: CanvasTools): MoveGesture {
  const { editor, canvas } = tools;
  const { history, selection } = editor.getState();
  const { document } = history.present;
  const ids = topmostOf(document.nodes, selection.nodes).filter((id) => document.nodes.get(id)?.locked === false);
  const moved = ids.map((id) => document.nodes.get(id)).filter((node) => node !== undefined);
  const boxes = new Map(moved.map((node) => [node.id, boxOfNode(document.nodes, node)]));
  const around: Box = unionOf(boxes.values()) ?? { x: 0, y: 0, width: 0, height: 0 };
  const dragged = withDescendants(document.nodes, ids);
  const targets = createDropTargets(document, dragged);
  const isFrame = ({ kind }: DiagramNode) => nodeKinds[kind].traits.layer === 'back';
  const lines = snapLines(tools, dragged, moved.some(isFrame));
  const gesture = editor.beginGesture('edit.nodes.move');
  canvas.setState({ busy: 'move', hover: null });
  let copies: Copies | null = null;
  let copying = false;
  const lane = laneDrag(document, moved);
  let work: (edit: Edit) => void = () => {};
  let label: MessageKey = 'edit.nodes.move';

  function snappedBy(pointerBy: Point, keys: MoveKeys): Point {
    const free = lockedTo(pointerBy, keys.shift);
    const snap = snapDragged(tools, { ...around, ...plus(around, free) }, lines, allAnchors, keys.mod);
    const by = lockedTo(plus(free, snap.by), keys.shift, free);
    canvas.setState({ guides: snap.guides.filter(({ axis }) => by[axis] === free[axis] + snap.by[axis]) });
    return by;
  }

  function reparent(edit: Edit, by: Point): void {
    let shown: NodeId | null = null;
    const byHome = new Map<NodeId | null, NodeId[]>();
    for (const node of moved) {
      const box = boxes.get(node.id);
      if (box === undefined) continue;
      const home = targets.homeOf(node, { ...box, ...plus(box, by) });
      if (home !== node.parentId || copying) shown = home;
      const id = copying && copies !== null ? copies.idOf(node.id) : node.id;
      const members = byHome.get(home);
      if (members === undefined) byHome.set(home, [id]);
      else members.push(id);
    }
    for (const [parentId, members] of byHome) edit('nodes.reparent', { ids: members, parentId });
    canvas.setState({ dropInto: shown });
  }

  return {
    move(pointerBy, keys) {
      copying = keys.alt;
      const inStack = copying ? null : lane?.inStack(pointerBy);
      if (inStack != null) {
        work = inStack.drop;
        label = 'edit.lanes.reorder';
        canvas.setState({ guides: [], dropInto: null });
        gesture.previewAll(inStack.show);
        return;
      }
      const by = snappedBy(pointerBy, keys);
      label = copying ? 'action.edit.duplicate' : 'edit.nodes.move';
      if (copying) copies ??= copiesOf(document, ids);
      const made = copying ? copies : null;
      work = (edit) => {
        if (made !== null) edit('nodes.add', { nodes: made.nodes, edges: made.edges });
        if (lane !== null && !copying) lane.leave(edit, by);
        else edit('nodes.move', { ids: made?.ids ?? ids, by });
        reparent(edit, by);
      };
      gesture.previewAll(work);
    },
    end() {
      const isOn = editor.hasGesture();
      gesture.cancel();
      if (isOn) {
        const dropped = copying && copies !== null ? copies.ids : ids;
        editor.transact(
          label,
          (edit) => {
            work(edit);
            // Only now: borders that grew under the pointer would run away from it.
            edit('nodes.makeRoom', { ids: dropped });
          },
          copying ? { nodes: new Set(dropped), edges: new Set() } : selection,
        );
      }
      clearGesture(canvas);
    },
    cancel() {
      gesture.cancel();
      clearGesture(canvas);
    },
  };
}

/** The same gesture for a pointer that is followed by ourselves, from where it was pressed. */
export function moveDrag(tools: CanvasTools): Drag {
  let gesture: MoveGesture | null = null;
  return {
    begin() {
      if (!tools.editor.hasGesture() && tools.editor.getState().selection.nodes.size > 0) gesture = beginMove(tools);
    },
    move: ({ at, shift, alt, mod }) => gesture?.move(minus(at, tools.press.at), { shift, alt, mod }),
    end: () => gesture?.end(),
    cancel: () => gesture?.cancel(),
  };
}

/** `by` along its longer axis (or that of `like`) when `locked`. */
function lockedTo(by: Point, locked: boolean, like: Point = by): Point {
  if (!locked) return by;
  return Math.abs(like.x) >= Math.abs(like.y) ? { x: by.x, y: 0 } : { x: 0, y: by.y };
}
