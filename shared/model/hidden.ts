import type { Box } from '../geometry/box';
import { kindOf } from '../kinds/index';
import { topLayerOf } from '../util/patchedMap';
import { oncePer, sharedPer } from '../util/perMap';
import { isCollapsed } from './collapsed';
import type { DiagramDocument, DiagramEdge, DiagramNode } from './document';
import type { EdgeId, NodeId } from './ids';
import { clamp } from './limits';
import { ancestorsOf, boxOfNode, withDescendants } from './query';

type Nodes = DiagramDocument['nodes'];
type Edges = DiagramDocument['edges'];

/** What closed containers hide. */
interface Hidden {
  /** For each node that is not shown, the closed container that is shown in its place. */
  readonly shownAs: ReadonlyMap<NodeId, NodeId>;
  /** How many steps lie in each of these containers. */
  readonly held: ReadonlyMap<NodeId, number>;
}

const hiddenByClosed = sharedPer(
  (nodes: Nodes): Hidden => {
    const shownAs = new Map<NodeId, NodeId>();
    const held = new Map<NodeId, number>();
    for (const node of nodes.values()) {
      if (!isCollapsed(node)) continue;
      const isOutermost = !ancestorsOf(nodes, node.id).some((id) => isCollapsed(nodes.get(id)));
      if (!isOutermost) continue;
      let count = 0;
      for (const id of withDescendants(nodes, [node.id])) {
        if (id === node.id) continue;
        shownAs.set(id, node.id);
        if (kindOf(nodes.get(id)?.kind ?? 'task').traits.layer === 'front') count++;
      }
      held.set(node.id, count);
    }
    return { shownAs, held };
  },
  (a, b) => a.parentId === b.parentId && a.kind === b.kind && isCollapsed(a) === isCollapsed(b),
);

/** While nothing is closed no change but closing something hides anything: a drag over lanes must not look at all nodes. */
const hiddenIn: (nodes: Nodes) => Hidden = oncePer((nodes) => {
  const layer = topLayerOf(nodes);
  if (layer === null) return hiddenByClosed(nodes);
  const before = hiddenIn(layer.before);
  const isOpen = before.held.size === 0 && ![...layer.changes.values()].some(isCollapsed);
  return isOpen ? before : hiddenByClosed(nodes);
});

/** Whether a node lies in a closed container. */
export function isHidden(nodes: Nodes, id: NodeId): boolean {
  return hiddenIn(nodes).shownAs.has(id);
}

/** Whether anything is hidden at all. */
export function hidesNodes(nodes: Nodes): boolean {
  return hiddenIn(nodes).shownAs.size > 0;
}

/** The node that is seen in place of another one: itself, unless a closed container holds it. */
export function shownAs(nodes: Nodes, id: NodeId): NodeId {
  return hiddenIn(nodes).shownAs.get(id) ?? id;
}

/** How many steps a closed container hides; `undefined` for an open one. */
export function heldCount(nodes: Nodes, { id }: DiagramNode): number | undefined {
  return hiddenIn(nodes).held.get(id);
}

/** For each state of what is hidden, an index of the edges that another one stands for. */
const spareIndexes = new WeakMap<Hidden, (edges: Edges) => ReadonlySet<EdgeId>>();

function spareEdges(nodes: Nodes, edges: Edges): ReadonlySet<EdgeId> {
  const hidden = hiddenIn(nodes);
  const known = spareIndexes.get(hidden);
  if (known !== undefined) return known(edges);
  const made = sharedPer(
    (all: Edges) => findSpare(hidden, all),
    (a, b) => a.kind === b.kind && a.from.nodeId === b.from.nodeId && a.to.nodeId === b.to.nodeId,
  );
  spareIndexes.set(hidden, made);
  return made(edges);
}

function findSpare({ shownAs: shown }: Hidden, edges: Edges): ReadonlySet<EdgeId> {
  const spare = new Set<EdgeId>();
  const drawn = new Set<string>();
  for (const edge of [...edges.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const [from, to] = [shown.get(edge.from.nodeId), shown.get(edge.to.nodeId)];
    if (from === undefined && to === undefined) continue;
    const ends = `${edge.kind} ${from ?? edge.from.nodeId} ${to ?? edge.to.nodeId}`;
    if ((from ?? edge.from.nodeId) === (to ?? edge.to.nodeId) || drawn.has(ends)) spare.add(edge.id);
    drawn.add(ends);
  }
  return spare;
}

/**
 * Whether an edge is drawn: not one within a closed container, and of several of a kind that lead from one seen thing to
 * another through closed containers only the first.
 */
export function isShownEdge({ nodes, edges }: Pick<DiagramDocument, 'nodes' | 'edges'>, { id }: DiagramEdge): boolean {
  return !hidesNodes(nodes) || !spareEdges(nodes, edges).has(id);
}

/** All nodes that no closed container holds. */
export function shownNodes({ nodes }: Pick<DiagramDocument, 'nodes'>): readonly DiagramNode[] {
  const all = [...nodes.values()];
  return hidesNodes(nodes) ? all.filter(({ id }) => !isHidden(nodes, id)) : all;
}

/** All edges that are drawn. */
export function shownEdges(document: Pick<DiagramDocument, 'nodes' | 'edges'>): readonly DiagramEdge[] {
  const all = [...document.edges.values()];
  return hidesNodes(document.nodes) ? all.filter((edge) => isShownEdge(document, edge)) : all;
}

/** Where along its sides a closed container holds the end of an edge at a node in it: as near as it was. */
export function shareWithin(nodes: Nodes, container: Box, id: NodeId): number {
  const node = nodes.get(id);
  if (node === undefined || container.width <= 0) return 0.5;
  const { x, width } = boxOfNode(nodes, node);
  return clamp((x + width / 2 - container.x) / container.width, 0.05, 0.95);
}
