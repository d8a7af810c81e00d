import { type Box, boxOf, grow, type Point, unionOf } from '../geometry/box';
import { kindOf } from '../kinds/index';
import type { DiagramDocument } from '../model/document';
import type { EdgeId, NodeId } from '../model/ids';
import { boxOfNode } from '../model/query';
import { edgeRoute } from '../picture/edgeRoute';
import { createBoxIndex } from './boxIndex';

/** How readable a diagram is as it is drawn; of each number less is better. */
export interface DrawingMeasures {
  /** Points at which two edges cross. */
  readonly crossings: number;
  /** Corners of all orthogonal edges; straight and curved ones have none. */
  readonly bends: number;
  /** Length of all edges. */
  readonly lengthPx: number;
  /** Length for which two edges lie on each other, of all pairs. */
  readonly sharedPx: number;
  /** Pairs of an edge and a step that it runs through. */
  readonly through: number;
  /** Pairs of steps that overlap. */
  readonly overlaps: number;
  /** Of the box around everything, in square pixels. */
  readonly areaPx: number;
}

/** A piece of an edge's line. */
export interface Segment {
  readonly edge: EdgeId;
  readonly from: Point;
  readonly to: Point;
}

/** Room around a line that makes a box of it: boxes without an area overlap nothing. */
const HAIR_PX = 0.25;

/** Measures a diagram as screen and exports draw it. */
export function measureDrawing(document: DiagramDocument): DrawingMeasures {
  const { nodes } = document;
  const boxes = new Map<NodeId, Box>();
  const fronts = createBoxIndex<NodeId>();
  let overlaps = 0;
  for (const node of nodes.values()) {
    const box = boxOfNode(nodes, node);
    boxes.set(node.id, box);
    if (kindOf(node.kind).traits.layer !== 'front') continue;
    overlaps += fronts.over(box).length;
    fronts.add(node.id, box);
  }

  const segments = createBoxIndex<Segment>();
  let [crossings, bends, lengthPx, sharedPx, through] = [0, 0, 0, 0, 0];
  const areas: Box[] = [...boxes.values()];
  for (const edge of document.edges.values()) {
    const route = edgeRoute(document, edge);
    if (route === null) continue;
    lengthPx += route.lengthPx;
    if (edge.routing === 'orthogonal') bends += Math.max(0, route.points.length - 2);
    const pieces = segmentsOf(edge.id, route.points);
    const passed = new Set<NodeId>();
    for (const piece of pieces) {
      const area = segmentBox(piece);
      areas.push(area);
      for (const other of segments.over(area)) {
        if (cross(piece, other)) crossings += 1;
        else sharedPx += sharedLength(piece, other);
      }
      for (const id of fronts.over(grow(area, -HAIR_PX))) {
        if (id !== edge.from.nodeId && id !== edge.to.nodeId && runsThrough(piece, boxes.get(id))) passed.add(id);
      }
    }
    through += passed.size;
    for (const piece of pieces) segments.add(piece, segmentBox(piece));
  }
  const area = unionOf(areas);
  return { crossings, bends, lengthPx, sharedPx, through, overlaps, areaPx: area ? area.width * area.height : 0 };
}

export function segmentsOf(edge: EdgeId, points: readonly Point[]): readonly Segment[] {
  return points.slice(1).map((to, index) => ({ edge, from: points[index] ?? to, to }));
}

/** The box of a piece of line, a hair wider than the line. */
export function segmentBox({ from, to }: Segment): Box {
  return grow(boxOf(from, to), HAIR_PX);
}

/** Whether two pieces cross within both; touching ends and pieces on each other do not. */
export function cross(a: Segment, b: Segment): boolean {
  return turn(a, b.from) * turn(a, b.to) < 0 && turn(b, a.from) * turn(b, a.to) < 0;
}

/** On which side of a piece a point lies: the sign. */
function turn({ from, to }: Segment, { x, y }: Point): number {
  return Math.sign((to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x));
}

/** For how long two pieces that run along the same axis lie on each other. */
export function sharedLength(a: Segment, b: Segment): number {
  for (const [along, across] of [['x', 'y'] as const, ['y', 'x'] as const]) {
    const lies = [a.to, b.from, b.to].every((point) => Math.abs(point[across] - a.from[across]) < 2 * HAIR_PX);
    if (!lies) continue;
    const start = Math.max(Math.min(a.from[along], a.to[along]), Math.min(b.from[along], b.to[along]));
    const end = Math.min(Math.max(a.from[along], a.to[along]), Math.max(b.from[along], b.to[along]));
    return Math.max(0, end - start);
  }
  return 0;
}

/** Whether a piece has a part inside a box, by clipping it at the four sides (Liang and Barsky, 1984). */
export function runsThrough({ from, to }: Segment, box: Box | undefined): boolean {
  if (box === undefined) return false;
  const inner = grow(box, -1);
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [enter, leave] = [0, 1];
  for (const [step, room] of [
    [-dx, from.x - inner.x],
    [dx, inner.x + inner.width - from.x],
    [-dy, from.y - inner.y],
    [dy, inner.y + inner.height - from.y],
  ] as const) {
    if (step === 0 && room <= 0) return false;
    if (step < 0) enter = Math.max(enter, room / step);
    if (step > 0) leave = Math.min(leave, room / step);
  }
  return enter < leave;
}
