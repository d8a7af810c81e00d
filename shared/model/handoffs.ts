import { isSame } from '../util/isSame';
import { type MapOrigin, stepTo, topLayerOf } from '../util/patchedMap';
import { sharedPer } from '../util/perMap';
import type { DiagramDocument, DiagramEdge, DiagramNode } from './document';
import type { EdgeId, NodeId, RoleId } from './ids';
import { edgesByNode, rolesInOrder, withDescendants } from './query';
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

const known = new WeakMap<Nodes, WeakMap<Edges, readonly Handoff[]>>();

/**
 * Every hand-off (`giverOf` says what one is), in no order. The very same list for documents that differ in places, words
 * and looks alone; after other edits it costs what these changed, not what the document holds.
 */
export function handoffsOf({ nodes, edges }: Pick<DiagramDocument, 'nodes' | 'edges'>): readonly Handoff[] {
  const byEdges = known.get(nodes) ?? new WeakMap<Edges, readonly Handoff[]>();
  known.set(nodes, byEdges);
  const made = byEdges.get(edges) ?? changedHandoffs(nodes, edges) ?? allHandoffs(nodes, edges);
  byEdges.set(edges, made);
  return made;
}

function allHandoffs(nodes: Nodes, edges: Edges): readonly Handoff[] {
  const roles = rolesOfNodes(nodes);
  return [...edges.values()].flatMap((edge) => handoffAlong(edge, (id) => roles.get(id) ?? null));
}

function handoffAlong({ id, from, to }: DiagramEdge, roleOf: (id: NodeId) => RoleId | null): readonly Handoff[] {
  const [giver, taker] = [roleOf(from.nodeId), roleOf(to.nodeId)];
  if (giver === null || taker === null || giver === taker) return [];
  return [{ id, fromNodeId: from.nodeId, toNodeId: to.nodeId, from: giver, to: taker }];
}

/** The list of a document that this one was made from, with what has changed since; `null` where none is known. */
function changedHandoffs(nodes: Nodes, edges: Edges): readonly Handoff[] | null {
  for (const nodesThen of originsOf(nodes)) {
    for (const edgesThen of originsOf(edges)) {
      const before = known.get(nodesThen.before)?.get(edgesThen.before);
      if (before === undefined) continue;
      const touched = touchedEdges(nodes, edges, nodesThen, edgesThen);
      const now = [...touched].flatMap((id) => {
        const edge = edges.get(id);
        return edge === undefined ? [] : handoffAlong(edge, (nodeId) => roleIdAt(nodes, nodeId));
      });
      const then = before.filter(({ id }) => touched.has(id));
      const byId = new Map(now.map((handoff) => [handoff.id, handoff]));
      const isAlike = then.length === now.length && then.every((handoff) => isSame(handoff, byId.get(handoff.id)));
      return isAlike ? before : [...before.filter(({ id }) => !touched.has(id)), ...now];
    }
  }
  return null;
}

/** The map itself, and those that it was made from, with what was changed. */
function originsOf<K, V>(map: ReadonlyMap<K, V>): readonly MapOrigin<K, V>[] {
  return [{ before: map, changes: new Map() }, stepTo(map), topLayerOf(map)].filter((origin) => origin !== null);
}

/** Edges that came, went or end elsewhere, and those at nodes that may be somebody else's now. */
function touchedEdges(
  nodes: Nodes,
  edges: Edges,
  nodesThen: MapOrigin<NodeId, DiagramNode>,
  edgesThen: MapOrigin<EdgeId, DiagramEdge>,
): ReadonlySet<EdgeId> {
  const touched = new Set<EdgeId>();
  for (const [id, after] of edgesThen.changes) {
    const before = edgesThen.before.get(id);
    const isSameWay = before?.from.nodeId === after?.from.nodeId && before?.to.nodeId === after?.to.nodeId;
    if (before === undefined || after === undefined || !isSameWay) touched.add(id);
  }
  const changed = [...nodesThen.changes].flatMap(([id, after]) => {
    const before = nodesThen.before.get(id);
    const isSameOwner = before?.roleId === after?.roleId && before?.parentId === after?.parentId;
    return before === undefined || after === undefined || !isSameOwner ? [id] : [];
  });
  if (changed.length === 0) return touched;
  const edgesAt = edgesByNode(edges);
  for (const id of withDescendants(nodes, changed)) for (const edgeId of edgesAt.get(id) ?? []) touched.add(edgeId);
  return touched;
}

function roleIdAt(nodes: Nodes, id: NodeId): RoleId | null {
  for (let node = nodes.get(id); node !== undefined; ) {
    if (node.roleId !== null) return node.roleId;
    node = node.parentId === null ? undefined : nodes.get(node.parentId);
  }
  return null;
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
