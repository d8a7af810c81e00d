import type { Bridge, RecoveryKey } from '../../shared/ipc/contract';
import type { AppStore } from './appStore';
import { startAutosave } from './autosave';
import { createDiskWatch } from './diskWatch';
import { packLuggage } from './luggage';
import { openFile, recoverDocuments } from './opening';
import { ask } from './questions';
import { createSaving } from './saving';
import type { OpenDocument, Session } from './session';
import { createTabs, isUnsaved, nameOf } from './tabs';

/** The open documents of a window over the files, journals and message boxes that the bridge reaches. */
export function createSession(bridge: Bridge, app: AppStore): Session {
  const tabs = createTabs(bridge, app);
  const { save, saveAs, isSaving, inTurn } = createSaving(tabs);
  startAutosave(tabs, save);
  let closing: Promise<boolean> | null = null;

  /** Whether an unsaved document may go: it was saved, or the user gives it up. */
  async function mayGo(open: OpenDocument): Promise<boolean> {
    if (!isUnsaved(open)) return true;
    // It would have been saved in a moment.
    if (app.getState().settings.autosave && open.file !== null && (await save(open.key))) return true;
    tabs.activate(open.key);
    const t = tabs.t();
    const answer = await ask(bridge, {
      tone: 'question',
      message: t('session.ask.close', { name: tabs.nameOf(open) }),
      detail: t('session.ask.closeDetail'),
      answers: [
        { answer: 'save', label: t('session.button.save') },
        { answer: 'dontSave', label: t('session.button.dontSave') },
        { answer: 'cancel', label: t('session.button.cancel') },
      ],
    });
    return answer === 'save' ? save(open.key) : answer === 'dontSave';
  }

  async function remove(open: OpenDocument): Promise<void> {
    const journal = tabs.journalOf(open.key);
    tabs.remove(open.key);
    await journal?.end();
    if (open.file !== null) await bridge.request['file.close'](open.file.handle);
  }

  /** Nothing is closed before all questions are answered: Cancel at the last one keeps every tab. */
  async function mayAllGo(documents: readonly OpenDocument[]): Promise<boolean> {
    for (const open of documents) if (!(await mayGo(open))) return false;
    return true;
  }

  async function askAll(): Promise<boolean> {
    if (!(await mayAllGo(tabs.all()))) return false;
    await Promise.all(tabs.all().map((open) => tabs.journalOf(open.key)?.end()));
    return true;
  }

  return {
    store: tabs.store,
    active() {
      const { activeKey } = tabs.store.getState();
      return activeKey === null ? null : tabs.find(activeKey);
    },
    activate: tabs.activate,
    move: tabs.move,
    add: (document) => tabs.add({ document, saved: document, file: null }),
    recover: (found) => recoverDocuments(tabs, found),
    open: (handle, luggage) => openFile(tabs, handle, luggage),
    save,
    saveAs,
    // After a save under way: another window would else open the file as it was, and then find it changed.
    letGo: (key) =>
      inTurn(key, async (open) => {
        open.editor.cancelGesture();
        await open.routing.completed(open.source.getState().history.present.document);
        // What is in no file is nowhere but here: the journal has to hold it, as if it were unsaved.
        const { saved } = open.source.getState();
        const isOnlyHere = open.file === null && !isUnsaved(open);
        if (isOnlyHere) open.source.markSaved(null);
        const isKept = (await tabs.journalOf(key)?.leave()) === true;
        if (isOnlyHere) open.source.markSaved(saved);
        if (!isKept) return null;
        // Of this moment, as the journal is: before, somebody could have gone on editing.
        const luggage = packLuggage(open);
        tabs.remove(key);
        if (open.file !== null) await bridge.request['file.close'](open.file.handle);
        return luggage;
      }),
    async close(key: RecoveryKey) {
      const open = tabs.find(key);
      if (open === null) return true;
      if (!(await mayGo(open))) return false;
      // Saving may have given it a file meanwhile.
      await remove(tabs.find(key) ?? open);
      return true;
    },
    async closeOthers(key) {
      const others = tabs.all().filter((open) => open.key !== key);
      if (!(await mayAllGo(others))) return;
      // Questions show what they are about.
      tabs.activate(key);
      for (const open of others) await remove(tabs.find(open.key) ?? open);
    },
    closeAll() {
      closing ??= askAll().finally(() => {
        closing = null;
      });
      return closing;
    },
    checkDisk: createDiskWatch(tabs, isSaving),
    nameOf,
  };
}
