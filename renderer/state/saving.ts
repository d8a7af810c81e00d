import type { FileError, RecoveryKey, SavedFile, SaveGuard } from '../../shared/ipc/contract';
import { fileErrorMessage } from '../../shared/ipc/fileErrorMessage';
import type { DiagramDocument } from '../../shared/model/document';
import { serializeProject } from '../workers/projectFiles';
import { languageOf } from './appStore';
import { announce } from './notices';
import { reloadFile } from './opening';
import { ask } from './questions';
import type { DocumentFile, OpenDocument } from './session';
import { isUnsaved, nameOf, type Tabs } from './tabs';

export interface Saving {
  /** `quietly`: not told to screen readers, as saving after each change is not. */
  save(key: RecoveryKey, quietly?: boolean): Promise<boolean>;
  saveAs(key: RecoveryKey): Promise<boolean>;
  isSaving(key: RecoveryKey): boolean;
  /** Does what no save may come in the way of, once those under way are done; `null` when the document is gone then. */
  inTurn<T>(key: RecoveryKey, work: (open: OpenDocument) => Promise<T>): Promise<T | null>;
}

export function createSaving(tabs: Tabs): Saving {
  /** One save at a time for each document: two would race for the same file. */
  const running = new Map<RecoveryKey, Promise<unknown>>();

  async function inTurn<T>(key: RecoveryKey, work: (open: OpenDocument) => Promise<T>): Promise<T | null> {
    for (let before = running.get(key); before !== undefined; before = running.get(key))
      await before.catch(() => undefined);
    const open = tabs.find(key);
    if (open === null) return null;
    const own = work(open).finally(() => running.delete(key));
    running.set(key, own);
    return own;
  }

  return {
    async save(key, quietly = false) {
      const isSecond = running.has(key);
      const isSaved = await inTurn(key, (open) => {
        if (open.file === null) return writeAs(tabs, open);
        // Asked again while the first save was under way: it may have written everything already.
        if (isSecond && !isUnsaved(open)) return Promise.resolve(true);
        return write(tabs, open, open.file, { ifStamp: open.file.stamp }, quietly);
      });
      return isSaved ?? false;
    },
    saveAs: async (key) => (await inTurn(key, (open) => writeAs(tabs, open))) ?? false,
    inTurn,
    isSaving: (key) => running.has(key),
  };
}

async function write(
  tabs: Tabs,
  open: OpenDocument,
  file: DocumentFile,
  guard: SaveGuard,
  quietly = false,
): Promise<boolean> {
  // This very document is what will be on disk; what is edited while it is written stays unsaved.
  const document = await open.routing.completed(open.source.getState().history.present.document);
  const saved = await tabs.bridge.request['file.save'](file.handle, await serializeProject(document), guard);
  if (!saved.ok) return solve(tabs, open, file, saved.error);
  await finish(tabs, open, document, saved.value, quietly);
  return true;
}

async function writeAs(tabs: Tabs, open: OpenDocument): Promise<boolean> {
  const document = await open.routing.completed(open.source.getState().history.present.document);
  const saved = await tabs.bridge.request['file.saveAs'](suggestedName(tabs, open), await serializeProject(document));
  if (!saved.ok) return offerSaveAs(tabs, open, saved.error);
  if (saved.value === null) return false;
  await finish(tabs, open, document, saved.value);
  return true;
}

async function finish(
  tabs: Tabs,
  open: OpenDocument,
  document: DiagramDocument,
  saved: SavedFile,
  quietly = false,
): Promise<void> {
  const { key, source } = open;
  const oldHandle = tabs.find(key)?.file?.handle;
  for (const other of tabs.all()) {
    if (other.key === key || other.file?.handle !== saved.handle) continue;
    // Its file holds another diagram from now on.
    tabs.setFile(other.key, null);
    other.source.markSaved(null);
    tabs.journalOf(other.key)?.restart();
  }
  const { handle, name, folder, stamp } = saved;
  tabs.setFile(key, { handle, name, folder, stamp });
  source.markSaved(document);
  tabs.journalOf(key)?.restart();
  if (!quietly) announce(tabs.app, tabs.t()('session.saved', { name }));
  if (oldHandle !== undefined && oldHandle !== handle) await tabs.bridge.request['file.close'](oldHandle);
}

/** What to do when a file could not be written is the user's decision; until then everything stays unsaved. */
async function solve(tabs: Tabs, open: OpenDocument, file: DocumentFile, error: FileError): Promise<boolean> {
  const t = tabs.t();
  const { name } = file;
  const saveAs = { answer: 'saveAs', label: t('session.button.saveAs') } as const;
  const cancel = { answer: 'cancel', label: t('session.button.cancel') } as const;
  if (error.type === 'changedOnDisk') {
    const answer = await ask(tabs.bridge, {
      tone: 'warning',
      message: t('session.ask.changed', { name }),
      detail: t('session.ask.changedDetail'),
      answers: [
        // The default destroys nothing.
        saveAs,
        { answer: 'overwrite', label: t('session.button.overwrite') },
        { answer: 'reload', label: t('session.button.reload') },
        cancel,
      ],
    });
    if (answer === 'overwrite') return write(tabs, open, file, 'overwrite');
    if (answer === 'saveAs') return writeAs(tabs, open);
    if (answer === 'reload') await reloadFile(tabs, open);
    return false;
  }
  if (error.type === 'missingOnDisk' || error.type === 'notFound') {
    const answer = await ask(tabs.bridge, {
      tone: 'warning',
      message: t('session.ask.missing', { name }),
      detail: t('session.ask.missingDetail'),
      answers: [{ answer: 'writeAgain', label: t('session.button.writeAgain') }, saveAs, cancel],
    });
    if (answer === 'writeAgain') return write(tabs, open, file, 'overwrite');
    return answer === 'saveAs' && writeAs(tabs, open);
  }
  return offerSaveAs(tabs, open, error);
}

async function offerSaveAs(tabs: Tabs, open: OpenDocument, error: FileError): Promise<boolean> {
  const t = tabs.t();
  const answer = await ask(tabs.bridge, {
    tone: 'error',
    message: t('session.ask.failed', { name: tabs.nameOf(open) }),
    detail: fileErrorMessage(error, t),
    answers: [
      { answer: 'saveAs', label: t('session.button.saveAs') },
      { answer: 'cancel', label: t('session.button.cancel') },
    ],
  });
  return answer === 'saveAs' && writeAs(tabs, open);
}

const MAX_NAME_LENGTH = 80;

/** A file name that every system accepts. */
function suggestedName({ app }: Tabs, open: OpenDocument): string {
  if (open.file !== null) return open.file.name;
  const name = nameOf(open, languageOf(app.getState()));
  return `${toFileName(name)}.roleweave`;
}

export function toFileName(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no file name may hold
  const plain = text.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, ' ').replace(/\s+/g, ' ');
  const short = [...plain]
    .slice(0, MAX_NAME_LENGTH)
    .join('')
    .trim()
    .replace(/^\.+|[. ]+$/g, '');
  return short === '' ? 'diagram' : short;
}
