import type { Box } from '../../shared/geometry/box';
import {
  type Anchors,
  type Snap,
  type SnapLines,
  type SnapTarget,
  snapBox,
  snapLinesOf,
} from '../../shared/geometry/guides';
import { kindOf, nodeKinds } from '../../shared/kinds/index';
import type { DiagramNode } from '../../shared/model/document';
import type { NodeId } from '../../shared/model/ids';
import type { CanvasTools } from './canvasStore';

const SNAP_PX = 6;

/**
 * What a dragged box can align with: all nodes in the page but those that are dragged. Made once a gesture. A step
 * aligns with the middle of lanes and columns, not with their borders, where it would look stuck; frames do (`frames`).
 */
export function snapLines(tools: CanvasTools, except: ReadonlySet<NodeId>, frames: boolean): SnapLines {
  const { nodes } = tools.editor.getState().history.present.document;
  const targets: SnapTarget[] = [];
  for (const [id, box] of tools.nodeBoxes()) {
    const node = nodes.get(id);
    if (node === undefined || except.has(id)) continue;
    const isFrame = nodeKinds[node.kind].traits.layer === 'back';
    targets.push(isFrame && !frames ? { box, anchors: middleOf(node) } : { box });
  }
  return snapLinesOf(targets);
}

/** The middle line along which things lie in a frame: across from where its heading is. */
function middleOf(node: DiagramNode): Anchors {
  const heading = kindOf(node.kind).heading?.(node);
  const isAtLeft = heading !== undefined && heading.height >= node.height;
  return isAtLeft ? { x: [], y: ['center'] } : { x: ['center'], y: [] };
}

/** Where a dragged box goes; `free` (Ctrl is held) leaves it where the pointer has it. */
export function snapDragged(tools: CanvasTools, box: Box, lines: SnapLines, anchors: Anchors, free: boolean): Snap {
  if (free) return { by: { x: 0, y: 0 }, guides: [] };
  const { snap, step } = tools.app.getState().settings.grid;
  return snapBox(box, lines, {
    anchors,
    distance: SNAP_PX / tools.view.getState().viewport.zoom,
    gridStep: snap ? step : null,
  });
}

/** A coordinate on the grid, where the setting and the keys want that. */
export function snapToGrid(tools: CanvasTools, value: number, free: boolean): number {
  const { snap, step } = tools.app.getState().settings.grid;
  return !free && snap ? Math.round(value / step) * step : Math.round(value);
}
