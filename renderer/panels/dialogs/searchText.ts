import { matchRank, type Query, type Searchable } from '../../../shared/find/searchText';

/** How well the name of a command answers a query: as texts do, and by the starts of its words (`zin`: "Zoom in"). */
export function commandRank(query: Query, name: Searchable): number | null {
  const rank = matchRank(query, name);
  if (rank !== null) return rank;
  const wanted = query.plain.replace(/ /g, '');
  return /^[a-z0-9]+$/.test(wanted) && startsWords(wanted, wordsOf(name.plain)) ? STARTS_OF_WORDS_RANK : null;
}

const STARTS_OF_WORDS_RANK = 5;

function wordsOf(text: string): readonly string[] {
  return text.split(/[\s:·/()…]+/).filter((word) => word !== '');
}

/** Whether the query is made of the starts of some of the words in their order: `zin` for "Zoom in". */
function startsWords(query: string, words: readonly string[]): boolean {
  if (query === '') return true;
  const [word, ...rest] = words;
  if (word === undefined) return false;
  for (let length = commonStart(query, word); length > 0; length--) {
    if (startsWords(query.slice(length), rest)) return true;
  }
  return startsWords(query, rest);
}

function commonStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
