import { toUint8Array } from 'js-base64';
import { pngPixels } from './pngPixels';

type Pdf = PDFKit.PDFDocument;

/** What pdfkit places as a picture: it asks for no more than this. */
interface PlacedImage {
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly obj: PDFKit.PDFKitReference;
}

const known = new WeakMap<Pdf, Map<string, PlacedImage>>();

/**
 * The picture of a `data:` address, kept once in a document. JPEG goes in as it is. PNG is unpacked here: pdfkit would
 * start a thread for it from a text, which the window forbids, and would end the program at a damaged one.
 */
export function imageOf(pdf: Pdf, source: string): PDFKit.Mixins.ImageSrc {
  if (!source.startsWith('data:image/png')) return source;
  const images = known.get(pdf) ?? new Map<string, PlacedImage>();
  known.set(pdf, images);
  const image = images.get(source) ?? embedded(pdf, source, `P${images.size + 1}`);
  images.set(source, image);
  return image as unknown as PDFKit.Mixins.ImageSrc;
}

function embedded(pdf: Pdf, source: string, label: string): PlacedImage {
  const { width, height, colors, alphas } = pngPixels(toUint8Array(source.slice(source.indexOf(',') + 1)));
  const shape = { Type: 'XObject', Subtype: 'Image', Width: width, Height: height, BitsPerComponent: 8 };
  const mask = alphas === null ? null : written(pdf, { ...shape, ColorSpace: 'DeviceGray' }, alphas);
  const about = { ...shape, ColorSpace: 'DeviceRGB', ...(mask === null ? {} : { SMask: mask }) };
  return { width, height, label, obj: written(pdf, about, colors) };
}

function written(pdf: Pdf, about: object, bytes: Uint8Array): PDFKit.PDFKitReference {
  const reference = pdf.ref(about);
  reference.end(bytes as Buffer);
  return reference;
}
