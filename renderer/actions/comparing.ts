import type { Comparison, Difference } from '../../shared/compare/compareDocuments';
import { grow, unionOf } from '../../shared/geometry/box';
import type { DiagramDocument } from '../../shared/model/document';
import type { EdgeId, NodeId } from '../../shared/model/ids';
import { boxOfNode } from '../../shared/model/query';
import type { OpenDocument } from '../state/session';
import { selectionFrom } from './context';
import { showPlace, whenShown } from './reveal';

/** Around what is gone, in diagram units. */
const MARGIN = 60;

/** Brings the place of a difference into view: selected where it is there, shown where it was where it is gone. */
export function goToDifference(open: OpenDocument, { before }: Comparison, difference: Difference): void {
  const { nodes, edges } = open.editor.getState().history.present.document;
  const nodeIds = difference.edgeIds.length > 0 ? [] : difference.nodeIds.slice(0, 1);
  const here = selectionFrom(
    nodeIds.filter((id) => nodes.has(id)),
    difference.edgeIds.filter((id) => edges.has(id)),
  );
  if (here.nodes.size + here.edges.size > 0) {
    showPlace(open, here);
    return;
  }
  const [edgeId] = difference.edgeIds;
  const ends = edgeId === undefined ? nodeIds : endsOf(before, edgeId);
  const box = unionOf(ends.flatMap((id) => before.nodes.get(id) ?? []).map((node) => boxOfNode(before.nodes, node)));
  if (box === null) return;
  open.editor.select(selectionFrom([]));
  whenShown(open.view, () => open.view.canvas?.showBox(grow(box, MARGIN), { animate: true, maxZoom: 1 }));
}

/** Selects something that only moved. */
export function goToMoved(
  open: OpenDocument,
  { nodeId, edgeId }: { readonly nodeId: NodeId | null; readonly edgeId: EdgeId | null },
): void {
  showPlace(open, selectionFrom(nodeId === null ? [] : [nodeId], edgeId === null ? [] : [edgeId]));
}

function endsOf({ edges }: DiagramDocument, id: EdgeId): readonly NodeId[] {
  const edge = edges.get(id);
  return edge === undefined ? [] : [edge.from.nodeId, edge.to.nodeId];
}
