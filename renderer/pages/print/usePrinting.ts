import { useEffect, useLayoutEffect } from 'react';
import type { PrintError } from '../../../shared/ipc/contract';
import { ok, type Result } from '../../../shared/util/result';
import { saveExport } from '../../actions/saveExport';
import { useServices, useT } from '../../state/hooks';
import { notify } from '../../state/notices';

type Orientation = 'landscape' | 'portrait';

/**
 * Prints what has just been rendered, once, and takes it away again. `null`: there is nothing on it. With a name it
 * becomes a PDF under that name, wherever somebody wants it.
 */
export function usePrinting(orientation: Orientation | null, pdfName?: string): void {
  const t = useT();
  const services = useServices();
  const { app, bridge } = services;

  useLayoutEffect(() => {
    if (orientation === null) return;
    // The policy forbids style elements; a sheet made here is none.
    const paper = new CSSStyleSheet();
    paper.replaceSync(`@page { size: ${orientation}; margin: 10mm; }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, paper];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== paper);
    };
  }, [orientation]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for what was asked for, whatever changes meanwhile
  useEffect(() => {
    let isOver = false;
    async function print(): Promise<void> {
      if (orientation === null) return notifyEmpty();
      // A weight that only the printed text has may still be on its way.
      await document.fonts.ready;
      if (isOver) return;
      const printed = await (pdfName === undefined ? bridge.request['window.print'](orientation) : saveAs(pdfName));
      if (printed.ok) return;
      if (printed.error.type === 'noPrinter') notify(app, 'error', t('print.noPrinter'), t('print.noPrinter.hint'));
      else notify(app, 'error', t('print.failed', printed.error), t('print.failed.hint'));
    }
    async function saveAs(name: string): Promise<Result<null, PrintError>> {
      const made = await bridge.request['window.toPdf'](orientation ?? 'portrait');
      if (!made.ok) return made;
      // Somebody may think about where for long: the window is back by then.
      if (made.value !== null) void saveExport(services, 'pdf', name, made.value);
      return ok(null);
    }
    const notifyEmpty = () => void notify(app, 'info', t('print.empty'));
    void print().finally(() => app.setState({ printing: null }));
    return () => {
      isOver = true;
    };
  }, []);
}
