import type { Box } from '../../../shared/geometry/box';
import type { DiagramDocument, DiagramNode } from '../../../shared/model/document';
import type { EdgeId, NodeId } from '../../../shared/model/ids';
import type { LabelLanguage } from '../../../shared/model/localizedText';
import { boxOfNode } from '../../../shared/model/query';
import { FADED_OPACITY, type Spotlight } from '../../../shared/model/roleFocus';
import { nodeMarks } from '../../../shared/picture/nodeMarks';
import type { Theme } from '../../../shared/scene/theme';
import { drawnEdge } from './drawnEdges';
import { paintMarks } from './paintMarks';
import { NODE_MARGIN_PX, type SceneEntry } from './sceneIndex';

/** How things are painted. */
export interface Look {
  readonly language: LabelLanguage;
  readonly theme: Theme;
  /** What is not faded; `null`: nothing is. */
  readonly focus: Spotlight | null;
}

/** What a bitmap shows: a box of the diagram, at so many pixels a unit. */
export interface Frame {
  readonly box: Box;
  readonly scale: number;
}

/** Paints one node or edge as it is in `document` into a bitmap. */
export function paintEntry(
  context: CanvasRenderingContext2D,
  frame: Frame,
  document: DiagramDocument,
  entry: SceneEntry,
  look: Look,
): void {
  if (entry.type === 'edge') {
    const { box, scale } = frame;
    context.setTransform(scale, 0, 0, scale, -box.x * scale, -box.y * scale);
    paintMarks(
      context,
      drawnEdge(document, entry, look.language).marks,
      look.theme,
      scale,
      opacityOf(look, 'edges', entry.id),
    );
    return;
  }
  const node = document.nodes.get(entry.id);
  if (node !== undefined) paintNode(context, frame, document, node, look);
}

export function paintNode(
  context: CanvasRenderingContext2D,
  { box: { x, y }, scale }: Frame,
  document: DiagramDocument,
  node: DiagramNode,
  look: Look,
): void {
  const { language, theme } = look;
  const at = boxOfNode(document.nodes, node);
  context.setTransform(scale, 0, 0, scale, (at.x - x) * scale, (at.y - y) * scale);
  paintMarks(context, nodeMarks(document, node, language), theme, scale, opacityOf(look, 'nodes', node.id));
}

function opacityOf({ focus }: Look, list: 'nodes' | 'edges', id: NodeId | EdgeId): number {
  const kept: ReadonlySet<string> | undefined = focus?.[list];
  return kept === undefined || kept.has(id) ? 1 : FADED_OPACITY;
}

/** On the screen, in pixels; as around a single node in the page. */
const OUTLINE = { widthPx: 1.5, awayPx: 1.5, radiusPx: 9 } as const;
/** From further away than this the corners are not seen, and round ones cost ten times a rectangle. */
const LEAST_ROUND_SCALE = 0.4;

/** Outlines of what is selected, around boxes of the diagram; their place and width are those of the screen. */
export function paintOutlines(
  context: CanvasRenderingContext2D,
  { box, scale }: Frame,
  around: Iterable<Box>,
  theme: Theme,
): void {
  // Far away they move inwards: a node's entry must hold all that is painted of it.
  const awayPx = Math.min(OUTLINE.awayPx, NODE_MARGIN_PX * scale - OUTLINE.widthPx);
  let isAny = false;
  for (const { x, y, width, height } of around) {
    if (!isAny) {
      isAny = true;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.beginPath();
    }
    const [left, top] = [(x - box.x) * scale - awayPx, (y - box.y) * scale - awayPx];
    const [w, h] = [Math.max(1, width * scale + 2 * awayPx), Math.max(1, height * scale + 2 * awayPx)];
    if (scale < LEAST_ROUND_SCALE) context.rect(left, top, w, h);
    else context.roundRect(left, top, w, h, OUTLINE.radiusPx * scale);
  }
  if (!isAny) return;
  context.strokeStyle = theme.color('accent');
  context.lineWidth = OUTLINE.widthPx;
  context.setLineDash([]);
  context.stroke();
}
