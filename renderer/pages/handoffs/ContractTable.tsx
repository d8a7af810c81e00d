// biome-ignore-all lint/a11y/useSemanticElements: rows of a table cannot be left out while they are out of view
// biome-ignore-all lint/a11y/useFocusableInteractive: the fields in it have the focus
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { DiagramDocument } from '../../../shared/model/document';
import type { Handoff } from '../../../shared/model/handoffs';
import { useEditor, useT } from '../../state/hooks';
import { ContractRow } from './ContractRow';
import styles from './ContractTable.module.css';

const ROW_PX = 44;
const HEAD_PX = 32;
const OVERSCAN = 6;

/** Every hand-off with what the two roles agree on, to be filled in where it stands. */
export function ContractTable({
  document,
  handoffs,
}: {
  readonly document: DiagramDocument;
  readonly handoffs: readonly Handoff[];
}) {
  const t = useT();
  const scroller = useRef<HTMLElement>(null);
  const selected = useEditor((state) => state.selection.edges);
  const rows = useVirtualizer({
    count: handoffs.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    paddingStart: HEAD_PX,
    scrollPaddingStart: HEAD_PX,
    overscan: OVERSCAN,
  });
  const first = handoffs.findIndex(({ id }) => selected.has(id));
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows what is selected, not every scroll
  useEffect(() => {
    // Whoever types in a row selects it, and looks at it already.
    const isHere = scroller.current?.contains(scroller.current.ownerDocument.activeElement) ?? false;
    if (first >= 0 && !isHere) rows.scrollToIndex(first, { align: 'auto' });
  }, [first]);

  const headings = [
    t('handoff.from'),
    t('handoff.to'),
    t('handoffs.steps'),
    t('handoff.what'),
    t('handoff.format'),
    t('handoff.acceptance'),
    t('handoff.within'),
  ];
  return (
    <section
      ref={scroller}
      className={styles.table}
      role="table"
      aria-label={t('handoffs.contracts')}
      aria-rowcount={handoffs.length + 1}
    >
      <div className={styles.sheet} style={{ height: rows.getTotalSize() }} role="rowgroup">
        <div className={styles.head} style={{ height: HEAD_PX }} role="row" aria-rowindex={1}>
          {headings.map((heading) => (
            <div key={heading} role="columnheader">
              {heading}
            </div>
          ))}
        </div>
        {rows.getVirtualItems().map(({ index, start }) => {
          const handoff = handoffs[index];
          const edge = handoff === undefined ? undefined : document.edges.get(handoff.id);
          if (handoff === undefined || edge === undefined) return null;
          return (
            <ContractRow
              key={handoff.id}
              document={document}
              handoff={handoff}
              edge={edge}
              isSelected={selected.has(handoff.id)}
              rowIndex={index + 2}
              place={{ transform: `translateY(${start}px)`, height: ROW_PX }}
            />
          );
        })}
      </div>
    </section>
  );
}
