import { fromUint8Array } from 'js-base64';
import { mainLanguage, textsIn } from '../model/localizedText';
import type { PdfDrawing } from '../pdf/drawing';
import type { Scene } from '../picture/picture';
import type { ImageMark } from '../scene/mark';
import { err } from '../util/result';
import type { Exporter, ExportTools } from './exporter';
import { framedPicture } from './framedPicture';
import { MIN_SCALE } from './limits';
import { pdfPage } from './pdfPage';

const POINTS_PER_MM = 72 / 25.4;

export const pdf: Exporter = {
  extension: 'pdf',
  mediaType: 'application/pdf',
  labelKey: 'exporter.pdf',
  size(document, options) {
    const framed = framedPicture(document, options);
    if (framed === null) return null;
    const { widthPt, heightPt } = pdfPage(framed.view, options.paper);
    return { width: Math.round(widthPt / POINTS_PER_MM), height: Math.round(heightPt / POINTS_PER_MM), unit: 'mm' };
  },
  async write(document, options, tools) {
    const framed = framedPicture(document, options);
    if (framed === null) return err({ type: 'empty' });
    const { picture, view } = framed;
    const drawing: PdfDrawing = {
      title: textsIn(document.title, options.language).join(' · '),
      language: mainLanguage(options.language),
      theme: options.theme,
      background: options.background,
      scenes: await withPaintedImages(picture.scenes, tools),
      view,
      page: pdfPage(view, options.paper),
    };
    return await tools.paintPdf(drawing);
  },
};

const SVG = 'data:image/svg+xml;base64,';
/** Pixels for each unit that a picture is wide: sharp when it is printed. */
const IMAGE_SCALE = 4;
/** A picture as wide as a wall is painted as fine as this, and no finer. */
const MOST_IMAGE_PX = 4_000;

/** A PDF holds PNG and JPEG pictures: those that are SVG are painted. What cannot be painted is left out. */
async function withPaintedImages(scenes: readonly Scene[], tools: ExportTools): Promise<readonly Scene[]> {
  const painted: Scene[] = [];
  for (const scene of scenes) {
    if (!scene.marks.some((mark) => mark.type === 'image' && mark.source.startsWith(SVG))) {
      painted.push(scene);
      continue;
    }
    const marks = await Promise.all(
      scene.marks.map((mark) =>
        mark.type === 'image' && mark.source.startsWith(SVG) ? paintedImage(mark, tools) : mark,
      ),
    );
    painted.push({ ...scene, marks: marks.filter((mark) => mark !== null) });
  }
  return painted;
}

async function paintedImage(mark: ImageMark, tools: ExportTools): Promise<ImageMark | null> {
  const { source, width, height } = mark;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<image href="${source}" width="${width}" height="${height}" preserveAspectRatio="none"/></svg>`;
  const scale = Math.max(MIN_SCALE, Math.min(IMAGE_SCALE, MOST_IMAGE_PX / Math.max(width, height)));
  const png = await tools.rasterize(svg, scale);
  return png.ok ? { ...mark, source: `data:image/png;base64,${fromUint8Array(png.value)}` } : null;
}
