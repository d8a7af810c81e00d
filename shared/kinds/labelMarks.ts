import type { Size } from '../geometry/box';
import { type LabelLanguage, type LocalizedText, textsIn } from '../model/localizedText';
import type { Mark, Marks, Paint, TextMark } from '../scene/mark';
import { baselinePx, type Font, textWidthPx } from '../text/measure';
import { layoutRichText, type RichLine, richParagraphs } from '../text/richText';
import { piecesWidthPx, widestWordPx } from '../text/wrap';
import type { LabelBox } from './kind';
import { type LabelStyle, round } from './label';

/** How a text is set, whichever box it is in. */
type TextStyle = Pick<LabelStyle, 'sizePx' | 'lineHeightPx' | 'weight'>;

/** Lines in one style: the text of one language. */
interface Block {
  readonly lines: readonly RichLine[];
  readonly style: TextStyle;
}

interface LabelLayout {
  readonly blocks: readonly Block[];
  /** All languages in one line, where there is no room for two. */
  readonly isInline: boolean;
  /** Something of the label does not show. */
  readonly isCut: boolean;
}

/** Between two languages in one line. */
const INLINE_GAP_PX = 8;
/** Less of a second language is not worth its place. */
const LEAST_INLINE_PX = 24;

/** The text below the first language's. */
function secondStyle({ sizePx }: TextStyle): TextStyle {
  const small = Math.max(9, sizePx - 2);
  return { sizePx: small, lineHeightPx: small + 3, weight: 400 };
}

function fontOf({ sizePx, weight }: TextStyle): Font {
  return { sizePx, weight };
}

/** The first language's text, and what there is in others. */
function splitTexts(label: LocalizedText, language: LabelLanguage): readonly [string, string] {
  const [first = '', ...others] = textsIn(label, language);
  return [first, others.join('\n')];
}

/** How many of lines so high fit; never none, so that a small node still says what it is. */
function linesIn(heightPx: number, lineHeightPx: number): number {
  return Math.max(1, Math.floor(heightPx / lineHeightPx));
}

function layoutLabel(label: LocalizedText, language: LabelLanguage, box: LabelBox): LabelLayout {
  const [first, second] = splitTexts(label, language);
  const balanced = box.align === 'middle';
  const small = secondStyle(box);
  const layout = (text: string, style: TextStyle, maxLines?: number, widthPx = box.width) => ({
    style,
    lines: layoutRichText(text, widthPx, fontOf(style), { balanced, ...(maxLines === undefined ? {} : { maxLines }) }),
  });
  // A pixel more than there is: lines that fit exactly must not be lost to a fraction.
  const roomPx = box.height + 1;
  const all = layout(first, box);
  const needed = all.lines.length;
  if (second === '') {
    const maxLines = linesIn(roomPx, box.lineHeightPx);
    const isCut = needed > maxLines;
    return { blocks: [isCut ? layout(first, box, maxLines) : all], isInline: false, isCut };
  }
  const below = layout(second, small);
  if (needed * box.lineHeightPx + below.lines.length * small.lineHeightPx <= roomPx) {
    return { blocks: [all, below], isInline: false, isCut: false };
  }
  if (roomPx >= box.lineHeightPx + small.lineHeightPx) {
    // Both languages say at least how they begin.
    const firstLines = Math.min(needed, linesIn(roomPx - small.lineHeightPx, box.lineHeightPx));
    const secondLines = linesIn(roomPx - firstLines * box.lineHeightPx, small.lineHeightPx);
    const blocks = [layout(first, box, firstLines), layout(second, small, secondLines)];
    return { blocks, isInline: false, isCut: true };
  }
  const line = layout(first, box, 1);
  const restPx = box.width - lineWidth(line.lines[0]) - INLINE_GAP_PX;
  if (restPx < LEAST_INLINE_PX) return { blocks: [line], isInline: false, isCut: true };
  const beside = layout(second, small, 1, restPx);
  const isCut = needed > 1 || layout(second, small, undefined, restPx).lines.length > 1;
  return { blocks: [line, beside], isInline: true, isCut };
}

function lineWidth(line: RichLine | undefined): number {
  return line === undefined ? 0 : line.indentPx + piecesWidthPx(line.pieces);
}

/** Whether a label is longer than its box has room for. */
export function isLabelCut(label: LocalizedText, language: LabelLanguage, box: LabelBox): boolean {
  return layoutLabel(label, language, box).isCut;
}

/** A label's lines in a box, wrapped and, where the box is too small, cut with an ellipsis. */
export function labelMarks(label: LocalizedText, language: LabelLanguage, box: LabelBox, paint: Paint): Marks {
  const { blocks, isInline } = layoutLabel(label, language, box);
  const secondPaint = paint === 'text' ? 'textSecond' : paint;
  const heights = blocks.map(({ lines, style }) => lines.length * style.lineHeightPx);
  const height = isInline ? box.lineHeightPx : heights.reduce((sum, one) => sum + one, 0);
  // On whole pixels, where text is sharpest.
  let top = Math.round(box.verticalAlign === 'top' ? box.y : box.y + (box.height - height) / 2);
  const x = box.align === 'start' ? box.x : box.x + box.width / 2;
  if (isInline) {
    const y = top + baselinePx(box.sizePx, box.lineHeightPx);
    const widths = blocks.map(({ lines }) => lineWidth(lines[0]));
    const whole = widths.reduce((sum, width) => sum + width, INLINE_GAP_PX);
    let left = box.align === 'start' ? box.x : x - whole / 2;
    return blocks.flatMap((block, index) => {
      const marks = blockMarks(block, left, y, 'start', index === 0 ? paint : secondPaint);
      left += (widths[index] ?? 0) + INLINE_GAP_PX;
      return marks;
    });
  }
  return blocks.flatMap((block, index) => {
    const y = top + baselinePx(block.style.sizePx, block.style.lineHeightPx);
    top += heights[index] ?? 0;
    return blockMarks(block, x, y, box.align, index === 0 ? paint : secondPaint);
  });
}

/** The marks of lines that begin at `x` or have it in their middle; `y` is the first one's base line. */
function blockMarks({ lines, style }: Block, x: number, y: number, align: LabelBox['align'], paint: Paint): Marks {
  const inList = lines.filter(({ indentPx }) => indentPx > 0);
  // A list keeps its bullets below each other, as a whole in the middle.
  const listX = align === 'start' || inList.length === 0 ? x : x - Math.max(...inList.map(lineWidth)) / 2;
  return lines.flatMap((line, index): Marks => {
    const lineY = y + index * style.lineHeightPx;
    if (line.indentPx === 0) return lineMarks(line, x, lineY, align, paint);
    const left = round(listX + line.indentPx);
    const words = lineMarks(line, left, lineY, 'start', paint);
    return line.bulletLevel === 0 ? words : [bulletMark(line.bulletLevel, left, lineY, style.sizePx, paint), ...words];
  });
}

function bulletMark(level: number, textX: number, y: number, sizePx: number, paint: Paint): Mark {
  const at = { cx: round(textX - sizePx * 0.5), cy: round(y - sizePx * 0.34) };
  const radius = round(sizePx * 0.15);
  return level === 1
    ? { type: 'ellipse', ...at, rx: radius, ry: radius, fill: paint }
    : { type: 'ellipse', ...at, rx: radius, ry: radius, stroke: { paint, widthPx: 1 } };
}

/** One line. Words of one style are anchored as the line is; of several, each stretch is placed by our own widths. */
function lineMarks({ pieces }: RichLine, x: number, y: number, align: LabelBox['align'], paint: Paint): Marks {
  const [only] = pieces;
  if (only === undefined) return [];
  const isPlain = pieces.length === 1 && only.link === null;
  if (isPlain) return [textMark(only, x, y, align, paint)];
  let left = align === 'start' ? x : x - piecesWidthPx(pieces) / 2;
  return pieces.flatMap((piece): Marks => {
    const width = textWidthPx(piece.text, piece.font);
    const at = round(left);
    left += width;
    if (piece.link === null) return [textMark(piece, at, y, 'start', paint)];
    return [
      { ...textMark(piece, at, y, 'start', 'accent'), link: piece.link },
      { type: 'rect', x: at, y: y + 2, width: round(width), height: 1, fill: 'accent' },
    ];
  });
}

function textMark(
  { text, font, isItalic }: RichLine['pieces'][number],
  x: number,
  y: number,
  anchor: LabelBox['align'],
  paint: Paint,
): TextMark {
  const mark = { type: 'text', text, x, y, sizePx: font.sizePx, weight: font.weight, paint, anchor } as const;
  return isItalic ? { ...mark, isItalic: true } : mark;
}

/** The room a whole label needs when it is set no wider than `widthPx`, unless one of its words is wider. */
export function labelSize(label: LocalizedText, language: LabelLanguage, widthPx: number, style: LabelStyle): Size {
  const blocks = blocksOf(label, language, style);
  const widest = blocks.map(({ text, style: own }) => widestWordPx(richParagraphs(text, fontOf(own))));
  const width = Math.max(widthPx, ...widest.map(Math.ceil));
  const heights = blocks.map(({ text, style: own }) => {
    return layoutRichText(text, width, fontOf(own)).length * own.lineHeightPx;
  });
  return { width, height: heights.reduce((sum, height) => sum + height, 0) };
}

/** The width of the widest of a label's lines, unwrapped. */
export function lineWidthPx(label: LocalizedText, language: LabelLanguage, style: LabelStyle): number {
  const widths = blocksOf(label, language, style).flatMap(({ text, style: own }) =>
    richParagraphs(text, fontOf(own)).map(({ pieces, indentPx }) => indentPx + piecesWidthPx(pieces)),
  );
  return Math.max(0, ...widths);
}

/** The width at which a label shows in a single line, all its languages beside each other. */
export function inlineWidthPx(label: LocalizedText, language: LabelLanguage, style: LabelStyle): number {
  const widths = blocksOf(label, language, style).map(({ text, style: own }) =>
    Math.max(...richParagraphs(text, fontOf(own)).map(({ pieces, indentPx }) => indentPx + piecesWidthPx(pieces))),
  );
  const gaps = (widths.length - 1) * INLINE_GAP_PX;
  return Math.ceil(widths.reduce((sum, width) => sum + Math.max(width, gaps > 0 ? LEAST_INLINE_PX : 0), gaps));
}

function blocksOf(label: LocalizedText, language: LabelLanguage, style: LabelStyle) {
  const [first, second] = splitTexts(label, language);
  const main = { text: first, style: style as TextStyle };
  return second === '' ? [main] : [main, { text: second, style: secondStyle(style) }];
}
