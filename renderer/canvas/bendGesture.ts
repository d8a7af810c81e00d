import { bentSegment, nearestShare, segmentsOf } from '../../shared/geometry/bends';
import { minus, type Point, plus } from '../../shared/geometry/box';
import type { DiagramDocument, DiagramEdge } from '../../shared/model/document';
import type { EdgeId } from '../../shared/model/ids';
import { frameOf, originOf, waypointsOf } from '../../shared/model/query';
import { edgeRoute } from '../../shared/picture/edgeRoute';
import type { Gesture } from '../state/editorStore';
import { type CanvasTools, clearGesture } from './canvasStore';
import type { EdgePart } from './edgeParts';
import type { Drag, PointerAt } from './pointer';
import { snapToGrid } from './snapping';

/** Drags a part of an edge's line, as one step. */
export function bendGesture(tools: CanvasTools, edgeId: EdgeId, part: EdgePart): Drag {
  const { editor, canvas } = tools;
  const { document } = editor.getState().history.present;
  const edge = document.edges.get(edgeId);
  let gesture: Gesture | null = null;
  const finish = (how: 'commit' | 'cancel') => {
    gesture?.[how]();
    clearGesture(canvas);
  };
  return {
    begin() {
      gesture = editor.beginGesture(part.type === 'label' ? 'canvas.step.moveLabel' : 'canvas.step.bend');
      canvas.setState({ busy: 'bend', hover: null, dragsEdge: edgeId });
    },
    move(pointer) {
      if (edge === undefined) return;
      const patch =
        part.type === 'label' ? labelPatch(document, edge, pointer) : bendPatch(tools, document, edge, part, pointer);
      if (patch !== null) gesture?.preview('edges.set', { ids: [edgeId], patch });
    },
    end: () => finish('commit'),
    cancel: () => finish('cancel'),
  };
}

/** Takes a bend out again. */
export function removeWaypoint(tools: CanvasTools, edgeId: EdgeId, index: number): void {
  const edge = tools.editor.getState().history.present.document.edges.get(edgeId);
  if (edge === undefined) return;
  const waypoints = edge.waypoints.filter((_, at) => at !== index);
  tools.editor.transact('canvas.step.bend', (edit) => edit('edges.set', { ids: [edgeId], patch: { waypoints } }));
}

function labelPatch(
  document: DiagramDocument,
  edge: DiagramEdge,
  { at }: PointerAt,
): Pick<DiagramEdge, 'labelAt'> | null {
  const route = edgeRoute(document, edge);
  // Hundredths keep the file quiet, and its middle easy to hit again.
  return route === null ? null : { labelAt: Math.round(nearestShare(route.points, at) * 50) / 50 };
}

/** The bends of a line after a part of it was moved to a point. */
export function bendPatch(
  tools: CanvasTools,
  document: DiagramDocument,
  edge: DiagramEdge,
  part: Exclude<EdgePart, { readonly type: 'label' }>,
  pointer: Pick<PointerAt, 'at' | 'mod'>,
): Pick<DiagramEdge, 'waypoints'> | null {
  const { nodes } = document;
  const origin = originOf(nodes, frameOf(nodes, edge));
  const onGrid: Point = {
    x: snapToGrid(tools, pointer.at.x, pointer.mod),
    y: snapToGrid(tools, pointer.at.y, pointer.mod),
  };
  const relative = (waypoints: readonly Point[]) => ({ waypoints: waypoints.map((point) => minus(point, origin)) });
  if (part.type !== 'segment') {
    const waypoints = waypointsOf(nodes, edge).map((point) => plus(point, { x: 0, y: 0 }));
    waypoints.splice(part.index, part.type === 'waypoint' ? 1 : 0, onGrid);
    return relative(waypoints);
  }
  const points = edgeRoute(document, edge)?.points;
  const segment = points && segmentsOf(points)[part.index];
  if (points === undefined || segment === undefined) return null;
  // The way that was found for it does not count: it was found for other bends.
  const { route: _, ...unrouted } = edge;
  const routeThrough = (waypoints: readonly Point[]) =>
    edgeRoute(document, { ...unrouted, ...relative(waypoints) })?.points ?? [];
  return relative(bentSegment(points, part.index, segment.horizontal ? onGrid.y : onGrid.x, routeThrough));
}
