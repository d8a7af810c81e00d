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
    .map((paragraph) => measureParagraph(paragraph, font));
  const lines = fill(paragraphs, maxWidthPx);
  const { maxLines = Number.POSITIVE_INFINITY, balanced = false } = options;
  if (lines.length > maxLines) return cut(lines, maxLines, maxWidthPx, font);
  if (!balanced || lines.length <= paragraphs.length) return lines;
  return fill(paragraphs, balancedWidth(paragraphs, lines.length, maxWidthPx));
}

/** The widest piece of a text that a line break cannot divide: narrower lines have to break inside words. */
export function widestWordPx(text: string, font: Font): number {
  let widest = 0;
  for (const line of composed(text).split(/\r\n|[\n\r\u2028\u2029]/)) {
    const paragraph = measureParagraph(line, font);
    for (const word of paragraph.words) widest = Math.max(widest, widthPx(paragraph, word.start, word.end));
  }
  return widest;
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
}

function measureParagraph(text: string, font: Font): Paragraph {
  return { text, ends: textEndsPx(text, font), words: wordsOf(text) };
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

function fill(paragraphs: readonly Paragraph[], maxWidthPx: number): readonly string[] {
  return paragraphs.flatMap((paragraph) => fillParagraph(paragraph, maxWidthPx + TOLERANCE_PX));
}

function fillParagraph(paragraph: Paragraph, limitPx: number): readonly string[] {
  const lines: string[] = [];
  let start = 0;
  let end = 0;
  const finish = (next: number) => {
    lines.push(paragraph.text.slice(start, end));
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
    Math.max(...paragraphs.flatMap((p) => p.words.map((w) => widthPx(p, w.start, w.end)))),
  );
  let wide = maxWidthPx;
  while (wide - narrow > 1) {
    const middle = (narrow + wide) / 2;
    if (fill(paragraphs, middle).length <= lineCount) wide = middle;
    else narrow = middle;
  }
  return fill(paragraphs, narrow).length <= lineCount ? narrow : wide;
}

function cut(lines: readonly string[], maxLines: number, maxWidthPx: number, font: Font): readonly string[] {
  const kept = lines.slice(0, Math.max(1, maxLines));
  const last = kept.at(-1) ?? '';
  return [...kept.slice(0, -1), withEllipsis(last, maxWidthPx, font)];
}

function withEllipsis(line: string, maxWidthPx: number, font: Font): string {
  const pieces = Array.from(graphemes.segment(line), ({ segment }) => segment);
  while (pieces.length > 0) {
    const shortened = `${pieces.join('').trimEnd()}${ELLIPSIS}`;
    if (textWidthPx(shortened, font) <= maxWidthPx + TOLERANCE_PX) return shortened;
    pieces.pop();
  }
  return ELLIPSIS;
}
