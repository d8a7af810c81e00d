import { PNG } from 'pngjs';
import type { DocumentImage } from '../../shared/model/document';
import type { ImageId } from '../../shared/model/ids';

type Rgb = readonly [red: number, green: number, blue: number];

/** A PNG of one colour. */
export function pngOf(width: number, height: number, [red, green, blue]: Rgb): Uint8Array {
  const png = new PNG({ width, height });
  for (let i = 0; i < png.data.length; i += 4) png.data.set([red, green, blue, 255], i);
  return PNG.sync.write(png);
}

export const sourceOf = (bytes: Uint8Array, mediaType = 'image/png'): string =>
  `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;

export const svgSource = (text: string): string => sourceOf(new TextEncoder().encode(text), 'image/svg+xml');

export function anImage(id: string, width = 40, height = 20, color: Rgb = [200, 30, 60]): DocumentImage {
  return { id: id as ImageId, source: sourceOf(pngOf(width, height, color)), widthPx: width, heightPx: height };
}
