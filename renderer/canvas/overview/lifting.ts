import {
  type Box,
  centerOf,
  encloses,
  grow,
  intersectionOf,
  intersects,
  type Point,
  unionOf,
} from '../../../shared/geometry/box';
import { nodeKinds } from '../../../shared/kinds/index';
import type { DiagramDocument, DiagramEdge, DiagramNode } from '../../../shared/model/document';
import { shownAs } from '../../../shared/model/hidden';
import type { NodeId } from '../../../shared/model/ids';
import { byPainting } from '../../../shared/model/paintingOrder';
import { boxOfNode, byStacking } from '../../../shared/model/query';
import { edgeMarks } from '../../../shared/picture/edgeMarks';
import { nodeLook } from '../../../shared/picture/nodeMarks';
import type { Viewport } from '../../state/viewStore';
import { approximateEdgeBox } from '../visible';
import type { ChangingElements } from './changing';
import { frameOf, type Layer } from './layer';
import { paintMarks } from './paintMarks';
import { type Frame, type Look, paintNode, paintOutlines } from './paintScene';
import { NODE_MARGIN_PX } from './sceneIndex';

/** More lines than this are drawn straight while what they end at is dragged: finding their ways would take too long. */
const MOST_ROUTED = 60;
const STRAIGHT_LINE_PX = 1.25;
/** Up to so many take the colour of the lane they are dragged over at once; more of them where they are dropped. */
const MOST_RECOLORED = 60;
/** How much around the view is lifted, as a share of its size: what is dragged comes in from there. */
const MARGIN = 0.5;
/** How long a frame is kept with painting what is lifted, when a gesture begins and then. */
const FIRST_SLICE_MS = 16;
const SLICE_MS = 12;
/** The clock costs as much as a small node. */
const PAINTED_A_LOOK = 8;
const STAYS: Point = { x: 0, y: 0 };
const NOTHING: Box = { x: 0, y: 0, width: 0, height: 0 };

/** Where what a gesture changes is painted: containers, the lines to what stays, and everything else, lowest first. */
export interface LiftedLayers {
  readonly back: Layer;
  readonly lines: Layer;
  readonly front: Layer;
}

export interface LiftedView {
  readonly viewport: Viewport;
  /** The part of the diagram in view. */
  readonly box: Box;
  /** Pixels of the bitmap a unit. */
  readonly scale: number;
}

/** A preview of a gesture, as it is painted. */
export interface LiftedPreview {
  readonly shown: DiagramDocument;
  readonly changing: ChangingElements;
  readonly outlined: ReadonlySet<NodeId>;
  readonly look: Look;
}

/** What was lifted: as it was painted, so that a later frame can tell whether it only has to be moved. */
interface Picture {
  readonly document: DiagramDocument;
  readonly hidden: ChangingElements['hidden'];
  readonly outlined: ReadonlySet<NodeId>;
  readonly look: Look;
  readonly scale: number;
  /** Around all that was lifted, and the part of it that was painted. */
  readonly extent: Box;
  readonly frame: Frame;
}

/**
 * Shows what a gesture changes above the rest of the diagram. What is dragged is painted once, and then only moved,
 * however much it is; painted again is what changes its look, and the lines that end at what stays behind.
 */
export interface Lifting {
  show(preview: LiftedPreview, view: LiftedView): void;
  /** The view moves during the gesture. */
  look(view: LiftedView): void;
  hide(): void;
}

export function createLifting({ back, lines, front }: LiftedLayers): Lifting {
  let picture: Picture | null = null;
  let preview: LiftedPreview | null = null;
  /** What is left to paint of it. */
  let rest: Iterator<void> | null = null;

  function show(next: LiftedPreview, view: LiftedView): void {
    preview = next;
    const by = picture === null ? null : movedBy(picture, next, view);
    if (by === null) {
      // Only what begins to move may come little by little: what is painted again with every frame would never be whole.
      const isFirst = picture === null;
      rest = lift(next, view);
      paintRest(isFirst ? FIRST_SLICE_MS : Number.POSITIVE_INFINITY);
    }
    for (const layer of [back, front]) {
      layer.place(view.viewport, by ?? STAYS);
      layer.show();
    }
    paintLines(next, view);
  }

  function paintRest(limitMs: number): void {
    const endMs = performance.now() + limitMs;
    while (rest !== null && performance.now() < endMs) if (rest.next().done === true) rest = null;
    if (rest !== null) requestAnimationFrame(() => paintRest(SLICE_MS));
  }

  /** Paints a piece more each time it is asked. */
  function* lift({ shown, changing, outlined, look }: LiftedPreview, view: LiftedView): Iterator<void> {
    const nodes = changing.nodes
      .map((id) => shown.nodes.get(id))
      .filter((node) => node !== undefined)
      .sort(byStacking)
      .map((node) => ({ node, box: grow(boxOfNode(shown.nodes, node), NODE_MARGIN_PX) }));
    const edges = changing.innerEdges.flatMap((id) => {
      const edge = shown.edges.get(id);
      const box = edge === undefined ? null : approximateEdgeBox(shown.nodes, edge);
      return edge === undefined || box === null ? [] : [{ edge, box }];
    });
    edges.sort((a, b) => byPainting(a.edge, b.edge));
    const extent = unionOf([...nodes, ...edges].map(({ box }) => box)) ?? NOTHING;
    const around = grow(view.box, MARGIN * Math.min(view.box.width, view.box.height));
    const frame = frameOf(intersectionOf(around, extent) ?? NOTHING, view.scale);
    picture = { document: shown, hidden: changing.hidden, outlined, look, scale: view.scale, extent, frame };
    const [below, above] = [back.begin(frame), front.begin(frame)];
    if (below === null || above === null) return;
    const isSeen = ({ box }: { readonly box: Box }) => intersects(box, frame.box);
    const seen = nodes.filter(isSeen).map(({ node }) => node);
    yield* inPieces(seen.filter(isBack), (node) => paintNode(below, frame, shown, node, look));
    yield* inPieces(edges.filter(isSeen), ({ edge }) => paintEdge(above, frame, shown, edge, look));
    yield* inPieces(
      seen.filter((node) => !isBack(node)),
      (node) => paintNode(above, frame, shown, node, look),
    );
    const selected = seen.filter(({ id }) => outlined.has(id)).map((node) => boxOfNode(shown.nodes, node));
    paintOutlines(above, frame, selected, look.theme);
  }

  function paintLines({ shown, changing, look }: LiftedPreview, view: LiftedView): void {
    const edges = changing.outerEdges.map((id) => shown.edges.get(id)).filter((edge) => edge !== undefined);
    const isMany = edges.length > MOST_ROUTED;
    const seen: DiagramEdge[] = [];
    const boxes: Box[] = [];
    for (const edge of edges) {
      const box = approximateEdgeBox(shown.nodes, edge, isMany ? STRAIGHT_LINE_PX : undefined);
      if (box === null || !intersects(box, view.box)) continue;
      seen.push(edge);
      boxes.push(box);
    }
    const around = unionOf(boxes);
    const inView = around === null ? null : intersectionOf(around, view.box);
    const context = inView === null ? null : lines.begin(frameOf(inView, view.scale));
    const { frame } = lines;
    if (context === null || frame === null) {
      lines.hide();
      return;
    }
    if (isMany) paintStraight(context, frame, shown, seen, look);
    else for (const edge of seen.sort(byPainting)) paintEdge(context, frame, shown, edge, look);
    lines.place(view.viewport);
    lines.show();
  }

  return {
    show,
    look(view) {
      if (preview !== null) show(preview, view);
    },
    hide() {
      rest = null;
      picture = null;
      preview = null;
      for (const layer of [back, lines, front]) layer.hide();
    },
  };
}

function* inPieces<T>(all: readonly T[], paint: (one: T) => void): Generator<void> {
  for (const [at, one] of all.entries()) {
    paint(one);
    if (at % PAINTED_A_LOOK === PAINTED_A_LOOK - 1) yield;
  }
}

/** How far all that was lifted has moved since; `null` when it has to be painted again. */
function movedBy(picture: Picture, { shown, changing, outlined, look }: LiftedPreview, view: LiftedView): Point | null {
  const { document, hidden, extent, frame } = picture;
  const isSame =
    changing.hidden === hidden &&
    outlined === picture.outlined &&
    look.theme === picture.look.theme &&
    look.language === picture.look.language &&
    view.scale === picture.scale;
  if (!isSame) return null;
  const keepsColor = changing.nodes.length > MOST_RECOLORED;
  let by: Point | null = null;
  for (const id of changing.nodes) {
    const [before, now] = [document.nodes.get(id), shown.nodes.get(id)];
    if (before === undefined || now === undefined || !isDrawnAlike(before, now)) return null;
    if (!keepsColor && !isColoredAlike(document, before, shown, now)) return null;
    const [from, to] = [boxOfNode(document.nodes, before), boxOfNode(shown.nodes, now)];
    const moved = { x: to.x - from.x, y: to.y - from.y };
    if (by !== null && (Math.abs(moved.x - by.x) > LEAST_STEP || Math.abs(moved.y - by.y) > LEAST_STEP)) return null;
    by ??= moved;
  }
  if (by === null) return null;
  // What lies outside of what was painted comes into view.
  const needed = intersectionOf({ ...view.box, x: view.box.x - by.x, y: view.box.y - by.y }, extent);
  return needed === null || encloses(grow(frame.box, 1.5 / frame.scale), needed) ? by : null;
}

/** Sums of coordinates differ by rounding. */
const LEAST_STEP = 0.01;

/** Whether a node is drawn as it was, wherever it lies. */
function isDrawnAlike(a: DiagramNode, b: DiagramNode): boolean {
  return (
    a === b ||
    (a.kind === b.kind &&
      a.width === b.width &&
      a.height === b.height &&
      a.label === b.label &&
      a.raci === b.raci &&
      a.props === b.props)
  );
}

/** Whether it has the same role, of its own or from the lane it lies in. */
function isColoredAlike(before: DiagramDocument, a: DiagramNode, after: DiagramDocument, b: DiagramNode): boolean {
  const [lookA, lookB] = [nodeLook(before, a), nodeLook(after, b)];
  return lookA.roleId === lookB.roleId && lookA.roles === lookB.roles;
}

function paintEdge(
  context: CanvasRenderingContext2D,
  { box, scale }: Frame,
  document: DiagramDocument,
  edge: DiagramEdge,
  { language, theme }: Look,
): void {
  context.setTransform(scale, 0, 0, scale, -box.x * scale, -box.y * scale);
  paintMarks(context, edgeMarks(document, edge, language), theme, scale);
}

function paintStraight(
  context: CanvasRenderingContext2D,
  { box, scale }: Frame,
  { nodes }: DiagramDocument,
  edges: readonly DiagramEdge[],
  { theme }: Look,
): void {
  context.setTransform(scale, 0, 0, scale, -box.x * scale, -box.y * scale);
  context.strokeStyle = theme.color('edge');
  context.lineWidth = Math.max(STRAIGHT_LINE_PX, 1 / scale);
  context.setLineDash([]);
  context.beginPath();
  for (const { from, to } of edges) {
    const [source, target] = [nodes.get(shownAs(nodes, from.nodeId)), nodes.get(shownAs(nodes, to.nodeId))];
    if (source === undefined || target === undefined) continue;
    const [a, b] = [boxOfNode(nodes, source), boxOfNode(nodes, target)];
    const start = onOutline(a, centerOf(b));
    const end = onOutline(b, centerOf(a));
    context.moveTo(start.x, start.y);
    context.lineTo(end.x, end.y);
  }
  context.stroke();
}

/** Where the line from the middle of a box towards a point leaves the box. */
function onOutline(box: Box, goal: Point): Point {
  const center = centerOf(box);
  const [dx, dy] = [goal.x - center.x, goal.y - center.y];
  const share = Math.max(Math.abs(dx) / (box.width / 2), Math.abs(dy) / (box.height / 2));
  return share <= 1 ? goal : { x: center.x + dx / share, y: center.y + dy / share };
}

function isBack({ kind }: DiagramNode): boolean {
  return nodeKinds[kind].traits.layer === 'back';
}
