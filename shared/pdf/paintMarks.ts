import { iconPaths } from '../scene/icons.generated';
import { type ImageMark, ITALIC_DEG, type Mark, type Marks, type Stroke, type TextMark } from '../scene/mark';
import { ICON_BOX, ICON_STROKE_PX, withKeptSpaces } from '../scene/svgElements';
import { leadsOut } from '../scene/svgText';
import type { Theme } from '../scene/theme';
import { imageOf } from './images';

type Pdf = PDFKit.PDFDocument;

/** Paints marks on a page as `svgElementOf` prints them in SVG. The page's transform leads to their own coordinates. */
export function paintMarks(pdf: Pdf, marks: Marks, theme: Theme): void {
  for (const mark of marks) {
    pdf.save();
    paintMark(pdf, mark, theme);
    pdf.restore();
  }
}

function paintMark(pdf: Pdf, mark: Mark, theme: Theme): void {
  switch (mark.type) {
    case 'path':
      painted(pdf, mark, theme, () => pdf.path(mark.d));
      break;
    case 'rect': {
      const { x, y, width, height, radiusPx = 0 } = mark;
      painted(pdf, mark, theme, () =>
        radiusPx === 0 ? pdf.rect(x, y, width, height) : pdf.roundedRect(x, y, width, height, radiusPx),
      );
      break;
    }
    case 'ellipse':
      painted(pdf, mark, theme, () => pdf.ellipse(mark.cx, mark.cy, mark.rx, mark.ry));
      break;
    case 'icon': {
      pdf.translate(mark.x, mark.y);
      pdf.scale(mark.sizePx / ICON_BOX);
      pdf.lineWidth(ICON_STROKE_PX).lineCap('round').lineJoin('round');
      pdf.path(iconPaths[mark.name]).stroke(theme.color(mark.paint));
      break;
    }
    case 'text':
      paintText(pdf, mark, theme);
      break;
    case 'image':
      paintImage(pdf, mark);
      break;
  }
}

type Painted = Extract<Mark, { readonly fill?: unknown }>;

function painted(pdf: Pdf, { fill, stroke, opacity = 1 }: Painted, theme: Theme, shape: () => Pdf): void {
  if (fill !== undefined) pdf.fillColor(theme.color(fill));
  if (stroke !== undefined) setStroke(pdf, stroke, theme);
  // After the colours: pdfkit makes each of them opaque.
  if (opacity !== 1) pdf.opacity(opacity);
  if (fill !== undefined && stroke !== undefined) shape().fillAndStroke();
  else if (fill !== undefined) shape().fill();
  else if (stroke !== undefined) shape().stroke();
}

function setStroke(pdf: Pdf, { paint, widthPx, dashPx }: Stroke, theme: Theme): void {
  pdf.strokeColor(theme.color(paint)).lineWidth(widthPx).lineJoin('round');
  if (dashPx === undefined) pdf.lineCap('round');
  // `dash` is typed for one length alone.
  else pdf.addContent(`[${dashPx.join(' ')}] 0 d`);
}

function paintText(pdf: Pdf, mark: TextMark, theme: Theme): void {
  const { x, y, sizePx, weight, anchor, rotateDeg, isItalic = false, link } = mark;
  const text = withKeptSpaces(mark.text);
  if (text === '') return;
  pdf.font(String(weight)).fontSize(sizePx).fillColor(theme.color(mark.paint));
  const width = pdf.widthOfString(text);
  pdf.translate(x, y);
  if (rotateDeg !== undefined) pdf.rotate(rotateDeg);
  if (isItalic) pdf.transform(1, 0, -Math.tan((ITALIC_DEG * Math.PI) / 180), 1, 0, 0);
  const left = anchor === 'start' ? 0 : anchor === 'middle' ? -width / 2 : -width;
  pdf.text(text, left, 0, { lineBreak: false, baseline: 'alphabetic' });
  if (leadsOut(link)) pdf.link(left, -sizePx, width, sizePx * 1.25, link);
}

function paintImage(pdf: Pdf, { source, x, y, width, height }: ImageMark): void {
  try {
    pdf.image(imageOf(pdf, source), x, y, { width, height });
  } catch (reason) {
    // A damaged picture, of which the screen shows nothing either: all else is still worth having.
    console.warn(reason);
  }
}
