import type { Box, Size } from '../geometry/box';
import type { DiagramDocument, DiagramNode } from '../model/document';
import type { NodeId } from '../model/ids';
import { boxOfNode } from '../model/query';
import { createBoxIndex } from './boxIndex';
import type { Boxes } from './context';
import { freeSpot } from './freeSpot';
import { spacing } from './spacing';

/**
 * Places for notes and other things that belong to no row: on the same side of, and as far from, whatever they were
 * nearest to, moved on only where that place is taken now.
 */
export function placeSatellites(
  document: DiagramDocument,
  satellites: readonly DiagramNode[],
  sizes: ReadonlyMap<NodeId, Size>,
  placed: Boxes,
): Boxes {
  const { nodes } = document;
  const found = new Map<NodeId, Box>();
  const taken = createBoxIndex<Box>();
  const own = new Set(satellites.map(({ parentId }) => parentId));
  const siblings = [...placed].filter(
    ([id]) => own.has(nodes.get(id)?.parentId ?? null) && nodes.get(id)?.kind !== 'stage',
  );
  for (const [, box] of siblings) taken.add(box, box);
  const inOrder = satellites.toSorted((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1));
  for (const node of inOrder) {
    const old = boxOfNode(nodes, node);
    const { width, height } = sizes.get(node.id) ?? node;
    const wanted = { ...besideNearest(old, siblings, document), width, height };
    const box = {
      ...wanted,
      ...freeSpot(wanted, taken, clearanceOf(old, siblings, nodes), null, (value) => value as Box),
    };
    found.set(node.id, box);
    taken.add(box, box);
  }
  return found;
}

/** What was drawn close stays close: only overlaps are undone. */
function clearanceOf(old: Box, siblings: readonly (readonly [NodeId, Box])[], nodes: DiagramDocument['nodes']): number {
  const gaps = siblings.map(([id]) => {
    const node = nodes.get(id);
    return node === undefined ? spacing.clearance : gapBetween(old, boxOfNode(nodes, node));
  });
  return Math.max(1, Math.min(spacing.clearance, ...gaps));
}

function besideNearest(old: Box, siblings: readonly (readonly [NodeId, Box])[], { nodes }: DiagramDocument) {
  let nearest: { readonly before: Box; readonly after: Box; readonly gap: number } | null = null;
  for (const [id, after] of siblings) {
    const node = nodes.get(id);
    if (node === undefined) continue;
    const before = boxOfNode(nodes, node);
    const gap = gapBetween(old, before);
    if (nearest === null || gap < nearest.gap) nearest = { before, after, gap };
  }
  if (nearest === null) return { x: old.x, y: old.y };
  const { before, after } = nearest;
  return {
    x: alongside(old.x, old.width, before.x, before.width, after.x, after.width),
    y: alongside(old.y, old.height, before.y, before.height, after.y, after.height),
  };
}

/** Beyond the far end it keeps its distance from there, otherwise from the near end. */
function alongside(
  at: number,
  size: number,
  start: number,
  length: number,
  newStart: number,
  newLength: number,
): number {
  const isBeyond = at + size / 2 > start + length;
  return isBeyond ? newStart + newLength + (at - start - length) : newStart + (at - start);
}

function gapBetween(a: Box, b: Box): number {
  const x = Math.max(0, a.x - b.x - b.width, b.x - a.x - a.width);
  const y = Math.max(0, a.y - b.y - b.height, b.y - a.y - a.height);
  return Math.hypot(x, y);
}
