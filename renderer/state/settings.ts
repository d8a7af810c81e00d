import type { Settings } from '../../shared/ipc/settings';
import type { AppServices } from './hooks';

/** Changes the settings at once and for the next start. */
export function changeSettings(
  { app, bridge }: Pick<AppServices, 'app' | 'bridge'>,
  change: (settings: Settings) => Settings,
): void {
  const settings = change(app.getState().settings);
  app.setState({ settings });
  // A full disk must not keep anybody from switching the language: it holds until the window closes.
  bridge.request['settings.set'](settings).catch((error: unknown) => console.warn('Settings not kept', error));
}
