import type { Language } from '../../shared/i18n/language';
import { fileErrorMessage } from '../../shared/ipc/fileErrorMessage';
import { mainLanguage } from '../../shared/model/localizedText';
import { type Rows, writeCsv, writeTsv } from '../../shared/tables/csv';
import { handoffTable } from '../../shared/tables/handoffTable';
import { writeMarkdown } from '../../shared/tables/markdown';
import { raciTable } from '../../shared/tables/raciTable';
import { labelLanguageOf, languageOf } from '../state/appStore';
import { translator } from '../state/messages';
import { announce, notify } from '../state/notices';
import type { ActionContext } from './action';
import { type ActiveDocument, activeDocument } from './context';
import { saveExport } from './saveExport';

// Fetched when a table is first written or read: no window starts with it.

const tables = { raci: raciTable, handoffs: handoffTable } as const;
type TableName = keyof typeof tables;
const writers = { csv: writeCsv, md: writeMarkdown } as const;

/** The rows in the language that labels are shown in, so that a table says what the picture says. */
function rowsOf({ app }: ActionContext, { document }: ActiveDocument, name: TableName): Rows {
  const language: Language = mainLanguage(labelLanguageOf(app.getState()));
  return tables[name](document, language, translator(language));
}

/** Asks where, then writes the table there. */
export async function saveTable(context: ActionContext, name: TableName, format: 'csv' | 'md'): Promise<void> {
  const { app, session, t } = context;
  const active = activeDocument(context);
  if (active === null) return;
  const title = session.nameOf(active.open, languageOf(app.getState())).replace(/\.(roleweave|json)$/i, '');
  const fileName = `${t(`${name}.fileName`, { name: title })}.${format}`;
  const bytes = new TextEncoder().encode(writers[format](rowsOf(context, active, name)));
  await saveExport(context, format, fileName, bytes);
}

export async function copyTable(context: ActionContext, name: TableName, format: 'tsv' | 'md'): Promise<void> {
  const active = activeDocument(context);
  if (active === null) return;
  const rows = rowsOf(context, active, name);
  await context.bridge.request['clipboard.writeText'](format === 'md' ? writeMarkdown(rows) : writeTsv(rows));
  announce(context.app, context.t('handoffs.copied'));
}

/** Asks for a file with a table of responsibilities, and then what is to become of it. */
export async function importRaciFile({ app, bridge, t }: ActionContext): Promise<void> {
  const chosen = await bridge.request['table.choose']();
  if (chosen === null) return;
  const { name, bytes } = chosen;
  if (!bytes.ok) notify(app, 'error', fileErrorMessage(bytes.error, t));
  else app.setState({ dialog: { type: 'raciImport', name, text: decodeTable(bytes.value) } });
}

/** What older spreadsheets write where they do not say: Korean Windows, then Western Windows, which reads anything. */
const oldEncodings = ['euc-kr', 'windows-1252'] as const;

/**
 * The text of a table in whatever encoding a spreadsheet wrote it: UTF-8, UTF-16 ("Unicode text" of Excel, with or
 * without its mark), or the system's old one.
 */
export function decodeTable(bytes: Uint8Array): string {
  for (const encoding of [utf16Of(bytes) ?? 'utf-8', ...oldEncodings]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not in this one.
    }
  }
  return new TextDecoder().decode(bytes);
}

/** Told by its mark, or by the zeros that it puts beside Latin letters, tabs and line ends. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (const [at, byte] of bytes.subarray(0, 4096).entries()) {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (even === 0 && odd === 0) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}
