import type { PointerEvent } from 'react';
import { beyondSide, outwardOf, pointOnSide } from '../../shared/geometry/anchor';
import { type Box, encloses, grow, intersects, type Side, sides } from '../../shared/geometry/box';
import { nodeKinds } from '../../shared/kinds/index';
import { boxOfNode } from '../../shared/model/query';
import type { ActionId } from '../actions/index';
import { runAction } from '../actions/runAction';
import { shownDocument } from '../state/editorStore';
import { useEditor, useServices, useView } from '../state/hooks';
import styles from './Canvas.module.css';
import { useCanvas, useCanvasTools } from './canvasStore';
import { connectGesture } from './connectGesture';
import { followPointer } from './pointer';

/** On the screen, in pixels: far enough out that neither the outline nor an arrow head hides them. */
export const DOT_DISTANCE_PX = 18;
const MIN_DISTANCE_PX = 8;
const DOT_RADIUS_PX = 5;
const DOT_HIT_PX = 11;
/** On nodes smaller than this on the screen the dots would be larger than what they belong to. */
const MIN_SHOWN_PX = 24;

const nextStep: Readonly<Record<Side, ActionId>> = {
  top: 'insert.nextUp',
  right: 'insert.nextRight',
  bottom: 'insert.nextDown',
  left: 'insert.nextLeft',
};

/** Four dots around the node under the pointer or the selected one: drag to connect, click to add the next step. */
export function ConnectDots({ zoom }: { readonly zoom: number }) {
  const tools = useCanvasTools();
  const services = useServices();
  const document = useEditor(shownDocument);
  const selection = useEditor((state) => state.selection);
  const hover = useCanvas((state) => state.hover);
  const busy = useCanvas((state) => state.busy);
  const isEditing = useView((state) => state.editing !== null);
  const tool = useView((state) => state.tool);
  const [selected] = selection.nodes;
  const id = hover ?? (selection.nodes.size === 1 && selection.edges.size === 0 ? selected : undefined);
  const node = id === undefined ? undefined : document.nodes.get(id);
  if (node === undefined || busy !== null || isEditing || tool !== 'select') return null;
  const box = boxOfNode(document.nodes, node);
  const isTiny = Math.min(box.width, box.height) * zoom < MIN_SHOWN_PX;
  if (!nodeKinds[node.kind].traits.connectable || isTiny) return null;

  const onPointerDown = (event: PointerEvent, side: Side) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    followPointer(tools, event, connectGesture(tools, node.id, side), {
      onClick() {
        tools.editor.select({ nodes: new Set([node.id]), edges: new Set() });
        runAction(nextStep[side], services);
      },
    });
  };
  const around = grow(box, (2 * DOT_DISTANCE_PX) / zoom);
  const others = [...tools.nodeBoxes(around)]
    .filter(([other]) => other !== node.id && nodeKinds[document.nodes.get(other)?.kind ?? 'lane'].traits.connectable)
    .map(([, otherBox]) => otherBox)
    .filter((other) => intersects(around, other) && !encloses(other, box));
  return (
    <g data-grip="connect" data-dots-of={node.id} className="nopan">
      {sides.map((side) => {
        const out = outwardOf(side);
        const middle = pointOnSide(box, side, 0.5);
        const away = dotDistancePx(freePx(box, side, others) * zoom) / zoom;
        const [cx, cy] = [middle.x + out.x * away, middle.y + out.y * away];
        return (
          <g key={side} data-side={side} className={styles.dot} onPointerDown={(event) => onPointerDown(event, side)}>
            <circle cx={cx} cy={cy} r={DOT_HIT_PX / zoom} className={styles.hit} />
            <circle cx={cx} cy={cy} r={DOT_RADIUS_PX / zoom} className={styles.dotFace} strokeWidth={1.5 / zoom} />
          </g>
        );
      })}
    </g>
  );
}

/** Between two steps that lie close together the dot moves into the middle of what is free, off both of them. */
function dotDistancePx(free: number): number {
  return Math.min(DOT_DISTANCE_PX, Math.max(MIN_DISTANCE_PX, free / 2));
}

/** How far it is from the middle of a side to the next node, in diagram units. */
function freePx(box: Box, side: Side, others: readonly Box[]): number {
  const middle = pointOnSide(box, side, 0.5);
  const horizontal = side === 'left' || side === 'right';
  let free = Number.POSITIVE_INFINITY;
  for (const other of others) {
    const [low, size] = horizontal ? [other.y, other.height] : [other.x, other.width];
    const across = horizontal ? middle.y : middle.x;
    const gap = -beyondSide(other, side, middle) - (horizontal ? other.width : other.height);
    if (across >= low && across <= low + size && gap >= 0) free = Math.min(free, gap);
  }
  return free;
}
