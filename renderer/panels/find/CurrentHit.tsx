import { textOfHit } from '../../../shared/find/findInDocument';
import type { Query } from '../../../shared/find/searchText';
import { useT } from '../../state/hooks';
import styles from './Find.module.css';
import { Marked } from './Marked';
import type { Search } from './useSearch';

/** What of the hit gone to answers, where the canvas does not show it: its description, its other language, its role. */
export function CurrentHit({ search, query }: { readonly search: Search; readonly query: Query }) {
  const t = useT();
  const [found] = search.found;
  const hit = found?.hits[search.at - 1];
  const answer = found === undefined || hit === undefined ? null : textOfHit(found.document, query, hit);
  if (answer === null) return null;
  return (
    <p className={styles.answer}>
      <span className={styles.answerField}>{t(`find.field.${answer.text.field}`)}</span>
      <Marked text={answer.text.searchable} query={query} />
    </p>
  );
}
