import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { MAX_MEGAPIXELS, MAX_SCALE, MIN_SCALE } from '../../shared/export/limits';
import type { FontWeight } from '../../shared/scene/mark';
import { err, ok, type Result } from '../../shared/util/result';

/** Where the fonts and the rasteriser lie; `out/assets` in the built app. */
export interface RasterizerAssets {
  /** Holds `Pretendard-*.otf`. */
  readonly fontsDir: string;
  readonly wasmFile: string;
}

export interface RasterizeError {
  readonly type: 'tooLarge' | 'failed';
  readonly cause: string;
}

/** The bundled font, by weight. */
export const fontFiles = {
  400: 'Pretendard-Regular.otf',
  500: 'Pretendard-Medium.otf',
  600: 'Pretendard-SemiBold.otf',
  700: 'Pretendard-Bold.otf',
} as const satisfies Readonly<Record<FontWeight, string>>;

/** The assets of the built app, seen from the folder of one of its programs (`out/main`, `out/cli`). */
export function builtAssets(programDir: string): RasterizerAssets {
  const assetsDir = join(programDir, '..', 'assets');
  return { fontsDir: join(assetsDir, 'fonts'), wasmFile: join(assetsDir, 'resvg', 'index_bg.wasm') };
}

let fonts: Promise<Uint8Array[]> | null = null;

/** The WebAssembly module can be started once a process; a failed start may be tried again. */
function loadFonts({ fontsDir, wasmFile }: RasterizerAssets): Promise<Uint8Array[]> {
  fonts ??= readFile(wasmFile)
    .then((wasm) => initWasm(wasm))
    .then(() => Promise.all(Object.values(fontFiles).map((name) => readFile(join(fontsDir, name)))))
    .catch((reason: unknown) => {
      fonts = null;
      throw reason;
    });
  return fonts;
}

/**
 * Paints an SVG of `shared/export` as PNG, `scale` (0.1…8) pixels a unit, with the bundled fonts alone: the same pixels
 * on every machine. Does not throw; an SVG that cannot be read is a `failed` one.
 */
export async function rasterize(
  svg: string,
  scale: number,
  assets: RasterizerAssets,
): Promise<Result<Uint8Array, RasterizeError>> {
  if (!(scale >= MIN_SCALE && scale <= MAX_SCALE)) {
    return err({ type: 'failed', cause: `scale ${scale} is not between ${MIN_SCALE} and ${MAX_SCALE}` });
  }
  let painter: InstanceType<typeof Resvg> | null = null;
  try {
    painter = new Resvg(svg, {
      font: { fontBuffers: await loadFonts(assets), defaultFontFamily: 'Pretendard', sansSerifFamily: 'Pretendard' },
      fitTo: { mode: 'zoom', value: scale },
      textRendering: 2,
    });
    const megapixels = (painter.width * scale * painter.height * scale) / 1e6;
    if (megapixels > MAX_MEGAPIXELS) return err({ type: 'tooLarge', cause: `${Math.ceil(megapixels)} megapixels` });
    const image = painter.render();
    const png = image.asPng();
    image.free();
    return ok(png);
  } catch (reason) {
    return err({ type: 'failed', cause: reason instanceof Error ? reason.message : String(reason) });
  } finally {
    painter?.free();
  }
}
