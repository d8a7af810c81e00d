import { fileURLToPath } from 'node:url';
import { paintPdf } from '../../electron/node/paintPdf';
import { type RasterizerAssets, rasterize } from '../../electron/node/rasterize';
import type { ExportTools } from '../../shared/export/exporter';

/** Fonts and rasteriser as they lie in the source tree. */
export const sourceAssets: RasterizerAssets = {
  fontsDir: fileURLToPath(new URL('../../assets/fonts', import.meta.url)),
  wasmFile: fileURLToPath(new URL('../../node_modules/@resvg/resvg-wasm/index_bg.wasm', import.meta.url)),
};

export const exportTools: ExportTools = {
  encodeUtf8: (text) => Buffer.from(text, 'utf8'),
  rasterize: (svg, scale) => rasterize(svg, scale, sourceAssets),
  paintPdf: (drawing) => paintPdf(drawing, sourceAssets),
};
