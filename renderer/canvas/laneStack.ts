import { type Box, unionOf } from '../../shared/geometry/box';
import type { DiagramDocument, DiagramNode } from '../../shared/model/document';
import type { NodeId } from '../../shared/model/ids';
import { boxOfNode } from '../../shared/model/query';
import { grownToHold, isAlong, rowOf } from '../actions/growing';
import type { Edit } from '../state/editorStore';

/** Lanes that lie edge to edge with a lane and are as long as it: those before it and those behind it. */
export interface LaneStack {
  readonly before: readonly NodeId[];
  readonly behind: readonly NodeId[];
}

/** How far apart two lanes may be and still count as one edge. */
const TOUCHING = 1;

export function laneStackOf(document: DiagramDocument, lane: DiagramNode): LaneStack {
  const [at, size] = across(lane);
  const row = [...rowOf(document, lane)].sort((a, b) => a[at] - b[at]);
  const index = row.findIndex(({ id }) => id === lane.id);
  const touch = (a: DiagramNode | undefined, b: DiagramNode | undefined) =>
    a !== undefined && b !== undefined && Math.abs(a[at] + a[size] - b[at]) <= TOUCHING;
  let first = index;
  while (first > 0 && touch(row[first - 1], row[first])) first--;
  let last = index;
  while (touch(row[last], row[last + 1])) last++;
  const ids = row.map(({ id }) => id);
  return { before: ids.slice(first, index), behind: ids.slice(index + 1, last + 1) };
}

/**
 * Resizes a lane without tearing its stack apart: the others make room, taking along what lies in them, and stay as
 * long as it is; what is around them grows with them.
 */
export function resizeLane(edit: Edit, document: DiagramDocument, lane: DiagramNode, stack: LaneStack, box: Box): void {
  const [at, size] = across(lane);
  const [start, length] = isAlong(lane) ? (['x', 'width'] as const) : (['y', 'height'] as const);
  const old = boxOfNode(document.nodes, lane);
  const boxes = new Map([[lane.id, box]]);
  shift(stack.before, box[at] - old[at]);
  shift(stack.behind, box[at] + box[size] - old[at] - old[size]);
  edit('nodes.place', { boxes: new Map([...boxes, ...grownAround(document, lane, boxes)]) });

  function shift(ids: readonly NodeId[], distance: number): void {
    edit('nodes.move', { ids, by: { x: 0, y: 0, [at]: distance } });
    for (const id of ids) {
      const now = boxIn(document, id);
      if (now !== null) boxes.set(id, { ...now, [at]: now[at] + distance, [start]: box[start], [length]: box[length] });
    }
  }
}

/** The container around a stack keeps its border right of and below it. */
function grownAround(document: DiagramDocument, { parentId }: DiagramNode, boxes: ReadonlyMap<NodeId, Box>) {
  const parent = parentId === null ? undefined : document.nodes.get(parentId);
  const now = unionOf([...boxes.keys()].map((id) => boxIn(document, id)).filter((box) => box !== null));
  const next = unionOf(boxes.values());
  if (parent === undefined || now === null || next === null) return new Map<NodeId, Box>();
  const outer = boxOfNode(document.nodes, parent);
  return grownToHold(document, parent.id, next, {
    right: Math.max(0, outer.x + outer.width - now.x - now.width),
    bottom: Math.max(0, outer.y + outer.height - now.y - now.height),
  });
}

function boxIn({ nodes }: DiagramDocument, id: NodeId): Box | null {
  const node = nodes.get(id);
  return node === undefined ? null : boxOfNode(nodes, node);
}

/** The direction in which lanes are stacked. */
function across(lane: DiagramNode) {
  return isAlong(lane) ? (['y', 'height'] as const) : (['x', 'width'] as const);
}
