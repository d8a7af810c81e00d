import { useEffect } from 'react';
import { contains, grow, type Point } from '../../shared/geometry/box';
import { type NodeKindName, nodeKindNames } from '../../shared/kinds/index';
import { homeOf } from '../../shared/layout/spots';
import type { EdgeId, NodeId } from '../../shared/model/ids';
import { boxOfNode } from '../../shared/model/query';
import { inReadingOrder } from '../../shared/model/readingOrder';
import { scrollTo } from '../actions/reveal';
import type { ContextTarget } from '../state/appStore';
import { shownDocument } from '../state/editorStore';
import { addNodeAt } from './addNode';
import { removeWaypoint } from './bendGesture';
import { DOT_DISTANCE_PX } from './ConnectDots';
import { type CanvasTools, useCanvasTools } from './canvasStore';
import { followLink, markLink } from './followLink';
import { type Hit, hitAt, hitOf } from './hitTest';
import { moveDrag } from './moveGesture';
import { followPointer } from './pointer';
import { only, onRelease, pressOn } from './press';

/** What the palette puts into a drag. */
const KIND_MEDIA_TYPE = 'application/x-roleweave-kind';
/** How far around a node the pointer may be on its way to the node's dots. */
const HOVER_MARGIN_PX = DOT_DISTANCE_PX + 12;

/** Presses, clicks, the pointer's place, menus, drops and the focus of the canvas. */
export function useCanvasEvents(root: HTMLElement): void {
  const tools = useCanvasTools();
  useEffect(() => {
    const listening = new AbortController();
    const on = <K extends keyof HTMLElementEventMap>(type: K, listener: (event: HTMLElementEventMap[K]) => void) =>
      root.addEventListener(type, listener, { signal: listening.signal });

    on('pointerdown', (event) => onPointerDown(tools, event));
    // What is only painted cannot take the focus: the press has given it to what came into the page for it.
    on('mousedown', (event) => {
      if (tools.scene.index() !== null && hitOf(event.target)?.type === 'canvas') event.preventDefault();
    });
    on('pointermove', (event) => onPointerMove(tools, root, event));
    on('pointerleave', () => {
      tools.canvas.setState({ hover: null });
      tools.view.setState({ pointer: null });
    });
    on('dblclick', (event) => onDoubleClick(tools, event));
    on('contextmenu', (event) => {
      event.preventDefault();
      // A mouse has opened it on release, when it was clear that it did not drag.
      if (event.button !== 2) openMenuAt(tools, hitAt(tools, event.target, clientOf(event)), clientOf(event));
    });
    on('keydown', (event) => {
      if (event.key === 'Tab') bringTabStops(tools);
      if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return;
      event.preventDefault();
      openMenuAtSelection(tools);
    });
    on('focusin', (event) => onFocus(tools, event));
    on('dragover', (event) => onDragOver(tools, event));
    on('dragleave', () => tools.canvas.setState({ dropInto: null }));
    on('drop', (event) => onDrop(tools, event));
    // What had the focus may be gone after an edit: the keyboard stays here instead of starting over at the top.
    const stopListening = tools.editor.onStep(() =>
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) tools.controller.focus();
      }),
    );
    return () => {
      listening.abort();
      stopListening();
    };
  }, [root, tools]);
}

function onPointerDown(tools: CanvasTools, event: PointerEvent): void {
  const { view, canvas } = tools;
  const hit = hitAt(tools, event.target, clientOf(event));
  if (hit === null || view.getState().tool === 'hand' || canvas.getState().space) return;
  // A press beside the field is the end of typing, also where the browser would leave the focus in it.
  const { activeElement } = window.document;
  if (view.getState().editing !== null && activeElement instanceof HTMLElement) activeElement.blur();
  if (hitOf(event.target)?.type === 'canvas' && event.button === 0) tools.controller.focus();
  if (followLink(tools, hit, event)) return;
  tools.press.at = tools.controller.toDiagram({ x: event.clientX, y: event.clientY });
  pressOn(tools, hit, event);
  if (hit.type === 'node' && event.button === 0) followPointer(tools, event, moveDrag(tools), { thresholdPx: 3 });
  if (event.button === 2) onRelease(event, () => openMenuAt(tools, hit, { x: event.clientX, y: event.clientY }));
}

function onPointerMove(tools: CanvasTools, root: HTMLElement, event: PointerEvent): void {
  const { canvas, view, editor, controller } = tools;
  const { hover, busy } = canvas.getState();
  // A drag has its own; actions ask for the pointer's place when it is over.
  if (busy !== null || event.buttons !== 0) return;
  const at = controller.toDiagram({ x: event.clientX, y: event.clientY });
  view.setState({ pointer: at });
  markLink(tools, root, event);
  const next = hoverAt(event.target, at);
  if (next !== hover) canvas.setState({ hover: next });

  function hoverAt(target: EventTarget | null, point: Point): NodeId | null {
    const hit = hitAt(tools, target, clientOf(event));
    if (hit?.type === 'node') return hit.id;
    const { nodes } = shownDocument(editor.getState());
    const node = hover === null ? undefined : nodes.get(hover);
    if (node === undefined) return null;
    // Still there: on one of its dots, or between it and them.
    const reach = grow(boxOfNode(nodes, node), HOVER_MARGIN_PX / view.getState().viewport.zoom);
    return contains(reach, point) ? hover : null;
  }
}

function onDoubleClick(tools: CanvasTools, event: MouseEvent): void {
  const { view, canvas } = tools;
  if (onEdgeGrip(tools, event.target)) return;
  const hit = hitAt(tools, event.target, clientOf(event));
  if (hit === null || event.button !== 0 || view.getState().tool === 'hand' || canvas.getState().space) return;
  if (hit.type === 'node') {
    const isLocked = tools.editor.getState().history.present.document.nodes.get(hit.id)?.locked;
    if (isLocked !== true) view.setState({ editing: { ...hit, selectAll: true } });
  } else if (hit.type === 'edge') view.setState({ editing: hit });
  else addNodeAt(tools, 'task', tools.controller.toDiagram({ x: event.clientX, y: event.clientY }), true);
}

function clientOf({ clientX, clientY }: MouseEvent): Point {
  return { x: clientX, y: clientY };
}

/** On a selected edge: a bend somebody placed goes, everything else of the line means its label. */
function onEdgeGrip(tools: CanvasTools, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  const id = target.closest('[data-grips-of]')?.getAttribute('data-grips-of') as EdgeId | null | undefined;
  if (id == null) return false;
  const waypoint = target.closest('[data-waypoint]')?.getAttribute('data-waypoint');
  if (waypoint != null) removeWaypoint(tools, id, Number(waypoint));
  else tools.view.setState({ editing: { type: 'edge', id } });
  return true;
}

function openMenuAt(tools: CanvasTools, hit: Hit | null, client: Point): void {
  if (hit === null) return;
  const { editor, app, controller } = tools;
  const { nodes, edges } = editor.getState().selection;
  if (hit.type === 'node' && !nodes.has(hit.id)) editor.select(only(hit));
  if (hit.type === 'edge' && !edges.has(hit.id)) editor.select(only(hit));
  app.setState({ contextMenu: { client, diagram: controller.toDiagram(client), target: hit } });
}

/** The menu key means what is selected; the menu opens beside it. */
function openMenuAtSelection(tools: CanvasTools): void {
  const { editor, app, controller, clientBox } = tools;
  const { history, selection } = editor.getState();
  const { nodes } = history.present.document;
  const [nodeId] = selection.nodes;
  const [edgeId] = selection.edges;
  const node = nodeId === undefined ? undefined : nodes.get(nodeId);
  const box = node === undefined ? null : boxOfNode(nodes, node);
  const { x, y, width, height } = clientBox();
  const client =
    box === null
      ? { x: x + width / 2, y: y + height / 2 }
      : controller.toClient({ x: box.x + box.width / 2, y: box.y + box.height });
  const target: ContextTarget =
    node !== undefined
      ? { type: 'node', id: node.id }
      : edgeId !== undefined
        ? { type: 'edge', id: edgeId }
        : { type: 'canvas' };
  app.setState({ contextMenu: { client, diagram: controller.toDiagram(client), target } });
}

/** Before Tab goes on: a large diagram has what comes before and after in the page only now. */
function bringTabStops({ scene, editor, canvas }: CanvasTools): void {
  const index = scene.index();
  if (index === null) return;
  // The index knows what is shown: not what closed containers hide.
  const ids = inReadingOrder(index.document.nodes).filter((id) => index.get(id) !== undefined);
  const { nodes } = editor.getState().selection;
  const [current] = nodes;
  const at = nodes.size === 1 && current !== undefined ? ids.indexOf(current) : -1;
  const stops = at < 0 ? ids.slice(0, 1) : ids.slice(Math.max(0, at - 1), at + 2);
  canvas.setState({ tabStops: stops });
}

/** Reached by Tab, a node or edge is selected, and scrolled into view; the node's own field takes the cursor. */
function onFocus({ editor, controller, view }: CanvasTools, { target }: FocusEvent): void {
  if (!(target instanceof Element)) return;
  const id = target.getAttribute('data-id');
  if (id === null) return;
  const isNode = target.classList.contains('react-flow__node');
  if (!isNode && !target.classList.contains('react-flow__edge')) return;
  const { nodes, edges } = editor.getState().selection;
  if (isNode && nodes.size === 1 && edges.size === 0 && nodes.has(id as NodeId)) {
    target.querySelector('textarea')?.focus({ preventScroll: true });
    return;
  }
  // The pointer focuses too, with any button: what it presses is in sight, and the view must not move under it.
  if (!target.matches(':focus-visible')) return;
  editor.select(only(isNode ? { type: 'node', id: id as NodeId } : { type: 'edge', id: id as EdgeId }));
  const { x, y, width, height } = target.getBoundingClientRect();
  const corner = controller.toDiagram({ x, y });
  const far = controller.toDiagram({ x: x + width, y: y + height });
  scrollTo(view, { ...corner, width: far.x - corner.x, height: far.y - corner.y });
}

function onDragOver(tools: CanvasTools, event: DragEvent): void {
  if (event.dataTransfer === null || !event.dataTransfer.types.includes(KIND_MEDIA_TYPE)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'copy';
  const at = tools.controller.toDiagram({ x: event.clientX, y: event.clientY });
  // Which kind it is stays secret until the drop: what most of them would fall into is shown.
  const home = homeOf(tools.editor.getState().history.present.document, 'task', { ...at, width: 0, height: 0 });
  tools.canvas.setState({ dropInto: home });
}

function onDrop(tools: CanvasTools, event: DragEvent): void {
  const name = event.dataTransfer?.getData(KIND_MEDIA_TYPE);
  const kind = nodeKindNames.find((known: NodeKindName) => known === name);
  if (kind === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  tools.canvas.setState({ dropInto: null });
  addNodeAt(tools, kind, tools.controller.toDiagram({ x: event.clientX, y: event.clientY }), false);
  tools.controller.focus();
}
