import type { PdfDrawing } from '../../shared/pdf/drawing';
import { type PdfFonts, writePdf } from '../../shared/pdf/writePdf';

/** What the worker for PDF documents does. */
export const pdfWork = {
  async write(drawing: PdfDrawing): Promise<Uint8Array> {
    return await writePdf(drawing, await loadFonts());
  },
};

/** The files that the page itself is set in. */
async function loadFonts(): Promise<PdfFonts> {
  const [regular, medium, semiBold, bold] = await Promise.all([
    load(new URL('../../assets/fonts/Pretendard-Regular.otf', import.meta.url)),
    load(new URL('../../assets/fonts/Pretendard-Medium.otf', import.meta.url)),
    load(new URL('../../assets/fonts/Pretendard-SemiBold.otf', import.meta.url)),
    load(new URL('../../assets/fonts/Pretendard-Bold.otf', import.meta.url)),
  ]);
  return { 400: regular, 500: medium, 600: semiBold, 700: bold };
}

async function load(url: URL): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The font ${url.pathname} could not be loaded`);
  return new Uint8Array(await response.arrayBuffer());
}
