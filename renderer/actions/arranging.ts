import { type Box, grow, unionOf } from '../../shared/geometry/box';
import { createNode } from '../../shared/model/create';
import type { DiagramDocument, DiagramNode } from '../../shared/model/document';
import type { NodeId } from '../../shared/model/ids';
import { ancestorsOf, boxOfNode, originOf, topmostOf } from '../../shared/model/query';

export type Alignment = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom';
export type Axis = 'x' | 'y';
export type Boxes = ReadonlyMap<NodeId, Box>;

/** Room around what is grouped; on top also for the group's heading. */
const GROUP_PADDING = 24;
const GROUP_HEADING = 16;

/** What of the selected nodes moves by itself: what lies in a selected container goes with that. */
export function movableBoxes(document: DiagramDocument, ids: ReadonlySet<NodeId>): Boxes {
  const boxes = new Map<NodeId, Box>();
  for (const id of topmostOf(document.nodes, ids)) {
    const node = document.nodes.get(id);
    if (node !== undefined) boxes.set(id, boxOfNode(document.nodes, node));
  }
  return boxes;
}

/** Boxes lined up within the box around all of them. */
export function alignedBoxes(boxes: Boxes, alignment: Alignment): Boxes {
  const all = unionOf(boxes.values());
  if (all === null) return boxes;
  const place: Readonly<Record<Alignment, (box: Box) => Box>> = {
    left: (box) => ({ ...box, x: all.x }),
    center: (box) => ({ ...box, x: all.x + (all.width - box.width) / 2 }),
    right: (box) => ({ ...box, x: all.x + all.width - box.width }),
    top: (box) => ({ ...box, y: all.y }),
    middle: (box) => ({ ...box, y: all.y + (all.height - box.height) / 2 }),
    bottom: (box) => ({ ...box, y: all.y + all.height - box.height }),
  };
  return mapBoxes(boxes, place[alignment]);
}

/** The outermost boxes stay, the others get equal gaps between them. */
export function distributedBoxes(boxes: Boxes, axis: Axis): Boxes {
  const length = axis === 'x' ? 'width' : 'height';
  const sorted = [...boxes].sort(([, a], [, b]) => a[axis] + a[length] / 2 - (b[axis] + b[length] / 2));
  const first = sorted[0]?.[1];
  const last = sorted.at(-1)?.[1];
  if (first === undefined || last === undefined || sorted.length < 3) return boxes;
  const free = last[axis] + last[length] - first[axis] - sorted.reduce((sum, [, box]) => sum + box[length], 0);
  const gap = free / (sorted.length - 1);
  const placed = new Map<NodeId, Box>();
  let at = first[axis];
  for (const [id, box] of sorted) {
    placed.set(id, { ...box, [axis]: at });
    at += box[length] + gap;
  }
  return placed;
}

function mapBoxes(boxes: Boxes, change: (box: Box) => Box): Boxes {
  return new Map([...boxes].map(([id, box]) => [id, change(box)]));
}

/** A frame around nodes, in the innermost container that holds all of them; `null` when there are none. */
export function groupAround(document: DiagramDocument, ids: readonly NodeId[]): DiagramNode | null {
  const boxes = ids.map((id) => document.nodes.get(id)).filter((node) => node !== undefined);
  const all = unionOf(boxes.map((node) => boxOfNode(document.nodes, node)));
  if (all === null) return null;
  const padded = grow(all, GROUP_PADDING);
  const box = { ...padded, y: padded.y - GROUP_HEADING, height: padded.height + GROUP_HEADING };
  const parentId = commonContainer(document, ids);
  const origin = originOf(document.nodes, parentId);
  const group = createNode(document, 'group', box, parentId);
  return { ...group, x: box.x - origin.x, y: box.y - origin.y, width: box.width, height: box.height };
}

function commonContainer(document: DiagramDocument, ids: readonly NodeId[]): NodeId | null {
  const [first, ...rest] = ids.map((id) => ancestorsOf(document.nodes, id));
  return first?.find((id) => rest.every((others) => others.includes(id))) ?? null;
}

/** Between things that are stacked and had no room between them to go by. */
const STACK_GAP = 40;

/**
 * Boxes in one row (`x`) or column (`y`), in the order they lie in, on one middle line, with equal gaps: the middle one
 * of those there were. The first one stays where it is.
 */
export function stackedBoxes(boxes: Boxes, axis: Axis): Boxes {
  const [length, across, breadth] =
    axis === 'x' ? (['width', 'y', 'height'] as const) : (['height', 'x', 'width'] as const);
  const sorted = [...boxes].sort(([, a], [, b]) => a[axis] + a[length] / 2 - (b[axis] + b[length] / 2));
  const first = sorted[0]?.[1];
  if (first === undefined) return boxes;
  const gaps = sorted.slice(1).map(([, box], index) => {
    const before = sorted[index]?.[1] ?? first;
    return box[axis] - before[axis] - before[length];
  });
  const open = gaps.filter((gap) => gap > 0).sort((a, b) => a - b);
  const gap = open[Math.floor(open.length / 2)] ?? STACK_GAP;
  const middle = first[across] + first[breadth] / 2;
  const placed = new Map<NodeId, Box>();
  let at = first[axis];
  for (const [id, box] of sorted) {
    placed.set(id, { ...box, [axis]: at, [across]: middle - box[breadth] / 2 });
    at += box[length] + gap;
  }
  return placed;
}
