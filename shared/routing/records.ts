import type { Box } from '../geometry/box';
import { routeEdge } from '../geometry/route';
import { kindOf } from '../kinds/index';
import { isCollapsed } from '../model/collapsed';
import type { DiagramEdge, DiagramNode, Role } from '../model/document';
import type { EdgeId, NodeId, RoleId } from '../model/ids';
import { ancestorsOf, boxOfNode } from '../model/query';
import { routeRequest } from '../picture/edgeRoute';
import { nodeFace, nodeLook } from '../picture/nodeMarks';
import { labelBoxes } from './labelSpots';
import { createScene, type Obstacle, obstacleOf, type Scene } from './scene';

/** Records that came or changed; `undefined` for those that went. */
export interface RecordChanges {
  readonly nodes: ReadonlyMap<NodeId, DiagramNode | undefined>;
  readonly edges: ReadonlyMap<EdgeId, DiagramEdge | undefined>;
}

/** A node whose place changed: `null` where it was not there before or is not there any more. */
export interface MovedNode {
  readonly id: NodeId;
  readonly before: Box | null;
  readonly after: Box | null;
}

/** A diagram's records kept with an index of where they lie: what a change costs is what changed. */
export interface Records {
  readonly nodes: ReadonlyMap<NodeId, DiagramNode>;
  readonly edges: ReadonlyMap<EdgeId, DiagramEdge>;
  readonly roles: ReadonlyMap<RoleId, Role>;
  readonly scene: Scene;
  edgesAt(nodeId: NodeId): Iterable<EdgeId>;
  /** Puts the line and the label that the record draws into the scene. */
  drawLine(edgeId: EdgeId): void;
  /** Answers the nodes that lie elsewhere or look different now. */
  apply(changes: RecordChanges): readonly MovedNode[];
}

export function createRecords(): Records {
  let nodes = new Map<NodeId, DiagramNode>();
  const edges = new Map<EdgeId, DiagramEdge>();
  // A role gives colour, not shape.
  const roles: ReadonlyMap<RoleId, Role> = new Map();
  const children = new Map<NodeId, Set<NodeId>>();
  const incident = new Map<NodeId, Set<EdgeId>>();
  const scene = createScene();

  function withContent(ids: Iterable<NodeId>, found: Set<NodeId>): Set<NodeId> {
    for (const id of ids) {
      if (found.has(id)) continue;
      found.add(id);
      withContent(children.get(id) ?? [], found);
    }
    return found;
  }

  function boxOfId(id: NodeId): Box | null {
    const node = nodes.get(id);
    return node === undefined ? null : boxOfNode(nodes, node);
  }

  function lookOf(id: NodeId) {
    return { box: boxOfId(id), kind: nodes.get(id)?.kind, isHidden: liesInClosed(nodes, id) };
  }

  function setNode(id: NodeId, node: DiagramNode | undefined): void {
    const before = nodes.get(id);
    if (before?.parentId != null) children.get(before.parentId)?.delete(id);
    if (node === undefined) nodes.delete(id);
    else nodes.set(id, node);
    if (node?.parentId != null) addTo(children, node.parentId, id);
  }

  function setEdge(id: EdgeId, edge: DiagramEdge | undefined): void {
    const before = edges.get(id);
    if (before !== undefined) for (const end of [before.from, before.to]) incident.get(end.nodeId)?.delete(id);
    if (edge === undefined) edges.delete(id);
    else {
      edges.set(id, edge);
      for (const end of [edge.from, edge.to]) addTo(incident, end.nodeId, id);
    }
  }

  /** What is made of a map once, such as what closed containers hide in it, is not to be had of one that changes. */
  function renewIfClosed(changed: Iterable<DiagramNode | undefined>): void {
    const hides = [...nodes.values(), ...changed].some((node) => isCollapsed(node));
    if (hides) nodes = new Map(nodes);
  }

  const records: Records = {
    get nodes() {
      return nodes;
    },
    edges,
    roles,
    scene,
    edgesAt: (nodeId) => incident.get(nodeId) ?? [],
    drawLine(edgeId) {
      const edge = edges.get(edgeId);
      const request = edge === undefined ? null : routeRequest(records, edge);
      const route = request === null ? null : routeEdge(request);
      scene.setLine(edgeId, route?.points ?? null);
      scene.setLabel(edgeId, edge === undefined || route === null ? [] : labelBoxes(edge, route));
    },
    apply(changes) {
      const touched = withContent(changes.nodes.keys(), new Set());
      const before = new Map([...touched].map((id) => [id, lookOf(id)]));
      const replaced = [...changes.nodes.keys()].map((id) => nodes.get(id));
      for (const [id, node] of changes.nodes) setNode(id, node);
      for (const id of withContent(changes.nodes.keys(), new Set())) {
        if (!before.has(id)) before.set(id, { box: null, kind: undefined, isHidden: false });
      }
      renewIfClosed(replaced);
      for (const [id, edge] of changes.edges) setEdge(id, edge);
      const moved: MovedNode[] = [];
      const redrawn = new Set<EdgeId>(changes.edges.keys());
      for (const [id, was] of before) {
        const now = lookOf(id);
        if (isSameBox(was.box, now.box) && was.kind === now.kind && was.isHidden === now.isHidden) continue;
        moved.push({ id, before: was.box, after: now.box });
        scene.setObstacles(id, obstaclesOf(records, id));
        for (const edgeId of records.edgesAt(id)) redrawn.add(edgeId);
      }
      for (const id of redrawn) records.drawLine(id);
      return moved;
    },
  };
  return records;
}

/** Whether a closed container hides a node. */
export function liesInClosed(nodes: Records['nodes'], id: NodeId): boolean {
  return ancestorsOf(nodes, id).some((around) => isCollapsed(nodes.get(around)));
}

/** Lines go around steps; of what lies below the lines only headings are better left free. */
function obstaclesOf(records: Records, id: NodeId): readonly Obstacle[] {
  const node = records.nodes.get(id);
  if (node === undefined || liesInClosed(records.nodes, id)) return [];
  const box = boxOfNode(records.nodes, node);
  const kind = kindOf(node.kind);
  if (kind.traits.layer === 'front') return [obstacleOf(id, box)];
  const heading = kind.heading?.(nodeFace(nodeLook(records, node)));
  return heading === undefined
    ? []
    : [obstacleOf(id, { ...heading, x: box.x + heading.x, y: box.y + heading.y }, true)];
}

export function isSameBox(a: Box | null, b: Box | null): boolean {
  if (a === null || b === null) return a === b;
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

function addTo<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const known = sets.get(key);
  if (known === undefined) sets.set(key, new Set([value]));
  else known.add(value);
}
