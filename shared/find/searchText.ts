import { disassemble, getChoseong } from 'es-hangul';

/**
 * Texts prepared for searching, each line break in them a blank, one a line. What only Korean queries need is made when
 * the first one asks. A class, since ten thousand of them share what it does.
 */
export class Searchable {
  /** In small letters: as many code units as `text`, so that places in it are places there. */
  readonly plain: string;
  #initials: string | undefined;
  #letters: string | undefined;

  constructor(readonly text: string) {
    this.plain = smallLetters(text);
  }

  /** Without blanks, syllables as their first consonants: ㄴㅂㄴㄱ for 내보내기. */
  get initials(): string {
    this.#initials ??= joined(this.plain, initialOf);
    return this.#initials;
  }

  /** Without blanks, syllables taken apart, so that half a syllable still being typed finds what it will become. */
  get letters(): string {
    this.#letters ??= joined(this.plain, lettersOf);
    return this.#letters;
  }

  /** Makes now what otherwise the first query that needs it waits for. */
  prepare(): void {
    this.#initials ??= this.initials;
    this.#letters ??= this.letters;
  }
}

/** A text on one line: as many code units as before. */
export function onOneLine(text: string): string {
  return BREAKS.test(text) ? text.replace(BREAKS_EACH, ' ') : text;
}

const BREAKS = /[^\S ]/;
const BREAKS_EACH = /[^\S ]/g;

export interface FindOptions {
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
}

/** What is looked for, prepared once for all texts. */
export interface Query extends FindOptions {
  readonly text: string;
  readonly plain: string;
  /** As it is compared with `initials` and `letters` of texts; `null` where that makes no sense. */
  readonly initials: string | null;
  readonly letters: string | null;
}

/** Part of a text, in UTF-16 code units; `to` is behind its last one. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

export function toSearchable(text: string): Searchable {
  return new Searchable(onOneLine(text));
}

/** `null` for a query that looks for nothing. */
export function toQuery(text: string, options: FindOptions = { matchCase: false, wholeWords: false }): Query | null {
  if (text.trim() === '') return null;
  const typed = onOneLine(text);
  const plain = smallLetters(typed);
  const packed = joined(plain, (letter) => letter);
  const isStrict = options.matchCase || options.wholeWords;
  return {
    ...options,
    text: typed,
    plain,
    initials: !isStrict && /^[ㄱ-ㅎ]+$/.test(packed) ? packed : null,
    letters: isStrict ? null : joined(plain, lettersOf),
  };
}

/** Whether a text, or one of several, may hold the query: asked of all before any is looked at closely. */
export function mayHold(query: Query, texts: Searchable, how: 'literally' | 'loosely'): boolean {
  return how === 'literally' ? texts.plain.includes(query.plain) : loosePlace(query, texts) !== null;
}

/**
 * How well a text answers a query: 0 is best, `null` not at all. 0 starts with it, 1 has a word that does, 2 has it
 * somewhere; 3 starts with what it stands for (first consonants, half a syllable, blanks left out), 4 has that somewhere.
 */
export function matchRank(query: Query, text: Searchable): number | null {
  return literalRank(query, text) ?? looseRank(query, text);
}

/** Better ranks than this are of texts that hold the query as it was typed. */
export const LOOSE_RANK = 3;

/** The rank of a text that holds the query as it was typed: 0 to 2. */
export function literalRank(query: Query, text: Searchable): number | null {
  let best: number | null = null;
  for (const from of literalPlaces(query, text)) {
    if (isLineStart(text.plain, from)) return 0;
    if (isWordStart(text.plain, from)) return 1;
    best = 2;
  }
  return best;
}

/** The rank of a text that holds what the query may stand for: 3 or 4. */
export function looseRank(query: Query, text: Searchable): number | null {
  const loose = loosePlace(query, text);
  return loose === null ? null : isLineStart(loose.within, loose.at) ? 3 : 4;
}

/** Where the query is in the text, for marking it: all places that hold it as typed, else the first it stands for. */
export function matchRanges(query: Query, text: Searchable): readonly TextRange[] {
  const literal = literalRanges(query, text);
  if (literal.length > 0) return literal;
  const loose = loosePlace(query, text);
  if (loose === null) return [];
  return [rangeOf(text.plain, loose.unitOf, loose.at, loose.at + loose.length)];
}

/** All places that hold the query as it was typed, none within another: what "replace" replaces. */
export function literalRanges(query: Query, text: Searchable): readonly TextRange[] {
  const ranges: TextRange[] = [];
  for (const from of literalPlaces(query, text)) {
    if (from >= (ranges.at(-1)?.to ?? 0)) ranges.push({ from, to: from + query.plain.length });
  }
  return ranges;
}

function* literalPlaces({ text: typed, plain, matchCase, wholeWords }: Query, text: Searchable): Iterable<number> {
  const [within, wanted] = matchCase ? [text.text, typed] : [text.plain, plain];
  for (let from = within.indexOf(wanted); from >= 0; from = within.indexOf(wanted, from + 1)) {
    if (!wholeWords || (isWordStart(within, from) && isWordStart(within, from + wanted.length))) yield from;
  }
}

interface LoosePlace {
  readonly within: string;
  readonly at: number;
  readonly length: number;
  readonly unitOf: (letter: string) => string;
}

function loosePlace({ initials, letters }: Query, text: Searchable): LoosePlace | null {
  if (initials !== null) {
    const at = text.initials.indexOf(initials);
    return at < 0 ? null : { within: text.initials, at, length: initials.length, unitOf: initialOf };
  }
  if (letters === null) return null;
  const at = text.letters.indexOf(letters);
  return at < 0 ? null : { within: text.letters, at, length: letters.length, unitOf: lettersOf };
}

/** The part of a text whose code units, each turned into `unitOf` it, hold these places. */
function rangeOf(plain: string, unitOf: (letter: string) => string, start: number, end: number): TextRange {
  let made = 0;
  let from = 0;
  for (let index = 0; index < plain.length; index++) {
    const letter = plain[index] ?? '';
    const length = letter === ' ' ? 0 : unitOf(letter).length;
    if (made <= start && made + length > start) from = index;
    made += length;
    if (made >= end) return { from, to: index + 1 };
  }
  return { from, to: plain.length };
}

function isLineStart(text: string, at: number): boolean {
  return at === 0 || text[at - 1] === '\n';
}

const WORD_LETTER = /[\p{L}\p{N}_]/u;

/** Whether a word begins or ends here, or none is beside it. */
function isWordStart(text: string, at: number): boolean {
  return !WORD_LETTER.test(text[at - 1] ?? ' ') || !WORD_LETTER.test(text[at] ?? ' ');
}

function smallLetters(text: string): string {
  const small = text.toLowerCase();
  // A few letters have no single small one (İ): they stay, so that places do not shift.
  return small.length === text.length ? small : Array.from(text, smallOf).join('');
}

function smallOf(letter: string): string {
  const small = letter.toLowerCase();
  return small.length === letter.length ? small : letter;
}

function joined(plain: string, unitOf: (letter: string) => string): string {
  let made = '';
  for (let index = 0; index < plain.length; index++) {
    const letter = plain[index] ?? '';
    if (letter !== ' ') made += unitOf(letter);
  }
  return made;
}

/** Asks the library once for each syllable: ten thousand labels are made of a few hundred. */
function perSyllable(read: (syllable: string) => string): (letter: string) => string {
  const known = new Map<string, string>();
  return (letter) => {
    if (letter < 'ㄱ') return letter;
    const found = known.get(letter);
    if (found !== undefined) return found;
    const made = /[ㄱ-ㅣ가-힣]/.test(letter) ? read(letter) : letter;
    known.set(letter, made);
    return made;
  };
}

const initialOf = perSyllable((syllable) => (syllable >= '가' ? getChoseong(syllable) : syllable));
const lettersOf = perSyllable(disassemble);
