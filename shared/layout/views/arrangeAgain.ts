import { isSameBox } from '../../geometry/box';
import type { DiagramDocument, DiagramEdge, DiagramNode, EdgeEnd, RecordChanges } from '../../model/document';
import type { EdgeId, NodeId } from '../../model/ids';
import { isSame } from '../../util/isSame';
import { changesBetween, patchMap } from '../../util/patchedMap';
import { arrangeAs } from './arrangeAs';
import type { ViewId } from './index';

/** A document with what a view made of it. */
export interface Arranged {
  readonly source: DiagramDocument;
  readonly document: DiagramDocument;
}

/**
 * The view of a document after a change of it: what the change does not touch keeps its records, so that only the rest
 * is drawn anew, and edges whose two nodes stay keep the ways that were found for them. A change of words costs what it
 * changes; steps are put in order again only where what puts them in order has changed.
 */
export function arrangeAgain(before: Arranged, source: DiagramDocument, view: ViewId): DiagramDocument {
  const { title, look, roles, people, separations, images } = source;
  const changes = {
    nodes: changesBetween(before.source.nodes, source.nodes),
    edges: changesBetween(before.source.edges, source.edges),
  };
  const kept = isOfPlace(before.source, source, changes) ? rearranged(before, source, view) : reworded(before, changes);
  return { ...kept, title, look, roles, people, separations, images };
}

type Changes = Pick<RecordChanges, 'nodes' | 'edges'>;

/** Whether a change may move something in a view. */
function isOfPlace(before: DiagramDocument, { nodes, edges, roles }: DiagramDocument, changes: Changes): boolean {
  if (roles !== before.roles && !isSame(placesOfRoles(before), placesOfRoles({ roles }))) return true;
  for (const [id, node] of changes.nodes) {
    const old = before.nodes.get(id);
    const isAlike =
      node !== undefined &&
      old !== undefined &&
      node.kind === old.kind &&
      node.kind !== 'stage' &&
      node.kind !== 'lane' &&
      node.roleId === old.roleId &&
      node.props === old.props &&
      node.z === old.z &&
      node.parentId === old.parentId &&
      node.x === old.x &&
      node.y === old.y &&
      node.width === old.width &&
      node.height === old.height;
    if (!isAlike) return true;
  }
  for (const [id, edge] of changes.edges) {
    const old = before.edges.get(id);
    const isAlike =
      edge !== undefined &&
      old !== undefined &&
      edge.from.nodeId === old.from.nodeId &&
      edge.to.nodeId === old.to.nodeId &&
      edge.heads === old.heads &&
      edge.label === old.label;
    if (!isAlike) return true;
  }
  return nodes.size !== before.nodes.size || edges.size !== before.edges.size;
}

function placesOfRoles({ roles }: Pick<DiagramDocument, 'roles'>) {
  return [...roles.values()].map(({ id, order }) => [id, order]);
}

function reworded({ document }: Arranged, changes: Changes): DiagramDocument {
  const nodes = new Map<NodeId, DiagramNode>();
  for (const [id, node] of changes.nodes) {
    const shown = document.nodes.get(id);
    if (shown === undefined || node === undefined) continue;
    const { parentId, roleId, x, y } = shown;
    nodes.set(id, { ...node, parentId, roleId, x, y });
  }
  const edges = new Map<EdgeId, DiagramEdge>();
  for (const [id, edge] of changes.edges) {
    const shown = document.edges.get(id);
    if (shown !== undefined && edge !== undefined) edges.set(id, withPlacesOf(edge, shown));
  }
  return { ...document, nodes: patchMap(document.nodes, nodes), edges: patchMap(document.edges, edges) };
}

function withPlacesOf(edge: DiagramEdge, shown: DiagramEdge): DiagramEdge {
  const { route: _route, labelSpot: _spot, bridges: _bridges, ...rest } = edge;
  const { from, to, waypoints, labelAt, route, labelSpot, bridges } = shown;
  return {
    ...rest,
    ...{ from, to, waypoints, labelAt },
    ...(route === undefined ? {} : { route }),
    ...(labelSpot === undefined ? {} : { labelSpot }),
    ...(bridges === undefined ? {} : { bridges }),
  };
}

function rearranged(
  { source: before, document: old }: Arranged,
  source: DiagramDocument,
  view: ViewId,
): DiagramDocument {
  const fresh = arrangeAs(source, view);
  const nodes = withKept(old.nodes, fresh.nodes, (a, b) =>
    isOfSame(before.nodes, source.nodes, a.id) ? isSamePlace(a, b) : isSame(a, b),
  );
  const stays = (id: NodeId) => nodes.get(id) === old.nodes.get(id);
  const edges = withKept(old.edges, fresh.edges, (a, b) => {
    const { from, to } = b;
    if (!stays(from.nodeId) || !stays(to.nodeId)) return false;
    if (isOfSame(before.edges, source.edges, a.id)) return isSameEnd(a.from, from) && isSameEnd(a.to, to);
    return isSame(a, withPlacesOf(b, { ...a, from, to }));
  });
  return { ...fresh, nodes, edges };
}

/** Whether the document has the very record that a record of a view was made of: looking at places is enough then. */
function isOfSame<Id, Item>(before: ReadonlyMap<Id, Item>, now: ReadonlyMap<Id, Item>, id: Id): boolean {
  const item = now.get(id);
  return item !== undefined && before.get(id) === item;
}

/** All that a view decides of a node; stages are as wide as what lies under them. */
function isSamePlace(a: DiagramNode, b: DiagramNode): boolean {
  return isSameBox(a, b) && a.parentId === b.parentId && a.roleId === b.roleId;
}

function isSameEnd(a: EdgeEnd, b: EdgeEnd): boolean {
  return a.nodeId === b.nodeId && a.side === b.side && a.at === b.at;
}

/** The new entries, with the old ones in place of those that are as good. */
function withKept<K, V>(
  old: ReadonlyMap<K, V>,
  fresh: ReadonlyMap<K, V>,
  isAsGood: (old: V, fresh: V) => boolean,
): ReadonlyMap<K, V> {
  const kept = new Map<K, V>();
  for (const [key, value] of fresh) {
    const before = old.get(key);
    kept.set(key, before !== undefined && isAsGood(before, value) ? before : value);
  }
  return kept;
}
