import type { DiagramDocument } from './document';
import type { EdgeId, NodeId, RoleId } from './ids';
import { ancestorsOf, edgesByNode, nodesByKind, roleOfNode } from './query';

/** What of a diagram is not faded. */
export interface Spotlight {
  readonly nodes: ReadonlySet<NodeId>;
  readonly edges: ReadonlySet<EdgeId>;
}

/** What is left of a diagram that is seen through the eyes of one role. */
export interface RoleFocus extends Spotlight {
  readonly roleId: RoleId;
}

/** How strongly the rest is still drawn, 0…1. */
export const FADED_OPACITY = 0.16;

type Seen = Pick<DiagramDocument, 'nodes' | 'edges' | 'roles'>;

const last = new WeakMap<Seen['nodes'], { readonly edges: Seen['edges']; readonly focus: RoleFocus }>();

/**
 * A role's own steps and lanes, the lines at its steps (what it receives and gives, and whom it works with), the steps at
 * the other ends, and the containers around all of them. Steps of others where it is responsible, accountable, consulted
 * or informed count as neighbours, too. Made once a document.
 */
export function roleFocus(document: Seen, roleId: RoleId): RoleFocus {
  const known = last.get(document.nodes);
  if (known !== undefined && known.edges === document.edges && known.focus.roleId === roleId) return known.focus;
  const nodes = new Set<NodeId>();
  const edges = new Set<EdgeId>();
  const addWithContainers = (id: NodeId) => {
    nodes.add(id);
    for (const around of ancestorsOf(document.nodes, id)) nodes.add(around);
  };
  const byNode = edgesByNode(document.edges);
  for (const node of document.nodes.values()) {
    const isOwn = roleOfNode(document, node)?.id === roleId;
    if (isOwn || node.raci.has(roleId)) addWithContainers(node.id);
    // What heads a column says where in time everything else is.
    if (node.kind === 'stage') nodes.add(node.id);
    if (!isOwn) continue;
    for (const id of byNode.get(node.id) ?? []) {
      const edge = document.edges.get(id);
      if (edge === undefined) continue;
      edges.add(id);
      addWithContainers(edge.from.nodeId);
      addWithContainers(edge.to.nodeId);
    }
  }
  const focus = { roleId, nodes, edges };
  last.set(document.nodes, { edges: document.edges, focus });
  return focus;
}

/** Some nodes and edges, and what has to be there for them to be understood: the containers around them and stages. */
export function spotlightOn(
  { nodes, edges }: Pick<DiagramDocument, 'nodes' | 'edges'>,
  nodeIds: Iterable<NodeId>,
  edgeIds: Iterable<EdgeId>,
): Spotlight {
  const lit = new Set<NodeId>(nodesByKind(nodes).get('stage') ?? []);
  for (const id of nodeIds) {
    if (!nodes.has(id)) continue;
    lit.add(id);
    for (const around of ancestorsOf(nodes, id)) lit.add(around);
  }
  return { nodes: lit, edges: new Set([...edgeIds].filter((id) => edges.has(id))) };
}
