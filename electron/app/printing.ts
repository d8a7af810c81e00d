import type { WebContents } from 'electron';
import type { PrintError } from '../../shared/ipc/contract';
import { err, ok, type Result } from '../../shared/util/result';

/** Prints a page as it is laid out for paper, with the system's dialog. Whoever cancels that wanted no error. */
export async function printPage(
  contents: WebContents,
  orientation: 'landscape' | 'portrait',
): Promise<Result<null, PrintError>> {
  const options = { landscape: orientation === 'landscape', printBackground: true };
  const failure = await new Promise<string | null>((done) => {
    contents.print(options, (isPrinted, reason) => done(isPrinted ? null : reason));
  });
  if (failure === null || /cancel/i.test(failure)) return ok(null);
  const printers = await contents.getPrintersAsync();
  return err(printers.length === 0 ? { type: 'noPrinter' } : { type: 'failed', cause: failure });
}

/** A page as it is laid out for paper, on pages of the size that its style sheet names. */
export async function pageAsPdf(
  contents: WebContents,
  orientation: 'landscape' | 'portrait',
): Promise<Result<Uint8Array, PrintError>> {
  try {
    const options = { landscape: orientation === 'landscape', printBackground: true, preferCSSPageSize: true };
    return ok(await contents.printToPDF(options));
  } catch (error) {
    return err({ type: 'failed', cause: error instanceof Error ? error.message : String(error) });
  }
}
