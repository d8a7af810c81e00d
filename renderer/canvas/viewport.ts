import type { Box, Point, Size } from '../../shared/geometry/box';
import { unionOf } from '../../shared/geometry/box';
import type { DiagramDocument } from '../../shared/model/document';
import { shownEdges, shownNodes } from '../../shared/model/hidden';
import { boxOfNode, hasPoints } from '../../shared/model/query';
import type { Viewport } from '../state/viewStore';
import { approximateEdgeBox } from './visible';

export const MIN_ZOOM = 0.05;
export const MAX_ZOOM = 4;
/** A small diagram is not blown up to fill the window. */
const MAX_FIT_ZOOM = 1.25;

/** Kept free around what is shown: nothing touches a panel, and nothing lies below the floating tools. */
const MARGINS = { top: 28, right: 28, bottom: 84, left: 28 } as const;

/** The viewport that shows a box as large as it gets, up to `maxZoom`, in the middle of what the margins leave. */
export function viewportFor(box: Box, size: Size, maxZoom = MAX_FIT_ZOOM): Viewport {
  const free = {
    width: Math.max(1, size.width - MARGINS.left - MARGINS.right),
    height: Math.max(1, size.height - MARGINS.top - MARGINS.bottom),
  };
  const fitting = Math.min(free.width / Math.max(1, box.width), free.height / Math.max(1, box.height));
  const zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, Math.min(fitting, maxZoom)));
  return sharp({
    x: MARGINS.left + free.width / 2 - (box.x + box.width / 2) * zoom,
    y: MARGINS.top + free.height / 2 - (box.y + box.height / 2) * zoom,
    zoom,
  });
}

/** Text on fractions of pixels is blurred: viewports that rest lie on whole ones. */
export function sharp({ x, y, zoom }: Viewport): Viewport {
  return { x: Math.round(x), y: Math.round(y), zoom };
}

/** The same point of the diagram stays under `client` (relative to the canvas). */
export function zoomedAt({ x, y, zoom }: Viewport, client: Point, wanted: number): Viewport {
  const next = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, wanted));
  return { x: client.x - ((client.x - x) / zoom) * next, y: client.y - ((client.y - y) / zoom) * next, zoom: next };
}

/** The part of the diagram in view. */
export function visibleBoxOf({ x, y, zoom }: Viewport, size: Size): Box {
  return { x: -x / zoom, y: -y / zoom, width: size.width / zoom, height: size.height / zoom };
}

/** Around everything in the document; `null` for an empty one. Looks at all records. */
export function contentBox(document: DiagramDocument): Box | null {
  const { nodes } = document;
  const boxes = shownNodes(document).map((node) => boxOfNode(nodes, node));
  for (const edge of shownEdges(document)) {
    const bent = hasPoints(edge) ? approximateEdgeBox(nodes, edge, 0) : null;
    if (bent !== null) boxes.push(bent);
  }
  return unionOf(boxes);
}
