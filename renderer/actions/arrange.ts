import type { Edit } from '../../shared/edits/args';
import type { MessageKey } from '../../shared/i18n/messages';
import type { Shortcut } from '../../shared/ipc/settings';
import { kindOf } from '../../shared/kinds/index';
import { type DiagramDocument, type DiagramEdge, type EdgeRouting, edgeRoutings } from '../../shared/model/document';
import { type EdgeKindName, edgeKindNames, edgeKinds } from '../../shared/model/edgeKinds';
import type { NodeId, RoleId } from '../../shared/model/ids';
import { boxOfNode, childrenByParent, roleOfNode, topmostOf } from '../../shared/model/query';
import type { IconName } from '../../shared/scene/icons.generated';
import { labelLanguageOf } from '../state/appStore';
import type { Action, ActionContext } from './action';
import { type Alignment, type Axis, alignedBoxes, distributedBoxes, groupAround, movableBoxes } from './arranging';
import {
  type ActiveDocument,
  activeDocument,
  hasDocument,
  hasEdges,
  hasNodes,
  selectedEdges,
  selectedNodes,
  selectionFrom,
} from './context';
import { nudgeActions } from './nudging';
import { resizeNodes } from './settling';

function withActive(context: ActionContext, work: (active: ActiveDocument) => void): void {
  const active = activeDocument(context);
  if (active !== null) work(active);
}

function alignAction(alignment: Alignment, labelKey: MessageKey, icon: IconName): Action {
  return {
    labelKey,
    section: 'arrange',
    icon,
    enabled: (context) => hasNodes(context, 2),
    run: (context) =>
      withActive(context, ({ open, document, selection }) => {
        const boxes = alignedBoxes(movableBoxes(document, selection.nodes), alignment);
        open.editor.transact('step.align', (edit) => {
          edit('nodes.place', { boxes });
          edit('nodes.makeRoom', { ids: [...boxes.keys()] });
        });
      }),
  };
}

function distributeAction(axis: Axis, labelKey: MessageKey, icon: IconName): Action {
  return {
    labelKey,
    section: 'arrange',
    icon,
    enabled: (context) => hasNodes(context, 3),
    run: (context) =>
      withActive(context, ({ open, document, selection }) => {
        const boxes = distributedBoxes(movableBoxes(document, selection.nodes), axis);
        open.editor.transact('step.distribute', (edit) => {
          edit('nodes.place', { boxes });
          edit('nodes.makeRoom', { ids: [...boxes.keys()] });
        });
      }),
  };
}

function restackAction(
  to: 'front' | 'back' | 'forward' | 'backward',
  labelKey: MessageKey,
  icon: IconName,
  shortcut: Shortcut,
): Action {
  return {
    labelKey,
    section: 'arrange',
    icon,
    shortcuts: [shortcut],
    enabled: (context) => hasNodes(context),
    run: (context) =>
      withActive(context, ({ open, selection }) =>
        open.editor.edit('nodes.restack', { ids: [...selection.nodes], to }),
      ),
  };
}

const groupsIn = (active: ActiveDocument) =>
  selectedNodes(active).filter((node) => node.kind === 'group' && !node.locked);

function group(active: ActiveDocument): void {
  // Locked ones stay in the container they are in.
  const ids = topmostOf(active.document.nodes, active.selection.nodes).filter(
    (id) => active.document.nodes.get(id)?.locked === false,
  );
  const frame = groupAround(active.document, ids);
  if (frame === null) return;
  active.open.editor.transact(
    'step.group',
    (edit) => {
      keepRoles(edit, active.document, ids, frame.parentId);
      edit('nodes.add', { nodes: [frame] });
      edit('nodes.reparent', { ids, parentId: frame.id });
    },
    selectionFrom([frame.id]),
  );
}

/**
 * Grouping says what belongs together, not who does it: steps that had their role from a lane or group they now leave
 * get it as their own.
 */
function keepRoles(edit: Edit, document: DiagramDocument, ids: readonly NodeId[], parentId: NodeId | null): void {
  const parent = parentId === null ? undefined : document.nodes.get(parentId);
  const inherited = parent === undefined ? undefined : roleOfNode(document, parent);
  const idsByRole = new Map<RoleId, NodeId[]>();
  for (const id of ids) {
    const node = document.nodes.get(id);
    const role = node === undefined ? undefined : roleOfNode(document, node);
    if (role === undefined || role === inherited) continue;
    const owned = idsByRole.get(role.id);
    if (owned === undefined) idsByRole.set(role.id, [id]);
    else owned.push(id);
  }
  for (const [roleId, owned] of idsByRole) edit('nodes.set', { ids: owned, patch: { roleId } });
}

function ungroup(active: ActiveDocument): void {
  const groups = groupsIn(active);
  const children = childrenByParent(active.document.nodes);
  const freed = groups.flatMap((node) => children.get(node.id) ?? []);
  active.open.editor.transact(
    'step.ungroup',
    (edit) => {
      // What lies in a closed one has its place in the open one.
      edit('nodes.collapse', { ids: groups.map(({ id }) => id), collapsed: false });
      for (const { id, parentId } of groups) {
        const ids = children.get(id) ?? [];
        keepRoles(edit, active.document, ids, parentId);
        edit('nodes.reparent', { ids, parentId });
      }
      edit('elements.remove', { nodes: groups.map((node) => node.id), edges: [] });
    },
    selectionFrom(freed),
  );
}

function fitText(context: ActionContext, active: ActiveDocument): void {
  const language = labelLanguageOf(context.app.getState());
  const { nodes } = active.document;
  const boxes = new Map(
    selectedNodes(active).map((node) => {
      const box = boxOfNode(nodes, node);
      const size = kindOf(node.kind).fitSize(node, language);
      // Around the old middle, so that what was aligned stays so; containers keep the corner their content is at.
      if (kindOf(node.kind).traits.container) return [node.id, { ...box, ...size }];
      const corner = { x: box.x + (box.width - size.width) / 2, y: box.y + (box.height - size.height) / 2 };
      return [node.id, { ...corner, ...size }];
    }),
  );
  active.open.editor.transact('step.fitText', (edit) => resizeNodes(edit, active.document, boxes));
}

function reverse(edit: Edit, edge: DiagramEdge): void {
  edit('edges.set', {
    ids: [edge.id],
    patch: {
      from: edge.to,
      to: edge.from,
      waypoints: [...edge.waypoints].reverse(),
      ...(edge.route === undefined ? {} : { route: [...edge.route].reverse() }),
      labelAt: 1 - edge.labelAt,
    },
  });
}

type EdgeKindActionId = `edge.kind.${EdgeKindName}`;
export const edgeKindActionIds = edgeKindNames.map((kind): EdgeKindActionId => `edge.kind.${kind}`);
const edgeKindActions = Object.fromEntries(
  edgeKindNames.map((kind): [EdgeKindActionId, Action] => [
    `edge.kind.${kind}`,
    {
      labelKey: edgeKinds[kind].labelKey,
      section: 'arrange',
      icon: edgeKinds[kind].icon,
      inViews: true,
      label: ({ t }) => t('action.edge.kind', { kind: t(edgeKinds[kind].labelKey) }),
      menuLabel: ({ t }) => t(edgeKinds[kind].labelKey),
      enabled: hasDocument,
      checked({ active }) {
        if (active === null) return false;
        const { selection, history } = active.editor.getState();
        const [first] = selection.edges;
        const edge = first === undefined ? undefined : history.present.document.edges.get(first);
        return (edge?.kind ?? active.view.getState().edgeKind) === kind;
      },
      // Of the selected edges, and of those that are drawn from now on.
      run: (context) =>
        withActive(context, ({ open, selection }) => {
          open.view.setState({ edgeKind: kind });
          const patch = { kind, heads: edgeKinds[kind].heads };
          if (selection.edges.size > 0) open.editor.edit('edges.set', { ids: [...selection.edges], patch });
        }),
    },
  ]),
) as Readonly<Record<EdgeKindActionId, Action>>;

export const routingIcons = {
  orthogonal: 'corner-down-right',
  straight: 'slash',
  curved: 'spline',
} as const satisfies Record<EdgeRouting, IconName>;
type RoutingActionId = `edge.routing.${EdgeRouting}`;
export const routingActionIds = edgeRoutings.map((routing): RoutingActionId => `edge.routing.${routing}`);
const routingActions = Object.fromEntries(
  edgeRoutings.map((routing): [RoutingActionId, Action] => [
    `edge.routing.${routing}`,
    {
      labelKey: `routing.${routing}`,
      section: 'arrange',
      icon: routingIcons[routing],
      inViews: true,
      label: ({ t }) => t('action.edge.routing', { routing: t(`routing.${routing}`) }),
      menuLabel: ({ t }) => t(`routing.${routing}`),
      enabled: hasEdges,
      checked(context) {
        const active = activeDocument(context);
        return active !== null && selectedEdges(active)[0]?.routing === routing;
      },
      run: (context) =>
        withActive(context, ({ open, selection }) =>
          open.editor.edit('edges.set', { ids: [...selection.edges], patch: { routing } }),
        ),
    },
  ]),
) as Readonly<Record<RoutingActionId, Action>>;

export const arrangeActions = {
  'arrange.alignLeft': alignAction('left', 'action.arrange.alignLeft', 'align-start-vertical'),
  'arrange.alignCenter': alignAction('center', 'action.arrange.alignCenter', 'align-center-vertical'),
  'arrange.alignRight': alignAction('right', 'action.arrange.alignRight', 'align-end-vertical'),
  'arrange.alignTop': alignAction('top', 'action.arrange.alignTop', 'align-start-horizontal'),
  'arrange.alignMiddle': alignAction('middle', 'action.arrange.alignMiddle', 'align-center-horizontal'),
  'arrange.alignBottom': alignAction('bottom', 'action.arrange.alignBottom', 'align-end-horizontal'),
  'arrange.distributeHorizontally': distributeAction(
    'x',
    'action.arrange.distributeHorizontally',
    'align-horizontal-distribute-center',
  ),
  'arrange.distributeVertically': distributeAction(
    'y',
    'action.arrange.distributeVertically',
    'align-vertical-distribute-center',
  ),
  'arrange.toFront': restackAction('front', 'action.arrange.toFront', 'bring-to-front', 'Mod+Shift+BracketRight'),
  'arrange.forward': restackAction('forward', 'action.arrange.forward', 'chevron-up', 'Mod+BracketRight'),
  'arrange.backward': restackAction('backward', 'action.arrange.backward', 'chevron-down', 'Mod+BracketLeft'),
  'arrange.toBack': restackAction('back', 'action.arrange.toBack', 'send-to-back', 'Mod+Shift+BracketLeft'),
  'arrange.group': {
    labelKey: 'action.arrange.group',
    section: 'arrange',
    icon: 'group',
    shortcuts: ['Mod+KeyG'],
    enabled: (context) => hasNodes(context),
    run: (context) => withActive(context, group),
  },
  'arrange.ungroup': {
    labelKey: 'action.arrange.ungroup',
    section: 'arrange',
    icon: 'ungroup',
    shortcuts: ['Mod+Shift+KeyG'],
    enabled(context) {
      const active = activeDocument(context);
      return active !== null && groupsIn(active).length > 0;
    },
    run: (context) => withActive(context, ungroup),
  },
  'arrange.fitText': {
    labelKey: 'action.arrange.fitText',
    section: 'arrange',
    icon: 'scan',
    enabled: (context) => hasNodes(context),
    run: (context) => withActive(context, (active) => fitText(context, active)),
  },
  ...nudgeActions,
  ...edgeKindActions,
  ...routingActions,
  'edge.reverse': {
    labelKey: 'action.edge.reverse',
    section: 'arrange',
    icon: 'arrow-left-right',
    enabled: hasEdges,
    run: (context) =>
      withActive(context, (active) =>
        active.open.editor.transact('step.reverse', (edit) => {
          for (const edge of selectedEdges(active)) reverse(edit, edge);
        }),
      ),
  },
  'edge.removeBends': {
    labelKey: 'action.edge.removeBends',
    section: 'arrange',
    icon: 'eraser',
    enabled(context) {
      const active = activeDocument(context);
      return active !== null && selectedEdges(active).some((edge) => edge.waypoints.length > 0);
    },
    run: (context) =>
      withActive(context, ({ open, selection }) =>
        open.editor.edit('edges.set', { ids: [...selection.edges], patch: { waypoints: [] } }),
      ),
  },
} as const satisfies Readonly<Record<string, Action>>;
