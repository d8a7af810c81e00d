import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { isNothing } from '../../../shared/compare/compareDocuments';
import { comparisonMarkdown, describeDifference, namesInBoth } from '../../../shared/compare/describe';
import { goToDifference, goToMoved } from '../../actions/comparing';
import { isComposition } from '../../actions/shortcuts';
import { IconButton } from '../../chrome/Button';
import { Icon } from '../../chrome/Icon';
import { useLanguage, useOpenDocument, useServices, useT, useView } from '../../state/hooks';
import { notify } from '../../state/notices';
import type { ShownComparison } from '../../state/viewStore';
import styles from './Compare.module.css';
import { type CompareRow, compareRows } from './compareRows';
import { toneIcons } from './toneIcons';

/** A guess until a row is measured. */
const ROW_PX = 32;

/** What is different from another document: a list to walk through, with what only moved folded away. */
export function ComparePanel() {
  const comparison = useView((state) => state.comparison);
  return comparison === null ? null : <Compared comparison={comparison} />;
}

function Compared({ comparison: { name, result } }: { readonly comparison: ShownComparison }) {
  const t = useT();
  const language = useLanguage();
  const { app, bridge } = useServices();
  const { view } = useOpenDocument();
  const heading = t('compare.before', { name });

  async function copy(): Promise<void> {
    await bridge.request['clipboard.writeText'](comparisonMarkdown(result, heading, language, t));
    notify(app, 'info', t('compare.copied'));
  }

  return (
    <section className={styles.panel} aria-label={t('compare.list')} data-region="compare">
      <div className={styles.top}>
        <h2 className={styles.heading} title={heading}>
          {heading}
        </h2>
        <IconButton icon="copy" iconSize={16} label={t('compare.copy')} className={styles.button} onClick={copy} />
        <IconButton
          icon="x"
          iconSize={16}
          label={t('action.compare.close')}
          className={styles.button}
          onClick={() => {
            view.setState({ comparison: null });
            view.canvas?.focus();
          }}
        />
      </div>
      {isNothing(result) ? (
        <div className={styles.empty}>
          <p className={styles.emptyTitle}>
            <Icon name="circle-check" size={16} />
            {t('compare.none')}
          </p>
          <p className={styles.emptyHint}>{t('compare.none.hint')}</p>
        </div>
      ) : (
        <Rows result={result} />
      )}
    </section>
  );
}

function Rows({ result }: Pick<ShownComparison, 'result'>) {
  const t = useT();
  const language = useLanguage();
  const open = useOpenDocument();
  const [isLayoutOpen, setLayoutOpen] = useState(false);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const rows = useMemo(() => compareRows(result, isLayoutOpen), [result, isLayoutOpen]);
  const names = useMemo(() => namesInBoth(result, language, t), [result, language, t]);
  const list = useRef<HTMLDivElement>(null);
  const found = rows.findIndex(({ key }) => key === activeKey);
  // A heading is no stop.
  const active = found >= 0 ? found : rows.findIndex(({ type }) => type !== 'section');
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
  });

  function choose(row: CompareRow | undefined): void {
    if (row === undefined) return;
    setActiveKey(row.key);
    if (row.type === 'difference') goToDifference(open, result, row.difference);
    else if (row.type === 'moved') goToMoved(open, row);
    else if (row.type === 'layout') setLayoutOpen(!row.isOpen);
  }

  function walk(by: number): void {
    const step = Math.sign(by);
    let index = Math.max(0, Math.min(rows.length - 1, active + by));
    // Headings are no stops.
    while (rows[index]?.type === 'section' && rows[index + step] !== undefined) index += step;
    const row = rows[index];
    if (row === undefined) return;
    setActiveKey(row.key);
    virtual.scrollToIndex(index, { align: 'auto' });
    if (row.type === 'difference') goToDifference(open, result, row.difference);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposition(event.nativeEvent) || event.altKey || event.ctrlKey || event.metaKey) return;
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => walk(1),
      ArrowUp: () => walk(-1),
      Home: () => walk(-rows.length),
      End: () => walk(rows.length),
      Enter: () => choose(rows[active]),
      ' ': () => choose(rows[active]),
      Escape: () => open.view.canvas?.focus(),
    };
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  return (
    <div
      ref={list}
      role="tree"
      aria-label={t('compare.list')}
      aria-activedescendant={`difference-${active}`}
      tabIndex={0}
      className={styles.list}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles.sizer} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="presentation"
              className={styles.place}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Row
                id={`difference-${index}`}
                row={row}
                isActive={index === active && activeKey !== null}
                onChoose={() => choose(row)}
                text={rowText(row)}
              />
            </div>
          );
        })}
      </div>
    </div>
  );

  function rowText(row: CompareRow): string {
    if (row.type === 'section') return t(`compare.section.${row.section}`);
    if (row.type === 'layout') return t('compare.layout', { count: row.count });
    if (row.type === 'difference') return describeDifference(row.difference, names);
    if (row.nodeId !== null) return names.node(row.nodeId);
    const { from, to } = names.ends(row.edgeId ?? undefined);
    return `${from} → ${to}`;
  }
}

interface RowProps {
  readonly id: string;
  readonly row: CompareRow;
  readonly text: string;
  readonly isActive: boolean;
  onChoose(): void;
}

function Row({ id, row, text, isActive, onChoose }: RowProps) {
  const t = useT();
  if (row.type === 'section') {
    return (
      <div role="presentation" className={styles.section}>
        <span>{text}</span>
        <span className={styles.count}>{row.count}</span>
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the list, which has the focus
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays with the list; options are pointed at
    <div
      id={id}
      role="treeitem"
      aria-selected={isActive}
      aria-expanded={row.type === 'layout' ? row.isOpen : undefined}
      className={styles.row}
      data-row={row.type}
      onClick={onChoose}
    >
      {row.type === 'difference' && (
        <span className={styles.tone} data-tone={row.difference.tone} title={t(`compare.tone.${row.difference.tone}`)}>
          <Icon name={toneIcons[row.difference.tone]} size={14} />
        </span>
      )}
      {row.type === 'layout' && (
        <span className={styles.tone}>
          <Icon name={row.isOpen ? 'chevron-down' : 'chevron-right'} size={14} />
        </span>
      )}
      <span className={styles.text}>
        {text}
        {row.type === 'layout' && <span className={styles.hint}>{t('compare.layout.hint')}</span>}
      </span>
    </div>
  );
}
