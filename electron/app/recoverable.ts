import type { RecoverableDocument, RecoveryKey } from '../../shared/ipc/contract';
import type { AppWindow } from './appWindow';
import type { Services } from './services';

/** What no window works on: left by a crash, or let go of by another window. It is this window's from now on. */
export async function recoverable(
  { files, recovery, moving }: Services,
  window: AppWindow,
): Promise<readonly RecoverableDocument[]> {
  return Promise.all(
    (await recovery.claim(window.id)).map(async ({ path, ...entry }) => ({
      ...entry,
      handle: path !== null && (await files.exists(path)) ? await files.handleFor(path) : null,
      folder: path === null ? '' : files.shown(path).folder,
      luggage: takeLuggage(moving, entry.key),
    })),
  );
}

/** What a document brings from the window that has let go of it, for the one that takes it now. */
export function takeLuggage(moving: Services['moving'], key: RecoveryKey): string | null {
  const luggage = moving.get(key) ?? null;
  moving.delete(key);
  return luggage;
}
