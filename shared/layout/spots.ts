import { type Box, centerOf, encloses, grow, intersects, type Point, plus, type Size } from '../geometry/box';
import { type NodeKindName, nodeKinds } from '../kinds/index';
import { isCollapsed } from '../model/collapsed';
import type { DiagramDocument, DiagramNode } from '../model/document';
import { shownNodes } from '../model/hidden';
import type { NodeId } from '../model/ids';
import { childrenOf, insideOf as freePartOf, isLane, type LanePlace, laneAtGap, stackAxis } from '../model/lanes';
import { boxOfNode, containerAt } from '../model/query';

/** Between a step and the next one that is grown from it. */
export const STEP_GAP = 40;
/** What is left free around a node that is put beside others. */
const CLEARANCE = 16;
const SEARCH_STEP = 16;
const SEARCH_RINGS = 40;

/** Whether a new node of this kind lies in the container under it; lanes and stages make up the ground themselves. */
export function liesInContainers(kind: NodeKindName): boolean {
  return nodeKinds[kind].traits.layer === 'front' || kind === 'group';
}

/** The container in which a box of a kind belongs: the innermost one under its centre, or the lane beside a gap. */
export function homeOf(
  document: DiagramDocument,
  kind: NodeKindName,
  box: Box,
  except: ReadonlySet<NodeId> = new Set(),
): NodeId | null {
  if (!liesInContainers(kind)) return null;
  const { nodes } = document;
  const home = containerAt(nodes, centerOf(box), except);
  const lanes = childrenOf(nodes, home)
    .filter(isLane)
    .filter((lane) => !isCollapsed(lane));
  const places = lanes
    .filter(({ id }) => !except.has(id))
    .map((lane): LanePlace => ({ id: lane.id, box: boxOfNode(nodes, lane), axis: stackAxis(lane) }));
  return laneAtGap(places, box) ?? home;
}

/** The part of a container that its heading leaves free, on the canvas. */
export function insideOf({ nodes }: DiagramDocument, id: NodeId): Box | null {
  const node = nodes.get(id);
  if (node === undefined) return null;
  const inside = freePartOf(node);
  return { ...inside, ...plus(boxOfNode(nodes, node), inside) };
}

/** Boxes of everything that a new step must not cover: all that is drawn above the edges. */
function stepsNear(document: DiagramDocument, area: Box, except: ReadonlySet<NodeId>): readonly Box[] {
  const boxes: Box[] = [];
  for (const node of shownNodes(document)) {
    if (nodeKinds[node.kind].traits.layer === 'back' || except.has(node.id)) continue;
    const box = boxOfNode(document.nodes, node);
    if (intersects(area, box)) boxes.push(box);
  }
  return boxes;
}

/**
 * The box of `size` nearest to `wanted` that covers no step and, when a container is given, lies inside it as far as
 * there is room. `wanted` itself when all around is taken.
 */
export function freeSpot(
  document: DiagramDocument,
  size: Size,
  wanted: Point,
  container: NodeId | null,
  except: ReadonlySet<NodeId> = new Set(),
): Box {
  const start: Box = { ...wanted, ...size };
  const taken = stepsNear(document, grow(start, SEARCH_RINGS * SEARCH_STEP + CLEARANCE), except);
  const isFree = (box: Box) => !taken.some((other) => intersects(grow(box, CLEARANCE - 1), other));
  const inside = container === null ? null : insideOf(document, container);
  const fits = inside === null ? () => true : (box: Box) => encloses(inside, box);
  return nearest(start, (box) => isFree(box) && fits(box)) ?? nearest(start, isFree) ?? start;
}

/** Searches in growing rings; within a ring the nearest first. */
function nearest(start: Box, suits: (box: Box) => boolean): Box | null {
  if (suits(start)) return start;
  for (let ring = 1; ring <= SEARCH_RINGS; ring++) {
    const found = ringOffsets(ring)
      .map(({ x, y }) => ({ ...start, x: start.x + x * SEARCH_STEP, y: start.y + y * SEARCH_STEP }))
      .find(suits);
    if (found !== undefined) return found;
  }
  return null;
}

function ringOffsets(ring: number): readonly Point[] {
  const offsets: Point[] = [];
  for (let i = -ring; i <= ring; i++) {
    offsets.push({ x: i, y: ring }, { x: ring, y: i }, { x: i, y: -ring }, { x: -ring, y: i });
  }
  return offsets.sort((a, b) => Math.hypot(a.x, a.y) - Math.hypot(b.x, b.y));
}

/** The last lane (or stage) of those that lie side by side on the canvas; `null` when there is none yet. */
export function lastOnCanvas(document: DiagramDocument, kind: 'lane' | 'stage'): DiagramNode | null {
  let last: DiagramNode | null = null;
  for (const node of document.nodes.values()) {
    if (node.kind !== kind || node.parentId !== null) continue;
    if (last === null || node.x + node.width + node.y + node.height > last.x + last.width + last.y + last.height) {
      last = node;
    }
  }
  return last;
}

/** A new stage continues the row of those there are: beside the last one, of its size. */
export function continuingRow(document: DiagramDocument, node: DiagramNode): DiagramNode {
  const last = node.kind === 'stage' ? lastOnCanvas(document, node.kind) : null;
  if (last === null) return node;
  const { x, y, width, height } = last;
  return { ...node, x: x + width, y, width, height };
}
