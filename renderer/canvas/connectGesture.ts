import type { Edit } from '../../shared/edits/args';
import { contains, grow, type Point, type Side } from '../../shared/geometry/box';
import { allAnchors, type SnapLines } from '../../shared/geometry/guides';
import { routeEdge } from '../../shared/geometry/route';
import { homeOf } from '../../shared/layout/spots';
import { autoEnd, createEdge, createNode } from '../../shared/model/create';
import type { DiagramDocument, DiagramEdge, DiagramNode, EdgeEnd } from '../../shared/model/document';
import { type EdgeId, type NodeId, newId } from '../../shared/model/ids';
import { boxOfNode, roleOfNode } from '../../shared/model/query';
import type { Gesture } from '../state/editorStore';
import { type CanvasTools, clearGesture } from './canvasStore';
import { endAt } from './hitTest';
import type { Drag, PointerAt } from './pointer';
import { snapDragged, snapLines } from './snapping';

/** Near its own node a line is not dropped yet: somebody may think better of it. */
const NEAR_PX = 24;
/** What is added where a line is dropped into the empty. */
const NEW_KIND = 'task';

/**
 * Draws an edge out of a node's side: onto another node, or into the empty, where it adds the next step. What would
 * come of it is shown as it will be.
 */
export function connectGesture(tools: CanvasTools, fromId: NodeId, side: Side): Drag {
  const { editor, view, canvas } = tools;
  const { document } = editor.getState().history.present;
  const from: EdgeEnd = { nodeId: fromId, side, at: 0.5 };
  const { routing } = tools.app.getState().settings.edges;
  const edgeId = newId<EdgeId>('e');
  const ghostId = newId<NodeId>('n');
  let lines: SnapLines = { x: [], y: [] };
  let gesture: Gesture | null = null;
  let made: { readonly work: (edit: Edit) => void; readonly adds: boolean } | null = null;

  function ghostAt(pointer: PointerAt): DiagramNode {
    const source = document.nodes.get(fromId);
    const loose = createNode(document, NEW_KIND, pointer.at, null, { id: ghostId });
    // The next step is as large as this one, so that they line up.
    const { width, height } = source?.kind === NEW_KIND ? source : loose;
    const start = { x: pointer.at.x - width / 2, y: pointer.at.y - height / 2, width, height };
    const snap = snapDragged(tools, start, lines, allAnchors, pointer.mod);
    const box = { ...start, x: start.x + snap.by.x, y: start.y + snap.by.y };
    const parentId = homeOf(document, NEW_KIND, box);
    const parent = parentId === null ? undefined : document.nodes.get(parentId);
    const origin = parent === undefined ? { x: 0, y: 0 } : boxOfNode(document.nodes, parent);
    const given = parent === undefined ? undefined : roleOfNode(document, parent);
    const own = source === undefined ? undefined : roleOfNode(document, source);
    canvas.setState({ guides: snap.guides, dropInto: parentId });
    // The lane it falls into says whose step it is; outside of lanes it goes on in the same role.
    const roleId = given === undefined ? (own?.id ?? null) : null;
    return { ...loose, width, height, parentId, x: box.x - origin.x, y: box.y - origin.y, roleId };
  }

  return {
    begin() {
      lines = snapLines(tools, new Set(), false);
      gesture = editor.beginGesture('edit.edges.add');
      canvas.setState({ busy: 'connect', hover: null, connecting: { target: null, looseLine: null } });
    },
    move(pointer) {
      const { zoom } = view.getState().viewport;
      const { edgeKind } = view.getState();
      const to = endAt(tools, document, pointer.client, pointer.at, zoom, (id) => id === fromId || id === ghostId);
      if (to !== null) {
        const edge = createEdge(edgeKind, from, to, { id: edgeId, routing });
        made = { adds: false, work: (edit) => edit('edges.add', { edges: [edge] }) };
        canvas.setState({ connecting: { target: to.nodeId, looseLine: null }, guides: [], dropInto: null });
      } else if (isNear(document, fromId, pointer.at, zoom)) {
        made = null;
        const looseLine = lineToPointer(document, from, pointer.at);
        canvas.setState({ connecting: { target: null, looseLine }, guides: [], dropInto: null });
      } else {
        const ghost = ghostAt(pointer);
        const edge = createEdge(edgeKind, from, autoEnd(ghostId), { id: edgeId, routing });
        made = { adds: true, work: (edit) => edit('nodes.add', { nodes: [ghost], edges: [edge] }) };
        canvas.setState({ connecting: { target: null, looseLine: null } });
      }
      gesture?.previewAll(made?.work ?? (() => {}));
    },
    end() {
      const isOn = editor.hasGesture();
      gesture?.cancel();
      clearGesture(canvas);
      if (made === null || !isOn) return;
      if (!made.adds) return editor.transact('edit.edges.add', made.work, selectionOf([], [edgeId]));
      const { work } = made;
      const withRoom = (edit: Edit) => {
        work(edit);
        edit('nodes.makeRoom', { ids: [ghostId] });
      };
      editor.transact('edit.nodes.add', withRoom, selectionOf([ghostId], []));
      view.setState({ editing: { type: 'node', id: ghostId, selectAll: true } });
    },
    cancel() {
      gesture?.cancel();
      clearGesture(canvas);
    },
  };
}

/** Hangs one end of an edge onto another node. Dropped into the empty, it stays where it was. */
export function reconnectGesture(tools: CanvasTools, edgeId: EdgeId, which: 'from' | 'to'): Drag {
  const { editor, view, canvas } = tools;
  const { document } = editor.getState().history.present;
  const edge = document.edges.get(edgeId);
  let gesture: Gesture | null = null;
  let moved = false;
  return {
    begin() {
      gesture = editor.beginGesture('canvas.step.reconnect');
      canvas.setState({ busy: 'connect', hover: null, connecting: { target: null, looseLine: null } });
    },
    move(pointer) {
      if (edge === undefined) return;
      const fixed = which === 'from' ? edge.to : edge.from;
      const end = endAt(
        tools,
        document,
        pointer.client,
        pointer.at,
        view.getState().viewport.zoom,
        (id) => id === fixed.nodeId,
      );
      moved = end !== null;
      gesture?.previewAll((edit) => {
        if (end !== null) edit('edges.set', { ids: [edgeId], patch: { [which]: end } });
      });
      const looseLine = end === null ? lineToPointer(document, fixed, pointer.at) : null;
      canvas.setState({ connecting: { target: end?.nodeId ?? null, looseLine } });
    },
    end() {
      if (moved) gesture?.commit();
      else gesture?.cancel();
      clearGesture(canvas);
    },
    cancel() {
      gesture?.cancel();
      clearGesture(canvas);
    },
  };
}

function selectionOf(nodes: readonly NodeId[], edges: readonly EdgeId[]) {
  return { nodes: new Set(nodes), edges: new Set(edges) };
}

function isNear(document: DiagramDocument, id: NodeId, at: Point, zoom: number): boolean {
  const node = document.nodes.get(id);
  return node !== undefined && contains(grow(boxOfNode(document.nodes, node), NEAR_PX / zoom), at);
}

/** SVG path data of the line from an end to the pointer. */
function lineToPointer(document: DiagramDocument, from: DiagramEdge['from'], at: Point): string {
  const node = document.nodes.get(from.nodeId);
  if (node === undefined) return '';
  const pointer = { ...at, width: 0, height: 0 };
  return routeEdge({
    from: { box: boxOfNode(document.nodes, node), side: from.side, at: from.at },
    to: { box: pointer, side: 'auto', at: 0.5 },
    waypoints: [],
    routing: 'orthogonal',
  }).d;
}
