import { centerOf, minus, type Point } from '../../shared/geometry/box';
import type { Selection } from '../../shared/history/history';
import type { MessageKey } from '../../shared/i18n/messages';
import type { Shortcut } from '../../shared/ipc/settings';
import type { ViewId } from '../../shared/layout/views/index';
import { placeBeside } from '../../shared/layout/views/placeBeside';
import type { DiagramDocument, DiagramEdge } from '../../shared/model/document';
import { boxOfNode } from '../../shared/model/query';
import type { IconName } from '../../shared/scene/icons.generated';
import type { EditorStore } from '../state/editorStore';
import type { Action } from './action';
import { activeDocument, hasDocument, selectedEdges } from './context';
import { acrossBorder, moveNodes } from './settling';

/** An arrow key moves by one step of the grid while snapping is on, by one unit otherwise; with Shift ten times that. */
const FAR = 10;
/** How far along its edge an arrow key slides a label, as a share of the whole. */
const LABEL_STEP = 0.02;
/** With nothing to move, an arrow key looks this much further, in pixels. */
const PAN_PX = 80;

/** Moves the selection; steps that follow each other at once, as those of a held key, are one for undo. */
function nudgeAction(by: Point, labelKey: MessageKey, icon: IconName, shortcut: Shortcut): Action {
  return {
    labelKey,
    section: 'arrange',
    icon,
    shortcuts: [shortcut],
    hidden: true,
    inViews: true,
    enabled: hasDocument,
    run(context) {
      const active = activeDocument(context);
      if (active === null) return;
      const { open, document, selection } = active;
      const { grid } = context.app.getState().settings;
      const step = grid.snap ? grid.step : 1;
      const ids = [...selection.nodes];
      const [edge] = selectedEdges(active);
      if (ids.length === 0 && edge !== undefined) return slideLabel(open.editor, edge, by, selection);
      if (ids.length === 0) {
        // With nothing to move, arrow keys look around.
        open.view.canvas?.panBy({ x: -by.x * PAN_PX, y: -by.y * PAN_PX });
        return;
      }
      const { arrangement } = open.view.getState();
      if (arrangement !== 'free') return moveBetweenPlaces(open.editor, document, selection, arrangement, by);
      const far = acrossBorder(document, ids, { x: by.x * step, y: by.y * step });
      open.editor.transact(
        'edit.nodes.move',
        (edit) => moveNodes(edit, document, ids, far),
        selection,
        `nudge ${ids.join(' ')}`,
      );
    },
  };
}

/** In a view the arrow keys give steps to the next role or stage: their places within it are the view's. */
function moveBetweenPlaces(
  editor: EditorStore,
  { nodes }: DiagramDocument,
  selection: Selection,
  view: ViewId,
  by: Point,
): void {
  editor.transact(
    'edit.nodes.move',
    (edit) => {
      for (const id of selection.nodes) {
        const node = nodes.get(id);
        const box = node === undefined ? null : boxOfNode(nodes, node);
        const to = box === null ? null : placeBeside(view, { nodes }, box, by);
        if (box !== null && to !== null) edit('nodes.move', { ids: [id], by: minus(to, centerOf(box)) });
      }
    },
    selection,
  );
}

/** An edge cannot be moved, but its label can be slid along it: to its start with left and up, to its end otherwise. */
function slideLabel(editor: EditorStore, edge: DiagramEdge, by: Point, selection: Selection): void {
  const labelAt = Math.round((edge.labelAt + (by.x + by.y) * LABEL_STEP) * 100) / 100;
  editor.transact(
    'canvas.step.moveLabel',
    (edit) => edit('edges.set', { ids: [edge.id], patch: { labelAt: Math.min(1, Math.max(0, labelAt)) } }),
    selection,
    `slide ${edge.id}`,
  );
}

export const nudgeActions = {
  'arrange.nudgeLeft': nudgeAction({ x: -1, y: 0 }, 'action.arrange.nudgeLeft', 'arrow-left', 'ArrowLeft'),
  'arrange.nudgeRight': nudgeAction({ x: 1, y: 0 }, 'action.arrange.nudgeRight', 'arrow-right', 'ArrowRight'),
  'arrange.nudgeUp': nudgeAction({ x: 0, y: -1 }, 'action.arrange.nudgeUp', 'arrow-up', 'ArrowUp'),
  'arrange.nudgeDown': nudgeAction({ x: 0, y: 1 }, 'action.arrange.nudgeDown', 'arrow-down', 'ArrowDown'),
  'arrange.nudgeLeftFar': nudgeAction(
    { x: -FAR, y: 0 },
    'action.arrange.nudgeLeftFar',
    'arrow-left',
    'Shift+ArrowLeft',
  ),
  'arrange.nudgeRightFar': nudgeAction(
    { x: FAR, y: 0 },
    'action.arrange.nudgeRightFar',
    'arrow-right',
    'Shift+ArrowRight',
  ),
  'arrange.nudgeUpFar': nudgeAction({ x: 0, y: -FAR }, 'action.arrange.nudgeUpFar', 'arrow-up', 'Shift+ArrowUp'),
  'arrange.nudgeDownFar': nudgeAction({ x: 0, y: FAR }, 'action.arrange.nudgeDownFar', 'arrow-down', 'Shift+ArrowDown'),
} as const satisfies Readonly<Record<string, Action>>;
