import { parseMarkup, type Run } from './markup';
import { composed, type Font } from './measure';
import { type Line, type Piece, type StyledParagraph, type WrapOptions, wrapParagraphs } from './wrap';

const BOLD = 700;

/** A stretch of a line in one style. */
export interface RichPiece extends Piece {
  readonly isItalic: boolean;
  readonly link: string | null;
}

export interface RichLine {
  readonly pieces: readonly RichPiece[];
  /** From the left of the text, for lines of bullets. */
  readonly indentPx: number;
  /** Of a line that a bullet stands before; 0 without one. */
  readonly bulletLevel: number;
}

export interface RichParagraph extends StyledParagraph<RichPiece> {
  readonly bulletLevel: number;
}

/** A text's paragraphs as they are set; `font` is that of its plain words. */
export function richParagraphs(source: string, font: Font): readonly RichParagraph[] {
  const bold: Font = { ...font, weight: BOLD };
  const pieceOf = ({ text, isBold, isItalic, link }: Run): RichPiece => {
    return { text, font: isBold ? bold : font, isItalic, link };
  };
  return parseMarkup(composed(source)).map(({ runs, bulletLevel }) => ({
    pieces: runs.length === 0 ? [{ text: '', font, isItalic: false, link: null }] : runs.map(pieceOf),
    indentPx: indentPx(bulletLevel, font.sizePx),
    bulletLevel,
  }));
}

/** Where the words of a bullet's line begin. */
function indentPx(level: number, sizePx: number): number {
  return level === 0 ? 0 : Math.round(sizePx * 0.85) + (level - 1) * sizePx;
}

/** The lines of a formatted text that is `maxWidthPx` wide. Lists are never balanced: their lines begin at the left. */
export function layoutRichText(
  source: string,
  maxWidthPx: number,
  font: Font,
  { maxLines, balanced = false }: WrapOptions = {},
): readonly RichLine[] {
  const paragraphs = richParagraphs(source, font);
  const lines = wrapParagraphs(paragraphs, maxWidthPx, {
    ...(maxLines === undefined ? {} : { maxLines }),
    balanced: balanced && paragraphs.every(({ bulletLevel }) => bulletLevel === 0),
  });
  return lines.map((line) => richLine(line, paragraphs));
}

function richLine({ paragraph, isFirst, pieces }: Line<RichPiece>, paragraphs: readonly RichParagraph[]): RichLine {
  const { indentPx: indent = 0, bulletLevel = 0 } = paragraphs[paragraph] ?? {};
  return { pieces, indentPx: indent, bulletLevel: isFirst ? bulletLevel : 0 };
}
