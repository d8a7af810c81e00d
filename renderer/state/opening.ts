import type { Parsed } from '../../shared/file/parse';
import { describeOpenError, describeRepair } from '../../shared/file/problems';
import type { DocumentHandle, FileStamp, OpenedFile, RecoverableDocument } from '../../shared/ipc/contract';
import { fileErrorMessage } from '../../shared/ipc/fileErrorMessage';
import { parseProject, recoverProject } from '../workers/projectFiles';
import type { AppStore } from './appStore';
import { notify } from './notices';
import type { DocumentFile, OpenDocument } from './session';
import { isUntouched, type Tabs } from './tabs';

function fileOf({ handle, name, folder, stamp }: OpenedFile): DocumentFile {
  return { handle, name, folder, stamp };
}

/** Reads and parses a file; when it cannot be shown says so and answers `null`. */
async function read(tabs: Tabs, handle: DocumentHandle): Promise<{ file: OpenedFile; parsed: Parsed } | null> {
  const { app, bridge } = tabs;
  const t = tabs.t();
  const opened = await bridge.request['file.open'](handle);
  if (!opened.ok) {
    // The other window has come to the front with the file: that is what was asked for.
    if (opened.error.type !== 'openElsewhere') notify(app, 'error', fileErrorMessage(opened.error, t));
    return null;
  }
  const file = opened.value;
  const parsed = await parseProject(file.text);
  if (parsed.ok) return { file, parsed: parsed.value };
  const intro = describeOpenError(parsed.error, t);
  report(app, { title: t('session.cannotOpen', { name: file.name }), intro, lines: [] });
  return null;
}

function tellAbout(tabs: Tabs, file: OpenedFile, { repairs, migratedFrom }: Parsed): void {
  const { app } = tabs;
  const t = tabs.t();
  const { name } = file;
  if (migratedFrom !== null) notify(app, 'info', t('session.migrated', { name }));
  if (file.readOnly) notify(app, 'info', t('session.openedReadOnly', { name }));
  if (repairs.length === 0) return;
  const lines = repairs.map((repair) => describeRepair(repair, t));
  report(app, { title: t('session.mended', { name }), intro: t('session.mendedIntro'), lines });
}

/**
 * Shows a report once no other dialog is open: of three damaged files that were chosen together each has its own, and
 * a role that is being written is not lost because somebody dropped a file.
 */
function report(app: AppStore, content: { title: string; intro: string; lines: readonly string[] }): void {
  const dialog = { type: 'report', ...content } as const;
  if (app.getState().dialog === null) {
    app.setState({ dialog });
    return;
  }
  const stop = app.subscribe(() => {
    // Asked anew instead of believing what was told: an earlier report in the row may have come first.
    if (app.getState().dialog !== null) return;
    stop();
    app.setState({ dialog });
  });
}

/** Shows a file in a tab: its own, when it is open already. Changes nothing when it cannot. */
export async function openFile(tabs: Tabs, handle: DocumentHandle, luggage: string | null = null): Promise<void> {
  const isShown = () => tabs.all().find((open) => open.file?.handle === handle);
  const shown = isShown();
  if (shown !== undefined) return tabs.activate(shown.key);
  const found = await read(tabs, handle);
  // Somebody double-clicked twice: the first click opened it meanwhile.
  const meanwhile = isShown();
  if (meanwhile !== undefined) return tabs.activate(meanwhile.key);
  if (found === null) {
    await tabs.bridge.request['file.close'](handle);
    return;
  }
  const { file, parsed } = found;
  const [only, ...others] = tabs.all();
  // Whether a mended file is to be written as it is now is for the user to decide: it counts as unsaved.
  const saved = parsed.repairs.length === 0 ? parsed.document : null;
  tabs.add({ document: parsed.document, saved, file: fileOf(file), luggage });
  // The diagram shown at the start makes room for what somebody wants to see.
  if (only !== undefined && others.length === 0 && isUntouched(only)) tabs.remove(only.key);
  tellAbout(tabs, file, parsed);
}

/** Shows what the disk holds now, as a step that undo takes back; answers whether it could. */
export async function reloadFile(tabs: Tabs, open: OpenDocument): Promise<boolean> {
  if (open.file === null) return false;
  const found = await read(tabs, open.file.handle);
  if (found === null || tabs.find(open.key) === null) return false;
  const { file, parsed } = found;
  const { source } = open;
  source.replace('step.reload', parsed.document);
  source.markSaved(parsed.repairs.length === 0 ? source.getState().history.present.document : null);
  tabs.setFile(open.key, fileOf(file));
  tabs.journalOf(open.key)?.restart();
  tellAbout(tabs, file, parsed);
  return true;
}

/** Opens what a crash left behind, unsaved; its journal is kept until it is saved or given up. */
export async function recoverDocuments(tabs: Tabs, found: readonly RecoverableDocument[]): Promise<number> {
  const t = tabs.t();
  const names: string[] = [];
  let count = 0;
  for (const recoverable of found) {
    const { key, handle, name, folder, stamp, luggage } = recoverable;
    const recovered = await recoverProject(recoverable.text, recoverable.steps);
    if (!recovered.ok) {
      notify(tabs.app, 'error', t('session.notRecovered', { name }), describeOpenError(recovered.error, t));
      continue;
    }
    const { document, skipped } = recovered.value;
    // Without a stamp nothing on disk is as we knew it, so that saving asks before it overwrites.
    const file = handle === null ? null : { handle, name, folder, stamp: stamp ?? ('' as FileStamp) };
    tabs.add({ document, saved: null, file, key, luggage });
    count += 1;
    if (luggage === null) names.push(name);
    if (skipped > 0) notify(tabs.app, 'error', t('session.recoveredPart', { name, count: skipped }));
  }
  if (names.length > 0) notify(tabs.app, 'info', t('session.recovered', { names: names.join(', ') }));
  return count;
}
