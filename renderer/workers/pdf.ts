import type { PdfDrawing } from '../../shared/pdf/drawing';
import { err, ok, type Result } from '../../shared/util/result';
import { connectWorker } from './connect';
import type { pdfWork } from './pdfWork';

/** A drawing as a PDF. By a worker of its own, which is loaded for it and ends with it. */
export async function paintPdf(
  drawing: PdfDrawing,
): Promise<Result<Uint8Array, { readonly type: 'failed'; readonly cause: string }>> {
  const worker = connectWorker<typeof pdfWork>({
    name: 'PDF documents',
    start: () => new Worker(new URL('./pdf.worker.ts', import.meta.url), { type: 'module' }),
    load: async () => (await import('./pdfWork')).pdfWork,
  });
  try {
    return ok(await worker.call('write', drawing));
  } catch (reason) {
    return err({ type: 'failed', cause: reason instanceof Error ? reason.message : String(reason) });
  } finally {
    worker.stop();
  }
}
