import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Problem } from '../../../shared/rules/checker';
import { namesIn } from '../../../shared/rules/describe';
import type { RuleName } from '../../../shared/rules/index';
import { fixProblem, goToProblem } from '../../actions/problems';
import { isComposition } from '../../actions/shortcuts';
import { Icon } from '../../chrome/Icon';
import { useLanguage, useOpenDocument, useProblems, useServices, useT } from '../../state/hooks';
import { announce } from '../../state/notices';
import { ProblemItem } from './ProblemItem';
import styles from './Problems.module.css';
import { type ProblemRow, problemRows } from './problemRows';

/** A guess until a row is measured: two lines of text. */
const ROW_PX = 48;

/** What is wrong in the diagram, by rule: what and why, where, and what mends it. */
export function ProblemsPanel() {
  const t = useT();
  const problems = useProblems((state) => state.problems);
  useSpokenCount(problems?.length ?? null);
  if (problems === null) return null;
  if (problems.length > 0) return <ProblemTree />;
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>
        <Icon name="circle-check" size={16} />
        {t('problems.none.title')}
      </p>
      <p className={styles.emptyHint}>{t('problems.none.hint')}</p>
    </div>
  );
}

/** Says how many there are when it changes while the list is open, and nothing when it is opened. */
function useSpokenCount(count: number | null): void {
  const t = useT();
  const { app } = useServices();
  const last = useRef<number | null>(null);
  useEffect(() => {
    const before = last.current;
    last.current = count;
    if (before === null || count === null || before === count) return;
    announce(app, count === 0 ? t('problems.none.title') : t('problems.count', { count }));
  }, [count, app, t]);
}

function ProblemTree() {
  const t = useT();
  const language = useLanguage();
  const services = useServices();
  const open = useOpenDocument();
  const { problems, document } = useDeferredValue(useProblems((state) => state));
  const at = useProblems((state) => state.at);
  const [closed, setClosed] = useState<ReadonlySet<RuleName>>(new Set());
  const rows = useMemo(() => problemRows(problems ?? [], closed), [problems, closed]);
  const names = useMemo(() => namesIn(document, language, t), [document, language, t]);
  const tree = useRef<HTMLDivElement>(null);
  const treeId = useId();
  const itemId = (index: number) => `${treeId}-${index}`;
  const activeIndex = useActiveIndex(rows, at);

  // The row that has the keyboard stays in the page, however far one scrolls.
  const withActive = useCallback(
    (range: Range) => [...new Set([...defaultRangeExtractor(range), activeIndex])].sort((a, b) => a - b),
    [activeIndex],
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => tree.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => rows[index]?.key ?? index,
    rangeExtractor: withActive,
    overscan: 8,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is gone to is seen, also in a rule that was closed before
  useEffect(() => {
    const around = problems?.find(({ key }) => key === at)?.rule;
    if (around !== undefined && closed.has(around)) setClosed(new Set([...closed].filter((rule) => rule !== around)));
  }, [at]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: problems that come or go above it must not move what is read
  useEffect(() => {
    if (at !== null) virtual.scrollToIndex(activeIndex, { align: 'auto' });
  }, [virtual, at]);

  function goTo(row: ProblemRow | undefined): void {
    if (row?.type === 'problem') void goToProblem(services, open, row.problem);
    else if (row !== undefined) {
      const index = (problems ?? []).findIndex(({ rule }) => rule === row.rule);
      open.problems.store.setState({ at: row.key, index });
    }
  }

  function press(row: ProblemRow): void {
    if (row.type === 'rule') setOpen(row, !row.isOpen);
    else if (hasPlace(row.problem)) goTo(row);
    else show(row);
  }

  /** A problem of no place is one of a role: that is where it is looked at. */
  function show(row: ProblemRow): void {
    goTo(row);
    if (row.type !== 'problem') return;
    const [roleId] = row.problem.roleIds;
    if (hasPlace(row.problem)) open.view.canvas?.focus();
    else if (roleId !== undefined) services.app.setState({ dialog: { type: 'role', roleId } });
  }

  function setOpen(row: ProblemRow, isOpen: boolean): void {
    if (row.type !== 'rule') return;
    const others = [...closed].filter((rule) => rule !== row.rule);
    setClosed(new Set(isOpen ? others : [...others, row.rule]));
  }

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const row = rows[activeIndex];
    if (row === undefined || event.target !== event.currentTarget || isComposition(event.nativeEvent)) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const last = rows.length - 1;
    const rule = rows.findLastIndex((other, index) => index <= activeIndex && other.type === 'rule');
    const keys: Readonly<Record<string, () => void>> = {
      ArrowDown: () => goTo(rows[Math.min(last, activeIndex + 1)]),
      ArrowUp: () => goTo(rows[Math.max(0, activeIndex - 1)]),
      Home: () => goTo(rows[0]),
      End: () => goTo(rows[last]),
      ArrowRight: () => (row.type === 'rule' && row.isOpen ? goTo(rows[activeIndex + 1]) : setOpen(row, true)),
      ArrowLeft: () => (row.type === 'rule' ? setOpen(row, false) : goTo(rows[rule])),
      Enter: () => (row.type === 'rule' ? setOpen(row, !row.isOpen) : show(row)),
      ' ': () => (row.type === 'rule' ? setOpen(row, !row.isOpen) : goTo(row)),
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
      ref={tree}
      role="tree"
      aria-label={t('problems.list')}
      aria-activedescendant={itemId(activeIndex)}
      tabIndex={0}
      className={styles.tree}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className={styles.sizer} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="presentation"
              className={styles.place}
              style={{ transform: `translateY(${start}px)` }}
            >
              <ProblemItem
                id={itemId(index)}
                row={row}
                names={names}
                isActive={index === activeIndex}
                isAt={row.key === at}
                onPress={() => press(row)}
                onJump={() => show(row)}
                onFix={() => {
                  if (row.type === 'problem') fixProblem(open, row.problem);
                  tree.current?.focus();
                }}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function hasPlace({ nodeIds, edgeIds }: Problem): boolean {
  return nodeIds.length + edgeIds.length > 0;
}

/** The row that keys act on. Where its problem is mended, the one that has taken its place. */
function useActiveIndex(rows: readonly ProblemRow[], at: string | null): number {
  const lastIndex = useRef(0);
  const found = rows.findIndex(({ key }) => key === at);
  const index = found >= 0 ? found : Math.min(lastIndex.current, rows.length - 1);
  useEffect(() => {
    lastIndex.current = index;
  }, [index]);
  return index;
}
