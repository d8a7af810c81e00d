import type { Point } from '../../shared/geometry/box';
import { boxOfNode } from '../../shared/model/query';
import { edgeMarks } from '../../shared/picture/edgeMarks';
import { linkAt } from '../../shared/picture/links';
import { nodeMarks } from '../../shared/picture/nodeMarks';
import { openLink } from '../actions/links';
import { labelLanguageOf } from '../state/appStore';
import type { CanvasTools } from './canvasStore';
import type { Hit } from './hitTest';
import { onRelease } from './press';

/** Opens the link that is pressed with Ctrl (⌘) held, as in other editors of text; answers whether there is one. */
export function followLink(tools: CanvasTools, hit: Hit, event: PointerEvent): boolean {
  if (event.button !== 0 || !(event.ctrlKey || event.metaKey)) return false;
  const link = linkUnder(tools, hit, tools.controller.toDiagram({ x: event.clientX, y: event.clientY }));
  if (link === null) return false;
  onRelease(event, () => void openLink(tools, link));
  return true;
}

function linkUnder({ editor, app }: CanvasTools, hit: Hit, at: Point): string | null {
  const { document } = editor.getState().history.present;
  const language = labelLanguageOf(app.getState());
  if (hit.type === 'node') {
    const node = document.nodes.get(hit.id);
    if (node === undefined) return null;
    const { x, y } = boxOfNode(document.nodes, node);
    return linkAt(nodeMarks(document, node, language), { x: at.x - x, y: at.y - y });
  }
  const edge = hit.type === 'edge' ? document.edges.get(hit.id) : undefined;
  return edge === undefined ? null : linkAt(edgeMarks(document, edge, language), at);
}
