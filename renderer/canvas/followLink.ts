import { boxOfNode } from '../../shared/model/query';
import { edgeMarks } from '../../shared/picture/edgeMarks';
import { linkAt } from '../../shared/picture/links';
import { nodeMarks } from '../../shared/picture/nodeMarks';
import { openLink } from '../actions/links';
import { labelLanguageOf } from '../state/appStore';
import type { CanvasTools } from './canvasStore';
import { type Hit, hitAt } from './hitTest';
import { onRelease } from './press';

/** Opens the link that is pressed with Ctrl (⌘) held, as in other editors of text; answers whether there is one. */
export function followLink(tools: CanvasTools, hit: Hit, event: PointerEvent): boolean {
  const link = event.button === 0 ? linkUnder(tools, hit, event) : null;
  if (link === null) return false;
  onRelease(event, () => void openLink(tools, link));
  return true;
}

/** Says by `data-over-link` that a press would open a link, so that the pointer looks like one over a link. */
export function markLink(tools: CanvasTools, root: HTMLElement, event: PointerEvent): void {
  const hit = isMeant(event) ? hitAt(tools, event.target, { x: event.clientX, y: event.clientY }) : null;
  root.toggleAttribute('data-over-link', hit !== null && linkUnder(tools, hit, event) !== null);
}

function isMeant({ ctrlKey, metaKey }: PointerEvent): boolean {
  return ctrlKey || metaKey;
}

function linkUnder({ editor, app, controller }: CanvasTools, hit: Hit, event: PointerEvent): string | null {
  if (!isMeant(event)) return null;
  const at = controller.toDiagram({ x: event.clientX, y: event.clientY });
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
