import type { FileStamp, RecoveryKey } from '../../shared/ipc/contract';
import { isUnsaved, type Tabs } from './tabs';

/** Long enough that a row of changes is written once, short enough to be forgotten about. */
const AUTOSAVE_AFTER_MS = 2000;

/**
 * Saves documents that have a file by themselves, a moment after the last change, while the setting is on. A file that
 * another program changed is asked about as by every save; after a save that did not come about nothing is tried until
 * somebody has saved by hand, so that nobody is asked every two seconds.
 */
export function startAutosave(tabs: Tabs, save: (key: RecoveryKey, quietly: boolean) => Promise<boolean>): void {
  const timers = new Map<RecoveryKey, ReturnType<typeof setTimeout>>();
  /** What the disk held when a save by itself came to nothing. */
  const givenUp = new Map<RecoveryKey, FileStamp>();
  const isOn = () => tabs.app.getState().settings.autosave;

  async function saveNow(key: RecoveryKey): Promise<void> {
    timers.delete(key);
    const open = tabs.find(key);
    if (open === null || !isUnsaved(open)) return;
    // In the middle of a drag what is recorded is not what is on the screen.
    if (open.editor.hasGesture()) return later(key);
    const stamp = open.file?.stamp;
    if (!isOn() || stamp === undefined || givenUp.get(key) === stamp) return;
    // A document that has gone to another window meanwhile may come back, and is saved by itself then.
    if (!(await save(key, true)) && tabs.find(key) !== null) givenUp.set(key, stamp);
  }

  function later(key: RecoveryKey): void {
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => void saveNow(key), AUTOSAVE_AFTER_MS),
    );
  }

  const watched = new Map<RecoveryKey, () => void>();
  function watch(): void {
    const { documents } = tabs.store.getState();
    const keys = new Set(documents.map(({ key }) => key));
    for (const { key, source } of documents) {
      if (!watched.has(key))
        watched.set(
          key,
          source.onStep(() => isOn() && later(key)),
        );
    }
    for (const [key, stop] of watched) {
      if (keys.has(key)) continue;
      stop();
      watched.delete(key);
      givenUp.delete(key);
      clearTimeout(timers.get(key));
      timers.delete(key);
    }
  }

  tabs.store.subscribe(watch);
  watch();
  tabs.app.subscribe(({ settings }, before) => {
    if (!settings.autosave || before.settings.autosave) return;
    // Switched on: what is unsaved now counts, too.
    for (const open of tabs.all()) if (isUnsaved(open)) later(open.key);
  });
}
