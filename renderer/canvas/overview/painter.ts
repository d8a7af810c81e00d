import { type Box, encloses, grow, intersectionOf, intersects, type Size } from '../../../shared/geometry/box';
import type { EdgeId, NodeId } from '../../../shared/model/ids';
import { boxOfNode } from '../../../shared/model/query';
import type { Viewport } from '../../state/viewStore';
import { visibleBoxOf } from '../viewport';
import { frameOf, type Layer } from './layer';
import { createDirtyCells, outside, type Part, type Picture, paintPart, partOf } from './painting';
import { type Frame, type Look, paintOutlines } from './paintScene';
import type { SceneIndex } from './sceneIndex';

/** How long a frame may be kept with painting. */
const SLICE_MS = 5;
/** The first picture of a diagram: nothing else is to be seen meanwhile. */
const FIRST_SLICE_MS = 120;
/** While all that is shown is not true any more, or nothing is: the page still answers, but nothing is being moved. */
const URGENT_SLICE_MS = 30;
/** A bitmap may be shown so much larger or smaller than it was painted, until a sharp one is ready. */
const MOST_SCALED = 1.4;
/** How far the zoom may run ahead of a picture that is being painted before another one is begun instead. */
const MOST_AHEAD = 2.5;
/** How long the zoom has to rest before it is worth a sharp picture. */
const REST_MS = 60;
/** What is painted around the view, as a share of its size on each side; less where that would take too much memory. */
const MARGIN = { most: 0.5, least: 0.1 } as const;
const MOST_PIXELS = 12_000_000;
/** More is painted when so much of the margin is left. */
const LEFT_OF_MARGIN = 0.3;
/** Changes of up to this are painted at once, as after an edit; more of them piece by piece. */
const AT_ONCE = { boxes: 64, entries: 400 } as const;

type Id = NodeId | EdgeId;

interface View {
  /** The part of the diagram in view. */
  readonly box: Box;
  /** Pixels of the screen a unit. */
  readonly scale: number;
}

interface Job {
  readonly frame: Frame;
  readonly parts: Part[];
  readonly sliceMs: number;
}

/** Paints the diagram around the view into one of two bitmaps while the other one is shown. */
export interface Painter {
  /** Where is looked at; called whenever it moves, and cheap as long as what is painted will do. */
  look(viewport: Viewport, size: Size): void;
  /** Other colours, another language or another font: everything is painted again. */
  setLook(look: Look): void;
  /** What is shown by somebody else. */
  setHidden(ids: ReadonlySet<Id>): void;
  /** What is selected: its outlines are part of the picture, so that ten thousand cost no frame anything. */
  setOutlined(ids: ReadonlySet<NodeId>): void;
  /** What has changed in the index; `null` for everything. */
  repaint(changed: readonly Box[] | null): void;
  /** Calls back when all changes so far are painted: at once when nothing is under way. */
  whenSharp(then: () => void): void;
  stop(): void;
}

export function createPainter(
  index: () => SceneIndex | null,
  layers: readonly [Layer, Layer],
  firstLook: Look,
): Painter {
  let [front, back] = layers;
  let shown: Frame | null = null;
  let job: Job | null = null;
  /** Changed while a job was painting: what it has painted before that is not true any more. */
  let changedMeanwhile: Box[] = [];
  let viewport: Viewport = { x: 0, y: 0, zoom: 1 };
  let view: View | null = null;
  let look = firstLook;
  let hidden: ReadonlySet<Id> = new Set();
  let outlined: ReadonlySet<NodeId> = new Set();
  let animation = 0;
  let waiting: (() => void) | null = null;
  let restTimer: ReturnType<typeof setTimeout> | undefined;
  const dirty = createDirtyCells();

  function picture(): Picture | null {
    const scene = index();
    return scene === null ? null : { scene, look, hidden, outlined };
  }

  function frameFor({ box, scale }: View, extent: Box): Frame {
    const margin = marginOf({ box, scale });
    const wide = {
      x: box.x - box.width * margin,
      y: box.y - box.height * margin,
      width: box.width * (1 + 2 * margin),
      height: box.height * (1 + 2 * margin),
    };
    return frameOf(intersectionOf(wide, extent) ?? { ...box, width: 1 / scale, height: 1 / scale }, scale);
  }

  /** Begins another picture. What is shown is taken over where it is still true (`fresh`: none of it is). */
  function start({ fresh = false } = {}): void {
    clearTimeout(restTimer);
    const scene = index();
    if (view === null || scene === null) return;
    const isUrgent = fresh || shown === null || job?.sliceMs === URGENT_SLICE_MS;
    const frame = frameFor(view, scene.extent);
    const context = back.begin(frame);
    if (context === null) return;
    changedMeanwhile = [];
    const kept = fresh || shown === null || shown.scale !== frame.scale || dirty.size > 0 ? null : shown;
    if (kept !== null) copyInto(context, frame, front.canvas, kept);
    const missing = kept === null ? [frame.box] : outside(frame.box, kept.box);
    const isFirst = shown === null;
    job = {
      frame,
      parts: missing.map((box) => partOf(context, frame, box)),
      sliceMs: isUrgent ? URGENT_SLICE_MS : SLICE_MS,
    };
    back.place(viewport);
    work(isFirst ? FIRST_SLICE_MS : 0);
    // Something rather than nothing, until the whole is there.
    if (isFirst && job !== null) back.show();
  }

  function request(): void {
    cancelAnimationFrame(animation);
    animation = requestAnimationFrame(() => work(job?.sliceMs ?? SLICE_MS));
  }

  function work(limitMs: number): void {
    const now = picture();
    if (now === null || view === null) return;
    const endMs = performance.now() + limitMs;
    paintDirty(now, endMs);
    while (job !== null && dirty.size === 0) {
      const part = job.parts[0];
      if (part === undefined) finish(job);
      else if (paintPart(part, now, endMs)) job.parts.shift();
      else break;
    }
    if (job !== null || dirty.size > 0) request();
    else settle();
  }

  function paintDirty(now: Picture, endMs: number): void {
    const context = dirty.size === 0 ? null : front.canvas.getContext('2d');
    if (context === null || shown === null || view === null) return;
    const middle = { x: view.box.x + view.box.width / 2, y: view.box.y + view.box.height / 2 };
    while (performance.now() < endMs) {
      const cell = dirty.take(middle, shown);
      if (cell === null) return;
      paintPart(partOf(context, shown, cell), now, Number.POSITIVE_INFINITY);
    }
  }

  function settle(): void {
    waiting?.();
    waiting = null;
  }

  function finish({ frame }: Job): void {
    job = null;
    shown = frame;
    back.place(viewport);
    back.show();
    front.hide();
    [front, back] = [back, front];
    dirty.clear();
    dirty.add(
      changedMeanwhile.filter((box) => intersects(box, frame.box)),
      frame,
    );
    changedMeanwhile = [];
    check();
  }

  /** Whether a frame will do for the view, so that no other one has to be painted at once. */
  function serves(frame: Frame, { box, scale }: View, margin: number): boolean {
    const ratio = scale / frame.scale;
    if (ratio > MOST_SCALED || ratio < 1 / MOST_SCALED) return false;
    const extent = index()?.extent;
    const needed =
      extent === undefined ? null : intersectionOf(grow(box, margin * Math.min(box.width, box.height)), extent);
    // A pixel more or less is a matter of rounding.
    return needed === null || encloses(grow(frame.box, 1.5 / frame.scale), needed);
  }

  function check(): void {
    if (view === null || index() === null) return;
    if (job !== null) {
      const inWork = job.frame;
      if (serves(inWork, view, 0) || (shown !== null && serves(shown, view, 0))) return;
      // Zooming on would else throw away one half-painted picture after the other, and never show any. One for a view
      // that was left altogether, as by a jump from all of a large diagram to 100 %, would hold up the one that is needed.
      const ratio = view.scale / inWork.scale;
      if (intersects(inWork.box, view.box) && ratio < MOST_AHEAD && ratio > 1 / MOST_AHEAD) return;
      start();
    } else if (shown === null || !serves(shown, view, LEFT_OF_MARGIN * marginOf(view))) start();
    else if (shown.scale !== view.scale) {
      clearTimeout(restTimer);
      restTimer = setTimeout(() => start(), REST_MS);
    }
  }

  function repaint(changed: readonly Box[] | null): void {
    const now = picture();
    if (now === null || view === null) return;
    if (shown === null || changed === null) {
      start({ fresh: true });
      return;
    }
    if (job !== null) changedMeanwhile.push(...changed);
    const frame = shown;
    const boxes = changed.filter((box) => intersects(box, frame.box));
    const context = front.canvas.getContext('2d');
    if (boxes.length === 0 || context === null) return;
    if (boxes.length <= AT_ONCE.boxes) {
      const parts = boxes.map((box) => ({ ...partOf(context, frame, box), count: now.scene.search(box).length }));
      if (parts.reduce((sum, { count }) => sum + count, 0) <= AT_ONCE.entries) {
        for (const part of parts) paintPart(part, now, Number.POSITIVE_INFINITY);
        return;
      }
    }
    dirty.add(boxes, frame);
    request();
  }

  /** Paints again around what is in one of the sets and not in the other. */
  function repaintDifference<T extends Id>(before: ReadonlySet<T>, next: ReadonlySet<T>): void {
    const scene = index();
    const changed: Box[] = [];
    const add = (id: T) => {
      const entry = scene?.get(id);
      if (entry !== undefined) changed.push(entry.box);
    };
    for (const id of next) if (!before.has(id)) add(id);
    for (const id of before) if (!next.has(id)) add(id);
    if (changed.length > 0) repaint(changed);
  }

  function addOutlines(before: ReadonlySet<NodeId>, next: ReadonlySet<NodeId>): void {
    const scene = index();
    const context = front.canvas.getContext('2d');
    if (scene === null || shown === null || context === null) return;
    const { nodes } = scene.document;
    const boxes: Box[] = [];
    for (const id of next) {
      const node = before.has(id) || hidden.has(id) ? undefined : nodes.get(id);
      const box = node === undefined ? null : boxOfNode(nodes, node);
      if (box !== null && intersects(box, shown.box)) boxes.push(box);
    }
    paintOutlines(context, shown, boxes, look.theme);
  }

  return {
    look(nextViewport, size) {
      viewport = nextViewport;
      const { zoom } = viewport;
      view = { box: visibleBoxOf(viewport, size), scale: zoom * window.devicePixelRatio };
      front.place(viewport);
      if (shown === null) back.place(viewport);
      check();
    },
    setLook(next) {
      if (next.language === look.language && next.theme === look.theme && next.focus === look.focus) return;
      look = next;
      if (view !== null) start({ fresh: true });
    },
    setHidden(ids) {
      const before = hidden;
      hidden = ids;
      if (before !== ids) repaintDifference(before, ids);
    },
    setOutlined(ids) {
      const before = outlined;
      outlined = ids;
      if (before === ids) return;
      // A frame that is pulled adds to them all the time: an outline lies above all else, so it is simply added.
      if (job === null && dirty.size === 0 && [...before].every((id) => ids.has(id))) addOutlines(before, ids);
      else repaintDifference(before, ids);
    },
    repaint,
    whenSharp(then) {
      waiting = then;
      if (job === null && dirty.size === 0) settle();
    },
    stop() {
      cancelAnimationFrame(animation);
      clearTimeout(restTimer);
      job = null;
      view = null;
    },
  };
}

function marginOf({ box, scale }: View): number {
  const pixels = box.width * box.height * scale * scale;
  return Math.min(MARGIN.most, Math.max(MARGIN.least, (Math.sqrt(MOST_PIXELS / pixels) - 1) / 2));
}

/** Takes over what one bitmap shows of another frame at the same scale. */
function copyInto(
  context: CanvasRenderingContext2D,
  { box, scale }: Frame,
  source: HTMLCanvasElement,
  from: Frame,
): void {
  context.save();
  // Bitmaps are larger than their frames: what lies outside would stay there untrue.
  context.beginPath();
  context.rect(0, 0, Math.round(box.width * scale), Math.round(box.height * scale));
  context.clip();
  const [left, top] = [(from.box.x - box.x) * scale, (from.box.y - box.y) * scale];
  context.drawImage(source, Math.round(left), Math.round(top));
  context.restore();
}
