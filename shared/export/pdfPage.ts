import type { Size } from '../geometry/box';
import type { PdfPage } from '../pdf/drawing';

/** Sheets a PDF may be laid out on; `picture`: a page of the picture's own size. */
export const papers = ['picture', 'a4', 'a3'] as const;
export type Paper = (typeof papers)[number];

/** A unit is a pixel of CSS, 1/96 of an inch. */
const POINTS_PER_UNIT = 0.75;
/** The longest side that a page may have, in points (ISO 32000-1, annex C). */
const MOST_PT = 14_400;
/** Printers leave so much of a sheet blank. */
const SHEET_MARGIN_PT = 24;

/** Upright, in points. */
const sheets: Readonly<Record<Exclude<Paper, 'picture'>, Size>> = {
  a4: { width: 595.28, height: 841.89 },
  a3: { width: 841.89, height: 1190.55 },
};

/** The page for a picture of a size in diagram units. A sheet lies or stands as the picture does, and is filled by it. */
export function pdfPage({ width, height }: Size, paper: Paper = 'picture'): PdfPage {
  if (paper === 'picture') {
    const scale = Math.min(POINTS_PER_UNIT, MOST_PT / Math.max(width, height));
    return { widthPt: width * scale, heightPt: height * scale, scale };
  }
  const upright = sheets[paper];
  const { width: widthPt, height: heightPt } =
    width > height ? { width: upright.height, height: upright.width } : upright;
  const scale = Math.min((widthPt - 2 * SHEET_MARGIN_PT) / width, (heightPt - 2 * SHEET_MARGIN_PT) / height);
  return { widthPt, heightPt, scale };
}
