import type { PointerEvent } from 'react';
import { type Box, grow } from '../../shared/geometry/box';
import { type ResizeHandle, resizeHandles } from '../../shared/geometry/resize';
import { nodeKinds } from '../../shared/kinds/index';
import type { DiagramDocument } from '../../shared/model/document';
import { isHidden } from '../../shared/model/hidden';
import type { NodeId } from '../../shared/model/ids';
import { boxOfNode } from '../../shared/model/query';
import { badgesOfLook, nodeLook } from '../../shared/picture/nodeMarks';
import { shownDocument } from '../state/editorStore';
import { useEditor, useView } from '../state/hooks';
import { useAppearance } from './appearance';
import styles from './Canvas.module.css';
import { useCanvas, useCanvasTools } from './canvasStore';
import { drawnDocument } from './drawnDocument';
import { MarksView } from './MarksView';
import { roundedBox } from './outlinePath';
import { followPointer, pointerAt } from './pointer';
import { resizeGesture } from './resizeGesture';
import { useShownSelection } from './shownSelection';

/** On the screen, in pixels. */
const OUTLINE_PX = 1.5;
const RADIUS_PX = 9;
const HANDLE_PX = 8;
/** What the pointer catches of a handle, and of a side between two of them. */
const HANDLE_HIT_PX = 14;
const SIDE_HIT_PX = 8;
/** Below this size on the screen the handles would hide the node. */
const MIN_SHOWN_PX = 20;

/** Outlines of what is selected and under the pointer, and the handles of a single node. Drawn over the diagram. */
export function SelectionLayer({ zoom, isPainted }: { readonly zoom: number; readonly isPainted: boolean }) {
  const document = drawnDocument(
    useEditor(shownDocument),
    useView((state) => state.names),
  );
  const selection = useShownSelection();
  const hover = useCanvas((state) => state.hover);
  const busy = useCanvas((state) => state.busy);
  const target = useCanvas((state) => state.connecting?.target ?? null);
  const dropInto = useCanvas((state) => state.dropInto);
  const tool = useView((state) => state.tool);
  const isEditing = useView((state) => state.editing !== null);
  const [only] = selection.nodes;
  const single = selection.nodes.size === 1 && selection.edges.size === 0 && only !== undefined ? only : null;
  // With everything selected, the frames around it all would drown it: they step back.
  const isFrame = (id: NodeId) =>
    single === null && nodeKinds[document.nodes.get(id)?.kind ?? 'task'].traits.layer === 'back';
  // Those of several in a large diagram are part of its picture.
  const outlinedHere = isPainted && selection.nodes.size > 1 ? [] : [...selection.nodes];
  const frames = outlinedHere.filter(isFrame);
  const steps = outlinedHere.filter((id) => !isFrame(id));
  const isHoverShown = hover !== null && busy === null && !selection.nodes.has(hover) && tool === 'select';
  const outlined = (ids: Iterable<NodeId>) => outlines(document, ids, zoom);
  return (
    <>
      {dropInto !== null && (
        <path data-drop-into={dropInto} className={styles.dropInto} d={outlined([dropInto])} strokeWidth={2 / zoom} />
      )}
      {isHoverShown && hover !== null && (
        <path className={styles.hover} d={outlined([hover])} strokeWidth={OUTLINE_PX / zoom} />
      )}
      {target !== null && (
        <path data-connect-to={target} className={styles.target} d={outlined([target])} strokeWidth={2.5 / zoom} />
      )}
      {frames.length > 0 && <path className={styles.selectedFrame} d={outlined(frames)} strokeWidth={1 / zoom} />}
      {steps.length > 0 && <path className={styles.selected} d={outlined(steps)} strokeWidth={OUTLINE_PX / zoom} />}
      {(isHoverShown && hover !== null ? [...steps, hover] : steps).map((id) => (
        <Badges key={id} id={id} document={document} />
      ))}
      {single !== null && (busy === null || busy === 'resize') && tool === 'select' && !isEditing && (
        <ResizeHandles id={single} document={document} zoom={zoom} />
      )}
    </>
  );
}

/** The badges on a node's outline once more, so that the line of a selection does not strike them out. */
function Badges({ id, document }: { readonly id: NodeId; readonly document: DiagramDocument }) {
  const { language, theme } = useAppearance();
  const node = document.nodes.get(id);
  if (node === undefined || node.raci.size === 0 || isHidden(document.nodes, id)) return null;
  const { x, y } = boxOfNode(document.nodes, node);
  return (
    <g data-badges={id} className={styles.badges} transform={`translate(${x} ${y})`}>
      <MarksView marks={badgesOfLook(nodeLook(document, node), language)} theme={theme} />
    </g>
  );
}

/** One path for all, so that ten thousand selected nodes are still one element. */
function outlines(document: DiagramDocument, ids: Iterable<NodeId>, zoom: number): string {
  const parts: string[] = [];
  for (const id of ids) {
    const node = isHidden(document.nodes, id) ? undefined : document.nodes.get(id);
    if (node !== undefined) parts.push(roundedBox(grow(boxOfNode(document.nodes, node), 1.5 / zoom), RADIUS_PX));
  }
  return parts.join('');
}

interface HandlesProps {
  readonly id: NodeId;
  readonly document: DiagramDocument;
  readonly zoom: number;
}

function ResizeHandles({ id, document, zoom }: HandlesProps) {
  const tools = useCanvasTools();
  const node = document.nodes.get(id);
  if (node === undefined || node.locked) return null;
  const box = grow(boxOfNode(document.nodes, node), 1.5 / zoom);
  if (Math.max(box.width, box.height) * zoom < MIN_SHOWN_PX) return null;
  const onPointerDown = (event: PointerEvent, handle: ResizeHandle) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    const start = pointerAt(tools, event);
    followPointer(tools, event, resizeGesture(tools, id, handle, start), { thresholdPx: 2 });
  };
  return (
    <g data-grip="resize" className="nopan">
      {resizeHandles.map((handle) => {
        const name = `${handle.y < 0 ? 'n' : handle.y > 0 ? 's' : ''}${handle.x < 0 ? 'w' : handle.x > 0 ? 'e' : ''}`;
        const isCorner = handle.x !== 0 && handle.y !== 0;
        return (
          <g
            key={name}
            data-handle={name}
            className={styles.handle}
            style={{ cursor: `${name}-resize` }}
            onPointerDown={(event) => onPointerDown(event, handle)}
          >
            <rect {...hitBox(box, handle, zoom)} className={styles.hit} />
            {isCorner && (
              <rect {...square(box, handle, zoom)} className={styles.square} strokeWidth={OUTLINE_PX / zoom} />
            )}
          </g>
        );
      })}
    </g>
  );
}

function square(box: Box, handle: ResizeHandle, zoom: number) {
  const size = HANDLE_PX / zoom;
  return {
    x: box.x + ((handle.x + 1) / 2) * box.width - size / 2,
    y: box.y + ((handle.y + 1) / 2) * box.height - size / 2,
    width: size,
    height: size,
    rx: 2 / zoom,
  };
}

function hitBox(box: Box, handle: ResizeHandle, zoom: number): Box {
  const along = (edge: -1 | 0 | 1, start: number, length: number) => {
    const corner = HANDLE_HIT_PX / zoom;
    if (edge === 0) return { at: start + corner / 2, size: Math.max(0, length - corner) };
    const size = (handle.x !== 0 && handle.y !== 0 ? HANDLE_HIT_PX : SIDE_HIT_PX) / zoom;
    return { at: start + (edge > 0 ? length : 0) - size / 2, size };
  };
  const x = along(handle.x, box.x, box.width);
  const y = along(handle.y, box.y, box.height);
  return { x: x.at, y: y.at, width: x.size, height: y.size };
}
