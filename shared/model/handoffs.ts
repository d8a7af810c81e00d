import { sharedPer } from '../util/perMap';
import type { DiagramDocument } from './document';
import type { EdgeId, NodeId, RoleId } from './ids';
import { rolesInOrder } from './query';
import { readingRanks } from './readingOrder';

type Nodes = DiagramDocument['nodes'];
type Edges = DiagramDocument['edges'];

/** An edge along which work goes from one role to another. */
export interface Handoff {
  readonly id: EdgeId;
  readonly fromNodeId: NodeId;
  readonly toNodeId: NodeId;
  readonly from: RoleId;
  readonly to: RoleId;
}

interface Ends {
  readonly id: EdgeId;
  readonly from: NodeId;
  readonly to: NodeId;
}

/** What edges connect; the same list for maps that differ in anything else. */
const endsOfEdges = sharedPer(
  (edges: Edges): readonly Ends[] =>
    [...edges.values()].map(({ id, from, to }) => ({ id, from: from.nodeId, to: to.nodeId })),
  (a, b) => a.from.nodeId === b.from.nodeId && a.to.nodeId === b.to.nodeId,
);

/** The role each node belongs to by itself or by its lane; the same map for nodes that differ in anything else. */
export const rolesOfNodes = sharedPer(
  (nodes: Nodes): ReadonlyMap<NodeId, RoleId | null> => {
    const found = new Map<NodeId, RoleId | null>();
    const find = (id: NodeId): RoleId | null => {
      const known = found.get(id);
      if (known !== undefined) return known;
      const node = nodes.get(id);
      const own = node?.roleId ?? null;
      const role = own !== null || node === undefined || node.parentId === null ? own : find(node.parentId);
      found.set(id, role);
      return role;
    };
    for (const id of nodes.keys()) find(id);
    return found;
  },
  (a, b) => a.roleId === b.roleId && a.parentId === b.parentId,
);

const known = new WeakMap<object, WeakMap<object, readonly Handoff[]>>();

/**
 * Every hand-off (`giverOf` says what one is). Made once for documents that differ in places, words and looks alone, so
 * that moving and naming steps costs nothing here.
 */
export function handoffsOf({ nodes, edges }: Pick<DiagramDocument, 'nodes' | 'edges'>): readonly Handoff[] {
  const [roles, ends] = [rolesOfNodes(nodes), endsOfEdges(edges)];
  const byEnds = known.get(roles) ?? new WeakMap<object, readonly Handoff[]>();
  known.set(roles, byEnds);
  const made = byEnds.get(ends) ?? handoffsAmong(ends, roles);
  byEnds.set(ends, made);
  return made;
}

function handoffsAmong(ends: readonly Ends[], roles: ReadonlyMap<NodeId, RoleId | null>): readonly Handoff[] {
  const found: Handoff[] = [];
  for (const { id, from: fromNodeId, to: toNodeId } of ends) {
    const [from, to] = [roles.get(fromNodeId) ?? null, roles.get(toNodeId) ?? null];
    if (from !== null && to !== null && from !== to) found.push({ id, fromNodeId, toNodeId, from, to });
  }
  return found;
}

/** Hand-offs as people read the diagram: by the step that gives, then by the one that takes. */
export function handoffsInOrder(document: Pick<DiagramDocument, 'nodes' | 'edges'>): readonly Handoff[] {
  const ranks = readingRanks(document.nodes);
  const rankOf = (id: NodeId) => ranks.get(id) ?? 0;
  return [...handoffsOf(document)].sort(
    (a, b) =>
      rankOf(a.fromNodeId) - rankOf(b.fromNodeId) || rankOf(a.toNodeId) - rankOf(b.toNodeId) || (a.id < b.id ? -1 : 1),
  );
}

/** Who hands over to whom, counted. */
export interface HandoffMatrix {
  /** The roles that give or take anything, in their order: rows and columns alike. */
  readonly roleIds: readonly RoleId[];
  /** The edges from a role to another one; none within a role. */
  idsOf(from: RoleId, to: RoleId): readonly EdgeId[];
  readonly given: ReadonlyMap<RoleId, number>;
  readonly taken: ReadonlyMap<RoleId, number>;
  readonly total: number;
  /** Of the fullest cell; 0 when there are none. */
  readonly most: number;
}

export function handoffMatrix(document: Pick<DiagramDocument, 'nodes' | 'edges' | 'roles'>): HandoffMatrix {
  const handoffs = handoffsOf(document);
  const cells = new Map<RoleId, Map<RoleId, EdgeId[]>>();
  const given = new Map<RoleId, number>();
  const taken = new Map<RoleId, number>();
  let most = 0;
  for (const { id, from, to } of handoffs) {
    const row = cells.get(from) ?? new Map<RoleId, EdgeId[]>();
    cells.set(from, row);
    const ids = row.get(to) ?? [];
    row.set(to, ids);
    ids.push(id);
    most = Math.max(most, ids.length);
    given.set(from, (given.get(from) ?? 0) + 1);
    taken.set(to, (taken.get(to) ?? 0) + 1);
  }
  const takesPart = (id: RoleId) => given.has(id) || taken.has(id);
  return {
    roleIds: rolesInOrder(document.roles)
      .map(({ id }) => id)
      .filter(takesPart),
    idsOf: (from, to) => cells.get(from)?.get(to) ?? [],
    given,
    taken,
    total: handoffs.length,
    most,
  };
}
