import { err, ok } from '../util/result';
import type { Exporter } from './exporter';
import { MAX_MEGAPIXELS } from './limits';
import { pictureSvg } from './pictureSvg';
import { pixelSize, pixelsOf } from './pixelSize';

export const png: Exporter = {
  extension: 'png',
  mediaType: 'image/png',
  labelKey: 'exporter.png',
  size: pixelSize,
  async write(document, options, tools) {
    const picture = pictureSvg(document, options);
    if (picture === null) return err({ type: 'empty' });
    const size = pixelsOf(picture, options.scale);
    const tooLarge = { type: 'tooLarge', ...size, limitMegapixels: MAX_MEGAPIXELS } as const;
    if (size.widthPx * size.heightPx > MAX_MEGAPIXELS * 1e6) return err(tooLarge);
    const painted = await tools.rasterize(picture.text, options.scale);
    if (painted.ok) return ok(painted.value);
    return err(painted.error.type === 'tooLarge' ? tooLarge : { type: 'failed', cause: painted.error.cause });
  },
};
