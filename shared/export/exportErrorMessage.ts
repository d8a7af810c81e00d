import type { Translate } from '../i18n/messages';
import type { ExportError } from './exporter';

/** What to tell the user when no picture came out. */
export function exportErrorMessage(error: ExportError, t: Translate): string {
  switch (error.type) {
    case 'empty':
      return t('export.error.empty');
    case 'tooLarge':
      return t('export.error.tooLarge', error);
    case 'failed':
      return t('export.error.failed', error);
  }
}
