import { useMemo } from 'react';
import { replacementsOf } from '../../actions/find';
import { useApp, useLanguage, useServices, useT } from '../../state/hooks';
import styles from './Find.module.css';
import type { Search } from './useSearch';

/** How much "replace all" would change, or why nothing. */
export function ReplaceHint({ search }: { readonly search: Search }) {
  const t = useT();
  const services = useServices();
  const language = useLanguage();
  const replacement = useApp((state) => state.find.replacement);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the services read the language and the replacement
  const { places, elements } = useMemo(() => {
    let sum = { places: 0, elements: 0 };
    for (const { open } of search.found) {
      const found = replacementsOf(open, services);
      if (found === null) continue;
      const count = found.nodes.size + found.edges.size + found.roles.size;
      sum = { places: sum.places + found.places, elements: sum.elements + count };
    }
    return sum;
  }, [search, services, language, replacement]);
  if (search.count === 0) return null;
  return <p className={styles.hint}>{hintOf()}</p>;

  function hintOf(): string {
    if (places > 0) return t('find.willReplace', { count: places, elements });
    return t(search.isLiteral ? 'find.otherLanguage' : 'find.loose');
  }
}
