import { flowOrder } from '../../shared/figures/flowOrder';
import type { DiagramDocument } from '../../shared/model/document';
import { rolesOfNodes } from '../../shared/model/handoffs';
import type { NodeId, RoleId } from '../../shared/model/ids';
import { isStep } from '../../shared/model/steps';
import { notify } from '../state/notices';
import type { ViewStore } from '../state/viewStore';
import type { Action, ActionContext } from './action';
import { activeDocument, hasDocument, selectedNodes } from './context';

/** The steps of a presentation, in the order of the flow. */
function stepsOf({ nodes, edges }: DiagramDocument, roleId: RoleId | null): readonly NodeId[] {
  const owners = rolesOfNodes(nodes);
  return flowOrder({ nodes, edges }).order.filter((id) => {
    const node = nodes.get(id);
    return node !== undefined && isStep(node) && (roleId === null || owners.get(id) === roleId);
  });
}

/** Whose steps are meant: of the role that is looked through, else of the selected step. */
function roleIn(context: ActionContext): RoleId | null {
  const active = activeDocument(context);
  if (active === null) return null;
  const [node] = selectedNodes(active);
  return (
    active.open.view.getState().focus ?? rolesOfNodes(active.document.nodes).get(node?.id ?? ('' as NodeId)) ?? null
  );
}

function start(context: ActionContext, roleId: RoleId | null): void {
  const active = activeDocument(context);
  if (active === null) return;
  const stepIds = stepsOf(active.document, roleId);
  const [selected] = active.selection.nodes;
  if (stepIds.length === 0) {
    notify(context.app, 'info', context.t('walk.none'));
    return;
  }
  // From the selected step on, as presentations of other programs start with the slide one is at.
  const index = Math.max(0, stepIds.indexOf(selected ?? ('' as NodeId)));
  active.open.view.setState({ page: 'diagram', editing: null, paths: null, walk: { stepIds, index, roleId } });
}

/** Goes to another step of the presentation; stays at its ends. */
export function walkTo(view: ViewStore, index: number): void {
  view.setState(({ walk }) =>
    walk === null ? {} : { walk: { ...walk, index: Math.max(0, Math.min(walk.stepIds.length - 1, index)) } },
  );
}

export const walkActions = {
  'walk.all': {
    labelKey: 'action.walk.all',
    section: 'view',
    icon: 'presentation',
    shortcuts: ['F5'],
    enabled: hasDocument,
    run: (context) => start(context, null),
  },
  'walk.role': {
    labelKey: 'action.walk.role',
    section: 'view',
    icon: 'presentation',
    shortcuts: ['Shift+F5'],
    enabled: (context) => roleIn(context) !== null,
    run: (context) => start(context, roleIn(context)),
  },
} as const satisfies Readonly<Record<string, Action>>;
