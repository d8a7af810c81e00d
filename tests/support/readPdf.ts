import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PNG } from 'pngjs';

export interface ReadPdf {
  readonly title: string | undefined;
  readonly pages: readonly ReadPage[];
}

export interface ReadPage {
  /** In points. */
  readonly width: number;
  readonly height: number;
  /** What a reader finds and copies, in the order in which it is painted. */
  readonly texts: readonly string[];
  /** Addresses that a click leads to. */
  readonly links: readonly string[];
  /** As a viewer shows it, `scale` pixels a point: a PNG. */
  paint(scale: number): Promise<PNG>;
}

/** Reads a PDF with another program than the one that wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  // It takes the buffer for itself.
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const { info } = await pdf.getMetadata();
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => readPage(pdf, index + 1)));
  return { title: Reflect.get(info, 'Title'), pages };
}

async function readPage(pdf: Awaited<ReturnType<typeof getDocument>['promise']>, number: number): Promise<ReadPage> {
  const page = await pdf.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const annotations: readonly { readonly url?: string }[] = await page.getAnnotations();
  return {
    width,
    height,
    texts: items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str] : [])),
    links: annotations.flatMap(({ url }) => url ?? []),
    async paint(scale) {
      const viewport = page.getViewport({ scale });
      const factory = pdf.canvasFactory as { create(width: number, height: number): { canvas: HTMLCanvasElement } };
      const { canvas } = factory.create(Math.round(viewport.width), Math.round(viewport.height));
      await page.render({ canvas, viewport }).promise;
      const png = (canvas as unknown as { toBuffer(type: string): Buffer }).toBuffer('image/png');
      return PNG.sync.read(png);
    },
  };
}
