import { builtAssets, rasterize } from '../node/rasterize';
import type { FromRasterizer, ToRasterizer } from './rasterizer';

/** Paints pictures in a process of its own: a big one takes seconds, and memory that must not be the app's. */
process.parentPort.on('message', ({ data }) => {
  const { id, svg, scale } = data as ToRasterizer;
  void rasterize(svg, scale, builtAssets(__dirname)).then((result) => {
    process.parentPort.postMessage({ id, result } satisfies FromRasterizer);
  });
});
