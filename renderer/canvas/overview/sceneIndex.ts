import { type Box, encloses, grow, intersects, unionOf } from '../../../shared/geometry/box';
import { nodeKinds } from '../../../shared/kinds/index';
import { isCollapsed } from '../../../shared/model/collapsed';
import type { DiagramDocument, DiagramNode } from '../../../shared/model/document';
import { hidesNodes, isHidden, isShownEdge } from '../../../shared/model/hidden';
import type { EdgeId, NodeId } from '../../../shared/model/ids';
import { edgeRank } from '../../../shared/model/paintingOrder';
import { boxOfNode, edgesByNode, inStackingOrder, withDescendants } from '../../../shared/model/query';
import { RACI_OVERHANG_PX } from '../../../shared/picture/raciMarks';
import { changesBetween } from '../../../shared/util/patchedMap';
import { approximateEdgeBox, EDGE_MARGIN_PX } from '../visible';

/** Half the widest outline, and badges, lie around a node's box. */
export const NODE_MARGIN_PX = RACI_OVERHANG_PX + 2;
/** A few nodes wide: a view at 100 % covers a dozen cells, and most things lie in one or two. */
const CELL_PX = 512;
/** What covers more cells than this is kept in a list of its own: lanes as wide as the diagram, lines across it. */
const MOST_CELLS = 48;

const NOTHING: Box = { x: 0, y: 0, width: 0, height: 0 };

export type SceneEntry = NodeEntry | EdgeEntry;
interface Painted {
  /** Around all that is painted of it. */
  readonly box: Box;
  /** Of its layer (containers, edges, all others), and within it; lower ones are painted first. */
  readonly layer: 0 | 1 | 2;
  readonly rank: number;
}
export interface NodeEntry extends Painted {
  readonly type: 'node';
  readonly id: NodeId;
}
export interface EdgeEntry extends Painted {
  readonly type: 'edge';
  readonly id: EdgeId;
}

/** Where everything in a document lies, kept from version to version at the cost of what changed between them. */
export interface SceneIndex {
  /** The document it knows. */
  readonly document: DiagramDocument;
  /**
   * Takes another version of the document over; answers what to paint again, as it was and as it is now; `null` for
   * all of it.
   */
  update(document: DiagramDocument): readonly SceneEntry[] | null;
  /** Around everything that is, or was, in it. */
  readonly extent: Box;
  /** What may show in a box, lowest first. */
  search(box: Box, isWanted?: (entry: SceneEntry) => boolean): readonly SceneEntry[];
  /** The same in no order and some of it more than once, at less cost. */
  visit(box: Box, visitor: (entry: SceneEntry) => void): void;
  get(id: NodeId | EdgeId): SceneEntry | undefined;
}

/** A node's own box, or that of an edge's ends and bends. */
export function ownBox({ type, box }: SceneEntry): Box {
  return grow(box, type === 'node' ? -NODE_MARGIN_PX : -EDGE_MARGIN_PX);
}

export function createSceneIndex(start: DiagramDocument): SceneIndex {
  let document = start;
  let entries = new Map<NodeId | EdgeId, SceneEntry>();
  let cells = new Map<number, Set<SceneEntry>>();
  let large = new Set<SceneEntry>();
  let backRanks = new Map<NodeId, number>();
  let extent: Box = NOTHING;

  function listsOf({ box }: SceneEntry): readonly Set<SceneEntry>[] {
    const keys = cellKeys(box);
    if (keys === null) return [large];
    return keys.map((key) => {
      const known = cells.get(key);
      if (known !== undefined) return known;
      const made = new Set<SceneEntry>();
      cells.set(key, made);
      return made;
    });
  }

  function drop(id: NodeId | EdgeId, changed: SceneEntry[]): void {
    const entry = entries.get(id);
    if (entry === undefined) return;
    for (const list of listsOf(entry)) list.delete(entry);
    entries.delete(id);
    changed.push(entry);
  }

  function put(entry: SceneEntry, changed: SceneEntry[]): void {
    for (const list of listsOf(entry)) list.add(entry);
    entries.set(entry.id, entry);
    changed.push(entry);
    if (!encloses(extent, entry.box)) extent = unionOf([...(extent === NOTHING ? [] : [extent]), entry.box]) ?? extent;
  }

  function nodeEntry(node: DiagramNode): NodeEntry {
    const isBack = nodeKinds[node.kind].traits.layer === 'back';
    return {
      type: 'node',
      id: node.id,
      box: grow(boxOfNode(document.nodes, node), NODE_MARGIN_PX),
      layer: isBack ? 0 : 2,
      rank: isBack ? (backRanks.get(node.id) ?? 0) : node.z,
    };
  }

  function putNode(id: NodeId, changed: SceneEntry[]): void {
    const node = document.nodes.get(id);
    if (node !== undefined && !isHidden(document.nodes, id)) put(nodeEntry(node), changed);
  }

  function putEdge(id: EdgeId, changed: SceneEntry[]): void {
    const edge = document.edges.get(id);
    const box = edge === undefined || !isShownEdge(document, edge) ? null : approximateEdgeBox(document.nodes, edge);
    if (edge === undefined || box === null) return;
    put({ type: 'edge', id, box, layer: 1, rank: edgeRank(edge) }, changed);
  }

  function build(): void {
    entries = new Map();
    cells = new Map();
    large = new Set();
    extent = NOTHING;
    const { back, front } = inStackingOrder(document.nodes);
    backRanks = new Map(back.map(({ id }, rank) => [id, rank]));
    for (const { id } of back) putNode(id, []);
    for (const id of document.edges.keys()) putEdge(id, []);
    for (const { id } of front) putNode(id, []);
  }

  function visit(box: Box, visitor: (entry: SceneEntry) => void): void {
    const keys = cellKeys(box, Math.max(MOST_CELLS, cells.size));
    const lists = keys === null ? cells.values() : keys.map((key) => cells.get(key));
    for (const entry of large) if (intersects(entry.box, box)) visitor(entry);
    for (const list of lists) {
      for (const entry of list ?? []) if (intersects(entry.box, box)) visitor(entry);
    }
  }

  build();
  return {
    get document() {
      return document;
    },
    get extent() {
      return extent;
    },
    update(next) {
      const before = document;
      if (next === before) return [];
      document = next;
      const records = [...changesBetween(before.nodes, next.nodes).keys()];
      const isBack = (id: NodeId) => {
        const { kind } = next.nodes.get(id) ?? before.nodes.get(id) ?? { kind: 'task' as const };
        return nodeKinds[kind].traits.layer === 'back';
      };
      // Containers give all that lies in them its colour and its place in the order.
      const isBundled = next.edges !== before.edges && hidesNodes(next.nodes);
      if (
        isBundled ||
        next.roles !== before.roles ||
        records.some((id) => isBack(id) && !isSamePlan(before, next, id))
      ) {
        build();
        return null;
      }
      const nodes = new Set([...withDescendants(before.nodes, records), ...withDescendants(next.nodes, records)]);
      const edges = new Set<EdgeId>(changesBetween(before.edges, next.edges).keys());
      for (const from of [before, next]) {
        const incident = edgesByNode(from.edges);
        for (const id of nodes) for (const edge of incident.get(id) ?? []) edges.add(edge);
      }
      const changed: SceneEntry[] = [];
      for (const id of nodes) drop(id, changed);
      for (const id of edges) drop(id, changed);
      for (const id of nodes) putNode(id, changed);
      for (const id of edges) putEdge(id, changed);
      return changed;
    },
    search(box, isWanted) {
      const found = new Set<SceneEntry>();
      visit(box, (entry) => found.add(entry));
      const all = [...found];
      return (isWanted === undefined ? all : all.filter(isWanted)).sort(byLayer);
    },
    visit,
    get: (id) => entries.get(id),
  };
}

/** Whether a container is still at the same place in the nesting and the order, and of the same role. */
function isSamePlan(before: DiagramDocument, next: DiagramDocument, id: NodeId): boolean {
  const [a, b] = [before.nodes.get(id), next.nodes.get(id)];
  if (a === undefined || b === undefined || isCollapsed(a) !== isCollapsed(b)) return false;
  return a.parentId === b.parentId && a.z === b.z && a.roleId === b.roleId;
}

function byLayer(a: SceneEntry, b: SceneEntry): number {
  return a.layer - b.layer || a.rank - b.rank || (a.id < b.id ? -1 : 1);
}

/** The cells a box lies in; `null` for too many. */
function cellKeys(box: Box, most = MOST_CELLS): readonly number[] | null {
  const left = Math.floor(box.x / CELL_PX);
  const top = Math.floor(box.y / CELL_PX);
  const right = Math.floor((box.x + box.width) / CELL_PX);
  const bottom = Math.floor((box.y + box.height) / CELL_PX);
  if ((right - left + 1) * (bottom - top + 1) > most) return null;
  const keys: number[] = [];
  // Diagrams reach a million units at most, so that rows of cells never meet.
  for (let y = top; y <= bottom; y++) for (let x = left; x <= right; x++) keys.push(y * 65_536 + x);
  return keys;
}
