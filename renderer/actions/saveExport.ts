import type { ExportFormat } from '../../shared/ipc/contract';
import { fileErrorMessage } from '../../shared/ipc/fileErrorMessage';
import { languageOf } from '../state/appStore';
import type { AppServices } from '../state/hooks';
import { translator } from '../state/messages';
import { notify } from '../state/notices';

/** Asks where a table, a sheet or a picture is to be kept, writes it there, and says so, or why it could not. */
export async function saveExport(
  { app, bridge }: Pick<AppServices, 'app' | 'bridge'>,
  format: ExportFormat,
  suggestedName: string,
  bytes: Uint8Array,
): Promise<void> {
  const t = translator(languageOf(app.getState()));
  const saved = await bridge.request['export.save'](format, suggestedName, bytes);
  if (!saved.ok) notify(app, 'error', fileErrorMessage(saved.error, t));
  else if (saved.value !== null) {
    notify(app, 'success', t('exporting.saved', { name: saved.value.name }), saved.value.folder);
  }
}
