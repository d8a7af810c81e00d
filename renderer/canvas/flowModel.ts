import { type Edge, type Node, Position } from '@xyflow/react';
import type { Selection } from '../../shared/history/history';
import { nodeKinds } from '../../shared/kinds/index';
import type { DiagramDocument, DiagramEdge, DiagramNode } from '../../shared/model/document';
import { isHidden, isShownEdge, shownAs } from '../../shared/model/hidden';
import type { EdgeId, NodeId } from '../../shared/model/ids';
import { edgeRank } from '../../shared/model/paintingOrder';
import {
  boxOfNode,
  edgesByNode,
  giverOf,
  inStackingOrder,
  waypointsOf,
  withDescendants,
} from '../../shared/model/query';
import { edgeRoute } from '../../shared/picture/edgeRoute';
import { type NodeLook, nodeLook } from '../../shared/picture/nodeMarks';
import { mapChanges } from '../../shared/util/patchedMap';
import type { TextEditing } from '../state/viewStore';
import { createEdgeFeed, type EdgeFeed, type EdgeLook } from './edgeFeed';
import { approximateEdgeBox, type VisibleIds } from './visible';

/** What a node's view is drawn from; it is a new object only when one of these changed. */
export interface NodeData extends Record<string, unknown> {
  readonly look: NodeLook;
  /** It is the one node that is selected: typing on the keyboard goes into it. */
  readonly takesText: boolean;
  /** Its label is being typed: the field stands in for it. */
  readonly isEdited: boolean;
}
export interface EdgeData extends Record<string, unknown> {
  readonly feed: EdgeFeed;
}
export type FlowNode = Node<NodeData, 'node'>;
export type FlowEdge = Edge<EdgeData, 'edge'> & { readonly data: EdgeData };

export interface FlowElements {
  readonly nodes: FlowNode[];
  /** The same array as long as no edge comes, goes or is selected, however their lines change. */
  readonly edges: FlowEdge[];
}

export interface FlowModel {
  /** What each edge looks like now; to be published after the elements were rendered. */
  readonly feed: EdgeFeed;
  show(input: FlowInput): FlowElements;
}

export interface FlowInput {
  /** The document without the gesture that is under way. */
  readonly base: DiagramDocument;
  /** The document with it. */
  readonly shown: DiagramDocument;
  readonly visible: VisibleIds;
  readonly selection: Selection;
  readonly editing: TextEditing | null;
  /** Names for screen readers; a new object only when the language changes. */
  readonly names: ElementNames;
}

export interface ElementNames {
  /** What kind of thing it is, in place of React Flow's English words. */
  readonly nodeRole: string;
  readonly edgeRole: string;
  node(look: NodeLook): string;
  edge(edge: DiagramEdge, source: DiagramNode, target: DiagramNode): string;
}

/** Nodes of the back layer, then edges by their rank, then all others: the order in which pictures are painted. */
const zIndex = { back: 0, edge: 1, front: 3 } as const;

/**
 * Turns documents into what React Flow shows. Elements that did not change keep their identity from call to call, and
 * while a gesture is under way only what it touches is looked at.
 */
export function createFlowModel(): FlowModel {
  const feed = createEdgeFeed();
  let nodes = new Map<NodeId, FlowNode>();
  let edges = new Map<EdgeId, FlowEdge>();
  let edgeList: FlowEdge[] = [];
  let last: FlowInput | null = null;
  let lastTouched: ReadonlySet<NodeId> = new Set();
  let lastChangedEdges: ReadonlySet<EdgeId> = new Set();
  const painting = createPaintingOrder();

  function show(input: FlowInput): FlowElements {
    const { base, shown } = input;
    const touched = touchedNodes(base, shown);
    const changedEdges = touchedEdges(base, shown, touched);
    const within = isSameGesture(last, input);
    // Within one gesture all but what it touches, now or a frame ago, is known to be as it was.
    const isStill = <Id>(id: Id, now: ReadonlySet<Id>, before: ReadonlySet<Id>) =>
      within && !now.has(id) && !before.has(id);

    const nextNodes = new Map<NodeId, FlowNode>();
    const addNode = (id: NodeId): boolean => {
      const known = nodes.get(id);
      const made = known !== undefined && isStill(id, touched, lastTouched) ? known : flowNode(input, id, known);
      if (made !== null) nextNodes.set(id, made);
      return made !== null;
    };
    for (const id of nodesToShow(input, touched, painting)) addNode(id);

    const nextEdges = new Map<EdgeId, FlowEdge>();
    for (const id of edgesToShow(input, changedEdges)) {
      const known = edges.get(id);
      const look = feed.get(id);
      const still = known !== undefined && look !== undefined && isStill(id, changedEdges, lastChangedEdges);
      const nextLook = still ? look : edgeLook(input, id, look);
      if (nextLook === null) continue;
      // React Flow draws an edge only between nodes that it has, also where these lie outside the view.
      const ends = [nextLook.source.id, nextLook.target.id];
      if (!ends.every((end) => nextNodes.has(end) || addNode(end))) continue;
      feed.set(id, nextLook);
      nextEdges.set(id, still ? known : flowEdge(input, nextLook, feed, known));
    }
    feed.keep(new Set(nextEdges.keys()));
    nodes = nextNodes;
    edges = nextEdges;
    const list = [...edges.values()];
    if (list.length !== edgeList.length || list.some((edge, index) => edge !== edgeList[index])) edgeList = list;
    last = input;
    lastTouched = touched;
    lastChangedEdges = changedEdges;
    return { nodes: [...nodes.values()], edges: edgeList };
  }

  return { feed, show };
}

function isSameGesture(a: FlowInput | null, b: FlowInput): boolean {
  return (
    a !== null && a.base === b.base && a.selection === b.selection && a.editing === b.editing && a.names === b.names
  );
}

/** Ids of the nodes whose place or look the gesture may change: changed records and all that lies in them. */
export function touchedNodes(base: DiagramDocument, shown: DiagramDocument): ReadonlySet<NodeId> {
  if (shown === base || shown.nodes === base.nodes) return new Set();
  const changes = mapChanges(shown.nodes);
  return changes === null ? new Set(shown.nodes.keys()) : withDescendants(base.nodes, changes.keys());
}

export function touchedEdges(
  base: DiagramDocument,
  shown: DiagramDocument,
  nodes: ReadonlySet<NodeId>,
): ReadonlySet<EdgeId> {
  const touched = new Set<EdgeId>(
    shown.edges === base.edges ? [] : (mapChanges(shown.edges)?.keys() ?? shown.edges.keys()),
  );
  const incident = edgesByNode(base.edges);
  for (const id of nodes) for (const edgeId of incident.get(id) ?? []) touched.add(edgeId);
  return touched;
}

/** In painting order. What a gesture brings into view comes last: above all others of its layer. */
function* nodesToShow(
  { base, shown, visible }: FlowInput,
  touched: ReadonlySet<NodeId>,
  painting: (base: DiagramDocument, visible: VisibleIds) => readonly NodeId[],
): Iterable<NodeId> {
  yield* painting(base, visible);
  for (const id of touched) {
    if (visible.nodes.has(id)) continue;
    const node = isHidden(shown.nodes, id) ? undefined : shown.nodes.get(id);
    const isNew = !base.nodes.has(id);
    if (node !== undefined && (isNew || visible.reaches(boxOfNode(shown.nodes, node)))) yield id;
  }
}

/** The visible nodes in painting order; looked up once as long as neither they nor the document change. */
function createPaintingOrder() {
  let last: { readonly base: DiagramDocument; readonly visible: VisibleIds; readonly ids: readonly NodeId[] } | null =
    null;
  return (base: DiagramDocument, visible: VisibleIds): readonly NodeId[] => {
    if (visible.isOrdered) return [...visible.nodes];
    if (last?.base === base && last.visible === visible) return last.ids;
    const { back, front } = inStackingOrder(base.nodes);
    const ids = [...back, ...front].map(({ id }) => id).filter((id) => visible.nodes.has(id));
    last = { base, visible, ids };
    return ids;
  };
}

function* edgesToShow({ base, shown, visible }: FlowInput, touched: ReadonlySet<EdgeId>): Iterable<EdgeId> {
  yield* visible.edges;
  for (const id of touched) {
    if (visible.edges.has(id)) continue;
    const edge = shown.edges.get(id);
    if (edge === undefined || !isShownEdge(shown, edge)) continue;
    if (visible.reaches(approximateEdgeBox(shown.nodes, edge))) yield id;
    else if (!base.edges.has(id)) yield id;
  }
}

function flowNode(
  { shown, selection, editing, names }: FlowInput,
  id: NodeId,
  known: FlowNode | undefined,
): FlowNode | null {
  const node = shown.nodes.get(id);
  if (node === undefined) return null;
  const { layer } = nodeKinds[node.kind].traits;
  const box = boxOfNode(shown.nodes, node);
  const look = nodeLook(shown, node);
  const selected = selection.nodes.has(id);
  const takesText = selected && !node.locked && selection.nodes.size === 1 && selection.edges.size === 0;
  const isEdited = editing?.type === 'node' && editing.id === id;
  const label = names.node(look);
  if (
    known !== undefined &&
    known.data.look.node === node &&
    known.data.look.roles === look.roles &&
    known.data.look.roleId === look.roleId &&
    known.data.look.held === look.held &&
    known.data.takesText === takesText &&
    known.data.isEdited === isEdited &&
    known.selected === selected &&
    known.ariaLabel === label &&
    known.position.x === box.x &&
    known.position.y === box.y
  ) {
    return known;
  }
  const { width, height } = node;
  return {
    id,
    type: 'node',
    position: { x: box.x, y: box.y },
    width,
    height,
    // With sizes and handles given, React Flow draws edges at once instead of after measuring every node.
    measured: { width, height },
    handles: [
      { type: 'source', position: Position.Top, x: width / 2, y: height / 2, width: 1, height: 1 },
      { type: 'target', position: Position.Top, x: width / 2, y: height / 2, width: 1, height: 1 },
    ],
    zIndex: zIndex[layer],
    selected,
    connectable: false,
    ariaLabel: label,
    // The text field in it takes its place in the tab order, so that Shift+Tab does not come back to the same node.
    domAttributes: { tabIndex: takesText ? -1 : 0, 'aria-roledescription': names.nodeRole },
    // What of it answers the pointer is decided by the kind: see NodeView.
    style: { pointerEvents: 'none' },
    data: { look, takesText, isEdited },
  };
}

function edgeLook({ shown, editing }: FlowInput, id: EdgeId, known: EdgeLook | undefined): EdgeLook | null {
  const edge = shown.edges.get(id);
  // A closed container stands for what lies in it.
  const source = edge && shown.nodes.get(shownAs(shown.nodes, edge.from.nodeId));
  const target = edge && shown.nodes.get(shownAs(shown.nodes, edge.to.nodeId));
  if (edge === undefined || source === undefined || target === undefined) return null;
  const giver = giverOf(shown, edge);
  const isEdited = editing?.type === 'edge' && editing.id === id;
  const place = placeOf(shown, edge, source, target);
  const isSameLine =
    known?.edge === edge && known.source === source && known.target === target && known.place === place;
  if (isSameLine && known.giver === giver && known.isEdited === isEdited) return known;
  const route = isSameLine ? known.route : edgeRoute(shown, edge);
  return route === null ? null : { edge, source, target, route, giver, place, isEdited };
}

function flowEdge(
  { selection, names }: FlowInput,
  { edge, source, target }: EdgeLook,
  feed: EdgeFeed,
  known: FlowEdge | undefined,
): FlowEdge {
  const selected = selection.edges.has(edge.id);
  const label = names.edge(edge, source, target);
  const layer = zIndex.edge + edgeRank(edge);
  const isSame =
    known?.source === source.id &&
    known.target === target.id &&
    known.selected === selected &&
    known.ariaLabel === label &&
    known.zIndex === layer;
  if (isSame) return known;
  return {
    id: edge.id,
    type: 'edge',
    source: source.id,
    target: target.id,
    zIndex: layer,
    selected,
    ariaLabel: label,
    domAttributes: { 'aria-roledescription': names.edgeRole },
    data: { feed },
  };
}

/** Where a line's ends and bends lie on the canvas, as one value that is cheap to compare. */
function placeOf({ nodes }: DiagramDocument, edge: DiagramEdge, source: DiagramNode, target: DiagramNode): string {
  const points = [boxOfNode(nodes, source), boxOfNode(nodes, target), ...waypointsOf(nodes, edge)];
  return points.map(({ x, y }) => `${x},${y}`).join(' ');
}
