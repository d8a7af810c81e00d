import type { MessageKey } from '../../shared/i18n/messages';
import type { DiagramEdge, DiagramNode } from '../../shared/model/document';
import type { EdgeId, NodeId } from '../../shared/model/ids';
import { edgesByNode, roleOfNode } from '../../shared/model/query';
import type { IconName } from '../../shared/scene/icons.generated';
import { announce } from '../state/notices';
import type { Action, ActionContext } from './action';
import {
  type ActiveDocument,
  activeDocument,
  hasSelection,
  selectedEdges,
  selectedNodes,
  selectionFrom,
} from './context';

/** What makes things alike: everything that shares one of the selection's values is selected. `null`: has none. */
interface Likeness {
  node(active: ActiveDocument, node: DiagramNode): string | null;
  edge(active: ActiveDocument, edge: DiagramEdge): string | null;
}

const byKind: Likeness = { node: (_, { kind }) => kind, edge: (_, { kind }) => kind };

const byRole: Likeness = {
  node: ({ document }, node) => roleOfNode(document, node)?.id ?? null,
  // An edge is of the role it starts from: that is whose colour a hand-off has.
  edge({ document }, { from }) {
    const source = document.nodes.get(from.nodeId);
    return source === undefined ? null : (roleOfNode(document, source)?.id ?? null);
  },
};

/** What can be told apart by looking: shape, colour and size of a step; line, course and heads of an edge. */
const byStyle: Likeness = {
  node: ({ document }, node) =>
    [node.kind, roleOfNode(document, node)?.color ?? '', node.width, node.height, JSON.stringify(node.props)].join(' '),
  edge: (_, { kind, routing, heads }) => [kind, routing, heads].join(' '),
};

function select(
  context: ActionContext,
  active: ActiveDocument,
  nodes: Iterable<NodeId>,
  edges: Iterable<EdgeId>,
): void {
  const selection = selectionFrom(nodes, edges);
  active.open.editor.select(selection);
  announce(context.app, context.t('status.selected', { count: selection.nodes.size + selection.edges.size }));
}

function alikeAction(likeness: Likeness, labelKey: MessageKey, icon: IconName): Action {
  return {
    labelKey,
    section: 'edit',
    icon,
    enabled: hasSelection,
    run(context) {
      const active = activeDocument(context);
      if (active === null) return;
      const nodes = alike(active.document.nodes.values(), selectedNodes(active), (node) => likeness.node(active, node));
      const edges = alike(active.document.edges.values(), selectedEdges(active), (edge) => likeness.edge(active, edge));
      select(context, active, nodes, edges);
    },
  };
}

/** Ids of all that are like one of the chosen; those stay first, as the first one is the model for sizes. */
function alike<Item extends { readonly id: string }>(
  all: Iterable<Item>,
  chosen: readonly Item[],
  likenessOf: (item: Item) => string | null,
): ReadonlySet<Item['id']> {
  const values = new Set(chosen.map(likenessOf));
  const found = new Set<Item['id']>(chosen.map(({ id }) => id));
  if (chosen.length === 0) return found;
  for (const item of all) {
    const value = likenessOf(item);
    if (value !== null && values.has(value)) found.add(item.id);
  }
  return found;
}

/** Everything that can be reached along edges, whichever way they run, with these edges. */
export function connectedTo({ document, selection }: ActiveDocument): {
  readonly nodes: ReadonlySet<NodeId>;
  readonly edges: ReadonlySet<EdgeId>;
} {
  const incident = edgesByNode(document.edges);
  const edges = new Set<EdgeId>(selection.edges);
  const nodes = new Set<NodeId>(selection.nodes);
  const waiting = [...selection.nodes];
  const visit = (edge: DiagramEdge | undefined): void => {
    for (const end of edge === undefined ? [] : [edge.from.nodeId, edge.to.nodeId]) {
      if (nodes.has(end)) continue;
      nodes.add(end);
      waiting.push(end);
    }
  };
  for (const id of selection.edges) visit(document.edges.get(id));
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const edgeId of incident.get(id) ?? []) {
      edges.add(edgeId);
      visit(document.edges.get(edgeId));
    }
  }
  return { nodes, edges };
}

export const selectActions = {
  'select.sameKind': alikeAction(byKind, 'action.select.sameKind', 'shapes'),
  'select.sameRole': alikeAction(byRole, 'action.select.sameRole', 'user-round'),
  'select.sameStyle': alikeAction(byStyle, 'action.select.sameStyle', 'palette'),
  'select.connected': {
    labelKey: 'action.select.connected',
    section: 'edit',
    icon: 'waypoints',
    enabled: hasSelection,
    run(context) {
      const active = activeDocument(context);
      if (active === null) return;
      const { nodes, edges } = connectedTo(active);
      select(context, active, nodes, edges);
    },
  },
} as const satisfies Readonly<Record<string, Action>>;
