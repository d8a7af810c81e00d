import { err, ok } from '../util/result';
import type { Exporter } from './exporter';
import { pictureSvg } from './pictureSvg';
import { pixelSize } from './pixelSize';

export const svg: Exporter = {
  extension: 'svg',
  mediaType: 'image/svg+xml',
  labelKey: 'exporter.svg',
  size: pixelSize,
  async write(document, options, tools) {
    const picture = pictureSvg(document, options);
    return picture === null ? err({ type: 'empty' }) : ok(tools.encodeUtf8(scaled(picture.text, options.scale)));
  },
};

/** A scaled SVG says so in its size alone; what it shows is the same. */
function scaled(text: string, scale: number): string {
  if (scale === 1) return text;
  return text.replace(/ width="(\d+)" height="(\d+)"/, (_, width: string, height: string) => {
    return ` width="${Number(width) * scale}" height="${Number(height) * scale}"`;
  });
}
