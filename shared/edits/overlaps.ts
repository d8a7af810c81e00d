import { type Box, intersects } from '../geometry/box';

const CELL = 512;
/** A box over more cells is kept apart and compared with every other: there are few of these. */
const MAX_CELLS = 64;

/**
 * For each of the boxes the keys of those it overlaps. Boxes are sorted into cells first, so that ten thousand of them
 * are not compared with ten thousand others.
 */
export function overlapsAmong<Key>(boxes: ReadonlyMap<Key, Box>): (key: Key) => readonly Key[] {
  const cells = new Map<string, Key[]>();
  const large: Key[] = [];
  for (const [key, box] of boxes) {
    const names = cellsOf(box);
    if (names === null) large.push(key);
    for (const name of names ?? []) {
      const cell = cells.get(name);
      if (cell === undefined) cells.set(name, [key]);
      else cell.push(key);
    }
  }
  return (key) => {
    const box = boxes.get(key);
    if (box === undefined) return [];
    const names = cellsOf(box);
    const near = names === null ? boxes.keys() : new Set([...large, ...names.flatMap((name) => cells.get(name) ?? [])]);
    return [...near].filter((other) => {
      const otherBox = boxes.get(other);
      return other !== key && otherBox !== undefined && intersects(box, otherBox);
    });
  };
}

function cellsOf({ x, y, width, height }: Box): readonly string[] | null {
  const [left, right] = [Math.floor(x / CELL), Math.floor((x + width) / CELL)];
  const [top, bottom] = [Math.floor(y / CELL), Math.floor((y + height) / CELL)];
  if ((right - left + 1) * (bottom - top + 1) > MAX_CELLS) return null;
  const names: string[] = [];
  for (let column = left; column <= right; column++) {
    for (let row = top; row <= bottom; row++) names.push(`${column} ${row}`);
  }
  return names;
}
