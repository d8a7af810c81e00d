import { centerOf, unionOf } from '../../shared/geometry/box';
import type { MessageKey } from '../../shared/i18n/messages';
import type { Shortcut } from '../../shared/ipc/settings';
import { lastOnCanvas } from '../../shared/layout/spots';
import { createNode } from '../../shared/model/create';
import type { DiagramNode, Role } from '../../shared/model/document';
import { isLane, type Lane, laneStackOf } from '../../shared/model/lanes';
import { textIn } from '../../shared/model/localizedText';
import { ancestorsOf, boxOfNode, containerAt, roleOfNode, rolesInOrder } from '../../shared/model/query';
import type { IconName } from '../../shared/scene/icons.generated';
import { mustGet } from '../../shared/util/invariant';
import { groupsPer } from '../../shared/util/perMap';
import { languageOf } from '../state/appStore';
import { announce } from '../state/notices';
import type { Action, ActionContext } from './action';
import { type ActiveDocument, activeDocument, selectionFrom, singleNode } from './context';
import { reveal, whenShown } from './reveal';

/** The lane that is meant: the selected one or the one around the selected node, else the one under a context menu. */
function laneOf(context: ActionContext, active: ActiveDocument): Lane | null {
  const { nodes } = active.document;
  const under = active.selection.nodes.size === 0 && context.at !== null ? containerAt(nodes, context.at) : null;
  const chosen = singleNode(active)?.id ?? under;
  if (chosen === null) return null;
  for (const id of [chosen, ...ancestorsOf(nodes, chosen)]) {
    const node = nodes.get(id);
    if (isLane(node)) return node;
  }
  return null;
}

/** Whether the commands for lanes have something to work on; menus leave them out where not. */
export function meansLane(context: ActionContext): boolean {
  const active = activeDocument(context);
  return active !== null && laneOf(context, active) !== null;
}

function withLane(context: ActionContext, work: (active: ActiveDocument, lane: Lane) => void): void {
  const active = activeDocument(context);
  const lane = active === null ? null : laneOf(context, active);
  if (active !== null && lane !== null) work(active, lane);
}

type Label = Extract<MessageKey, `action.lane.${string}`>;

/** What to call a command by the way the lane runs. */
interface Wording {
  readonly horizontal: Label;
  readonly vertical: Label;
}

function wordingOf(labelKey: Label, wording: Wording) {
  return (context: ActionContext): string => {
    const active = activeDocument(context);
    const lane = active === null ? null : laneOf(context, active);
    return context.t(lane === null ? labelKey : wording[lane.props.direction]);
  };
}

/** Moves the lane itself, whole, among its neighbours: with a step selected the keys must not move what is around it. */
function moveAction(
  by: 1 | -1,
  labelKey: Label,
  wording: Wording,
  icon: IconName,
  shortcuts: readonly Shortcut[],
): Action {
  const place = ({ document }: ActiveDocument, lane: Lane) => {
    const stack = laneStackOf(document.nodes, lane);
    return { count: stack.length, to: stack.findIndex(({ id }) => id === lane.id) + by };
  };
  return {
    labelKey,
    section: 'arrange',
    icon,
    shortcuts,
    label: wordingOf(labelKey, wording),
    enabled(context) {
      const active = activeDocument(context);
      const lane = active === null ? null : laneOf(context, active);
      if (active === null || lane === null || singleNode(active) !== lane) return false;
      const { to, count } = place(active, lane);
      return to >= 0 && to < count;
    },
    run: (context) =>
      withLane(context, (active, lane) => {
        const { to, count } = place(active, lane);
        active.open.editor.edit('lanes.reorder', { id: lane.id, to });
        const { nodes } = active.open.editor.getState().history.present.document;
        const moved = nodes.get(lane.id);
        if (moved !== undefined) reveal(active.open, boxOfNode(nodes, moved));
        announce(context.app, context.t('lane.moved', { name: laneName(context, active, lane), place: to + 1, count }));
      }),
  };
}

function laneName({ app, t }: ActionContext, { document }: ActiveDocument, lane: Lane): string {
  const language = languageOf(app.getState());
  return textIn(lane.label, language) || textIn(roleOfNode(document, lane)?.name ?? '', language) || t('lane.unnamed');
}

function addAction(
  where: 'before' | 'after' | 'inside',
  labelKey: Label,
  wording: Wording,
  icon: IconName,
  shortcuts: readonly Shortcut[] = [],
): Action {
  return {
    labelKey,
    section: 'insert',
    icon,
    shortcuts,
    label: wordingOf(labelKey, wording),
    enabled: meansLane,
    run: (context) =>
      withLane(context, (active, beside) => {
        const lane = createNode(active.document, 'lane', { x: 0, y: 0 }, null);
        active.open.editor.edit('lanes.add', { lane, beside: beside.id, where }, selectionFrom([lane.id]));
        showLane(active, lane.id);
      }),
  };
}

function showLane({ open }: ActiveDocument, id: Lane['id']): void {
  const { nodes } = open.editor.getState().history.present.document;
  const lane = nodes.get(id);
  if (lane !== undefined) reveal(open, boxOfNode(nodes, lane));
}

export const laneActions = {
  'lane.moveEarlier': moveAction(
    -1,
    'action.lane.moveEarlier',
    { horizontal: 'action.lane.moveUp', vertical: 'action.lane.moveLeft' },
    'arrow-up',
    ['Alt+ArrowUp', 'Alt+ArrowLeft'],
  ),
  'lane.moveLater': moveAction(
    1,
    'action.lane.moveLater',
    { horizontal: 'action.lane.moveDown', vertical: 'action.lane.moveRight' },
    'arrow-down',
    ['Alt+ArrowDown', 'Alt+ArrowRight'],
  ),
  'lane.addBefore': addAction(
    'before',
    'action.lane.addBefore',
    { horizontal: 'action.lane.addAbove', vertical: 'action.lane.addLeft' },
    'arrow-up-from-line',
    ['Alt+Shift+ArrowUp', 'Alt+Shift+ArrowLeft'],
  ),
  'lane.addAfter': addAction(
    'after',
    'action.lane.addAfter',
    { horizontal: 'action.lane.addBelow', vertical: 'action.lane.addRight' },
    'arrow-down-from-line',
    ['Alt+Shift+ArrowDown', 'Alt+Shift+ArrowRight'],
  ),
  'lane.addInside': addAction(
    'inside',
    'action.lane.addInside',
    { horizontal: 'action.lane.addInside', vertical: 'action.lane.addInside' },
    'between-horizontal-start',
  ),
  'lane.split': {
    labelKey: 'action.lane.split',
    section: 'arrange',
    icon: 'square-split-vertical',
    enabled: meansLane,
    run: (context) =>
      withLane(context, (active, old) => {
        const lane = createNode(active.document, 'lane', { x: 0, y: 0 }, null);
        active.open.editor.edit('lanes.split', { id: old.id, lane }, selectionFrom([lane.id]));
        showLane(active, lane.id);
      }),
  },
  'lane.forRoles': {
    labelKey: 'action.lane.forRoles',
    section: 'insert',
    icon: 'rows-3',
    enabled(context) {
      const active = activeDocument(context);
      return active !== null && rolesWithoutLane(active).length > 0;
    },
    run: addLanesForRoles,
  },
} as const satisfies Readonly<Record<string, Action>>;

/** Looked up after each edit, for the menu: read anew only when lanes have changed. */
const rolesOfLanes = groupsPer((node: DiagramNode) => (isLane(node) && node.roleId !== null ? [node.roleId] : []));

function rolesWithoutLane({ document }: ActiveDocument): readonly Role[] {
  const lanes = rolesOfLanes(document.nodes);
  return rolesInOrder(document.roles).filter(({ id }) => !lanes.has(id));
}

/** Somebody who has named the roles wants to say next who does what: one stack with a lane for each of them. */
function addLanesForRoles(context: ActionContext): void {
  const active = activeDocument(context);
  if (active === null) return;
  const { document, open } = active;
  const middle = open.view.canvas === null ? { x: 0, y: 0 } : centerOf(open.view.canvas.visibleBox());
  const lanes = rolesWithoutLane(active).map(
    ({ id }) => ({ ...createNode(document, 'lane', middle, null), roleId: id }) as DiagramNode,
  );
  let beside = lastOnCanvas(document, 'lane')?.id ?? null;
  open.editor.transact(
    'step.lanesForRoles',
    (edit) => {
      for (const lane of lanes) {
        if (beside === null) edit('nodes.add', { nodes: [lane] });
        else edit('lanes.add', { lane, beside, where: 'after' });
        beside = lane.id;
      }
    },
    selectionFrom([]),
  );
  const { nodes } = open.editor.getState().history.present.document;
  const box = unionOf(lanes.map(({ id }) => boxOfNode(nodes, mustGet(nodes, id))));
  if (box !== null) whenShown(open.view, () => open.view.canvas?.showBox(box, { animate: true, maxZoom: 1 }));
}
