import type { DiagramDocument } from '../../../shared/model/document';
import { isHidden, isShownEdge } from '../../../shared/model/hidden';
import type { EdgeId, NodeId } from '../../../shared/model/ids';
import { touchedEdges, touchedNodes } from '../flowModel';

/** What a gesture changes, for the overview. */
export interface ChangingElements {
  readonly nodes: readonly NodeId[];
  /** With both ends at nodes that change. */
  readonly innerEdges: readonly EdgeId[];
  /** With an end at what stays. */
  readonly outerEdges: readonly EdgeId[];
  /** All of them, which the picture below leaves out: another set only when it holds something else. */
  readonly hidden: ReadonlySet<NodeId | EdgeId>;
}

const nothingChanging: ChangingElements = { nodes: [], innerEdges: [], outerEdges: [], hidden: new Set() };

/** Tells what differs between a document and the previews of a gesture on it; asked once a frame. */
export function createChanges(): (base: DiagramDocument, shown: DiagramDocument) => ChangingElements {
  let last = nothingChanging;
  return (base, shown) => {
    if (base === shown) {
      last = nothingChanging;
      return last;
    }
    const nodes = touchedNodes(base, shown);
    const edges = touchedEdges(base, shown, nodes);
    const isSame =
      last.hidden.size === nodes.size + edges.size &&
      last.nodes.every((id) => nodes.has(id)) &&
      last.innerEdges.every((id) => edges.has(id)) &&
      last.outerEdges.every((id) => edges.has(id));
    if (isSame) return last;
    const innerEdges: EdgeId[] = [];
    const outerEdges: EdgeId[] = [];
    for (const id of edges) {
      const edge = shown.edges.get(id);
      if (edge === undefined || !isShownEdge(shown, edge)) continue;
      const isInner = nodes.has(edge.from.nodeId) && nodes.has(edge.to.nodeId);
      (isInner ? innerEdges : outerEdges).push(id);
    }
    const hidden = new Set<NodeId | EdgeId>([...nodes, ...edges]);
    last = { nodes: [...nodes].filter((id) => !isHidden(shown.nodes, id)), innerEdges, outerEdges, hidden };
    return last;
  };
}
