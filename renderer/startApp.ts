import { languages } from '../shared/i18n/language';
import type { Bridge, Events, StartInfo } from '../shared/ipc/contract';
import { announceSteps } from './actions/announcing';
import { listenToFileDrops } from './actions/fileDrop';
import { isActionId } from './actions/index';
import { listenToKeys } from './actions/keyboard';
import { runAction } from './actions/runAction';
import { placeAt } from './actions/tabRow';
import { finishTyping } from './actions/textField';
import { syncRecent, syncWindow } from './actions/windowSync';
import { createAppStore, languageOf } from './state/appStore';
import { createSession } from './state/createSession';
import type { AppServices } from './state/hooks';
import { loadMessages, translator } from './state/messages';
import { notify } from './state/notices';
import { whenReady } from './state/ready';
import type { OpenDocument } from './state/session';
import { templates } from './templates/index';

/** Everything a window needs, with its first documents open. */
export async function startApp(bridge: Bridge): Promise<AppServices> {
  const start = await bridge.request['app.start']();
  const app = createAppStore(start);
  await loadMessages(languageOf(app.getState()));
  void loadOtherMessages();
  const services: AppServices = { app, bridge, session: createSession(bridge, app) };
  listenToMain(services);
  listenToKeys(services);
  announceSteps(services);
  listenToFileDrops(services);
  if (start.settingsSetAside !== null) {
    const t = translator(languageOf(app.getState()));
    notify(app, 'error', t('settings.damaged'), t('settings.damaged.detail', { name: start.settingsSetAside }));
  }
  await openFirst(services, start);
  syncWindow(services);
  return services;
}

/** For who switches the language, and for commands that are found in every one. */
async function loadOtherMessages(): Promise<void> {
  await whenReady();
  try {
    await Promise.all(languages.map(loadMessages));
  } catch (error) {
    console.warn('Other languages not loaded', error);
  }
}

/** What a crash left, the files that were asked for, else the diagram that shows what this is about. */
export async function openFirst({ session }: AppServices, start: StartInfo): Promise<void> {
  await session.recover(start.recoverable);
  for (const handle of start.open) {
    await session.open(handle, start.tabs.find((tab) => tab.handle === handle)?.luggage);
  }
  asBefore(session, start);
  if (session.store.getState().documents.length > 0) return;
  session.add(await templates.roleCollaboration.load());
}

/** Puts what is open again in its order; the file that somebody asked for is in front, else what was. */
function asBefore(session: AppServices['session'], { tabs, front, open }: StartInfo): void {
  const now = session.store.getState().documents;
  let place = 0;
  for (const { key, handle } of tabs) {
    const again = now.find((one) => one.key === key || (handle !== null && one.file?.handle === handle));
    if (again !== undefined) session.move(again.key, place++);
    const isAskedFor = open.some((file) => !tabs.some((tab) => tab.handle === file));
    if (again !== undefined && key === front && !isAskedFor) session.activate(again.key);
  }
}

/** Obeys the main process; answers how to stop. */
export function listenToMain(services: AppServices): () => void {
  const { app, bridge, session } = services;
  const stops = [
    bridge.listen('menu.run', (id) => {
      if (isActionId(id)) void runAction(id, services);
    }),
    bridge.listen('file.show', (handle) => void session.open(handle)),
    bridge.listen('tab.take', (...taken) => void takeTab(session, ...taken)),
    bridge.listen('file.maybeChanged', () => {
      void session.checkDisk();
      void syncRecent(services);
    }),
    bridge.listen('window.othersChanged', (otherWindows) => app.setState({ otherWindows })),
    bridge.listen('window.closing', () => void answerClosing(services)),
    bridge.listen('system.themeChanged', (systemDark) => app.setState({ systemDark })),
    bridge.listen('settings.changed', (settings) => app.setState({ settings })),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** A document that another window has let go of; over the row of tabs it comes between those it was let go between. */
async function takeTab(
  session: AppServices['session'],
  ...[unsaved, handle, luggage, at]: Parameters<Events['tab.take']>
): Promise<void> {
  const place = at === null ? null : placeAt(at);
  // A window that crashed may have left others.
  const moved = unsaved.find((found) => found.luggage !== null);
  const isMoved = ({ key, file }: OpenDocument) => key === moved?.key || (handle !== null && file?.handle === handle);
  const taken = () => session.store.getState().documents.find(isMoved);
  await session.recover(unsaved);
  if (taken() === undefined && handle !== null) await session.open(handle, luggage);
  const open = taken();
  if (open === undefined) return;
  if (place !== null) session.move(open.key, place);
  session.activate(open.key);
}

async function answerClosing({ app, bridge, session }: AppServices): Promise<void> {
  let mayClose = false;
  try {
    await finishTyping();
    mayClose = await session.closeAll();
  } catch (error) {
    // Whatever went wrong, the window stays with what is in it, and can be asked again.
    console.error(error);
    notify(app, 'error', error instanceof Error ? error.message : String(error));
  }
  await bridge.request[mayClose ? 'window.close' : 'window.keepOpen']();
}
