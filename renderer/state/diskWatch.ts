import type { FileStamp, RecoveryKey } from '../../shared/ipc/contract';
import { notify } from './notices';
import { reloadFile } from './opening';
import { ask } from './questions';
import type { OpenDocument } from './session';
import { isUnsaved, type Tabs } from './tabs';

/** Looks whether open files changed on disk: reloads untouched ones, asks about edited ones, once for each change. */
export function createDiskWatch(tabs: Tabs, isSaving: (key: RecoveryKey) => boolean): () => Promise<void> {
  /** What the user was told about each file already. */
  const told = new Map<RecoveryKey, FileStamp | 'gone'>();
  let running: Promise<void> | null = null;

  async function checkOne(open: OpenDocument): Promise<void> {
    const { file, key } = open;
    if (file === null || isSaving(key)) return;
    const found = await tabs.bridge.request['file.stamp'](file.handle);
    const now = tabs.find(key);
    // Saved or closed while we looked: what we saw is history.
    if (now === null || now.file?.stamp !== file.stamp || isSaving(key)) return;
    if (!found.ok) {
      const isGone = found.error.type === 'notFound' || found.error.type === 'missingOnDisk';
      if (isGone && told.get(key) !== 'gone') tellGone(now, file.name);
      return;
    }
    const stamp = found.value;
    // As we know it (again): the next time it changes or goes away is news.
    if (stamp === file.stamp) told.delete(key);
    if (stamp === file.stamp || told.get(key) === stamp) return;
    told.set(key, stamp);
    if (!isUnsaved(now)) {
      if (await reloadFile(tabs, now)) notify(tabs.app, 'info', tabs.t()('session.reloaded', { name: file.name }));
      return;
    }
    tabs.activate(key);
    if ((await askAboutChange(tabs, file.name)) === 'reload') await reloadFile(tabs, now);
  }

  function tellGone(open: OpenDocument, name: string): void {
    told.set(open.key, 'gone');
    open.source.markSaved(null);
    tabs.journalOf(open.key)?.touch();
    notify(tabs.app, 'info', tabs.t()('session.gone', { name }));
  }

  async function checkAll(): Promise<void> {
    for (const open of tabs.all()) await checkOne(open);
  }

  return () => {
    // A message box of ours takes the focus and gives it back: that must not ask anew.
    running ??= checkAll().finally(() => {
      running = null;
    });
    return running;
  };
}

function askAboutChange({ bridge, t }: Tabs, name: string): Promise<'keep' | 'reload' | null> {
  const say = t();
  return ask(bridge, {
    tone: 'warning',
    message: say('session.ask.changedBesides', { name }),
    detail: say('session.ask.changedBesidesDetail'),
    answers: [
      { answer: 'reload', label: say('session.button.reload') },
      { answer: 'keep', label: say('session.button.keepMine') },
    ],
  });
}
