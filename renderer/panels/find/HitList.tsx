import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { type Hit, textOfHit } from '../../../shared/find/findInDocument';
import type { Query } from '../../../shared/find/searchText';
import { goToHit, type OpenHit } from '../../actions/find';
import { classNames } from '../../chrome/classNames';
import { Icon } from '../../chrome/Icon';
import { useLanguage, useServices, useT } from '../../state/hooks';
import styles from './Find.module.css';
import { hitName } from './hitNames';
import { Marked } from './Marked';
import type { FoundIn, Search } from './useSearch';

const HEADING_PX = 28;
const ROW_PX = 46;

type Row =
  | { readonly type: 'document'; readonly found: FoundIn }
  | {
      readonly type: 'hit';
      readonly found: FoundIn;
      readonly hit: Hit;
      readonly index: number;
      readonly place: number;
    };

/** What is found in all open documents, a group each; only the rows in sight are in the page. */
export function HitList({ search, query }: { readonly search: Search; readonly query: Query }) {
  const t = useT();
  const language = useLanguage();
  const { session } = useServices();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => rowsOf(search.found), [search.found]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.type === 'document' ? HEADING_PX : ROW_PX),
    overscan: 6,
  });
  const current = rows.findIndex((row) => row.type === 'hit' && row.place === search.at);
  useEffect(() => {
    if (current >= 0) virtual.scrollToIndex(current);
  }, [virtual, current]);
  if (rows.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled with keys
    <section ref={scroller} className={styles.list} aria-label={t('find.results')} tabIndex={0}>
      <div className={styles.sizer} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, size }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <div key={index} className={styles.place} style={{ height: size, transform: `translateY(${start}px)` }}>
              {row.type === 'document' ? (
                <h3 className={styles.group}>
                  <span className={styles.groupName}>{session.nameOf(row.found.open, language)}</span>
                  <span className={styles.groupCount}>{row.found.hits.length}</span>
                </h3>
              ) : (
                <HitRow row={row} query={query} isCurrent={row.place === search.at} />
              )}
            </div>
          );
        })}
      </div>
    </section>
  );
}

function rowsOf(found: readonly FoundIn[]): readonly Row[] {
  const rows: Row[] = [];
  let place = 0;
  for (const one of found) {
    if (one.hits.length === 0) continue;
    rows.push({ type: 'document', found: one });
    for (const [index, hit] of one.hits.entries()) {
      place += 1;
      rows.push({ type: 'hit', found: one, hit, index, place });
    }
  }
  return rows;
}

function HitRow({
  row: { found, hit, index },
  query,
  isCurrent,
}: {
  readonly row: Extract<Row, { readonly type: 'hit' }>;
  readonly query: Query;
  readonly isCurrent: boolean;
}) {
  const t = useT();
  const language = useLanguage();
  const services = useServices();
  const named = hitName(found.document, hit.target, language, t);
  const answer = textOfHit(found.document, query, hit);
  if (named === null || answer === null) return null;
  const target: OpenHit = { open: found.open, hit, index };
  // What the name shows already is not told a second time.
  const isInName = answer.text.searchable.text.replace(/\s+/g, ' ').trim() === named.name;
  return (
    <button
      type="button"
      className={classNames(styles.hit, isCurrent && styles.currentHit)}
      aria-current={isCurrent || undefined}
      onClick={() => goToHit(services, target)}
    >
      <span className={styles.hitIcon}>
        <Icon name={named.icon} />
      </span>
      <span className={styles.hitTexts}>
        <span className={styles.hitName}>
          {isInName ? <Marked text={answer.text.searchable} query={query} /> : named.name}
        </span>
        <span className={styles.hitPlace}>
          {isInName ? named.place || named.kind : <Marked text={answer.text.searchable} query={query} />}
        </span>
      </span>
    </button>
  );
}
