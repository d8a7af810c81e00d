import { disassemble, getChoseong } from 'es-hangul';

/** A text prepared for searching, once per text. */
export interface Searchable {
  readonly plain: string;
  readonly words: readonly string[];
  /** First consonants of its syllables: ㄴㅂㄴㄱ for 내보내기. */
  readonly initials: string;
  /** Its syllables taken apart, so that half a syllable still being typed finds what it will become. */
  readonly letters: string;
}

export function toSearchable(text: string): Searchable {
  const lower = text.toLowerCase();
  const plain = lower.replace(/\s+/g, '');
  return {
    plain,
    words: lower.split(/[\s:·/()…]+/).filter((word) => word !== ''),
    initials: getChoseong(plain),
    letters: disassemble(plain),
  };
}

/** How well a text answers a query: 0 is best, `null` not at all. */
export function matchRank(query: string, text: Searchable): number | null {
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  if (wanted === '') return 0;
  if (text.plain.startsWith(wanted)) return 0;
  if (text.words.some((word) => word.startsWith(wanted))) return 1;
  if (text.plain.includes(wanted)) return 2;
  if (/^[ㄱ-ㅎ]+$/.test(wanted)) {
    const at = text.initials.indexOf(wanted);
    return at < 0 ? null : at === 0 ? 1 : 3;
  }
  if (/[ㄱ-ㅣ가-힣]/.test(wanted) && text.letters.includes(disassemble(wanted))) return 3;
  return /^[a-z0-9]+$/.test(wanted) && startsWords(wanted, text.words) ? 4 : null;
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
