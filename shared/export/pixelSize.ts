import type { DiagramDocument } from '../model/document';
import type { ExportOptions, ExportSize } from './exporter';
import { framedPicture } from './framedPicture';

export interface PixelSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Size of an exported picture in pixels. */
export function pixelSize(document: DiagramDocument, options: ExportOptions): ExportSize | null {
  const framed = framedPicture(document, options);
  if (framed === null) return null;
  const { width, height } = framed.view;
  const { widthPx, heightPx } = pixelsOf({ widthPx: width, heightPx: height }, options.scale);
  return { width: widthPx, height: heightPx, unit: 'px' };
}

/** As the rasteriser rounds. */
export function pixelsOf({ widthPx, heightPx }: PixelSize, scale: number): PixelSize {
  return { widthPx: Math.round(widthPx * scale), heightPx: Math.round(heightPx * scale) };
}
