import type { DiagramDocument } from '../model/document';
import type { ExportOptions } from './exporter';
import { framedPicture } from './framedPicture';

export interface PixelSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Size of an exported picture in pixels, known without drawing it; `null` when there is nothing to draw. */
export function pixelSize(document: DiagramDocument, options: ExportOptions): PixelSize | null {
  const framed = framedPicture(document, options);
  if (framed === null) return null;
  return pixelsOf({ widthPx: framed.view.width, heightPx: framed.view.height }, options.scale);
}

/** As the rasteriser rounds. */
export function pixelsOf({ widthPx, heightPx }: PixelSize, scale: number): PixelSize {
  return { widthPx: Math.round(widthPx * scale), heightPx: Math.round(heightPx * scale) };
}
