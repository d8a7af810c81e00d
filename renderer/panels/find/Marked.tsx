import { matchRanges, type Query, type Searchable } from '../../../shared/find/searchText';
import styles from './Find.module.css';

/** Shown before the first match of a long text. */
const LEAD_CHARS = 24;

/** A text with what answers the query marked; of a long one the part around the first match. */
export function Marked({ text, query }: { readonly text: Searchable; readonly query: Query }) {
  const ranges = matchRanges(query, text);
  const first = ranges[0]?.from ?? 0;
  const start = first > LEAD_CHARS * 2 ? first - LEAD_CHARS : 0;
  const parts = [];
  let shown = start;
  for (const { from, to } of ranges) {
    parts.push(text.text.slice(shown, from));
    parts.push(<mark key={from}>{text.text.slice(from, to)}</mark>);
    shown = to;
  }
  return (
    <span className={styles.marked}>
      {start > 0 && '…'}
      {parts}
      {text.text.slice(shown)}
    </span>
  );
}
