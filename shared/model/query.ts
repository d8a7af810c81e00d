import { type Box, contains, type Point, plus } from '../geometry/box';
import { languages } from '../i18n/language';
import { nodeKinds } from '../kinds/index';
import { groupsPer, indexPer, oncePer } from '../util/perMap';
import { isCollapsed } from './collapsed';
import type { DiagramDocument, DiagramEdge, DiagramNode, Role, Separation } from './document';
import type { EdgeId, NodeId, RoleId } from './ids';
import { nameKey, textIn } from './localizedText';

type Nodes = DiagramDocument['nodes'];
type Edges = DiagramDocument['edges'];

/** Where the inside of a container starts on the canvas; (0, 0) for none. Costs the depth of the nesting. */
export function originOf(nodes: Nodes, parentId: NodeId | null): Point {
  let origin: Point = { x: 0, y: 0 };
  for (let id = parentId; id !== null; ) {
    const parent = nodes.get(id);
    if (parent === undefined) break;
    origin = plus(origin, parent);
    id = parent.parentId;
  }
  return origin;
}

/** A node's box on the canvas. */
export function boxOfNode(nodes: Nodes, node: DiagramNode): Box {
  const { x, y } = plus(originOf(nodes, node.parentId), node);
  return { x, y, width: node.width, height: node.height };
}

/** Ids of a node's containers, innermost first. */
export function ancestorsOf(nodes: Nodes, id: NodeId): readonly NodeId[] {
  const found: NodeId[] = [];
  for (let next = nodes.get(id)?.parentId ?? null; next !== null; next = nodes.get(next)?.parentId ?? null) {
    found.push(next);
  }
  return found;
}

/** What lies directly in each container; key `null` is the canvas. */
export const childrenByParent: (nodes: Nodes) => ReadonlyMap<NodeId | null, readonly NodeId[]> = groupsPer(
  (node: DiagramNode) => [node.parentId],
);

/** Ids of the nodes of each kind. */
export const nodesByKind: (nodes: Nodes) => ReadonlyMap<DiagramNode['kind'], readonly NodeId[]> = groupsPer(
  (node: DiagramNode) => [node.kind],
);

/** The nodes and everything that lies in them, each once. */
export function withDescendants(nodes: Nodes, ids: Iterable<NodeId>): ReadonlySet<NodeId> {
  const children = childrenByParent(nodes);
  const found = new Set<NodeId>();
  const waiting = [...ids];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...(children.get(id) ?? []));
  }
  return found;
}

/** Those of the nodes that do not lie in another one of them: what a move has to move. */
export function topmostOf(nodes: Nodes, ids: ReadonlySet<NodeId>): readonly NodeId[] {
  return [...ids].filter((id) => nodes.has(id) && !ancestorsOf(nodes, id).some((ancestor) => ids.has(ancestor)));
}

/** The role of an id or of a name in either language, however it is written large or small. */
export function roleNamed({ roles }: Pick<DiagramDocument, 'roles'>, text: string): Role | undefined {
  const wanted = nameKey(text);
  return [...roles.values()].find(
    ({ id, name }) => id === text || languages.some((language) => nameKey(textIn(name, language)) === wanted),
  );
}

/** Ids of the edges that end at a node. */
export const edgesByNode: (edges: Edges) => ReadonlyMap<NodeId, readonly EdgeId[]> = groupsPer(endsOf);

/** Whether an edge's record holds points: bends that a person placed, or a way that was found for it. */
export function hasPoints(edge: DiagramEdge): boolean {
  return edge.waypoints.length > 0 || edge.route !== undefined || edge.bridges !== undefined;
}

/** Ids of the edges with bends or a stored way that end at a node: few, and all that a move has to look at. */
export const bentEdgesByNode: (edges: Edges) => ReadonlyMap<NodeId, readonly EdgeId[]> = groupsPer(
  (edge: DiagramEdge) => (hasPoints(edge) ? endsOf(edge) : []),
);

function endsOf({ from, to }: DiagramEdge): readonly NodeId[] {
  return from.nodeId === to.nodeId ? [from.nodeId] : [from.nodeId, to.nodeId];
}

/** The innermost container that holds both ends of an edge: its bends are measured from there. */
export function frameOf(nodes: Nodes, edge: Pick<DiagramEdge, 'from' | 'to'>): NodeId | null {
  const from = nodes.get(edge.from.nodeId)?.parentId ?? null;
  const to = nodes.get(edge.to.nodeId)?.parentId ?? null;
  // Most edges lie within one lane or none; they are asked for by the thousand.
  if (from === to || from === null || to === null) return from === to ? from : null;
  const around = new Set(ancestorsOf(nodes, edge.from.nodeId));
  return ancestorsOf(nodes, edge.to.nodeId).find((id) => around.has(id)) ?? null;
}

/** An edge's bends on the canvas. */
export function waypointsOf(nodes: Nodes, edge: DiagramEdge): readonly Point[] {
  if (edge.waypoints.length === 0) return edge.waypoints;
  const origin = originOf(nodes, frameOf(nodes, edge));
  return edge.waypoints.map((point) => plus(origin, point));
}

/** The way that was found for an edge, on the canvas. */
export function storedRouteOf(nodes: Nodes, edge: DiagramEdge): readonly Point[] | undefined {
  if (edge.route === undefined) return undefined;
  const origin = originOf(nodes, frameOf(nodes, edge));
  return edge.route.map((point) => plus(origin, point));
}

/** Where an edge's line passes over others, on the canvas. */
export function bridgesOf(nodes: Nodes, edge: DiagramEdge): readonly Point[] | undefined {
  if (edge.bridges === undefined) return undefined;
  const origin = originOf(nodes, frameOf(nodes, edge));
  return edge.bridges.map((point) => plus(origin, point));
}

/** The innermost open container under a point that may hold nodes, leaving out `except` and what lies in it. */
export function containerAt(nodes: Nodes, point: Point, except: ReadonlySet<NodeId> = new Set()): NodeId | null {
  const children = childrenByParent(nodes);
  let found: NodeId | null = null;
  for (let search: NodeId | null | undefined = null; search !== undefined; ) {
    const inside: DiagramNode[] = (children.get(search) ?? [])
      .map((id) => nodes.get(id))
      .filter((node): node is DiagramNode => node !== undefined && nodeKinds[node.kind].traits.container)
      .filter((node) => !isCollapsed(node))
      .filter((node) => !except.has(node.id) && contains(boxOfNode(nodes, node), point));
    const top: DiagramNode | undefined = inside.sort(byStacking).at(-1);
    if (top !== undefined) found = top.id;
    search = top?.id;
  }
  return found;
}

/** Drawing order within a layer: lower first. */
export function byStacking(a: DiagramNode, b: DiagramNode): number {
  return a.z - b.z || (a.id < b.id ? -1 : 1);
}

/** The records of a list in the order people gave them. */
export function byOrder<Id, Item extends { readonly id: Id; readonly order: number }>() {
  return oncePer((items: ReadonlyMap<Id, Item>): readonly Item[] =>
    [...items.values()].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)),
  );
}

export const rolesInOrder = byOrder<RoleId, Role>();

/** The role a node belongs to: its own, else that of the innermost lane with one. */
export function roleOfNode(document: Pick<DiagramDocument, 'nodes' | 'roles'>, node: DiagramNode): Role | undefined {
  if (node.roleId !== null) return document.roles.get(node.roleId);
  for (const id of ancestorsOf(document.nodes, node.id)) {
    const roleId = document.nodes.get(id)?.roleId;
    if (roleId != null) return document.roles.get(roleId);
  }
  return undefined;
}

/** The steps that work goes from and to along an edge: against its own way where its only head is at its start. */
export function flowEnds({ from, to, heads }: Pick<DiagramEdge, 'from' | 'to' | 'heads'>): {
  readonly from: NodeId;
  readonly to: NodeId;
} {
  return heads === 'start' ? { from: to.nodeId, to: from.nodeId } : { from: from.nodeId, to: to.nodeId };
}

/**
 * The role that hands work over along an edge to another role, whatever kind the edge is drawn as; `undefined` where no
 * work changes hands: within a role, or where nobody's role is known. Counts, lists and the picture all go by this.
 */
export function giverOf(
  document: Pick<DiagramDocument, 'nodes' | 'roles'>,
  edge: Pick<DiagramEdge, 'from' | 'to' | 'heads'>,
): Role | undefined {
  const { from, to } = flowEnds(edge);
  const [source, target] = [document.nodes.get(from), document.nodes.get(to)];
  if (source === undefined || target === undefined) return undefined;
  const [giver, taker] = [roleOfNode(document, source), roleOfNode(document, target)];
  return taker === undefined || giver?.id === taker.id ? undefined : giver;
}

interface StackingOrder {
  readonly back: readonly DiagramNode[];
  readonly front: readonly DiagramNode[];
}

/**
 * Nodes as they are painted, lowest first: containers and stages (`back`), then, above the edges, everything else
 * (`front`). What lies in a container is above it, whatever their `z`.
 */
export const inStackingOrder = indexPer<NodeId, DiagramNode, StackingOrder>({
  make(nodes) {
    const all = [...nodes.values()];
    return { back: nested(all.filter(isBack)), front: all.filter((node) => !isBack(node)).sort(byStacking) };
  },
  isAlike: (a, b) => a === b,
  change({ back, front }, changes) {
    const gone = changes.flatMap(({ before }) => before ?? []);
    const come = changes.flatMap(({ after }) => after ?? []);
    const isFront = (node: DiagramNode) => !isBack(node);
    const touchesBack = gone.some(isBack) || come.some(isBack);
    const goneIds = new Set(gone.map(({ id }) => id));
    return {
      back: touchesBack ? nested([...back.filter(({ id }) => !goneIds.has(id)), ...come.filter(isBack)]) : back,
      front: changedOrder(front, gone.filter(isFront), come.filter(isFront)),
    };
  },
});

const isBack = ({ kind }: DiagramNode) => nodeKinds[kind].traits.layer === 'back';

/** Containers and stages, each below what lies in it. */
function nested(nodes: readonly DiagramNode[]): readonly DiagramNode[] {
  const byParent = new Map<NodeId | null, DiagramNode[]>();
  for (const node of nodes) {
    const siblings = byParent.get(node.parentId);
    if (siblings === undefined) byParent.set(node.parentId, [node]);
    else siblings.push(node);
  }
  const found: DiagramNode[] = [];
  const visit = (parentId: NodeId | null): void => {
    for (const node of (byParent.get(parentId) ?? []).sort(byStacking)) {
      found.push(node);
      visit(node.id);
    }
  };
  visit(null);
  return found;
}

/** Moving the rest of a list for so many nodes is quicker than putting all of it in order again. */
const FEW_NODES = 64;

/** A list in stacking order without some of its nodes and with others. */
function changedOrder(
  list: readonly DiagramNode[],
  gone: readonly DiagramNode[],
  come: readonly DiagramNode[],
): readonly DiagramNode[] {
  if (gone.length + come.length > FEW_NODES) {
    const without = new Set(gone.map(({ id }) => id));
    return [...list.filter(({ id }) => !without.has(id)), ...come].sort(byStacking);
  }
  const changed = [...list];
  for (const node of gone) changed.splice(placeIn(changed, node), 1);
  for (const node of come) changed.splice(placeIn(changed, node), 0, node);
  return changed;
}

/** Where a node is in a list in stacking order, or belongs. */
function placeIn(list: readonly DiagramNode[], node: DiagramNode): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const other = list[middle];
    if (other !== undefined && byStacking(other, node) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Whether both its steps are there, two, and of kinds that somebody is responsible for. */
export function isSoundSeparation(
  { nodeIds: [a, b] }: Pick<Separation, 'nodeIds'>,
  nodeAt: (id: NodeId) => DiagramNode | undefined,
): boolean {
  return a !== b && [a, b].every((id) => nodeKinds[nodeAt(id)?.kind ?? 'note'].traits.takesRaci);
}
