import type { WindowState } from '../../shared/ipc/contract';
import { languageOf } from '../state/appStore';
import { type EditorStore, isDirty } from '../state/editorStore';
import type { AppServices } from '../state/hooks';
import type { ViewStore } from '../state/viewStore';
import { actionContext } from './context';
import { nativeMenu } from './menus';

/** Long enough that several edits in a row make it once, short enough that nobody opens an outdated one. */
const SYNC_AFTER_MS = 120;

/** The main process counts a file as recent once a window shows it. */
async function tellState(services: AppServices, state: WindowState): Promise<void> {
  await services.bridge.request['window.setState'](state);
  if (state.handle !== null) await syncRecent(services);
}

/** Also what other windows opened, saved or cleared. */
export async function syncRecent({ app, bridge }: AppServices): Promise<void> {
  app.setState({ recent: await bridge.request['file.recent']() });
}

/** Keeps the native menu and the window's title as the app is; answers how to stop. */
export function syncWindow(services: AppServices): () => void {
  const { app, session, bridge } = services;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let sentMenu = '';
  let sentState = '';
  let sentTabs = '';
  let stopWatching: (() => void) | null = null;

  function sync(): void {
    timer = null;
    const open = session.active();
    const state: WindowState = {
      title: open === null ? '' : session.nameOf(open, languageOf(app.getState())),
      edited: open !== null && isDirty(open.editor.getState()),
      handle: open?.file?.handle ?? null,
    };
    const stateText = JSON.stringify(state);
    if (stateText !== sentState) void tellState(services, state);
    sentState = stateText;

    const menu = nativeMenu(actionContext(services));
    const menuText = JSON.stringify(menu);
    if (menuText !== sentMenu) void bridge.request['window.setMenu'](menu);
    sentMenu = menuText;
  }

  /** At once: who brings a tab to the front and closes the window finds it in front again at the next start. */
  function tellTabs(): void {
    const { documents, activeKey } = session.store.getState();
    const tabs = documents.map(({ key, file }) => ({ key, handle: file?.handle ?? null }));
    const tabsText = JSON.stringify([tabs, activeKey]);
    if (tabsText !== sentTabs) void bridge.request['window.setTabs'](tabs, activeKey);
    sentTabs = tabsText;
  }

  function changed(): void {
    timer ??= setTimeout(sync, SYNC_AFTER_MS);
  }

  function watchActive(): void {
    stopWatching?.();
    const open = session.active();
    const stops =
      open === null
        ? []
        : [open.editor.subscribe(editorChanged(open.editor)), open.view.subscribe(viewChanged(open.view))];
    stopWatching = () => {
      for (const stop of stops) stop();
    };
    changed();
  }

  /** A preview is no change yet: a drag must not make the menu anew while it lasts. */
  function editorChanged({ getState }: EditorStore): () => void {
    let { history, selection, saved } = getState();
    return () => {
      const now = getState();
      if (now.history !== history || now.selection !== selection || now.saved !== saved) changed();
      ({ history, selection, saved } = now);
    };
  }

  /** Of the view only these show in menus; the pointer and the viewport move all the time. */
  function viewChanged({ getState }: ViewStore): () => void {
    let { tool, edgeKind, editing, page, focus } = getState();
    return () => {
      const now = getState();
      const stays =
        now.tool === tool &&
        now.edgeKind === edgeKind &&
        now.editing === editing &&
        now.page === page &&
        now.focus === focus;
      if (!stays) changed();
      ({ tool, edgeKind, editing, page, focus } = now);
    };
  }

  const stops = [
    session.store.subscribe(tellTabs),
    session.store.subscribe(watchActive),
    app.subscribe(changed),
    watchFocus(changed),
  ];
  tellTabs();
  watchActive();
  sync();
  return () => {
    for (const stop of stops) stop();
    stopWatching?.();
    if (timer !== null) clearTimeout(timer);
  };
}

/** Where the cursor is decides what Edit can do: a field's text can be pasted into with nothing selected. */
function watchFocus(changed: () => void): () => void {
  // Tests of windows have no page.
  if (typeof document === 'undefined') return () => {};
  document.addEventListener('focusin', changed);
  document.addEventListener('focusout', changed);
  return () => {
    document.removeEventListener('focusin', changed);
    document.removeEventListener('focusout', changed);
  };
}
