import { grow, intersects } from '../../../shared/geometry/box';
import { nodeKinds } from '../../../shared/kinds/index';
import type { DiagramDocument, DiagramNode } from '../../../shared/model/document';
import type { EdgeId, NodeId } from '../../../shared/model/ids';
import { boxOfNode, byStacking } from '../../../shared/model/query';
import { edgeMarks } from '../../../shared/picture/edgeMarks';
import { approximateEdgeBox } from '../visible';
import { paintMarks } from './paintMarks';
import { type Frame, type Look, paintNode } from './paintScene';
import { NODE_MARGIN_PX } from './sceneIndex';

/** What a gesture changes and is not in the page. */
export interface LiveElements {
  readonly nodes: readonly NodeId[];
  readonly edges: readonly EdgeId[];
}

/** Paints what a gesture changes, frame by frame; the context's canvas shows exactly the view. */
export function paintLive(
  context: CanvasRenderingContext2D,
  frame: Frame,
  document: DiagramDocument,
  { nodes, edges }: LiveElements,
  look: Look,
): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  const shownNodes = nodes
    .map((id) => document.nodes.get(id))
    .filter((node) => node !== undefined)
    .filter((node) => intersects(grow(boxOfNode(document.nodes, node), NODE_MARGIN_PX), frame.box))
    .sort(byStacking);
  const { box, scale } = frame;
  for (const node of shownNodes) if (isBack(node)) paintNode(context, frame, document, node, look);
  for (const id of edges) {
    const edge = document.edges.get(id);
    const around = edge === undefined ? null : approximateEdgeBox(document.nodes, edge);
    if (edge === undefined || around === null || !intersects(around, box)) continue;
    context.setTransform(scale, 0, 0, scale, -box.x * scale, -box.y * scale);
    paintMarks(context, edgeMarks(document, edge, look.language), look.theme, scale);
  }
  for (const node of shownNodes) if (!isBack(node)) paintNode(context, frame, document, node, look);
}

function isBack({ kind }: DiagramNode): boolean {
  return nodeKinds[kind].traits.layer === 'back';
}
