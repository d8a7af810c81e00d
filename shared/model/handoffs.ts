import { languages } from '../i18n/language';
import { isSame } from '../util/isSame';
import { type MapOrigin, patchMap, settleMap, stepTo } from '../util/patchedMap';
import { oncePer, sharedPer } from '../util/perMap';
import type { DiagramDocument, DiagramEdge, DiagramNode } from './document';
import type { EdgeId, NodeId, RoleId } from './ids';
import { textIn } from './localizedText';
import { edgesByNode, flowEnds, rolesInOrder, withDescendants } from './query';
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

/**
 * Whether somebody has to say what goes along it: where work goes one way. Where people work together, or data is read,
 * there is nothing to name.
 */
export function asksForContent({ kind, heads }: Pick<DiagramEdge, 'kind' | 'heads'>): boolean {
  return (kind === 'flow' || kind === 'handoff') && (heads === 'start' || heads === 'end');
}

/** Whether no word says what goes along an edge, in any language. */
export function isWordless({ label }: Pick<DiagramEdge, 'label'>): boolean {
  return languages.every((language) => textIn(label, language).trim() === '');
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

type Found = ReadonlyMap<EdgeId, Handoff>;
const known = new WeakMap<Nodes, WeakMap<Edges, Found>>();

/**
 * Every hand-off by its edge (`giverOf` says what one is); the same map for documents that differ in places, words and
 * looks alone. A recorded step costs what it changes: the status bar counts them after each.
 */
export function handoffsById({ nodes, edges }: Pick<DiagramDocument, 'nodes' | 'edges'>): Found {
  const had = known.get(nodes)?.get(edges);
  if (had !== undefined) return had;
  const found = foundAfterStep(nodes, edges) ?? new Map([...edges.values()].flatMap((edge) => entryOf(nodes, edge)));
  const byEdges = known.get(nodes) ?? new WeakMap<Edges, Found>();
  known.set(nodes, byEdges.set(edges, found));
  return found;
}

/** What is known of the document before, with what the step changed; `null` where nothing is known of that one. */
function foundAfterStep(nodes: Nodes, edges: Edges): Found | null {
  const [nodeStep, edgeStep] = [stepTo(nodes), stepTo(edges)];
  for (const nodesBefore of [nodes, nodeStep?.before]) {
    for (const edgesBefore of [edges, edgeStep?.before]) {
      if (nodesBefore === undefined || edgesBefore === undefined) continue;
      const before = known.get(nodesBefore)?.get(edgesBefore);
      if (before === undefined) continue;
      const touched = new Set<EdgeId>(edgesBefore === edges ? [] : edgeStep?.changes.keys());
      if (nodesBefore !== nodes && nodeStep !== null) addTouched(touched, nodes, edges, nodeStep);
      return changed(before, nodes, edges, touched);
    }
  }
  return null;
}

/** The edges of nodes that have come, or another role, or another container, and of what lies in those. */
function addTouched(touched: Set<EdgeId>, nodes: Nodes, edges: Edges, step: MapOrigin<NodeId, DiagramNode>): void {
  for (const [id, node] of step.changes) {
    const old = step.before.get(id);
    if (node === undefined || (old?.roleId === node.roleId && old?.parentId === node.parentId)) continue;
    for (const inside of withDescendants(nodes, [id])) {
      for (const edgeId of edgesByNode(edges).get(inside) ?? []) touched.add(edgeId);
    }
  }
}

function changed(before: Found, nodes: Nodes, edges: Edges, touched: ReadonlySet<EdgeId>): Found {
  const changes = new Map<EdgeId, Handoff | undefined>();
  for (const id of touched) {
    const edge = edges.get(id);
    const now = edge === undefined ? undefined : entryOf(nodes, edge)[0]?.[1];
    if (!isSame(before.get(id), now)) changes.set(id, now);
  }
  return changes.size === 0 ? before : settleMap(patchMap(before, changes));
}

function entryOf(nodes: Nodes, edge: DiagramEdge): readonly (readonly [EdgeId, Handoff])[] {
  const { id } = edge;
  const { from, to } = flowEnds(edge);
  const [giver, taker] = [roleIdIn(nodes, from), roleIdIn(nodes, to)];
  if (giver === null || taker === null || giver === taker) return [];
  return [[id, { id, fromNodeId: from, toNodeId: to, from: giver, to: taker }]];
}

/** The role that a node has by itself, else that of the innermost container with one. */
function roleIdIn(nodes: Nodes, nodeId: NodeId): RoleId | null {
  for (let id: NodeId | null = nodeId; id !== null; ) {
    const node: DiagramNode | undefined = nodes.get(id);
    if (node === undefined || node.roleId !== null) return node?.roleId ?? null;
    id = node.parentId;
  }
  return null;
}

const listed = oncePer((found: Found): readonly Handoff[] => [...found.values()]);

/** Every hand-off; the same list for documents that differ in places, words and looks alone. */
export function handoffsOf(document: Pick<DiagramDocument, 'nodes' | 'edges'>): readonly Handoff[] {
  return listed(handoffsById(document));
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
