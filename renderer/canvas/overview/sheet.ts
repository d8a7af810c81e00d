import { type Box, encloses, grow, intersectionOf, intersects } from '../../../shared/geometry/box';
import type { Viewport } from '../../state/viewStore';
import type { Part } from './painting';
import { forgetFont } from './paintMarks';
import type { Frame } from './paintScene';

/**
 * Width and height of a bitmap, in pixels of the screen. Without a graphics processor whatever is painted into a bitmap
 * costs a copy of all of it, 18 ms for one as large as a view with its surroundings and 1 ms for one of these.
 */
export const TILE_PX = 512;
/** Large changes of a tile are painted in pieces of this size, each in one go, so that no empty one is ever seen. */
const PIECE_PX = 128;
/** More changes of a tile than this are painted as if all of it had changed. */
const MOST_CHANGES = 48;
/** Bitmaps that wait to be used again. */
const MOST_SPARE = 32;

/** A piece of a picture. */
export interface Tile {
  readonly context: CanvasRenderingContext2D;
  readonly frame: Frame;
  /** Nothing of it was painted yet. */
  isEmpty: boolean;
  /** What is being painted of it. */
  part: Part | null;
  /** What is still to be painted then, in diagram units. */
  todo: Box[];
  /** Above it, for outlines: taking ten thousand of them away paints nothing of the diagram again. */
  readonly overlay: Overlay;
  /** Its overlay is not true any more. */
  isOverlayDue: boolean;
}

/** A bitmap in the place of a tile, only as long as it shows something. */
export interface Overlay {
  /** Empties it; `null` where the browser has no 2D canvas. */
  begin(): CanvasRenderingContext2D | null;
  end(): void;
}

/** The diagram at one scale, in tiles that are made where they are needed. */
export interface Sheet {
  /** Pixels of the screen a unit of the diagram. */
  readonly scale: number;
  /** Made anew since nothing of an earlier sheet is true any more. */
  readonly isFresh: boolean;
  /** Those in which something of `box` lies, nearest to its middle first. */
  tilesIn(box: Box): readonly Tile[];
  /** Whether every tile of `box` is there and painted. */
  covers(box: Box): boolean;
  /** Those that there are. */
  known(): Iterable<Tile>;
  /** To be called whenever the view moves. */
  place(viewport: Viewport): void;
  show(): void;
  /** Gives tiles up that lie outside of `box`, where there are more than `most`. */
  forget(box: Box, most: number): void;
  /** Takes it out of the page. */
  end(): void;
}

export function isDone({ part, todo, isOverlayDue }: Tile): boolean {
  return part === null && todo.length === 0 && !isOverlayDue;
}

/** Notes that something of a tile has changed. */
export function markChanged(tile: Tile, box: Box): void {
  const { frame, part, todo } = tile;
  const changed = intersectionOf(onWholePixels(box, frame.scale), frame.box);
  if (changed === null) return;
  if (part !== null && intersects(part.box, changed)) {
    // What of it was painted before is not true any more.
    if (part.isBegun) endPart(part);
    tile.part = null;
    todo.push(part.box);
  }
  if (tile.isEmpty || todo.some((known) => encloses(known, changed))) return;
  if (todo.length < MOST_CHANGES) todo.push(...piecesOf(changed, frame));
  else todo.splice(0, todo.length, ...piecesOf(frame.box, frame));
}

/** Painting makes whole pixels anew: all that lies in them has to be found. */
function onWholePixels({ x, y, width, height }: Box, scale: number): Box {
  const [left, top] = [Math.floor(x * scale), Math.floor(y * scale)];
  const [right, bottom] = [Math.ceil((x + width) * scale), Math.ceil((y + height) * scale)];
  return { x: left / scale, y: top / scale, width: (right - left) / scale, height: (bottom - top) / scale };
}

/** Gives the context back as it was before the part was begun. */
export function endPart({ context }: Part): void {
  context.restore();
  forgetFont(context);
}

function piecesOf(box: Box, { scale, box: around }: Frame): readonly Box[] {
  if (box.width * box.height * scale * scale <= 2 * PIECE_PX * PIECE_PX) return [box];
  const size = PIECE_PX / scale;
  const pieces: Box[] = [];
  for (let row = 0; row < TILE_PX / PIECE_PX; row++) {
    for (let column = 0; column < TILE_PX / PIECE_PX; column++) {
      const piece = { x: around.x + column * size, y: around.y + row * size, width: size, height: size };
      const part = intersectionOf(piece, box);
      if (part !== null) pieces.push(part);
    }
  }
  return pieces;
}

/** Makes sheets in an element of the page, which share their bitmaps. */
export function createSheets(
  parent: HTMLElement,
  classes: { readonly sheet: string | undefined; readonly tile: string | undefined },
): (scale: number, near: Box, isFresh: boolean) => Sheet {
  const spare: HTMLCanvasElement[] = [];

  function takeContext(): CanvasRenderingContext2D | null {
    const used = spare.pop();
    const canvas = used ?? document.createElement('canvas');
    if (used === undefined) {
      canvas.width = TILE_PX;
      canvas.height = TILE_PX;
      canvas.className = classes.tile ?? '';
    }
    const context = canvas.getContext('2d');
    return used === undefined || context === null ? context : emptied(context);
  }

  function giveBack({ canvas }: CanvasRenderingContext2D): void {
    canvas.remove();
    if (spare.length < MOST_SPARE) spare.push(canvas);
  }

  return (scale, near, isFresh) => {
    const root = document.createElement('div');
    root.className = classes.sheet ?? '';
    parent.append(root);
    const tiles = new Map<string, Tile>();
    const size = TILE_PX / scale;
    // Far away from the diagram's origin the page has no exact places left.
    const origin = { column: Math.floor(near.x / size), row: Math.floor(near.y / size) };

    function makeTile(column: number, row: number): Tile | null {
      const context = takeContext();
      if (context === null) return null;
      const put = ({ canvas }: CanvasRenderingContext2D) => {
        canvas.style.left = `${(column - origin.column) * TILE_PX}px`;
        canvas.style.top = `${(row - origin.row) * TILE_PX}px`;
        root.append(canvas);
      };
      put(context);
      const frame: Frame = { box: { x: column * size, y: row * size, width: size, height: size }, scale };
      const overlay = createOverlay(put);
      return { context, frame, isEmpty: true, part: null, todo: [frame.box], overlay, isOverlayDue: true };
    }

    function createOverlay(put: (context: CanvasRenderingContext2D) => void): Overlay {
      let context: CanvasRenderingContext2D | null = null;
      return {
        begin() {
          if (context !== null) return emptied(context);
          context = takeContext();
          if (context !== null) put(context);
          return context;
        },
        end() {
          if (context !== null) giveBack(context);
          context = null;
        },
      };
    }

    function drop(key: string, tile: Tile): void {
      const { part, context, overlay } = tile;
      if (part?.isBegun) endPart(part);
      // Whoever still holds it must not paint into a bitmap that is another tile's by then.
      tile.part = null;
      tile.todo = [];
      tile.isOverlayDue = false;
      giveBack(context);
      overlay.end();
      tiles.delete(key);
    }

    /** The places of the grid that a box lies in. A pixel more or less is a matter of rounding. */
    function* placesIn({ x, y, width, height }: Box): Iterable<{ readonly column: number; readonly row: number }> {
      const inset = 0.5 / scale;
      const [left, top] = [Math.floor((x + inset) / size), Math.floor((y + inset) / size)];
      const [right, bottom] = [Math.floor((x + width - inset) / size), Math.floor((y + height - inset) / size)];
      for (let row = top; row <= bottom; row++)
        for (let column = left; column <= right; column++) yield { column, row };
    }

    return {
      scale,
      isFresh,
      tilesIn(box) {
        const [middleX, middleY] = [box.x + box.width / 2, box.y + box.height / 2];
        const found: { readonly tile: Tile; readonly away: number }[] = [];
        for (const { column, row } of placesIn(box)) {
          const key = `${column} ${row}`;
          const tile = tiles.get(key) ?? makeTile(column, row);
          if (tile === null) continue;
          tiles.set(key, tile);
          found.push({ tile, away: Math.hypot((column + 0.5) * size - middleX, (row + 0.5) * size - middleY) });
        }
        return found.sort((a, b) => a.away - b.away).map(({ tile }) => tile);
      },
      covers(box) {
        for (const { column, row } of placesIn(box)) {
          const tile = tiles.get(`${column} ${row}`);
          if (tile === undefined || !isDone(tile)) return false;
        }
        return true;
      },
      known: () => tiles.values(),
      place({ x, y, zoom }) {
        const [left, top] = [x + origin.column * size * zoom, y + origin.row * size * zoom];
        root.style.transform = `translate(${left}px, ${top}px) scale(${zoom / scale})`;
      },
      show() {
        root.style.visibility = 'visible';
      },
      forget(box, most) {
        if (tiles.size <= most) return;
        const kept = grow(box, size);
        for (const [key, tile] of tiles) if (!intersects(tile.frame.box, kept)) drop(key, tile);
      },
      end() {
        for (const [key, tile] of [...tiles]) drop(key, tile);
        root.remove();
      },
    };
  };
}

function emptied(context: CanvasRenderingContext2D): CanvasRenderingContext2D {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, TILE_PX, TILE_PX);
  return context;
}
