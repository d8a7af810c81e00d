import { type Box, centerOf, type Point } from '../../shared/geometry/box';
import { kindOf, nodeKinds } from '../../shared/kinds/index';
import type { DiagramDocument, DiagramEdge, DiagramNode } from '../../shared/model/document';
import type { NodeId } from '../../shared/model/ids';
import { boxOfNode, edgesByNode } from '../../shared/model/query';
import { mustGet } from '../../shared/util/invariant';
import type { Direction } from './nextStep';

/** How much worse it is to lie beside the way than further along it. */
const ASIDE = 2;

/** Steps among steps, containers among containers: a lane is no neighbour of what lies in it. */
export function sameLayer(node: DiagramNode): (other: DiagramNode) => boolean {
  const { layer } = nodeKinds[node.kind].traits;
  return (other) => other.id !== node.id && nodeKinds[other.kind].traits.layer === layer;
}

export const isConnectable = ({ kind }: DiagramNode) => kindOf(kind).traits.connectable;

/** The nearest node in a direction; `null` when there is none. Looks at every node: for a key, not for a frame. */
export function neighbourIn(
  document: DiagramDocument,
  from: Box,
  direction: Direction,
  suits: (node: DiagramNode) => boolean,
): DiagramNode | null {
  const start = centerOf(from);
  let best: DiagramNode | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const node of document.nodes.values()) {
    if (!suits(node)) continue;
    const far = distanceIn(direction, start, centerOf(boxOfNode(document.nodes, node)));
    if (far === null || far >= least) continue;
    best = node;
    least = far;
  }
  return best;
}

/** `null` for what does not lie in that direction: more beside than ahead. */
function distanceIn(direction: Direction, from: Point, to: Point): number | null {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const along = { right: x, left: -x, down: y, up: -y }[direction];
  const aside = Math.abs(direction === 'right' || direction === 'left' ? y : x);
  return along <= 0 || aside > along ? null : along + ASIDE * aside;
}

/** Nodes from the nearest to a point to the farthest. */
export function byDistance(
  document: DiagramDocument,
  from: Point,
  suits: (node: DiagramNode) => boolean,
): readonly DiagramNode[] {
  return [...document.nodes.values()]
    .filter(suits)
    .map((node) => {
      const { x, y } = centerOf(boxOfNode(document.nodes, node));
      return { node, far: Math.hypot(x - from.x, y - from.y) };
    })
    .sort((a, b) => a.far - b.far)
    .map(({ node }) => node);
}

/** Edges that leave a node, or reach it, in the order in which their other ends are read. */
export function edgesAlong(document: DiagramDocument, id: NodeId, way: 'on' | 'back'): readonly DiagramEdge[] {
  const ends = way === 'on' ? (['from', 'to'] as const) : (['to', 'from'] as const);
  const boxAt = (edge: DiagramEdge): Box => {
    const node = document.nodes.get(edge[ends[1]].nodeId);
    return node === undefined ? { x: 0, y: 0, width: 0, height: 0 } : boxOfNode(document.nodes, node);
  };
  return (edgesByNode(document.edges).get(id) ?? [])
    .map((edgeId) => mustGet(document.edges, edgeId))
    .filter((edge) => edge[ends[0]].nodeId === id && edge.to.nodeId !== edge.from.nodeId)
    .sort((a, b) => boxAt(a).y - boxAt(b).y || boxAt(a).x - boxAt(b).x);
}
