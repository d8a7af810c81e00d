import type { PointerEvent } from 'react';
import { segmentLength, segmentsOf, waypointOn } from '../../shared/geometry/bends';
import { contains, type Point } from '../../shared/geometry/box';
import type { Route } from '../../shared/geometry/route';
import type { DiagramEdge } from '../../shared/model/document';
import { waypointsOf } from '../../shared/model/query';
import { edgeLabelBox } from '../../shared/picture/edgeMarks';
import { edgeRoute } from '../../shared/picture/edgeRoute';
import { shownDocument } from '../state/editorStore';
import { useEditor, useLabelLanguage, useView } from '../state/hooks';
import { bendGesture } from './bendGesture';
import styles from './Canvas.module.css';
import { type CanvasTools, useCanvas, useCanvasTools } from './canvasStore';
import { reconnectGesture } from './connectGesture';
import { betweenBends, type EdgePart } from './edgeParts';
import { type Drag, followPointer } from './pointer';

/** On the screen, in pixels. */
const END_RADIUS_PX = 5.5;
const BEND_RADIUS_PX = 4.5;
const HIT_PX = 14;
/** Shorter pieces of line show no grip of their own. */
const MIN_PIECE_PX = 28;

/** Of a single selected edge its ends, bends and label to drag. */
export function EdgeGrips({ zoom }: { readonly zoom: number }) {
  const document = useEditor(shownDocument);
  const selection = useEditor((state) => state.selection);
  const busy = useCanvas((state) => state.busy);
  const dragsEdge = useCanvas((state) => state.dragsEdge);
  const isEditing = useView((state) => state.editing !== null);
  const tool = useView((state) => state.tool);
  const [only] = selection.edges;
  const isFree = busy === null || (busy === 'bend' && dragsEdge === only);
  if (selection.edges.size !== 1 || selection.nodes.size > 0 || only === undefined) return null;
  const edge = document.edges.get(only);
  const route = edge === undefined ? null : edgeRoute(document, edge);
  if (edge === undefined || route === null || !isFree || isEditing || tool !== 'select') return null;
  return <SingleEdgeGrips edge={edge} route={route} waypoints={waypointsOf(document.nodes, edge)} zoom={zoom} />;
}

interface GripsProps {
  readonly edge: DiagramEdge;
  readonly route: Route;
  readonly waypoints: readonly Point[];
  readonly zoom: number;
}

function SingleEdgeGrips({ edge, route, waypoints, zoom }: GripsProps) {
  const tools = useCanvasTools();
  const language = useLabelLanguage();
  const label = edgeLabelBox(edge, language, route);
  const drag = (part: EdgePart) => (event: PointerEvent) => press(tools, event, bendGesture(tools, edge.id, part));
  return (
    <g data-grip="edge" data-grips-of={edge.id} className="nopan">
      {edge.routing === 'orthogonal'
        ? segmentsOf(route.points).map((segment) => {
            const waypoint = waypointOn(segment, waypoints);
            const { from, to, middle, horizontal, index } = segment;
            const d = `M${from.x} ${from.y}L${to.x} ${to.y}`;
            return (
              <g
                key={index}
                data-segment={index}
                style={{ cursor: horizontal ? 'ns-resize' : 'ew-resize' }}
                className={styles.grab}
                onPointerDown={drag({ type: 'segment', index })}
                data-waypoint={waypoint ?? undefined}
              >
                <path d={d} className={styles.hitLine} strokeWidth={HIT_PX / zoom} />
                {segmentLength(segment) * zoom >= MIN_PIECE_PX && !(label !== null && contains(label, middle)) && (
                  <Grip at={middle} zoom={zoom} kind={waypoint === null ? 'segment' : 'waypoint'} />
                )}
              </g>
            );
          })
        : betweenBends(route, waypoints).map(({ at, index, isBend }) => (
            <g
              key={`${isBend ? 'bend' : 'new'}${index}`}
              data-waypoint={isBend ? index : undefined}
              className={styles.grab}
              style={{ cursor: 'move' }}
              onPointerDown={drag({ type: isBend ? 'waypoint' : 'newWaypoint', index })}
            >
              <circle cx={at.x} cy={at.y} r={HIT_PX / 2 / zoom} className={styles.hit} />
              <Grip at={at} zoom={zoom} kind={isBend ? 'waypoint' : 'segment'} />
            </g>
          ))}
      {label !== null && (
        <rect
          {...label}
          rx={10}
          data-label-of={edge.id}
          className={styles.labelGrip}
          onPointerDown={drag({ type: 'label' })}
        />
      )}
      {(['from', 'to'] as const).map((end) => {
        const { point } = end === 'from' ? route.start : route.end;
        return (
          <g
            key={end}
            data-end={end}
            className={styles.grab}
            style={{ cursor: 'crosshair' }}
            onPointerDown={(event) => press(tools, event, reconnectGesture(tools, edge.id, end))}
          >
            <circle cx={point.x} cy={point.y} r={HIT_PX / 2 / zoom} className={styles.hit} />
            <circle
              cx={point.x}
              cy={point.y}
              r={END_RADIUS_PX / zoom}
              className={styles.end}
              strokeWidth={1.5 / zoom}
            />
          </g>
        );
      })}
    </g>
  );
}

function press(tools: CanvasTools, event: PointerEvent, drag: Drag): void {
  if (event.button !== 0) return;
  event.stopPropagation();
  followPointer(tools, event, drag);
}

interface GripMark {
  readonly at: Point;
  readonly zoom: number;
  readonly kind: 'segment' | 'waypoint';
}

/** Filled: a bend somebody placed, a double click takes it out. Hollow: a place to bend the line. */
function Grip({ at, zoom, kind }: GripMark) {
  return (
    <circle
      cx={at.x}
      cy={at.y}
      r={(kind === 'waypoint' ? BEND_RADIUS_PX : BEND_RADIUS_PX - 1) / zoom}
      className={kind === 'waypoint' ? styles.bend : styles.newBend}
      strokeWidth={1.5 / zoom}
    />
  );
}
