import type { Shortcut } from '../../shared/ipc/settings';
import { landingBoxes, movableInto, placeIn } from '../../shared/layout/giving';
import type { NodeId } from '../../shared/model/ids';
import { ancestorsOf } from '../../shared/model/query';
import { containersInOrder } from '../../shared/model/readingOrder';
import type { EditorStore } from '../state/editorStore';
import type { Action, ActionContext } from './action';
import { type ActiveDocument, activeDocument, selectedNodes } from './context';

/**
 * Moves nodes into a container, in one step: onto the nearest free spot inside it, or, out of all of them, below. What
 * lies there already on the canvas stays where it is.
 */
export function moveInto(editor: EditorStore, ids: ReadonlySet<NodeId>, parentId: NodeId | null): boolean {
  const { document } = editor.getState().history.present;
  const moved = movableInto(document, ids, parentId);
  if (moved.length === 0) return false;
  const boxes = landingBoxes(document, moved, parentId);
  editor.transact('edit.nodes.reparent', (edit) => placeIn(edit, moved, parentId, boxes));
  return true;
}

/** The container before or after the one that holds the selection; `undefined` when there is none. */
function neighbour(active: ActiveDocument, by: 1 | -1): NodeId | undefined {
  const [first] = selectedNodes(active);
  if (first === undefined) return undefined;
  const { nodes } = active.document;
  const isMoving = (id: NodeId) =>
    active.selection.nodes.has(id) || ancestorsOf(nodes, id).some((ancestor) => active.selection.nodes.has(ancestor));
  const containers = containersInOrder(nodes).filter(({ id }) => !isMoving(id));
  const own = containers.findIndex(({ id }) => id === first.parentId);
  if (own < 0) return (by === 1 ? containers[0] : containers.at(-1))?.id;
  return containers[own + by]?.id;
}

function outside(active: ActiveDocument): NodeId | null | undefined {
  const [first] = selectedNodes(active);
  const parent = first?.parentId == null ? undefined : active.document.nodes.get(first.parentId);
  return parent?.parentId;
}

function moveAction(
  labelKey: Action['labelKey'],
  icon: NonNullable<Action['icon']>,
  targetOf: (active: ActiveDocument) => NodeId | null | undefined,
  shortcuts: readonly Shortcut[] = [],
): Action {
  const targetIn = (context: ActionContext) => {
    const active = activeDocument(context);
    const target = active === null ? undefined : targetOf(active);
    if (active === null || target === undefined) return null;
    return movableInto(active.document, active.selection.nodes, target).length === 0 ? null : { active, target };
  };
  return {
    labelKey,
    section: 'arrange',
    icon,
    shortcuts,
    enabled: (context) => targetIn(context) !== null,
    run(context) {
      const found = targetIn(context);
      if (found === null) return;
      const { open, selection } = found.active;
      moveInto(open.editor, selection.nodes, found.target);
    },
  };
}

export const moveIntoActions = {
  'arrange.toPreviousContainer': moveAction(
    'action.arrange.toPreviousContainer',
    'arrow-up',
    (active) => neighbour(active, -1),
    ['Alt+Shift+PageUp'],
  ),
  'arrange.toNextContainer': moveAction(
    'action.arrange.toNextContainer',
    'arrow-down',
    (active) => neighbour(active, 1),
    ['Alt+Shift+PageDown'],
  ),
  'arrange.outOfContainer': moveAction('action.arrange.outOfContainer', 'log-out', outside),
} as const satisfies Readonly<Record<string, Action>>;
