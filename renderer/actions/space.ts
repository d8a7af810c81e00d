import { planSpace } from '../../shared/edits/space';
import { unionOf } from '../../shared/geometry/box';
import type { Axis } from '../../shared/geometry/guides';
import type { MessageKey } from '../../shared/i18n/messages';
import { boxOfNode } from '../../shared/model/query';
import type { IconName } from '../../shared/scene/icons.generated';
import type { Action, ActionContext } from './action';
import { type ActiveDocument, activeDocument, selectedNodes } from './context';

/** As much as an arrow key with Shift moves: ten steps of the grid. */
const STEP_PX = 80;
const GRID_STEP = 8;

/** Before the selection, else where the menu was opened or the pointer is; `null` when there is nowhere. */
function lineOf(context: ActionContext, active: ActiveDocument, axis: Axis): number | null {
  const { nodes } = active.document;
  const selected = unionOf(selectedNodes(active).map((node) => boxOfNode(nodes, node)));
  const pointed = context.at ?? active.open.view.getState().pointer;
  const at = selected ?? pointed;
  return at === null ? null : Math.floor(at[axis] / GRID_STEP) * GRID_STEP;
}

/** As much of a step as is empty before the line, on the grid. */
function closableBefore({ document }: ActiveDocument, axis: Axis, at: number): number {
  let room = STEP_PX;
  while (room > 0 && planSpace(document.nodes, axis, at - room).closable < room) room -= GRID_STEP;
  return room;
}

function spaceAction(axis: Axis, direction: 1 | -1, labelKey: MessageKey, icon: IconName): Action {
  return {
    labelKey,
    section: 'arrange',
    icon,
    enabled(context) {
      const active = activeDocument(context);
      return active !== null && lineOf(context, active, axis) !== null;
    },
    run(context) {
      const active = activeDocument(context);
      const at = active === null ? null : lineOf(context, active, axis);
      if (active === null || at === null) return;
      const room = direction > 0 ? 0 : closableBefore(active, axis, at);
      const args = direction > 0 ? { axis, at, by: STEP_PX } : { axis, at: at - room, by: -room };
      // Pressed again and again it is one step to undo.
      active.open.editor.transact(
        'edit.space.insert',
        (edit) => edit('space.insert', args),
        active.selection,
        `space ${axis} ${direction}`,
      );
    },
  };
}

export const spaceActions = {
  'space.openRight': spaceAction('x', 1, 'action.space.openRight', 'between-vertical-start'),
  'space.closeLeft': spaceAction('x', -1, 'action.space.closeLeft', 'unfold-horizontal'),
  'space.openDown': spaceAction('y', 1, 'action.space.openDown', 'between-horizontal-start'),
  'space.closeUp': spaceAction('y', -1, 'action.space.closeUp', 'unfold-vertical'),
} as const satisfies Readonly<Record<string, Action>>;
