import { type Box, contains, type Point, plus } from '../geometry/box';
import { nodeKinds } from '../kinds/index';
import { mapBelow, mapChanges } from '../util/patchedMap';
import type { DiagramDocument, DiagramEdge, DiagramNode, Role } from './document';
import type { EdgeId, NodeId } from './ids';

type Nodes = DiagramDocument['nodes'];
type Edges = DiagramDocument['edges'];

/** Remembers what was made of a map for as long as the map lives: documents are immutable, so it cannot go stale. */
function oncePer<Source extends object, Made>(make: (source: Source) => Made): (source: Source) => Made {
  const made = new WeakMap<Source, Made>();
  return (source) => {
    const known = made.get(source);
    if (known !== undefined) return known;
    const fresh = make(source);
    made.set(source, fresh);
    return fresh;
  };
}

/**
 * An index over a map, made once. A preview of a drag is a new patched map each frame: while its changes do not touch
 * what the index looks at (`isAlike`), it shares the one of the map below, so that no frame costs what the document holds.
 */
export function indexPer<K, V, Index>(
  make: (map: ReadonlyMap<K, V>) => Index,
  isAlike: (a: V, b: V) => boolean,
): (map: ReadonlyMap<K, V>) => Index {
  const index = oncePer(make);
  return (map) => {
    const below = mapBelow(map);
    if (below === null) return index(map);
    for (const [key, value] of mapChanges(map) ?? []) {
      const old = below.get(key);
      if (old === undefined || value === undefined || !isAlike(old, value)) return index(map);
    }
    return index(below);
  };
}

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
export const childrenByParent = indexPer(
  (nodes: Nodes): ReadonlyMap<NodeId | null, readonly NodeId[]> => {
    const children = new Map<NodeId | null, NodeId[]>();
    for (const node of nodes.values()) {
      const siblings = children.get(node.parentId);
      if (siblings === undefined) children.set(node.parentId, [node.id]);
      else siblings.push(node.id);
    }
    return children;
  },
  (a, b) => a.parentId === b.parentId,
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

/** Ids of the edges that end at a node. */
export const edgesByNode = indexPer(
  (edges: Edges) => idsByNode(edges.values()),
  (a, b) => a.from.nodeId === b.from.nodeId && a.to.nodeId === b.to.nodeId,
);

/** Ids of the edges with bends that end at a node: few, and all that a move has to look at. */
export const bentEdgesByNode = indexPer(
  (edges: Edges) => idsByNode([...edges.values()].filter((edge) => edge.waypoints.length > 0)),
  (a, b) =>
    a.from.nodeId === b.from.nodeId && a.to.nodeId === b.to.nodeId && a.waypoints.length > 0 === b.waypoints.length > 0,
);

function idsByNode(edges: Iterable<DiagramEdge>): ReadonlyMap<NodeId, readonly EdgeId[]> {
  const found = new Map<NodeId, EdgeId[]>();
  for (const edge of edges) {
    for (const nodeId of new Set([edge.from.nodeId, edge.to.nodeId])) {
      const list = found.get(nodeId);
      if (list === undefined) found.set(nodeId, [edge.id]);
      else list.push(edge.id);
    }
  }
  return found;
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

/** The innermost container under a point that may hold nodes, leaving out `except` and what lies in it. */
export function containerAt(nodes: Nodes, point: Point, except: ReadonlySet<NodeId> = new Set()): NodeId | null {
  const children = childrenByParent(nodes);
  let found: NodeId | null = null;
  for (let search: NodeId | null | undefined = null; search !== undefined; ) {
    const inside: DiagramNode[] = (children.get(search) ?? [])
      .map((id) => nodes.get(id))
      .filter((node): node is DiagramNode => node !== undefined && nodeKinds[node.kind].traits.container)
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

/** Roles in the order people gave them. */
export const rolesInOrder = oncePer((roles: DiagramDocument['roles']): readonly Role[] =>
  [...roles.values()].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)),
);

/** The role a node belongs to: its own, else that of the innermost lane with one. */
export function roleOfNode(document: DiagramDocument, node: DiagramNode): Role | undefined {
  if (node.roleId !== null) return document.roles.get(node.roleId);
  for (const id of ancestorsOf(document.nodes, node.id)) {
    const roleId = document.nodes.get(id)?.roleId;
    if (roleId != null) return document.roles.get(roleId);
  }
  return undefined;
}

/**
 * Nodes as they are painted, lowest first: containers and stages (`back`), then, above the edges, everything else
 * (`front`). What lies in a container is above it, whatever their `z`.
 */
export const inStackingOrder = oncePer(
  (nodes: Nodes): { readonly back: readonly DiagramNode[]; readonly front: readonly DiagramNode[] } => {
    const back: DiagramNode[] = [];
    const front: DiagramNode[] = [];
    const backByParent = new Map<NodeId | null, DiagramNode[]>();
    for (const node of nodes.values()) {
      if (nodeKinds[node.kind].traits.layer === 'front') {
        front.push(node);
        continue;
      }
      const siblings = backByParent.get(node.parentId);
      if (siblings === undefined) backByParent.set(node.parentId, [node]);
      else siblings.push(node);
    }
    const visit = (parentId: NodeId | null): void => {
      for (const node of (backByParent.get(parentId) ?? []).sort(byStacking)) {
        back.push(node);
        visit(node.id);
      }
    };
    visit(null);
    return { back, front: front.sort(byStacking) };
  },
);
