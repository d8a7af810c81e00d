import type { HandlersOf } from '../ipc';
import type { Services } from '../services';

type RecoveryChannels = 'recovery.snapshot' | 'recovery.append' | 'recovery.drop';

export function recoveryHandlers({ files, recovery }: Services): HandlersOf<RecoveryChannels> {
  return {
    'recovery.snapshot': (window, key, { name, handle, stamp }, text) =>
      recovery.snapshot(window.id, key, { name, path: handle === null ? null : files.pathOf(handle), stamp }, text),
    'recovery.append': (window, key, steps) => recovery.append(window.id, key, steps),
    'recovery.drop': (_window, key) => recovery.drop(key),
  };
}
