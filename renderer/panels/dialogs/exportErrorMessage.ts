import type { ExportError } from '../../../shared/export/exporter';
import type { Translate } from '../../../shared/i18n/messages';

/** What to tell the user when no picture came out. */
export function exportErrorMessage(t: Translate, error: ExportError): string {
  switch (error.type) {
    case 'empty':
      return t('export.error.empty');
    case 'tooLarge':
      return t('export.error.tooLarge', error);
    case 'failed':
      return t('export.error.failed', error);
  }
}
