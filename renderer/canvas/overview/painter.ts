import { type Box, intersectionOf, intersects, type Size, unionOf } from '../../../shared/geometry/box';
import type { EdgeId, NodeId } from '../../../shared/model/ids';
import type { Viewport } from '../../state/viewStore';
import { visibleBoxOf } from '../viewport';
import { drawnEdge, paintedBoxes } from './drawnEdges';
import { type Picture, paintPart, partOf } from './painting';
import type { Look } from './paintScene';
import type { SceneEntry, SceneIndex } from './sceneIndex';
import { type createSheets, isDone, markChanged, type Sheet, TILE_PX, type Tile } from './sheet';
import { paintTileOutlines } from './tileOutlines';

/** How long a frame may be kept with painting. */
const SLICE_MS = 5;
/** While something in view is missing, or not true any more: the page still answers. */
const URGENT_SLICE_MS = 12;
/** With the frame in which a diagram first comes, which has enough to do, and until all of the view is there. */
const FIRST_SLICE_MS = { begin: 8, rest: 32 } as const;
/** What an edit has changed comes with the same frame, first of all where it was made, as long as it takes no longer. */
const AT_ONCE_MS = 3;
/** A picture may be shown so much larger or smaller than it was painted, until a sharp one is ready. */
const MOST_SCALED = 1.4;
/** How far the zoom may run ahead of a picture that is being painted before another one is begun instead. */
const MOST_AHEAD = 2.5;
/**
 * How long the zoom has to rest before it is worth a sharp picture. Longer than the frames of a slow machine, which would
 * else paint the more the slower it gets.
 */
const REST_MS = 140;
/** What is painted around the view, as a share of its size on each side; less where that would take too much memory. */
const MARGIN = { most: 0.5, least: 0.1 } as const;
const MOST_PIXELS = 12_000_000;
/** So much of the margin is painted beside whatever else a frame has to do; the rest when there is nothing else. */
const SOON_OF_MARGIN = 0.3;
/** Of so many changes at once the ways of lines are found, to paint no more than they need. */
const MOST_FOLLOWED = 400;

type Id = NodeId | EdgeId;

interface View {
  /** The part of the diagram in view. */
  readonly box: Box;
  /** Pixels of the screen a unit. */
  readonly scale: number;
}

/** Paints the diagram around the view: the sheet that is shown, and the next one while the zoom or the look changes. */
export interface Painter {
  /** Where is looked at; called whenever it moves, and cheap as long as what is painted will do. */
  look(viewport: Viewport, size: Size): void;
  /** Other colours, another language or another font: everything is painted again. */
  setLook(look: Look): void;
  /** What is shown by somebody else. */
  setHidden(ids: ReadonlySet<Id>): void;
  /** What is selected: its outlines move with the picture, so that ten thousand cost no frame anything. */
  setOutlined(ids: ReadonlySet<NodeId>): void;
  /** What has changed in the index, as it was and as it is now; `null` for everything. */
  repaint(changed: readonly SceneEntry[] | null): void;
  /** Calls back when all changes so far are painted where they can be seen: at once when nothing is under way. */
  whenSharp(then: () => void): void;
  stop(): void;
}

/** `onSharp` is told whether what is in view is painted for the zoom it is seen at. */
export function createPainter(
  index: () => SceneIndex | null,
  createSheet: ReturnType<typeof createSheets>,
  firstLook: Look,
  onSharp: (isSharp: boolean) => void,
): Painter {
  let shown: Sheet | null = null;
  /** Takes the place of what is shown once it covers the view. */
  let next: Sheet | null = null;
  let viewport: Viewport = { x: 0, y: 0, zoom: 1 };
  let view: View | null = null;
  let look = firstLook;
  let hidden: ReadonlySet<Id> = new Set();
  let outlined: ReadonlySet<NodeId> = new Set();
  let animation: number | null = null;
  let idle: number | null = null;
  let waiting: (() => void) | null = null;
  /** Tiles of what is shown that are not true any more, in the order in which that was noted. */
  const untrue = new Set<Tile>();
  let restTimer: ReturnType<typeof setTimeout> | undefined;
  let isMoving = false;
  /** All of a view has been seen once. */
  let wasWhole = false;

  function picture(): Picture | null {
    const scene = index();
    return scene === null ? null : { scene, look, hidden, outlined };
  }

  /** The part of the diagram in view, with some of what is around it; `null` where there is nothing. */
  function inView(margin = 0): Box | null {
    const extent = index()?.extent;
    if (view === null || extent === undefined) return null;
    const { x, y, width, height } = view.box;
    const wide = {
      x: x - width * margin,
      y: y - height * margin,
      width: width * (1 + 2 * margin),
      height: height * (1 + 2 * margin),
    };
    return intersectionOf(wide, extent);
  }

  function covers(sheet: Sheet): boolean {
    const box = inView();
    return box === null || sheet.covers(box);
  }

  /** Begins another picture. `isFresh`: nothing of what is shown is true any more. */
  function begin(isFresh = false): void {
    if (view === null || index() === null) return;
    const made = createSheet(view.scale, view.box, isFresh || next?.isFresh === true);
    made.place(viewport);
    next?.end();
    next = null;
    if (shown === null) {
      // Something rather than nothing, until the whole is there.
      shown = made;
      shown.show();
      work(FIRST_SLICE_MS.begin);
      return;
    }
    next = made;
    request();
  }

  function request(): void {
    if (!isNeededSoon()) {
      idle ??= requestIdleCallback((deadline) => {
        idle = null;
        work(Math.min(SLICE_MS, deadline.timeRemaining()));
      });
      return;
    }
    animation ??= requestAnimationFrame(() => {
      animation = null;
      work(!wasWhole ? FIRST_SLICE_MS.rest : isUrgent() ? URGENT_SLICE_MS : SLICE_MS);
    });
  }

  /** What is far around the view must not slow down what somebody does meanwhile. */
  function isNeededSoon(): boolean {
    const soon = view === null ? null : inView(marginOf(view) * SOON_OF_MARGIN);
    return next !== null || (shown !== null && soon !== null && !shown.covers(soon));
  }

  /** A hole in a view that moves is filled soon; a view that rests, or a picture of the past, is not left like that. */
  function isUrgent(): boolean {
    return next?.isFresh === true || shown === null || (!isMoving && !covers(shown));
  }

  /** What has to be painted, most urgent first. */
  function* unfinished(): Iterable<Tile> {
    const [seen, around] = [inView(), inView(view === null ? 0 : marginOf(view))];
    if (next?.isFresh !== true) for (const tile of untrue) if (isIn(tile, seen)) yield tile;
    if (next !== null) {
      if (seen !== null) for (const tile of next.tilesIn(seen)) if (!isDone(tile)) yield tile;
      return;
    }
    if (shown === null || view === null) return;
    // What another zoom needs is not worth it: a sheet for that comes.
    for (const box of shown.scale === view.scale ? [seen, around] : []) {
      if (box !== null) for (const tile of shown.tilesIn(box)) if (!isDone(tile)) yield tile;
    }
  }

  function work(limitMs: number): void {
    const now = picture();
    if (now === null || view === null) return;
    const endMs = performance.now() + limitMs;
    let isLeft = false;
    for (const tile of unfinished()) {
      isLeft = !paintTile(tile, now, endMs) || performance.now() >= endMs;
      if (isLeft) break;
    }
    if (next !== null && covers(next)) swap(next);
    else if (isLeft) request();
    settle();
  }

  /** Goes on with a tile; whether it is done. Changes are made in one go each, so that no hole is seen. */
  function paintTile(tile: Tile, now: Picture, endMs: number): boolean {
    while (tile.part !== null || tile.todo.length > 0) {
      const box = tile.todo[0];
      if (tile.part === null && box !== undefined) {
        tile.todo.shift();
        tile.part = partOf(tile.context, tile.frame, box);
      }
      if (tile.part !== null && !paintPart(tile.part, now, tile.isEmpty ? endMs : Number.POSITIVE_INFINITY))
        return false;
      tile.part = null;
      tile.isEmpty = false;
      if (performance.now() >= endMs) break;
    }
    if (tile.isOverlayDue && tile.part === null && tile.todo.length === 0) {
      paintTileOutlines(tile, now);
      tile.isOverlayDue = false;
    }
    if (isDone(tile)) untrue.delete(tile);
    return isDone(tile);
  }

  function swap(made: Sheet): void {
    next = null;
    made.place(viewport);
    made.show();
    shown?.end();
    untrue.clear();
    shown = made;
    check();
  }

  function settle(): void {
    const isSettled = next === null && shown !== null && covers(shown);
    onSharp(isSettled && shown?.scale === view?.scale);
    if (!isSettled) return;
    wasWhole = true;
    waiting?.();
    waiting = null;
  }

  /** Looks whether what there is will do for the view. */
  function check(): void {
    if (view === null || index() === null) return;
    if (shown === null) begin();
    else if (next !== null) {
      // Zooming on would else throw away one half-painted picture after the other, and never show any.
      const ratio = view.scale / next.scale;
      if (ratio >= MOST_AHEAD || ratio <= 1 / MOST_AHEAD) begin();
      request();
    } else if (shown.scale === view.scale) {
      const around = inView(marginOf(view));
      if (around !== null && !shown.covers(around)) request();
      const kept = inView(2 * marginOf(view));
      if (kept !== null) shown.forget(kept, (2 * MOST_PIXELS) / TILE_PX ** 2);
    } else {
      const ratio = view.scale / shown.scale;
      if (ratio > MOST_SCALED || ratio < 1 / MOST_SCALED || !covers(shown) || !isMoving) begin();
    }
  }

  /** The view has moved: what takes long waits until it rests. */
  function moved(): void {
    isMoving = true;
    clearTimeout(restTimer);
    restTimer = setTimeout(() => {
      isMoving = false;
      check();
    }, REST_MS);
  }

  function repaint(changed: readonly SceneEntry[] | null): void {
    if (view === null) return;
    if (changed === null || shown === null) {
      begin(true);
      return;
    }
    const selected: ReadonlySet<Id> = outlined;
    const isPictureDue = markAll(changed);
    const isOverlayDue = markOutlines(changed.filter(({ id }) => selected.has(id)));
    if (isPictureDue || isOverlayDue) work(AT_ONCE_MS);
  }

  /** Notes changes in all tiles; whether there are any. */
  function markAll(changed: readonly SceneEntry[]): boolean {
    const scene = index();
    let isAny = false;
    for (const sheet of [shown, next]) {
      const tiles = sheet === null ? [] : [...sheet.known()];
      const around = boxAround(tiles);
      if (scene === null || around === null) continue;
      for (const box of boxesOf(changed, scene, around)) {
        for (const tile of tiles) {
          if (!intersects(tile.frame.box, box)) continue;
          markChanged(tile, box);
          if (sheet === shown && !tile.isEmpty) untrue.add(tile);
          isAny = true;
        }
      }
    }
    return isAny;
  }

  function boxesOf(changed: readonly SceneEntry[], scene: SceneIndex, around: Box): readonly Box[] {
    const boxes = new Map<string, Box>();
    for (const entry of changed) {
      // New lines are going to be painted anyway: finding their ways now tells how little of the picture that takes.
      const isNew = entry.type === 'edge' && scene.get(entry.id) === entry && intersects(entry.box, around);
      if (isNew && changed.length <= MOST_FOLLOWED) drawnEdge(scene.document, entry, look.language);
      // A line that has moved at one end is where it was at the other.
      for (const box of paintedBoxes(entry, around)) boxes.set(`${box.x} ${box.y} ${box.width} ${box.height}`, box);
    }
    return [...boxes.values()];
  }

  /** Notes in which overlays something of the nodes lies; whether there are any. */
  function markOutlines(nodes: readonly SceneEntry[]): boolean {
    let isAny = false;
    for (const sheet of [shown, next]) {
      let rest = sheet === null ? [] : [...sheet.known()].filter(({ isOverlayDue }) => !isOverlayDue);
      for (const { box } of nodes) {
        const hit = rest.filter(({ frame }) => intersects(frame.box, box));
        if (hit.length === 0) continue;
        for (const tile of hit) {
          tile.isOverlayDue = true;
          if (sheet === shown && !tile.isEmpty) untrue.add(tile);
        }
        rest = rest.filter(({ isOverlayDue }) => !isOverlayDue);
        isAny = true;
      }
    }
    return isAny;
  }

  /** What the index knows of those that are in one of two sets only. */
  function entriesBetween(before: ReadonlySet<Id>, after: ReadonlySet<Id>): readonly SceneEntry[] {
    const scene = index();
    const found: SceneEntry[] = [];
    for (const [one, other] of [
      [after, before],
      [before, after],
    ] as const) {
      for (const id of one) {
        const entry = other.has(id) ? undefined : scene?.get(id);
        if (entry !== undefined) found.push(entry);
      }
    }
    return found;
  }

  return {
    look(nextViewport, size) {
      viewport = nextViewport;
      const { zoom } = viewport;
      view = { box: visibleBoxOf(viewport, size), scale: zoom * window.devicePixelRatio };
      shown?.place(viewport);
      next?.place(viewport);
      moved();
      check();
      settle();
    },
    setLook(changed) {
      if (changed.language === look.language && changed.theme === look.theme && changed.focus === look.focus) return;
      look = changed;
      if (view !== null) begin(true);
    },
    setHidden(ids) {
      const before = hidden;
      hidden = ids;
      const changed = before === ids ? [] : entriesBetween(before, ids);
      if (changed.length > 0) repaint(changed);
    },
    setOutlined(ids) {
      const before = outlined;
      outlined = ids;
      if (before !== ids && markOutlines(entriesBetween(before, ids))) work(AT_ONCE_MS);
    },
    repaint,
    whenSharp(then) {
      waiting = then;
      settle();
    },
    stop() {
      if (animation !== null) cancelAnimationFrame(animation);
      if (idle !== null) cancelIdleCallback(idle);
      clearTimeout(restTimer);
      shown?.end();
      next?.end();
      shown = null;
      next = null;
      view = null;
    },
  };
}

function isIn({ frame }: Tile, box: Box | null): boolean {
  return box !== null && intersects(frame.box, box);
}

/** Around a sheet's tiles; `null` for none. */
function boxAround(tiles: readonly Tile[]): Box | null {
  return unionOf(tiles.map(({ frame }) => frame.box));
}

function marginOf({ box, scale }: View): number {
  const pixels = box.width * box.height * scale * scale;
  return Math.min(MARGIN.most, Math.max(MARGIN.least, (Math.sqrt(MOST_PIXELS / pixels) - 1) / 2));
}
