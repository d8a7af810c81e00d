import { type Box, type Point, unionOf } from '../geometry/box';
import type { DiagramNode } from '../model/document';
import type { NodeId } from '../model/ids';
import type { Band, FlowDirection } from './bands';
import type { Row } from './grid';
import { frameMinSize, headingInset, spacing, usualSizes } from './spacing';

export interface PlacedBands {
  readonly boxes: ReadonlyMap<NodeId, Box>;
  /** Where a row's columns and its steps start. */
  readonly contentAt: ReadonlyMap<Band, Point>;
  /** Where the columns start along the flow. */
  readonly columnsAt: number;
  /** Around all bands. */
  readonly box: Box;
}

/** Distances between frames are kept as drawn, up to these; what is further out of line goes into line. */
const MAX_INSET = 24;
const MAX_GAP = { inside: 24, outside: 64 } as const;

/** Lanes and the frames around them, one under the other in their order, all as long as the columns need. */
export function placeBands(
  root: Band,
  rows: readonly Row[],
  columnsWidth: number,
  boxAt: (node: DiagramNode) => Box,
  flow: FlowDirection,
): PlacedBands {
  const rowByBand = new Map(rows.map((row) => [row.band, row]));
  const boxes = new Map<NodeId, Box>();
  const contentAt = new Map<Band, Point>();
  const lefts = new Map<Band, number>();
  const rootLeft = Math.min(
    ...root.bands.map(({ node }) => (node === null ? Number.POSITIVE_INFINITY : boxAt(node).x)),
  );
  let columnsAt = Number.NEGATIVE_INFINITY;
  let lanesEnd = Number.NEGATIVE_INFINITY;
  setLefts(root, 0);
  for (const { band } of rows) {
    if (band.node === null) continue;
    const drawn = Math.min(boxAt(band.node).width, usualSizes.laneLength);
    lanesEnd = Math.max(lanesEnd, (lefts.get(band) ?? 0) + Math.max(drawn, frameSize(band.node).width));
  }
  lanesEnd = Math.max(lanesEnd, columnsAt + columnsWidth + spacing.laneEnd);
  const box = place(root, 0);
  return { boxes, contentAt, columnsAt, box };

  function setLefts(band: Band, left: number): void {
    lefts.set(band, left);
    const inset = band.node === null ? 0 : insetOf(band.node).x;
    if (band.bands.length === 0)
      columnsAt = Math.max(columnsAt, left + inset + (band.node === null ? 0 : spacing.laneEnd));
    for (const inner of band.bands) {
      const drawn =
        inner.node === null ? 0 : boxAt(inner.node).x - (band.node === null ? rootLeft : boxAt(band.node).x);
      // Lanes begin where their frame does, or as far in as drawn; what lies askew goes into line.
      const offset = drawn >= inset && drawn <= inset + MAX_INSET ? drawn : inset;
      setLefts(inner, left + offset);
    }
  }

  /** Places a band with its top at `top`; answers the room it takes. */
  function place(band: Band, top: number): Box {
    const left = lefts.get(band) ?? 0;
    return band.bands.length === 0 ? placeRow(band, left, top) : placeStack(band, left, top);
  }

  function placeRow(band: Band, left: number, top: number): Box {
    const content = rowByBand.get(band)?.thickness ?? 0;
    const needed = content === 0 ? 0 : content + 2 * spacing.lanePadding;
    const { node } = band;
    if (node === null) {
      contentAt.set(band, { x: columnsAt, y: top + spacing.lanePadding });
      return { x: left, y: top, width: columnsAt + columnsWidth - left, height: needed };
    }
    const drawn = boxAt(node);
    const least = frameSize(node);
    const height = Math.max(needed + insetOf(node).y, Math.min(drawn.height, usualSizes.laneThickness), least.height);
    const box = { x: left, y: top, width: lanesEnd - left, height };
    boxes.set(node.id, box);
    const room = height - insetOf(node).y;
    contentAt.set(band, { x: columnsAt, y: top + insetOf(node).y + (room - content) / 2 });
    return box;
  }

  function placeStack(band: Band, left: number, top: number): Box {
    const { node } = band;
    const outer = node === null ? null : boxAt(node);
    const inset = node === null ? 0 : insetOf(node).y;
    const inner: Box[] = [];
    let y = top;
    let last: Box | null = null;
    for (const [index, child] of band.bands.entries()) {
      const drawn = child.node === null ? null : boxAt(child.node);
      if (index === 0)
        y += outer === null || drawn === null ? inset : within(drawn.y - outer.y, inset, inset + MAX_INSET);
      else if (drawn !== null && last !== null) {
        y += within(drawn.y - last.y - last.height, 0, outer === null ? MAX_GAP.outside : MAX_GAP.inside);
      }
      const box = place(child, y);
      inner.push(box);
      y = box.y + box.height;
      last = drawn;
    }
    const content = unionOf(inner) ?? { x: left, y: top, width: 0, height: 0 };
    if (node === null || outer === null) return content;
    const drawnInner =
      unionOf(band.bands.flatMap((child) => (child.node === null ? [] : [boxAt(child.node)]))) ?? outer;
    const right = within(outer.x + outer.width - drawnInner.x - drawnInner.width, 0, MAX_INSET);
    // Below loose steps their own room is enough.
    const bottom = last === null ? 0 : within(outer.y + outer.height - last.y - last.height, 0, MAX_INSET);
    const least = frameSize(node);
    const box = {
      x: left,
      y: top,
      width: Math.max(content.x + content.width + right - left, least.width),
      height: Math.max(y + bottom - top, least.height),
    };
    boxes.set(node.id, box);
    return box;
  }

  function insetOf(node: DiagramNode): Point {
    return turnedPoint(headingInset(node));
  }

  function frameSize(node: DiagramNode) {
    const { width, height } = frameMinSize(node);
    const { x, y } = turnedPoint({ x: width, y: height });
    return { width: x, height: y };
  }

  function turnedPoint(point: Point): Point {
    return flow === 'right' ? point : { x: point.y, y: point.x };
  }
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
