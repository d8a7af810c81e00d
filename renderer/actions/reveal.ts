import { type Box, encloses, grow, intersects, unionOf } from '../../shared/geometry/box';
import type { Selection } from '../../shared/history/history';
import { isCollapsed } from '../../shared/model/collapsed';
import type { NodeId } from '../../shared/model/ids';
import { ancestorsOf, boxOfNode } from '../../shared/model/query';
import type { OpenDocument } from '../state/session';
import type { ViewStore } from '../state/viewStore';
import { selectionFrom } from './context';

const MARGIN = 24;
/** The floating tool bar covers this much of the canvas from below, in pixels: what lies there is hard to see and to press. */
const TOOLS_PX = 64;

/** How many frames a tab may take to show its canvas. */
const MOST_FRAMES = 60;

/** At once where the canvas is there; after it has come when its tab has just been chosen, or a page was in its place. */
export function whenShown(view: ViewStore, work: () => void, frames = MOST_FRAMES): void {
  if (view.getState().page !== 'diagram') view.setState({ page: 'diagram' });
  if (view.canvas !== null) work();
  else if (frames > 0 && typeof requestAnimationFrame !== 'undefined') {
    requestAnimationFrame(() =>
      // One frame more: the new canvas sets its first viewport.
      requestAnimationFrame(() => whenShown(view, work, frames - 1)),
    );
  }
}

/** Brings a box into view and hands the keyboard to the canvas. */
export function reveal({ view }: OpenDocument, box: Box): void {
  whenShown(view, () => {
    scrollTo(view, box);
    view.canvas?.focus();
  });
}

/** Selects and opens closed containers around what is selected, so that it can be seen. */
function selectInTheOpen({ editor }: OpenDocument, selection: Selection): void {
  const { nodes, edges } = editor.getState().history.present.document;
  const ends = [...selection.edges].flatMap((id) => {
    const edge = edges.get(id);
    return edge === undefined ? [] : [edge.from.nodeId, edge.to.nodeId];
  });
  const around = [...selection.nodes, ...ends].flatMap((id) => ancestorsOf(nodes, id));
  const closed = [...new Set(around)].filter((id) => isCollapsed(nodes.get(id)));
  if (closed.length > 0) editor.edit('nodes.collapse', { ids: closed, collapsed: false }, selection);
  editor.select(selection);
}

/** Selects a place of several parts and brings all of it to the middle of the view; the keyboard stays where it is. */
export function showPlace(open: OpenDocument, selection: Selection): void {
  selectInTheOpen(open, selection);
  const { nodes, edges } = open.editor.getState().history.present.document;
  const ends = [...selection.edges].flatMap((id) => edges.get(id) ?? []).flatMap(({ from, to }) => [from, to]);
  const ids = new Set([...selection.nodes, ...ends.map(({ nodeId }) => nodeId)]);
  const box = unionOf([...ids].flatMap((id) => nodes.get(id) ?? []).map((node) => boxOfNode(nodes, node)));
  if (box === null) return;
  whenShown(open.view, () => {
    const maxZoom = Math.max(READABLE_ZOOM, open.view.getState().viewport.zoom);
    open.view.canvas?.showBox(grow(box, MARGIN), { animate: true, maxZoom });
  });
}

/** Selects a node that was looked up elsewhere and brings it into view; closed containers around it are opened. */
export function showNode(open: OpenDocument, id: NodeId): void {
  const { editor } = open;
  selectInTheOpen(open, selectionFrom([id]));
  const { document } = editor.getState().history.present;
  const node = document.nodes.get(id);
  if (node !== undefined) reveal(open, boxOfNode(document.nodes, node));
}

/** Below this zoom labels cannot be read. */
const READABLE_ZOOM = 0.5;
/** Shown around something that is zoomed to, in diagram units. */
const AROUND = 240;
/** The find bar covers this much of the canvas in its upper right corner, in pixels. */
const BAR_PX = { width: 428, height: 168 };

/** Brings a box into view and leaves the keyboard where it is: beside what floats over the canvas, large enough to read. */
export function bringIntoView(view: ViewStore, box: Box): void {
  const { canvas } = view;
  if (canvas === null) return;
  const { zoom } = view.getState().viewport;
  // Of a lane as wide as the diagram its heading has to be seen.
  const head = { ...box, width: Math.min(box.width, AROUND), height: Math.min(box.height, AROUND / 2) };
  if (zoom < READABLE_ZOOM) {
    canvas.showBox(grow(head, AROUND), { animate: true, maxZoom: 1 });
    return;
  }
  scrollTo(view, head);
  const { x, y, width } = canvas.visibleBox();
  const [barWidth, barHeight] = [BAR_PX.width / zoom, BAR_PX.height / zoom];
  const bar = { x: x + width - barWidth, y, width: barWidth, height: barHeight };
  if (intersects(bar, head)) canvas.panBy({ x: 0, y: (bar.y + bar.height + MARGIN - head.y) * zoom });
}

/** Scrolls just far enough to bring a box into view, at the zoom somebody has chosen. */
export function scrollTo(view: ViewStore, box: Box): void {
  const { canvas } = view;
  if (canvas === null) return;
  const { zoom } = view.getState().viewport;
  const all = canvas.visibleBox();
  const visible = { ...all, height: all.height - TOOLS_PX / zoom };
  if (encloses(visible, box)) return;
  const x = overshoot(box.x - MARGIN, box.x + box.width + MARGIN, visible.x, visible.x + visible.width);
  const y = overshoot(box.y - MARGIN, box.y + box.height + MARGIN, visible.y, visible.y + visible.height);
  canvas.panBy({ x: -x * zoom, y: -y * zoom });
}

/** How far a span sticks out of the visible one; its start counts when it is longer than that. */
function overshoot(from: number, to: number, visibleFrom: number, visibleTo: number): number {
  if (from < visibleFrom || to - from > visibleTo - visibleFrom) return from - visibleFrom;
  return Math.max(0, to - visibleTo);
}
