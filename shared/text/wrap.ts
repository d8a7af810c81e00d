import { composed, type Font, textEndsPx, textWidthPx } from './measure';

export interface WrapOptions {
  /** More lines than this are cut; the last one then ends in an ellipsis. */
  readonly maxLines?: number;
  /** Lines of about one length instead of full ones and a short rest. */
  readonly balanced?: boolean;
}

const ELLIPSIS = '…';
/** Widths are sums of many small numbers: a line that fits exactly must not break because of the last bit. */
const TOLERANCE_PX = 0.01;

/**
 * Breaks a text into lines no wider than `maxWidthPx`. Line feeds are kept. Words (어절) stay whole and move to the
 * next line; Latin also breaks after hyphens and slashes, Han and kana between characters; a word wider than a line is
 * broken between graphemes. Spaces at a break are dropped, nothing else. Never answers no line; a line is wider than
 * asked only where a single grapheme is.
 */
export function wrapText(text: string, maxWidthPx: number, font: Font, options: WrapOptions = {}): readonly string[] {
  const paragraphs = composed(text)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line): StyledParagraph => ({ pieces: [{ text: line, font }], indentPx: 0 }));
  return wrapParagraphs(paragraphs, maxWidthPx, options).map(({ pieces }) => pieces.map((p) => p.text).join(''));
}

/** Text in one font. */
export interface Piece {
  readonly text: string;
  readonly font: Font;
}

/** A paragraph whose text changes fonts; its lines all begin `indentPx` from the left. */
export interface StyledParagraph<P extends Piece = Piece> {
  readonly pieces: readonly P[];
  readonly indentPx: number;
}

export interface Line<P extends Piece = Piece> {
  /** Which paragraph it belongs to, and whether it is the first line of it. */
  readonly paragraph: number;
  readonly isFirst: boolean;
  /** What of the paragraph's pieces it holds; the last one ends in an ellipsis where the text was cut. */
  readonly pieces: readonly P[];
}

/** Breaks paragraphs of several fonts by the rules of `wrapText`; their text has to be `composed`. */
export function wrapParagraphs<P extends Piece>(
  styled: readonly StyledParagraph<P>[],
  maxWidthPx: number,
  { maxLines = Number.POSITIVE_INFINITY, balanced = false }: WrapOptions = {},
): readonly Line<P>[] {
  const paragraphs = styled.map(measureParagraph);
  let spans = fill(paragraphs, maxWidthPx);
  const isCut = spans.length > maxLines;
  if (isCut) spans = spans.slice(0, Math.max(1, maxLines));
  else if (balanced && spans.length > paragraphs.length) {
    spans = fill(paragraphs, balancedWidth(paragraphs, spans.length, maxWidthPx));
  }
  return spans.map(({ paragraph, start, end }, index) => {
    const { pieces, indentPx } = styled[paragraph] ?? { pieces: [], indentPx: 0 };
    const isFirst = spans[index - 1]?.paragraph !== paragraph;
    const line = { paragraph, isFirst, pieces: piecesBetween(pieces, start, end) };
    const isLast = isCut && index === spans.length - 1;
    return isLast ? { ...line, pieces: withEllipsis(line.pieces, pieces[0], maxWidthPx - indentPx) } : line;
  });
}

/** The widest piece of a text that a line break cannot divide: narrower lines have to break inside words. */
export function widestWordPx(styled: readonly StyledParagraph[]): number {
  let widest = 0;
  for (const paragraph of styled.map(measureParagraph)) {
    for (const word of paragraph.words) {
      widest = Math.max(widest, paragraph.indentPx + widthPx(paragraph, word.start, word.end));
    }
  }
  return widest;
}

/** The width of a line's pieces set one after the other, in pixels. */
export function piecesWidthPx(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { text, font }) => sum + textWidthPx(text, font), 0);
}

/** A piece between two places where a line may break; the spaces behind it are `end…next`. */
interface Word {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

interface Paragraph {
  readonly text: string;
  readonly ends: readonly number[];
  readonly words: readonly Word[];
  readonly indentPx: number;
}

/** A line as the part of a paragraph's text that it holds. */
interface Span {
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** Each piece is set by itself: nothing is kerned across two of them. */
function measureParagraph({ pieces, indentPx }: StyledParagraph): Paragraph {
  const text = pieces.map((piece) => piece.text).join('');
  const words = wordsOf(text);
  const [only] = pieces;
  if (pieces.length <= 1) return { text, ends: only === undefined ? [] : textEndsPx(text, only.font), words, indentPx };
  const ends: number[] = [];
  for (const piece of pieces) {
    const before = ends.at(-1) ?? 0;
    for (const end of textEndsPx(piece.text, piece.font)) ends.push(before + end);
  }
  return { text, ends, words, indentPx };
}

function piecesBetween<P extends Piece>(pieces: readonly P[], start: number, end: number): readonly P[] {
  const found: P[] = [];
  let at = 0;
  for (const piece of pieces) {
    const text = piece.text.slice(Math.max(0, start - at), Math.max(0, end - at));
    if (text !== '') found.push(text === piece.text ? piece : { ...piece, text });
    at += piece.text.length;
  }
  return found;
}

function widthPx({ ends }: Paragraph, start: number, end: number): number {
  return end <= start ? 0 : (ends[end - 1] ?? 0) - (start === 0 ? 0 : (ends[start - 1] ?? 0));
}

/** Spaces that may end a line; no-break spaces are letters here. */
const breakingSpaces = /[ \t\u1680\u2000-\u2006\u2008-\u200b\u205f\u3000]/;
const ideographic = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** May not begin a line, or end one, in Chinese and Japanese. */
const closing =
  /[、。，．・：；？！」』）】〉》〕｝’”ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…\p{M}!),.:;?\]}]|\u200d/u;
const opening = /[「『（【〈《〔｛‘“([{]/;

function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let start = 0;
  let at = 0;
  // Spaces a paragraph begins with indent it: they belong to its first word.
  while (at < text.length && breakingSpaces.test(text[at] ?? '')) at++;
  while (at < text.length) {
    const size = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    const end = at + size;
    let next = end;
    while (next < text.length && breakingSpaces.test(text[next] ?? '')) next++;
    if (next > end || next >= text.length || mayBreakBetween(text, at, end)) {
      words.push({ start, end, next });
      start = next;
    }
    at = next;
  }
  return words;
}

/** Whether a line may break between the characters at `at` and `next` although no space is there. */
function mayBreakBetween(text: string, at: number, next: number): boolean {
  const before = text.slice(at, next);
  const after = String.fromCodePoint(text.codePointAt(next) ?? 0x20);
  if (ideographic.test(before) || ideographic.test(after)) return !closing.test(after) && !opening.test(before);
  const letterBefore = at > 0 && /[\p{L}\p{N}]/u.test(text.slice(Math.max(0, at - 2), at));
  // `A-team`, `입력/출력`; but not `-1`, `->`, `5-3`, `1/2`, `https://`.
  return letterBefore && /[-‐–—/]/.test(before) && /\p{L}/u.test(after);
}

function fill(paragraphs: readonly Paragraph[], maxWidthPx: number): readonly Span[] {
  return paragraphs.flatMap((paragraph, index) =>
    fillParagraph(paragraph, index, maxWidthPx - paragraph.indentPx + TOLERANCE_PX),
  );
}

function fillParagraph(paragraph: Paragraph, index: number, limitPx: number): readonly Span[] {
  const lines: Span[] = [];
  let start = 0;
  let end = 0;
  const finish = (next: number) => {
    lines.push({ paragraph: index, start, end });
    start = next;
    end = next;
  };
  for (const word of paragraph.words) {
    if (end > start && widthPx(paragraph, start, word.end) > limitPx) finish(word.start);
    end = word.end;
    if (widthPx(paragraph, start, end) <= limitPx) continue;
    for (const cutAt of graphemeEnds(paragraph.text, start, word.end)) {
      if (cutAt.start > start && widthPx(paragraph, start, cutAt.end) > limitPx) {
        end = cutAt.start;
        finish(cutAt.start);
      }
      end = cutAt.end;
    }
  }
  finish(paragraph.text.length);
  return lines;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function* graphemeEnds(text: string, start: number, end: number): Generator<{ start: number; end: number }> {
  for (const { index, segment } of graphemes.segment(text.slice(start, end))) {
    yield { start: start + index, end: start + index + segment.length };
  }
}

/** The smallest width at which the text takes no more lines than at the full one. */
function balancedWidth(paragraphs: readonly Paragraph[], lineCount: number, maxWidthPx: number): number {
  let narrow = Math.min(
    maxWidthPx,
    Math.max(...paragraphs.flatMap((p) => p.words.map((w) => p.indentPx + widthPx(p, w.start, w.end)))),
  );
  let wide = maxWidthPx;
  while (wide - narrow > 1) {
    const middle = (narrow + wide) / 2;
    if (fill(paragraphs, middle).length <= lineCount) wide = middle;
    else narrow = middle;
  }
  return fill(paragraphs, narrow).length <= lineCount ? narrow : wide;
}

/** The pieces of a line, shortened until an ellipsis fits behind them; `first` says its font where nothing stays. */
function withEllipsis<P extends Piece>(line: readonly P[], first: P | undefined, maxWidthPx: number): readonly P[] {
  const text = line.map((piece) => piece.text).join('');
  const pieces = Array.from(graphemes.segment(text), ({ segment }) => segment);
  while (pieces.length > 0) {
    const kept = piecesBetween(line, 0, pieces.join('').trimEnd().length);
    const last = kept.at(-1);
    if (last === undefined) break;
    const shortened = [...kept.slice(0, -1), { ...last, text: `${last.text}${ELLIPSIS}` }];
    if (piecesWidthPx(shortened) <= maxWidthPx + TOLERANCE_PX) return shortened;
    pieces.pop();
  }
  const styled = line[0] ?? first;
  return styled === undefined ? [] : [{ ...styled, text: ELLIPSIS }];
}
