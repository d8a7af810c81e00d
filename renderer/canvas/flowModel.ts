import { type Edge, type Node, Position } from '@xyflow/react';
import type { Route } from '../../shared/geometry/route';
import type { Selection } from '../../shared/history/history';
import { nodeKinds } from '../../shared/kinds/index';
import type { DiagramDocument, DiagramEdge, DiagramNode, Role } from '../../shared/model/document';
import type { EdgeId, NodeId } from '../../shared/model/ids';
import {
  boxOfNode,
  edgesByNode,
  inStackingOrder,
  roleOfNode,
  waypointsOf,
  withDescendants,
} from '../../shared/model/query';
import { edgeRoute } from '../../shared/picture/edgeRoute';
import { type NodeLook, nodeLook } from '../../shared/picture/nodeMarks';
import { mapChanges } from '../../shared/util/patchedMap';
import { approximateEdgeBox, type VisibleIds } from './visible';

/** What a node's view is drawn from; it is a new object only when one of these changed. */
export interface NodeData extends Record<string, unknown> {
  readonly look: NodeLook;
  /** It is the one node that is selected: typing on the keyboard goes into it. */
  readonly takesText: boolean;
}
export interface EdgeData extends Record<string, unknown> {
  readonly edge: DiagramEdge;
  readonly source: DiagramNode;
  readonly target: DiagramNode;
  readonly route: Route;
  /** The role at its start, for edges in a role's colour. */
  readonly role: Role | undefined;
  /** Where its ends and bends lie: the route is made anew when this changes. */
  readonly place: string;
}
export type FlowNode = Node<NodeData, 'node'>;
export type FlowEdge = Edge<EdgeData, 'edge'>;

export interface FlowElements {
  readonly nodes: FlowNode[];
  readonly edges: FlowEdge[];
}

export interface FlowInput {
  /** The document without the gesture that is under way. */
  readonly base: DiagramDocument;
  /** The document with it. */
  readonly shown: DiagramDocument;
  readonly visible: VisibleIds;
  readonly selection: Selection;
  /** Names for screen readers; a new object only when the language changes. */
  readonly names: ElementNames;
}

export interface ElementNames {
  node(look: NodeLook): string;
  edge(edge: DiagramEdge, source: DiagramNode, target: DiagramNode): string;
}

/** Nodes of the back layer, then edges, then all others: the order in which pictures are painted. */
const zIndex = { back: 0, edge: 1, front: 2 } as const;

/**
 * Turns documents into what React Flow shows. Elements that did not change keep their identity from call to call, and
 * while a gesture is under way only what it touches is looked at.
 */
export function createFlowModel(): (input: FlowInput) => FlowElements {
  let nodes = new Map<NodeId, FlowNode>();
  let edges = new Map<EdgeId, FlowEdge>();
  let last: FlowInput | null = null;
  let lastTouched: ReadonlySet<NodeId> = new Set();
  let lastChangedEdges: ReadonlySet<EdgeId> = new Set();

  return (input) => {
    const { base, shown, visible } = input;
    const touched = touchedNodes(base, shown);
    const changedEdges = touchedEdges(base, shown, touched);
    // Within one gesture all but what it touches (now, or a frame ago) is known to be as it was.
    const sameGesture =
      last !== null &&
      last.base === base &&
      last.visible === visible &&
      last.selection === input.selection &&
      last.names === input.names;

    const nextNodes = new Map<NodeId, FlowNode>();
    for (const id of nodesToShow(input, touched)) {
      const known = nodes.get(id);
      const isKnown = sameGesture && known !== undefined && !touched.has(id) && !lastTouched.has(id);
      const made = isKnown ? known : flowNode(input, id, known);
      if (made !== null) nextNodes.set(id, made);
    }
    const nextEdges = new Map<EdgeId, FlowEdge>();
    for (const id of edgesToShow(input, changedEdges)) {
      const known = edges.get(id);
      const isKnown = sameGesture && known !== undefined && !changedEdges.has(id) && !lastChangedEdges.has(id);
      const made = isKnown ? known : flowEdge(input, id, known);
      // React Flow draws an edge only between nodes that it has.
      if (made !== null && hasEnd(nextNodes, input, made.data) && made.data !== undefined) nextEdges.set(id, made);
    }
    nodes = nextNodes;
    edges = nextEdges;
    last = input;
    lastTouched = touched;
    lastChangedEdges = changedEdges;
    return { nodes: [...nodes.values()], edges: [...edges.values()] };
  };

  /** Adds ends that lie outside the view; answers whether both are there. */
  function hasEnd(shownNodes: Map<NodeId, FlowNode>, input: FlowInput, data: EdgeData | undefined): boolean {
    if (data === undefined) return false;
    for (const id of [data.edge.from.nodeId, data.edge.to.nodeId]) {
      if (shownNodes.has(id)) continue;
      const made = flowNode(input, id, nodes.get(id));
      if (made === null) return false;
      shownNodes.set(id, made);
    }
    return true;
  }
}

/** Ids of the nodes whose place or look the gesture may change: changed records and all that lies in them. */
function touchedNodes(base: DiagramDocument, shown: DiagramDocument): ReadonlySet<NodeId> {
  if (shown === base || shown.nodes === base.nodes) return new Set();
  const changes = mapChanges(shown.nodes);
  return changes === null ? new Set(shown.nodes.keys()) : withDescendants(base.nodes, changes.keys());
}

function touchedEdges(base: DiagramDocument, shown: DiagramDocument, nodes: ReadonlySet<NodeId>): ReadonlySet<EdgeId> {
  const touched = new Set<EdgeId>(
    shown.edges === base.edges ? [] : (mapChanges(shown.edges)?.keys() ?? shown.edges.keys()),
  );
  const incident = edgesByNode(base.edges);
  for (const id of nodes) for (const edgeId of incident.get(id) ?? []) touched.add(edgeId);
  return touched;
}

/** In painting order. What a gesture adds comes last: above all others of its layer. */
function* nodesToShow({ base, visible }: FlowInput, touched: ReadonlySet<NodeId>): Iterable<NodeId> {
  const order = inStackingOrder(base.nodes);
  for (const layer of [order.back, order.front]) {
    for (const { id } of layer) if (visible.nodes.has(id) || touched.has(id)) yield id;
  }
  for (const id of touched) if (!base.nodes.has(id)) yield id;
}

function* edgesToShow({ base, shown, visible }: FlowInput, touched: ReadonlySet<EdgeId>): Iterable<EdgeId> {
  yield* visible.edges;
  for (const id of touched) {
    if (visible.edges.has(id)) continue;
    const edge = shown.edges.get(id);
    if (edge !== undefined && visible.reaches(approximateEdgeBox(shown.nodes, edge))) yield id;
    else if (edge !== undefined && !base.edges.has(id)) yield id;
  }
}

function flowNode({ shown, selection, names }: FlowInput, id: NodeId, known: FlowNode | undefined): FlowNode | null {
  const node = shown.nodes.get(id);
  if (node === undefined) return null;
  const { layer } = nodeKinds[node.kind].traits;
  const box = boxOfNode(shown.nodes, node);
  const look = nodeLook(shown, node);
  const selected = selection.nodes.has(id);
  const takesText = selected && selection.nodes.size === 1 && selection.edges.size === 0;
  const label = names.node(look);
  if (
    known !== undefined &&
    known.data.look.node === node &&
    known.data.look.roles === look.roles &&
    known.data.look.roleId === look.roleId &&
    known.data.takesText === takesText &&
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
    domAttributes: { tabIndex: takesText ? -1 : 0 },
    // What of it answers the pointer is decided by the kind: see NodeView.
    style: { pointerEvents: 'none' },
    data: { look, takesText },
  };
}

function flowEdge({ shown, selection, names }: FlowInput, id: EdgeId, known: FlowEdge | undefined): FlowEdge | null {
  const edge = shown.edges.get(id);
  const source = edge && shown.nodes.get(edge.from.nodeId);
  const target = edge && shown.nodes.get(edge.to.nodeId);
  if (edge === undefined || source === undefined || target === undefined) return null;
  const role = roleOfNode(shown, source);
  const selected = selection.edges.has(id);
  const label = names.edge(edge, source, target);
  const place = placeOf(shown, edge, source, target);
  const data = known?.data;
  const sameLine =
    data?.edge === edge && data.source === source && data.target === target && data.place === place ? data : null;
  if (sameLine?.role === role && known?.selected === selected && known.ariaLabel === label && sameLine !== null) {
    return known;
  }
  const route = sameLine?.route ?? edgeRoute(shown, edge);
  if (route === null) return null;
  return {
    id,
    type: 'edge',
    source: source.id,
    target: target.id,
    zIndex: zIndex.edge,
    selected,
    ariaLabel: label,
    data: { edge, source, target, route, role, place },
  };
}

/** Where a line's ends and bends lie on the canvas, as one value that is cheap to compare. */
function placeOf({ nodes }: DiagramDocument, edge: DiagramEdge, source: DiagramNode, target: DiagramNode): string {
  const points = [boxOfNode(nodes, source), boxOfNode(nodes, target), ...waypointsOf(nodes, edge)];
  return points.map(({ x, y }) => `${x},${y}`).join(' ');
}
