import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PdfDrawing } from '../../shared/pdf/drawing';
import type { PdfFonts } from '../../shared/pdf/writePdf';
import { err, ok, type Result } from '../../shared/util/result';
import { fontFiles, type RasterizerAssets } from './rasterize';

/** A drawing as a PDF, with the bundled fonts. */
export async function paintPdf(
  drawing: PdfDrawing,
  { fontsDir }: RasterizerAssets,
): Promise<Result<Uint8Array, { readonly type: 'failed'; readonly cause: string }>> {
  try {
    // Only who makes a PDF waits for what makes it.
    const { writePdf } = await import('../../shared/pdf/writePdf');
    return ok(await writePdf(drawing, await readFonts(fontsDir)));
  } catch (reason) {
    return err({ type: 'failed', cause: reason instanceof Error ? reason.message : String(reason) });
  }
}

async function readFonts(fontsDir: string): Promise<PdfFonts> {
  const read = (name: string) => readFile(join(fontsDir, name));
  const [regular, medium, semiBold, bold] = await Promise.all([
    read(fontFiles[400]),
    read(fontFiles[500]),
    read(fontFiles[600]),
    read(fontFiles[700]),
  ]);
  return { 400: regular, 500: medium, 600: semiBold, 700: bold };
}
