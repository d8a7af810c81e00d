import { type Box, minus, plus, type Size, unionOf } from '../geometry/box';
import type { DiagramDocument, DiagramNode } from '../model/document';
import type { NodeId } from '../model/ids';
import { boxOfNode } from '../model/query';
import { type Band, type FlowDirection, turned } from './bands';
import { columnsByFlow } from './columns';
import { type Boxes, byCreation, linksBetween, type OwnedLink, ownersAmong } from './context';
import { placeBands } from './placeBands';
import { edgeLabelRoom, spacing, usualSizes } from './spacing';
import { orderStacks } from './stacking';
import { type Span, stageColumns } from './stageColumns';

export interface GridRequest {
  readonly document: DiagramDocument;
  readonly flow: FlowDirection;
  readonly root: Band;
  readonly items: readonly DiagramNode[];
  readonly stages: readonly DiagramNode[];
  /** What the items need, as they lie on the canvas. */
  readonly sizes: ReadonlyMap<NodeId, Size>;
}

/** A strip of steps: a row of the grid. */
export interface Row {
  readonly band: Band;
  /** Steps with where they lie across the flow, measured from the row's content. */
  readonly tops: ReadonlyMap<NodeId, number>;
  readonly thickness: number;
}

/** A column of the grid, measured along the flow from the first one's start. */
interface Column {
  readonly start: number;
  /** The middle of what lies in it. */
  readonly middle: number;
  readonly end: number;
}

/** Steps in rows (lanes) and columns (stages, or steps of the flow), lanes and stages fitted around them. */
export function arrangeGrid(request: GridRequest): Boxes {
  const { document, flow, root, items, stages } = request;
  const { nodes } = document;
  const flowBox = (node: DiagramNode) => turned(boxOfNode(nodes, node), flow);
  const old = new Map(items.map((item) => [item.id, flowBox(item)]));
  const sizes = new Map<NodeId, Size>(
    items.map(({ id, width, height }) => [
      id,
      turned({ x: 0, y: 0, ...(request.sizes.get(id) ?? { width, height }) }, flow),
    ]),
  );
  const leaves = leavesOf(root);
  const rowOf = new Map(leaves.flatMap(({ items: inRow }, row) => inRow.map(({ id }) => [id, row] as const)));
  const links = linksBetween(document, ownersAmong(document, new Set(old.keys())));

  const staged =
    stages.length > 0 ? stageColumns(new Map(stages.map((stage) => [stage.id, flowBox(stage)])), old) : null;
  const spans = staged?.spans ?? flowSpans(items, rowOf, links, old);
  const columns = measureColumns(
    spans,
    sizes,
    links,
    rowOf,
    (index) => {
      const stage = staged?.stages[index];
      const node = stage == null ? undefined : nodes.get(stage);
      return node === undefined ? 0 : Math.min(node.width, usualSizes.stageWidth);
    },
    staged?.stages.length ?? 0,
  );
  const rows = measureRows(leaves, spans, sizes, links, rowOf, old);

  const columnsWidth = columns.at(-1)?.end ?? 0;
  const bands = placeBands(root, rows, columnsWidth, flowBox, flow);
  const stageBox = stagePlaces(stages.map(flowBox), root, flowBox, bands.box, old);
  const found = new Map<NodeId, Box>(bands.boxes);
  for (const row of rows) {
    const at = bands.contentAt.get(row.band);
    if (at === undefined) continue;
    for (const [id, top] of row.tops) {
      const [span, size] = [spans.get(id), sizes.get(id)];
      if (span === undefined || size === undefined) continue;
      const middle = middleOf(columns, span);
      found.set(id, { ...size, x: at.x + middle - size.width / 2, y: at.y + top });
    }
  }
  for (const [index, id] of (staged?.stages ?? []).entries()) {
    const column = columns[index];
    if (id === null || column === undefined || stageBox === null) continue;
    found.set(id, { x: bands.columnsAt + column.start, width: column.end - column.start, ...stageBox });
  }
  return anchored(found, [...old.values(), ...stages.map(flowBox), ...bandBoxes(root, flowBox)], flow);
}

/** Back on the canvas, with the top left corner of everything where it was. */
function anchored(found: ReadonlyMap<NodeId, Box>, old: readonly Box[], flow: FlowDirection): Boxes {
  const rounded = new Map([...found].map(([id, box]) => [id, { ...box, x: Math.round(box.x), y: Math.round(box.y) }]));
  const [before, after] = [unionOf(old), unionOf(rounded.values())];
  if (before === null || after === null) return rounded;
  const offset = minus(before, after);
  return new Map([...rounded].map(([id, box]) => [id, turned({ ...box, ...plus(box, offset) }, flow)]));
}

function leavesOf(band: Band): readonly Band[] {
  return band.bands.length === 0 ? [band] : band.bands.flatMap(leavesOf);
}

function bandBoxes(band: Band, boxAt: (node: DiagramNode) => Box): readonly Box[] {
  const own = band.node === null ? [] : [boxAt(band.node)];
  return [...own, ...band.bands.flatMap((inner) => bandBoxes(inner, boxAt))];
}

/** Columns by flow; what no edge reaches stands in the column of what it is nearest to. */
function flowSpans(
  items: readonly DiagramNode[],
  rowOf: ReadonlyMap<NodeId, number>,
  links: readonly OwnedLink[],
  old: ReadonlyMap<NodeId, Box>,
): ReadonlyMap<NodeId, Span> {
  const inOrder = items.toSorted(byCreation).map(({ id }) => ({ id, row: rowOf.get(id) ?? 0 }));
  const columns = columnsByFlow(inOrder, links);
  const middle = (id: NodeId) => {
    const box = old.get(id);
    return box === undefined ? 0 : box.x + box.width / 2;
  };
  const spans = new Map([...columns].map(([id, column]) => [id, { first: column, last: column }]));
  const loose = inOrder.filter(({ id }) => !columns.has(id)).sort((a, b) => middle(a.id) - middle(b.id));
  const taken = new Map<number, number>();
  for (const { id, row } of loose) {
    let nearest: { readonly column: number; readonly away: number } | null = null;
    for (const [other, column] of columns) {
      const away = Math.abs(middle(other) - middle(id));
      if (nearest === null || away < nearest.away) nearest = { column, away };
    }
    // Where nothing is linked, steps keep their order in a row.
    const column = nearest?.column ?? taken.get(row) ?? 0;
    taken.set(row, column + 1);
    spans.set(id, { first: column, last: column });
  }
  return spans;
}

function measureColumns(
  spans: ReadonlyMap<NodeId, Span>,
  sizes: ReadonlyMap<NodeId, Size>,
  links: readonly OwnedLink[],
  rowOf: ReadonlyMap<NodeId, number>,
  leastWidth: (index: number) => number,
  stageCount: number,
): readonly Column[] {
  const count = Math.max(stageCount, ...[...spans.values()].map(({ last }) => last + 1), 1);
  const widths = Array<number>(count).fill(0);
  const gaps = Array<number>(count + 1).fill(spacing.alongFlow);
  for (const [id, { first, last }] of spans) {
    if (first === last) widths[first] = Math.max(widths[first] ?? 0, sizes.get(id)?.width ?? 0);
  }
  for (const { from, to, edge } of links) {
    const [a, b] = [spans.get(from), spans.get(to)];
    if (a === undefined || b === undefined || rowOf.get(from) !== rowOf.get(to)) continue;
    const [left, right] = a.last < b.first ? [a, b] : [b, a];
    if (left.last + 1 !== right.first) continue;
    const room = edgeLabelRoom(edge);
    if (room !== null) gaps[right.first] = Math.max(gaps[right.first] ?? 0, room.width);
  }
  const columns: Column[] = [];
  let start = 0;
  for (const [index, width] of widths.entries()) {
    const [before, behind] = [(gaps[index] ?? 0) / 2, (gaps[index + 1] ?? 0) / 2];
    const needed = before + width + behind;
    const spare = Math.max(0, leastWidth(index) - needed);
    columns.push({ start, middle: start + spare / 2 + before + width / 2, end: start + spare + needed });
    start += spare + needed;
  }
  return widened(columns, spans, sizes);
}

/** The last of the columns that a wide item takes makes the room that is missing. */
function widened(
  columns: readonly Column[],
  spans: ReadonlyMap<NodeId, Span>,
  sizes: ReadonlyMap<NodeId, Size>,
): readonly Column[] {
  const missing = columns.map(() => 0);
  for (const [id, { first, last }] of spans) {
    const room = (columns[last]?.end ?? 0) - (columns[first]?.start ?? 0);
    const needed = (sizes.get(id)?.width ?? 0) + spacing.alongFlow;
    if (first < last) missing[last] = Math.max(missing[last] ?? 0, needed - room);
  }
  let shift = 0;
  return columns.map(({ start, middle, end }, index) => {
    const more = missing[index] ?? 0;
    const column = { start: start + shift, middle: middle + shift + more / 2, end: end + shift + more };
    shift += more;
    return column;
  });
}

function middleOf(columns: readonly Column[], { first, last }: Span): number {
  const [start, end] = [columns[first], columns[last]];
  if (start === undefined || end === undefined) return 0;
  return first === last ? start.middle : (start.start + end.end) / 2;
}

/** Steps of a cell lie under each other, in the order that makes the fewest crossings. */
function measureRows(
  leaves: readonly Band[],
  spans: ReadonlyMap<NodeId, Span>,
  sizes: ReadonlyMap<NodeId, Size>,
  links: readonly OwnedLink[],
  rowOf: ReadonlyMap<NodeId, number>,
  old: ReadonlyMap<NodeId, Box>,
): readonly Row[] {
  const places = new Map(
    [...spans].map(([id, { first }]) => [id, { column: first, row: rowOf.get(id) ?? 0 }] as const),
  );
  const neighbours = new Map<NodeId, NodeId[]>();
  for (const { from, to } of links) {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
    neighbours.set(to, [...(neighbours.get(to) ?? []), from]);
  }
  const middle = (id: NodeId) => (old.get(id)?.y ?? 0) + (old.get(id)?.height ?? 0) / 2;
  const cells = new Map<string, NodeId[]>();
  for (const [row, { items }] of leaves.entries()) {
    const inOrder = items.toSorted((a, b) => middle(a.id) - middle(b.id) || byCreation(a, b));
    for (const { id } of inOrder) {
      const key = `${row} ${places.get(id)?.column}`;
      cells.set(key, [...(cells.get(key) ?? []), id]);
    }
  }
  orderStacks([...cells.values()], places, neighbours);
  const rankOf = new Map([...cells.values()].flatMap((stack) => stack.map((id, index) => [id, index] as const)));
  return leaves.map((band) => {
    const ids = band.items.map(({ id }) => id);
    const inOrder = ids.toSorted(
      (a, b) =>
        (rankOf.get(a) ?? 0) - (rankOf.get(b) ?? 0) ||
        middle(a) - middle(b) ||
        (spans.get(a)?.first ?? 0) - (spans.get(b)?.first ?? 0),
    );
    return { band, ...stacked(inOrder, spans, sizes, (a, b) => neighbours.get(a)?.includes(b) ?? false) };
  });
}

/** Each item under those before it in its columns; columns that no wide item joins are centred in the row. */
function stacked(
  ids: readonly NodeId[],
  spans: ReadonlyMap<NodeId, Span>,
  sizes: ReadonlyMap<NodeId, Size>,
  areLinked: (a: NodeId, b: NodeId) => boolean,
): Pick<Row, 'tops' | 'thickness'> {
  const bottoms = new Map<number, { readonly id: NodeId; readonly bottom: number }>();
  const raw = new Map<NodeId, number>();
  for (const id of ids) {
    const span = spans.get(id);
    if (span === undefined) continue;
    let top = 0;
    for (let column = span.first; column <= span.last; column++) {
      const above = bottoms.get(column);
      if (above === undefined) continue;
      top = Math.max(top, above.bottom + (areLinked(above.id, id) ? spacing.alongFlow : spacing.acrossFlow));
    }
    raw.set(id, top);
    const bottom = top + (sizes.get(id)?.height ?? 0);
    for (let column = span.first; column <= span.last; column++) bottoms.set(column, { id, bottom });
  }
  const thickness = Math.max(0, ...[...bottoms.values()].map(({ bottom }) => bottom));
  const tops = new Map<NodeId, number>();
  for (const joined of joinedColumns(ids, spans)) {
    const own = Math.max(...joined.columns.map((column) => bottoms.get(column)?.bottom ?? 0));
    for (const id of joined.ids) {
      // A single step beside others that are joined lies in their middle too.
      tops.set(id, (raw.get(id) ?? 0) + (thickness - own) / 2);
    }
  }
  return { tops, thickness };
}

interface Joined {
  readonly columns: readonly number[];
  readonly ids: readonly NodeId[];
}

function joinedColumns(ids: readonly NodeId[], spans: ReadonlyMap<NodeId, Span>): readonly Joined[] {
  const inOrder = ids.toSorted((a, b) => (spans.get(a)?.first ?? 0) - (spans.get(b)?.first ?? 0));
  const groups: { columns: number[]; ids: NodeId[] }[] = [];
  for (const id of inOrder) {
    const { first, last } = spans.get(id) ?? { first: 0, last: 0 };
    const previous = groups.at(-1);
    if (previous !== undefined && (previous.columns.at(-1) ?? -1) >= first) {
      previous.ids.push(id);
      for (let column = (previous.columns.at(-1) ?? first) + 1; column <= last; column++) previous.columns.push(column);
    } else groups.push({ columns: Array.from({ length: last - first + 1 }, (_, at) => first + at), ids: [id] });
  }
  return groups;
}

const STAGE_HEADING_ROOM = { least: 48, most: 64 } as const;
const STAGE_HEADING_ONLY = 64;

/** Where stages lie across the flow: their headings above the lanes, their lines down to the last lane's end. */
function stagePlaces(
  stages: readonly Box[],
  root: Band,
  boxAt: (node: DiagramNode) => Box,
  bands: Box,
  items: ReadonlyMap<NodeId, Box>,
): Pick<Box, 'y' | 'height'> | null {
  const now = unionOf(stages);
  if (now === null) return null;
  const padding = spacing.lanePadding;
  const loose = [...items.values()].map((box) => ({ ...box, y: box.y - padding, height: box.height + 2 * padding }));
  const frames = bandBoxes(root, boxAt);
  const before = unionOf(frames.length === 0 ? loose : frames) ?? now;
  const room = Math.min(Math.max(before.y - now.y, STAGE_HEADING_ROOM.least), STAGE_HEADING_ROOM.most);
  const y = bands.y - room;
  // Headings alone, without a line through the lanes, stay as they are.
  if (now.height <= STAGE_HEADING_ONLY) return { y, height: now.height };
  return { y, height: bands.y + bands.height - y };
}
