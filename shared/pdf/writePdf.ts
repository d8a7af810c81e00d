import type { FontWeight } from '../scene/mark';
import { themes } from '../scene/theme';
import { PdfDocument } from './document';
import type { PdfDrawing } from './drawing';
import { paintMarks } from './paintMarks';
import { withOpacity } from './withOpacity';

/** The files of the bundled font, one for each weight that a text may have. */
export type PdfFonts = Readonly<Record<FontWeight, Uint8Array>>;

/**
 * A drawing as a PDF of one page: lines stay lines, and text stays text that can be found and copied, set in what it needs
 * of the bundled font. The same bytes for the same drawing, whenever and wherever it is made.
 */
export async function writePdf({ page, view, ...drawing }: PdfDrawing, fonts: PdfFonts): Promise<Uint8Array> {
  const { widthPt, heightPt, scale } = page;
  const theme = themes[drawing.theme];
  const pdf = new PdfDocument({
    size: [widthPt, heightPt],
    margin: 0,
    // None of the standard fonts: they hold no Hangul.
    font: '',
    pdfVersion: '1.7',
    lang: drawing.language,
    displayTitle: drawing.title !== '',
    // pdfkit would say when: the same picture has to be the same file tomorrow.
    info: { Producer: 'Roleweave', Creator: 'Roleweave', CreationDate: new Date(0), ...titled(drawing.title) },
  });
  const written = collected(pdf);
  for (const [weight, file] of Object.entries(fonts)) pdf.registerFont(weight, file as Buffer);
  if (drawing.background === 'theme') pdf.rect(0, 0, widthPt, heightPt).fill(theme.color('canvas'));
  pdf.translate((widthPt - view.width * scale) / 2, (heightPt - view.height * scale) / 2);
  pdf.scale(scale);
  pdf.translate(-view.x, -view.y);
  for (const { at, marks, opacity = 1 } of drawing.scenes) {
    const paint = () => {
      pdf.save();
      pdf.translate(at.x, at.y);
      paintMarks(pdf, marks, theme);
      pdf.restore();
    };
    if (opacity === 1) paint();
    else withOpacity(pdf, opacity, view, paint);
  }
  pdf.end();
  return await written;
}

function titled(title: string): { readonly Title?: string } {
  return title === '' ? {} : { Title: title };
}

function collected(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (piece: Uint8Array) => pieces.push(piece));
    pdf.on('error', reject);
    pdf.on('end', () => {
      const bytes = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
      let at = 0;
      for (const piece of pieces) {
        bytes.set(piece, at);
        at += piece.length;
      }
      resolve(bytes);
    });
  });
}
