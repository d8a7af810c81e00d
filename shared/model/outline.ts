import type { DiagramDocument, DiagramNode } from './document';
import type { NodeId } from './ids';
import { childrenInOrder } from './readingOrder';

/** A line of the diagram told as a tree. */
export interface OutlineRow {
  readonly node: DiagramNode;
  /** 1 for what lies on the canvas itself. */
  readonly level: number;
  /** Its place among its siblings, from 1, and how many they are. */
  readonly place: number;
  readonly siblings: number;
  /** Of what holds others: whether they follow. `null` for what holds nothing. */
  readonly isOpen: boolean | null;
}

/** What is nested deeper is told at this level still: a broken file must not indent without end. */
const DEEPEST = 64;

/** The diagram in reading order, without what lies in `closed` containers. */
export function outlineRows(nodes: DiagramDocument['nodes'], closed: ReadonlySet<NodeId>): readonly OutlineRow[] {
  const children = childrenInOrder(nodes);
  const rows: OutlineRow[] = [];
  const visit = (parentId: NodeId | null, level: number): void => {
    const siblings = children.get(parentId) ?? [];
    for (const [index, { id }] of siblings.entries()) {
      // The order is kept for longer than the records: it is the same for a document in which only texts changed.
      const node = nodes.get(id);
      if (node === undefined) continue;
      const isOpen = children.has(id) ? !closed.has(id) : null;
      rows.push({ node, level, place: index + 1, siblings: siblings.length, isOpen });
      if (isOpen === true) visit(id, Math.min(level + 1, DEEPEST));
    }
  };
  visit(null, 1);
  return rows;
}
