import type { Point } from '../../shared/geometry/box';
import type { MessageKey } from '../../shared/i18n/messages';
import type { Shortcut } from '../../shared/ipc/settings';
import { type NodeKindName, nodeKindNames, nodeKinds } from '../../shared/kinds/index';
import { continuingRow, freeSpot, lastOnCanvas, liesInContainers } from '../../shared/layout/spots';
import { isStepKind } from '../../shared/layout/views/stepKinds';
import { createNode } from '../../shared/model/create';
import type { DiagramNode } from '../../shared/model/document';
import { boxOfNode, containerAt, originOf } from '../../shared/model/query';
import type { IconName } from '../../shared/scene/icons.generated';
import type { Action, ActionContext } from './action';
import { type ActiveDocument, activeDocument, selectionFrom, singleNode } from './context';
import { insertionPoint } from './insertionPoint';
import { type Direction, nextStep } from './nextStep';
import { choosePictures } from './pictures';
import { reveal } from './reveal';

function placedNode(context: ActionContext, active: ActiveDocument, kind: NodeKindName): DiagramNode {
  const { document } = active;
  const point = insertionPoint(context, active);
  const parentId = liesInContainers(kind) ? containerAt(document.nodes, point) : null;
  const node = createNode(document, kind, point, null, {}, context.app.getState().settings.grid.step);
  const continued = context.at === null ? continuingRow(document, node) : node;
  if (continued !== node || nodeKinds[kind].traits.layer === 'back') return { ...continued, parentId, ...relative() };
  return { ...node, parentId, ...relative(freeSpot(document, node, node, parentId)) };

  function relative(box: Point = continued): Point {
    const origin = originOf(document.nodes, parentId);
    return { x: box.x - origin.x, y: box.y - origin.y };
  }
}

function insertKind(context: ActionContext, kind: NodeKindName): void {
  const active = activeDocument(context);
  if (active === null) return;
  const node = placedNode(context, active, kind);
  const { editor } = active.open;
  const last = kind === 'lane' && context.at === null ? lastOnCanvas(active.document, kind) : null;
  editor.transact(
    'edit.nodes.add',
    (edit) => {
      // Lanes continue the stack there is.
      if (last !== null) edit('lanes.add', { lane: node, beside: last.id, where: 'after' });
      else edit('nodes.add', { nodes: [node] });
      edit('nodes.makeRoom', { ids: [node.id] });
    },
    selectionFrom([node.id]),
  );
  const { nodes } = editor.getState().history.present.document;
  reveal(active.open, boxOfNode(nodes, nodes.get(node.id) ?? node));
}

type InsertActionId = `insert.${NodeKindName}`;
export const insertActionIds = nodeKindNames.map((kind): InsertActionId => `insert.${kind}`);
/** The step that people add all the time has a key of its own. */
const insertShortcuts: Partial<Record<NodeKindName, readonly Shortcut[]>> = { task: ['Mod+Enter'] };

const kindActions = Object.fromEntries(
  nodeKindNames.map((kind): [InsertActionId, Action] => [
    `insert.${kind}`,
    {
      labelKey: nodeKinds[kind].labelKey,
      section: 'insert',
      icon: nodeKinds[kind].icon,
      ...(insertShortcuts[kind] === undefined ? {} : { shortcuts: insertShortcuts[kind] }),
      label: ({ t }) => t('action.insert.kind', { kind: t(nodeKinds[kind].labelKey) }),
      menuLabel: ({ t }) => t(nodeKinds[kind].labelKey),
      // What a view would not show is not added out of sight.
      enabled: ({ active }) => active !== null && (active.view.getState().arrangement === 'free' || isStepKind(kind)),
      // Of a picture nobody wants an empty one.
      run: (context) => (kind === 'image' ? choosePictures(context) : insertKind(context, kind)),
    },
  ]),
) as Readonly<Record<InsertActionId, Action>>;

/** Grows the next step from the selected one; it is selected then, so that typing names it and the next one follows. */
function growStep(context: ActionContext, direction: Direction): void {
  const active = activeDocument(context);
  const from = active === null ? null : singleNode(active);
  if (active === null || from === null) return;
  const { editor, view } = active.open;
  const { node, edge } = nextStep(active.document, from, direction, {
    kind: view.getState().edgeKind,
    routing: context.app.getState().settings.edges.routing,
  });
  editor.transact(
    'step.next',
    (edit) => {
      edit('nodes.add', { nodes: [node], edges: [edge] });
      edit('nodes.makeRoom', { ids: [node.id] });
    },
    selectionFrom([node.id]),
  );
  const { nodes } = editor.getState().history.present.document;
  reveal(active.open, boxOfNode(nodes, nodes.get(node.id) ?? node));
}

function nextAction(direction: Direction, labelKey: MessageKey, icon: IconName, shortcut: Shortcut): Action {
  return {
    labelKey,
    section: 'insert',
    icon,
    shortcuts: [shortcut],
    enabled(context) {
      const active = activeDocument(context);
      const node = active === null ? null : singleNode(active);
      return node !== null && nodeKinds[node.kind].traits.connectable;
    },
    run: (context) => growStep(context, direction),
  };
}

export const insertActions = {
  ...kindActions,
  'insert.nextRight': nextAction('right', 'action.insert.nextRight', 'arrow-right', 'Mod+ArrowRight'),
  'insert.nextLeft': nextAction('left', 'action.insert.nextLeft', 'arrow-left', 'Mod+ArrowLeft'),
  'insert.nextUp': nextAction('up', 'action.insert.nextUp', 'arrow-up', 'Mod+ArrowUp'),
  'insert.nextDown': nextAction('down', 'action.insert.nextDown', 'arrow-down', 'Mod+ArrowDown'),
} as const satisfies Readonly<Record<string, Action>>;
