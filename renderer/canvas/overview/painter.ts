import { type Box, encloses, grow, intersects, unionOf } from '../../../shared/geometry/box';
import type { EdgeId, NodeId } from '../../../shared/model/ids';
import { forgetFont } from './paintMarks';
import { type Frame, type Look, paintEntry } from './paintScene';
import type { SceneEntry, SceneIndex } from './sceneIndex';

/** How long a frame may be kept with painting. */
const SLICE_MS = 5;
/** The first picture of a diagram: nothing else is to be seen meanwhile. */
const FIRST_SLICE_MS = 120;
/** While what is shown is not true any more, or nothing is: the page still answers, but nothing is being moved. */
const URGENT_SLICE_MS = 40;
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
/** More changed boxes than this are painted as one. */
const MOST_BOXES = 64;
/** Changes of more than this are painted in slices. */
const MOST_AT_ONCE = 2_500;

export interface View {
  /** The part of the diagram in view. */
  readonly box: Box;
  /** Pixels of the screen a unit. */
  readonly scale: number;
}

type Id = NodeId | EdgeId;

interface Job {
  readonly frame: Frame;
  readonly context: CanvasRenderingContext2D;
  readonly entries: readonly SceneEntry[];
  readonly sliceMs: number;
  next: number;
}

/** Paints the diagram around the view into one of two bitmaps while the other one is shown. */
export interface Painter {
  /** Where is looked at; called whenever it moves, and cheap as long as what is painted will do. */
  look(view: View): void;
  /** Other colours, another language or another font: everything is painted again. */
  setLook(look: Look): void;
  /** What is shown by somebody else. */
  setHidden(ids: ReadonlySet<Id>): void;
  /** What has changed in the index; `null` for everything. */
  repaint(changed: readonly Box[] | null): void;
  /** Calls back when all changes so far are painted: at once when nothing is under way. */
  whenSharp(then: () => void): void;
  /** Whether a picture of what was looked at last is shown. */
  isPainted(): boolean;
  stop(): void;
}

export function createPainter(
  index: () => SceneIndex | null,
  canvases: readonly [HTMLCanvasElement, HTMLCanvasElement],
  firstLook: Look,
): Painter {
  let [front, back] = canvases;
  let shown: Frame | null = null;
  let job: Job | null = null;
  let view: View | null = null;
  let lookNow = firstLook;
  let hidden: ReadonlySet<Id> = new Set();
  let animation = 0;
  let waiting: (() => void) | null = null;
  let restTimer: ReturnType<typeof setTimeout> | undefined;

  function paint(context: CanvasRenderingContext2D, frame: Frame, entry: SceneEntry): void {
    const scene = index();
    if (scene !== null && !hidden.has(entry.id)) paintEntry(context, frame, scene.document, entry, lookNow);
  }

  function frameFor({ box, scale }: View, extent: Box): Frame {
    const margin = marginOf({ box, scale });
    const wide = {
      x: box.x - box.width * margin,
      y: box.y - box.height * margin,
      width: box.width * (1 + 2 * margin),
      height: box.height * (1 + 2 * margin),
    };
    const { x, y, width, height } = common(wide, extent) ?? { ...box, width: 1 / scale, height: 1 / scale };
    // On whole pixels: what is painted then lies exactly where the page draws it.
    const left = Math.floor(x * scale) / scale;
    const top = Math.floor(y * scale) / scale;
    const [columns, rows] = [Math.ceil((x + width - left) * scale), Math.ceil((y + height - top) * scale)];
    return { box: { x: left, y: top, width: columns / scale, height: rows / scale }, scale };
  }

  function start(isUrgent = shown === null || job?.sliceMs === URGENT_SLICE_MS): void {
    clearTimeout(restTimer);
    const scene = index();
    if (view === null || scene === null) return;
    const frame = frameFor(view, scene.extent);
    back.width = Math.max(1, Math.round(frame.box.width * frame.scale));
    back.height = Math.max(1, Math.round(frame.box.height * frame.scale));
    const context = back.getContext('2d');
    if (context === null) return;
    forgetFont(context);
    job = { frame, context, entries: scene.search(frame.box), sliceMs: isUrgent ? URGENT_SLICE_MS : SLICE_MS, next: 0 };
    const isFirst = shown === null;
    slice(isFirst ? FIRST_SLICE_MS : 0);
    // Something rather than nothing, until the whole is there.
    if (isFirst && job !== null) show(back, frame);
  }

  function slice(limitMs: number): void {
    cancelAnimationFrame(animation);
    if (job === null) return;
    const { context, frame, entries, sliceMs } = job;
    const endMs = performance.now() + limitMs;
    while (job.next < entries.length && performance.now() < endMs) {
      // The clock costs as much as a small node.
      const until = Math.min(entries.length, job.next + 8);
      for (; job.next < until; job.next++) {
        const entry = entries[job.next];
        if (entry !== undefined) paint(context, frame, entry);
      }
    }
    if (job.next < entries.length) animation = requestAnimationFrame(() => slice(sliceMs));
    else finish(job);
  }

  function finish({ frame }: Job): void {
    job = null;
    shown = frame;
    show(back, frame);
    front.style.visibility = 'hidden';
    [front, back] = [back, front];
    waiting?.();
    waiting = null;
    check();
  }

  function show(canvas: HTMLCanvasElement, { box, scale }: Frame): void {
    canvas.style.transform = `translate(${box.x}px, ${box.y}px) scale(${1 / scale})`;
    canvas.style.visibility = 'inherit';
  }

  /** Whether a frame will do for the view, so that no other one has to be painted at once. */
  function serves(frame: Frame, { box, scale }: View, margin: number): boolean {
    const ratio = scale / frame.scale;
    if (ratio > MOST_SCALED || ratio < 1 / MOST_SCALED) return false;
    const extent = index()?.extent;
    const needed = extent === undefined ? null : common(grow(box, margin * Math.min(box.width, box.height)), extent);
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
    const scene = index();
    if (scene === null || view === null) return;
    if (shown === null) {
      start();
      return;
    }
    const { box: frameBox, scale } = shown;
    const isInFrame = (box: Box) => intersects(box, frameBox);
    let boxes = changed?.filter(isInFrame) ?? null;
    if (boxes !== null && boxes.length > MOST_BOXES) boxes = [unionOf(boxes)].filter((box) => box !== null);
    const found = boxes?.map((box) => ({ box, entries: scene.search(box) })) ?? null;
    const context = front.getContext('2d');
    const count = found?.reduce((sum, { entries }) => sum + entries.length, 0) ?? Number.POSITIVE_INFINITY;
    if (found === null || context === null || count > MOST_AT_ONCE) {
      start(true);
      return;
    }
    for (const { box, entries } of found) {
      const [left, top] = [Math.floor((box.x - frameBox.x) * scale), Math.floor((box.y - frameBox.y) * scale)];
      const [width, height] = [Math.ceil(box.width * scale) + 1, Math.ceil(box.height * scale) + 1];
      context.save();
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.beginPath();
      context.rect(left, top, width, height);
      context.clip();
      context.clearRect(left, top, width, height);
      for (const entry of entries) paint(context, shown, entry);
      context.restore();
      forgetFont(context);
    }
    if (job !== null) start();
  }

  return {
    look(next) {
      view = next;
      check();
    },
    setLook(next) {
      if (next.language === lookNow.language && next.theme === lookNow.theme) return;
      lookNow = next;
      if (view !== null) start(true);
    },
    setHidden(ids) {
      const before = hidden;
      hidden = ids;
      const changed: Box[] = [];
      const scene = index();
      for (const id of ids) if (!before.has(id)) changed.push(...boxesOf(scene, id));
      for (const id of before) if (!ids.has(id)) changed.push(...boxesOf(scene, id));
      if (changed.length > 0) repaint(changed);
    },
    repaint,
    isPainted: () => shown !== null && view !== null && serves(shown, view, 0),
    whenSharp(then) {
      if (job === null) then();
      else waiting = then;
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

function boxesOf(scene: SceneIndex | null, id: Id): readonly Box[] {
  const entry = scene?.get(id);
  return entry === undefined ? [] : [entry.box];
}

function common(a: Box, b: Box): Box | null {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  const width = Math.min(a.x + a.width, b.x + b.width) - x;
  const height = Math.min(a.y + a.height, b.y + b.height) - y;
  return width <= 0 || height <= 0 ? null : { x, y, width, height };
}
