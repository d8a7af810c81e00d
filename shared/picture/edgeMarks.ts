import { type Anchor, outwardOf } from '../geometry/anchor';
import { type Box, grow, type Point, type Size, unionOf } from '../geometry/box';
import type { Route } from '../geometry/route';
import type { LabelStyle } from '../kinds/label';
import { labelMarks, labelSize, lineWidthPx } from '../kinds/labelMarks';
import type { DiagramDocument, DiagramEdge } from '../model/document';
import { type EdgeKind, edgeKinds } from '../model/edgeKinds';
import { isEmptyText, type LabelLanguage } from '../model/localizedText';
import { giverOf } from '../model/query';
import type { Marks, Paint, PathMark } from '../scene/mark';
import { edgeRoute } from './edgeRoute';
import { labelCenter } from './labelPlace';

/** How the text on an edge is set. */
export const edgeLabelStyle: LabelStyle = {
  sizePx: 11,
  lineHeightPx: 15,
  weight: 500,
  align: 'middle',
  verticalAlign: 'middle',
};
const LABEL_MAX_WIDTH_PX = 152;
const LABEL_PADDING_X = 8;
const LABEL_PADDING_Y = 3;
const LABEL_RADIUS_PX = 10;

/** Length of a head along the line, and half its width. */
const HEAD_LENGTH_PX = 6.5;
const HEAD_HALF_PX = 4.5;

interface EdgeLook {
  readonly widthPx: number;
  /** The line and its heads. */
  readonly line: Paint;
  /** The outline of the label. */
  readonly label: Paint;
}

/** An edge's marks on the canvas: line, heads, and the label on a pill that keeps lines out of its text. */
export function edgeMarks(
  document: DiagramDocument,
  edge: DiagramEdge,
  language: LabelLanguage,
  route: Route | null = edgeRoute(document, edge),
): Marks {
  if (route === null) return [];
  const kind: EdgeKind = edgeKinds[edge.kind];
  const look = lookOf(document, edge, kind);
  const { widthPx } = look;
  const { dashPx } = kind;
  const line: PathMark = {
    type: 'path',
    d: route.d,
    stroke: { paint: look.line, widthPx, ...(dashPx === undefined ? {} : { dashPx }) },
  };
  return [line, ...headMarks(edge, route, { paint: look.line, widthPx }), ...pillMarks(edge, language, route, look)];
}

/** Where work changes hands, a line of any kind is as thick as a hand-off and in the colour of the role that gives. */
function lookOf(document: DiagramDocument, edge: DiagramEdge, { widthPx }: EdgeKind): EdgeLook {
  const color = giverOf(document, edge)?.color;
  if (color === undefined) return { widthPx, line: 'edge', label: 'hairline' };
  return {
    widthPx: Math.max(widthPx, edgeKinds.handoff.widthPx),
    line: { role: color, tone: 'ink' },
    label: { role: color, tone: 'line' },
  };
}

function headMarks(edge: DiagramEdge, route: Route, stroke: NonNullable<PathMark['stroke']>): Marks {
  const heads: Anchor[] = [];
  if (edge.heads === 'start' || edge.heads === 'both') heads.push(route.start);
  if (edge.heads === 'end' || edge.heads === 'both') heads.push(route.end);
  // Between nodes that nearly touch heads shrink, so that two of them do not make a diamond.
  const scale = Math.min(1, route.lengthPx / (heads.length * HEAD_LENGTH_PX * 1.6));
  return heads.map((anchor): PathMark => {
    const points = route.points;
    const inner = anchor === route.end ? points.at(-2) : points[1];
    return { type: 'path', d: headPath(anchor, edge.routing === 'straight' ? inner : undefined, scale), stroke };
  });
}

/** An open arrow head whose tip is the anchor, pointing at the node; straight lines come from `inner`. */
function headPath({ point, side }: Anchor, inner: Point | undefined, scale: number): string {
  const [lengthPx, halfPx] = [HEAD_LENGTH_PX * scale, HEAD_HALF_PX * scale];
  const out = inner === undefined ? outwardOf(side) : unitFrom(point, inner);
  const back = { x: point.x + out.x * lengthPx, y: point.y + out.y * lengthPx };
  const [sideX, sideY] = [-out.y * halfPx, out.x * halfPx];
  return `M${at(back.x + sideX, back.y + sideY)}L${at(point.x, point.y)}L${at(back.x - sideX, back.y - sideY)}`;
}

function unitFrom(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}

function at(x: number, y: number): string {
  return `${Number(x.toFixed(2))} ${Number(y.toFixed(2))}`;
}

/** The size of the pill that holds an edge's label; `null` without a label. */
export function edgeLabelSize({ label }: DiagramEdge, language: LabelLanguage): Size | null {
  if (isEmptyText(label)) return null;
  const widest = Math.min(LABEL_MAX_WIDTH_PX, Math.ceil(lineWidthPx(label, language, edgeLabelStyle)));
  const needed = labelSize(label, language, widest, edgeLabelStyle);
  return {
    width: Math.max(needed.width + 2 * LABEL_PADDING_X, 2 * LABEL_RADIUS_PX),
    height: needed.height + 2 * LABEL_PADDING_Y,
  };
}

/** Where an edge's label lies on the canvas: the pill, for hits and for editing in place; `null` without a label. */
export function edgeLabelBox(edge: DiagramEdge, language: LabelLanguage, route: Route): Box | null {
  const size = edgeLabelSize(edge, language);
  if (size === null) return null;
  const { width, height } = size;
  const center = labelCenter(route, edge.labelSpot ?? edge.labelAt, { width, height });
  return { x: Math.round(center.x - width / 2), y: Math.round(center.y - height / 2), width, height };
}

function pillMarks(edge: DiagramEdge, language: LabelLanguage, route: Route, look: EdgeLook): Marks {
  const box = edgeLabelBox(edge, language, route);
  if (box === null) return [];
  const textBox = { ...edgeLabelStyle, ...box, x: box.x + LABEL_PADDING_X, width: box.width - 2 * LABEL_PADDING_X };
  return [
    { type: 'rect', ...box, radiusPx: LABEL_RADIUS_PX, fill: 'surface', stroke: { paint: look.label, widthPx: 1 } },
    ...labelMarks(edge.label, language, textBox, 'text'),
  ];
}

/** The room an edge takes on the canvas, heads and label included. */
export function edgeBox(edge: DiagramEdge, language: LabelLanguage, route: Route): Box {
  const line = unionOf(route.points.map(({ x, y }) => ({ x, y, width: 0, height: 0 })));
  const label = edgeLabelBox(edge, language, route);
  const boxes = [line === null ? null : grow(line, HEAD_HALF_PX + 1), label === null ? null : grow(label, 1)];
  return unionOf(boxes.filter((box) => box !== null)) ?? { x: 0, y: 0, width: 0, height: 0 };
}
