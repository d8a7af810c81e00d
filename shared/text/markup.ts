import { safeLink } from './link';

/**
 * Formatted text is plain text with a little markup, so that it reads well in a file, in a diff and in any other
 * program: `**bold**`, `*italic*`, `[words](https://…)`, and lines that begin with `- ` (two spaces before it: one
 * level further in). A backslash before `*`, `[` or a line's `-` makes it an ordinary sign. Whatever does not read as
 * markup is shown as it stands: `특징 다듬기*`, `5 * 3 * 2`, `2*3*4`, `*.csv`, `[draft](v1)`.
 */
export interface Run {
  readonly text: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  /** A web or mail address that is safe to offer. */
  readonly link: string | null;
}

/** A line as it was typed, before it is broken to fit. */
export interface Paragraph {
  /** Neighbours differ in style; no run is empty, and a line may have none. */
  readonly runs: readonly Run[];
  /** 0: no bullet; 1…3: how far in. */
  readonly bulletLevel: number;
}

const MAX_BULLET_LEVEL = 3;

const lineBreak = /\r\n|[\n\r\u2028\u2029]/;
const bulletStart = /^( *)- (?=\S)/;
/** What any markup has to contain. */
const mayBeMarkup = /[*[]|\\-|^ *- /m;

export function parseMarkup(source: string): readonly Paragraph[] {
  const lines = source.split(lineBreak);
  if (!mayBeMarkup.test(source)) return lines.map((line) => ({ runs: plainRuns(line), bulletLevel: 0 }));
  return lines.map((line) => {
    const bullet = bulletStart.exec(line);
    if (bullet === null) return { runs: parseLine(line.replace(/^( *)\\(?=\\*- )/, '$1')), bulletLevel: 0 };
    const bulletLevel = Math.min(MAX_BULLET_LEVEL, 1 + Math.floor((bullet[1] ?? '').length / 2));
    return { runs: parseLine(line.slice(bullet[0].length)), bulletLevel };
  });
}

/** The text without its markup, for names, searching and programs that know none; bullets become `•`. */
export function plainText(source: string): string {
  if (!mayBeMarkup.test(source)) return source;
  return parseMarkup(source)
    .map(({ runs, bulletLevel }) => {
      const bullet = bulletLevel === 0 ? '' : `${'  '.repeat(bulletLevel - 1)}• `;
      return bullet + runs.map(({ text }) => text).join('');
    })
    .join('\n');
}

/** The addresses in a text, each once, in reading order, with the words that stand for them. */
export function linksIn(source: string): readonly { readonly link: string; readonly text: string }[] {
  const found = new Map<string, string>();
  for (const { runs } of parseMarkup(source)) {
    for (const { link, text } of runs) if (link !== null) found.set(link, (found.get(link) ?? '') + text);
  }
  return [...found].map(([link, text]) => ({ link, text }));
}

function plainRuns(text: string): readonly Run[] {
  return text === '' ? [] : [{ text, isBold: false, isItalic: false, link: null }];
}

/** A piece of a line; asterisks keep their number until they find their partners. */
interface Token {
  text: string;
  isBold: boolean;
  isItalic: boolean;
  readonly link: string | null;
  /** Asterisks that mark nothing yet; 0 for text. */
  stars: number;
}

function parseLine(line: string): readonly Run[] {
  return merged(tokensOf(line, null));
}

function tokensOf(line: string, link: string | null): readonly Token[] {
  const tokens: Token[] = [];
  /** Asterisks that may still be closed. */
  const openers: number[] = [];
  let text = '';
  const endText = () => {
    if (text !== '') tokens.push(textToken(text, link));
    text = '';
  };
  for (let at = 0; at < line.length; ) {
    const sign = line[at] ?? '';
    if (sign === '\\' && /[*[]/.test(line[at + 1] ?? '')) {
      text += line[at + 1] ?? '';
      at += 2;
    } else if (sign === '*') {
      const stars = /^\*+/.exec(line.slice(at, at + MOST_STARS + 1))?.[0].length ?? 1;
      const before = line[at - 1] ?? '';
      const after = line[at + stars] ?? '';
      endText();
      if (stars <= MOST_STARS) {
        const token: Token = { ...textToken('', link), stars };
        tokens.push(token);
        if (mayClose(stars, before, after)) closeWith(tokens, openers);
        const opens = token.stars > 0 && openers.length < MOST_OPEN && mayOpen(token.stars, before, after);
        if (opens) openers.push(tokens.length - 1);
        at += stars;
      } else {
        const all = /^\*+/.exec(line.slice(at))?.[0] ?? '';
        text = all;
        at += all.length;
      }
    } else if (sign === '[' && link === null) {
      const found = linkAt(line, at);
      if (found === null) {
        text += sign;
        at += 1;
      } else {
        endText();
        tokens.push(...tokensOf(found.text, found.link));
        at = found.end;
      }
    } else {
      text += sign;
      at += 1;
    }
  }
  endText();
  return tokens;
}

const MOST_STARS = 3;
/** More asterisks that wait for their partners are not looked at: nobody nests so deep, and it bounds the work. */
const MOST_OPEN = 100;

function textToken(text: string, link: string | null): Token {
  return { text, isBold: false, isItalic: false, link, stars: 0 };
}

const latin = /[A-Za-z0-9]/;
const digit = /[0-9]/;
const blank = /^\s?$/;

/** `2*3*4`, `a*b` and `2**8` are sums; between Korean letters, where particles follow words, asterisks do mark. */
function isSum(stars: number, before: string, after: string): boolean {
  const kind = stars === 1 ? latin : digit;
  return kind.test(before) && kind.test(after);
}

function mayOpen(stars: number, before: string, after: string): boolean {
  // `A*, B*` and `(*)` are footnotes, `*.csv` is a pattern.
  return !blank.test(after) && !/[,.;:!?)\]}…、。/]/.test(after) && !isSum(stars, before, after);
}

function mayClose(stars: number, before: string, after: string): boolean {
  return !blank.test(before) && !isSum(stars, before, after);
}

/**
 * Lets the last token's asterisks end what open ones began: as many as they are, or a part of three. What was opened
 * in between and not closed is no markup.
 */
function closeWith(tokens: readonly Token[], openers: number[]): void {
  const last = tokens.length - 1;
  const closer = tokens[last];
  while (closer !== undefined && closer.stars > 0) {
    const at = openers.findLastIndex((from) => isPair(tokens[from]?.stars ?? 0, closer.stars));
    const from = openers[at];
    const opener = from === undefined ? undefined : tokens[from];
    if (from === undefined || opener === undefined) return;
    const inside = tokens.slice(from + 1, last);
    // `**` right after `**` marks nothing.
    if (inside.every(({ text, stars }) => text === '' && stars === 0)) return;
    const used = Math.min(opener.stars, closer.stars);
    for (const token of inside) {
      if (used !== 1) token.isBold = true;
      if (used !== 2) token.isItalic = true;
    }
    opener.stars -= used;
    closer.stars -= used;
    openers.length = opener.stars === 0 ? at : at + 1;
  }
}

function isPair(opening: number, closing: number): boolean {
  return opening === closing || opening === 3 || closing === 3;
}

/** What is longer or has more brackets in it is no link; keeps lines of brackets from being read over and over. */
const MOST_LINK_CHARS = 2_048;
const MOST_BRACKETS = 8;

/** `[words](address)` at a place of a line; `null` where there is none, or an address that nobody should open. */
function linkAt(line: string, at: number) {
  let depth = 0;
  for (let i = at; i < Math.min(line.length, at + MOST_LINK_CHARS); i++) {
    const sign = line[i];
    if (sign === '\\') i++;
    else if (sign === '[' && ++depth > MOST_BRACKETS) return null;
    else if (sign === ']' && --depth === 0) {
      if (line[i + 1] !== '(') return null;
      const end = closingParenthesis(line, i + 1);
      const link = end === null ? null : safeLink(line.slice(i + 2, end));
      const text = line.slice(at + 1, i);
      return end === null || link === null || text.trim() === '' ? null : { text, link, end: end + 1 };
    }
  }
  return null;
}

/** Where the parenthesis at `open` closes: addresses have some of their own. */
function closingParenthesis(line: string, open: number): number | null {
  let depth = 0;
  for (let i = open; i < Math.min(line.length, open + MOST_LINK_CHARS); i++) {
    if (line[i] === '(' && ++depth > MOST_BRACKETS) return null;
    if (line[i] === ')' && --depth === 0) return i;
  }
  return null;
}

/** Neighbours of one style as one run; asterisks that found no partner are shown. */
function merged(tokens: readonly Token[]): readonly Run[] {
  const runs: Run[] = [];
  for (const token of tokens) {
    const text = token.text + '*'.repeat(token.stars);
    if (text === '') continue;
    const { isBold, isItalic, link } = token;
    const last = runs.at(-1);
    if (last !== undefined && last.isBold === isBold && last.isItalic === isItalic && last.link === link) {
      runs[runs.length - 1] = { ...last, text: last.text + text };
    } else runs.push({ text, isBold, isItalic, link });
  }
  return runs;
}
