import type { Comparison, Difference } from '../../../shared/compare/compareDocuments';
import type { Section } from '../../../shared/compare/comparer';
import type { EdgeId, NodeId } from '../../../shared/model/ids';

export type CompareRow =
  | { readonly type: 'section'; readonly key: string; readonly section: Section; readonly count: number }
  | { readonly type: 'difference'; readonly key: string; readonly difference: Difference }
  | { readonly type: 'layout'; readonly key: string; readonly count: number; readonly isOpen: boolean }
  | { readonly type: 'moved'; readonly key: string; readonly nodeId: NodeId | null; readonly edgeId: EdgeId | null };

/** The differences as lines of a list: headings and what is below them, and what only moved, folded or not. */
export function compareRows({ differences, layout }: Comparison, isLayoutOpen: boolean): readonly CompareRow[] {
  const rows: CompareRow[] = [];
  let section: Section | null = null;
  for (const difference of differences) {
    if (difference.section !== section) {
      section = difference.section;
      const count = differences.filter((other) => other.section === difference.section).length;
      rows.push({ type: 'section', key: section, section, count });
    }
    rows.push({ type: 'difference', key: difference.key, difference });
  }
  const count = layout.nodeIds.length + layout.edgeIds.length;
  if (count === 0) return rows;
  rows.push({ type: 'layout', key: 'layout', count, isOpen: isLayoutOpen });
  if (!isLayoutOpen) return rows;
  for (const nodeId of layout.nodeIds) rows.push({ type: 'moved', key: `moved ${nodeId}`, nodeId, edgeId: null });
  for (const edgeId of layout.edgeIds) rows.push({ type: 'moved', key: `moved ${edgeId}`, nodeId: null, edgeId });
  return rows;
}
