import { type Box, encloses, grow, intersects, type Point, unionOf } from '../../shared/geometry/box';
import type { DiagramDocument, DiagramEdge } from '../../shared/model/document';
import { isHidden, shownAs, shownEdges, shownNodes } from '../../shared/model/hidden';
import type { EdgeId, NodeId } from '../../shared/model/ids';
import { boxOfNode, storedRouteOf, waypointsOf } from '../../shared/model/query';

/** Up to so many nodes everything is kept in the page: scrolling then never has to add anything. */
export const SHOW_ALL_UP_TO = 200;
/** Lines run around their nodes and labels stick out. */
export const EDGE_MARGIN_PX = 64;

/** What has to be in the page for the part of the diagram that is in view. */
export interface VisibleIds {
  readonly nodes: ReadonlySet<NodeId>;
  readonly edges: ReadonlySet<EdgeId>;
  /** The nodes are in the order in which Tab reaches them; else they are put in that of painting. */
  readonly isOrdered: boolean;
  /** Whether something with this box would be in view, too. */
  reaches(box: Box | null): boolean;
}

/** What lies in `window` (diagram units), or everything for `null`. Looks at all records: not to be called each frame. */
export function visibleIds({ nodes, edges }: DiagramDocument, window: Box | null): VisibleIds {
  if (window === null) {
    return {
      nodes: new Set(shownNodes({ nodes }).map(({ id }) => id)),
      edges: inPaintingOrder(shownEdges({ nodes, edges }).map(({ id }) => id)),
      isOrdered: false,
      reaches: () => true,
    };
  }
  const reaches = (box: Box | null) => box !== null && intersects(window, box);
  const visibleNodes = new Set<NodeId>();
  const visibleEdges: EdgeId[] = [];
  for (const node of nodes.values()) {
    if (reaches(boxOfNode(nodes, node)) && !isHidden(nodes, node.id)) visibleNodes.add(node.id);
  }
  for (const edge of shownEdges({ nodes, edges }))
    if (reaches(approximateEdgeBox(nodes, edge))) visibleEdges.push(edge.id);
  return { nodes: visibleNodes, edges: inPaintingOrder(visibleEdges), isOrdered: false, reaches };
}

/** Within one rank pictures paint edges by id, lowest first; how ranks lie is said by each edge's own z-index. */
function inPaintingOrder(ids: Iterable<EdgeId>): ReadonlySet<EdgeId> {
  return new Set([...ids].sort());
}

/** The box of an edge's ends and bends, without routing it; with the margin it surely holds the whole line. */
export function approximateEdgeBox(
  nodes: DiagramDocument['nodes'],
  edge: DiagramEdge,
  marginPx = EDGE_MARGIN_PX,
): Box | null {
  const ends = [edge.from.nodeId, edge.to.nodeId];
  const seen = ends.map((id) => shownAs(nodes, id));
  // An edge into a closed container leads straight there.
  const isOpen = seen.every((id, index) => id === ends[index]);
  const points = isOpen ? [...waypointsOf(nodes, edge), ...(storedRouteOf(nodes, edge) ?? [])] : [];
  const boxes: Box[] = points.map((point: Point) => ({ ...point, width: 0, height: 0 }));
  for (const id of seen) {
    const node = nodes.get(id);
    if (node !== undefined) boxes.push(boxOfNode(nodes, node));
  }
  const box = unionOf(boxes);
  return box === null ? null : grow(box, marginPx);
}

/**
 * The part of the diagram to keep in the page when `view` is looked at: as it was while the view stays inside it and is
 * not much smaller, else half a view more on each side, so that scrolling meets its border rarely.
 */
export function windowFor(view: Box, before: Box | null): Box {
  if (before !== null && encloses(before, view) && before.width < 4 * view.width) return before;
  return {
    x: view.x - view.width / 2,
    y: view.y - view.height / 2,
    width: 2 * view.width,
    height: 2 * view.height,
  };
}
