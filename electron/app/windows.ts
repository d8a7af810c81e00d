import { join } from 'node:path';
import { app, BrowserWindow, dialog, Menu, nativeTheme, screen, type WebContents } from 'electron';
import type { Translate } from '../../shared/i18n/messages';
import type { DocumentHandle } from '../../shared/ipc/contract';
import type { OpenTabs, WindowTabs } from '../node/openTabs';
import type { Recovery } from '../node/recovery';
import {
  minWindowSize,
  placeOnScreens,
  readWindowPlace,
  type WindowPlace,
  writeWindowPlace,
} from '../node/windowState';
import { appUrl } from './addresses';
import { type AppWindow, tell } from './appWindow';
import { askToClose, closeForGood } from './closing';
import { bringBack } from './security';

interface ScreenPoint {
  readonly screenX: number;
  readonly screenY: number;
}

/** Our windows. */
export interface Windows {
  readonly all: () => readonly AppWindow[];
  /** The window of a page; `null` for any other web contents. */
  of(contents: WebContents): AppWindow | null;
  /** `at`: where on the screen somebody let go of what it shows. */
  open(files: readonly DocumentHandle[], reopened?: WindowTabs, at?: ScreenPoint): AppWindow;
  /** What the windows have open has changed. */
  tabsChanged(): void;
  /** Brings files to the user: each in the window that shows it already, else in the window used last. */
  show(files: readonly DocumentHandle[]): void;
  /** The window that shows a file. */
  showing(file: DocumentHandle): AppWindow | null;
  reload(window: AppWindow): void;
  /** The window's page asks how to start; answers the files to open. */
  startPage(window: AppWindow): readonly DocumentHandle[];
}

export interface WindowsOptions {
  readonly placeFile: string;
  readonly recovery: Recovery;
  readonly openTabs: OpenTabs;
  /** Windows that close one after the other while the app ends are all to come back. */
  readonly isQuitting: () => boolean;
  readonly t: Translate;
}

/** Where in a window its first tab is, about. */
const TAB_PX = { x: 100, y: 24 };
/** A page that crashes this often within a minute would only crash again. */
const crashesInARow = 3;
/** Shows a window whose page never got to paint, so that people see that something is wrong. */
const showAtLatestMs = 8_000;

export function createWindows({ placeFile, recovery, openTabs, isQuitting, t }: WindowsOptions): Windows {
  const windows = new Map<number, AppWindow>();
  /** Most recently used last. */
  let order: readonly AppWindow[] = [];
  let nextId = 1;

  const used = (window: AppWindow): void => {
    order = [...order.filter((other) => other !== window), window];
  };

  function tellHowMany(): void {
    for (const window of order) tell(window, 'window.othersChanged', order.length - 1);
  }

  const noTabs: WindowTabs = { tabs: [], front: null };
  let toComeBack: readonly AppWindow[] = [];
  /**
   * A window that is closed while others stay is done with; the last one is what the next start brings back, and all of
   * them are when the app is ended, with what they told of on their way out.
   */
  function keepTabs(): void {
    if (!isQuitting() && order.length > 0) toComeBack = order;
    // A window that closes before its page has said what it shows leaves what the last start kept.
    if (toComeBack.length > 0) openTabs.set(toComeBack.map(({ tabs }) => tabs));
  }

  function open(files: readonly DocumentHandle[], reopened: WindowTabs = noTabs, at?: ScreenPoint): AppWindow {
    const place = nextPlace(placeFile, order.at(-1) ?? null, at);
    const browserWindow = new BrowserWindow({
      ...place.box,
      minWidth: minWindowSize.width,
      minHeight: minWindowSize.height,
      show: false,
      title: app.name,
      backgroundColor: backgroundColor(),
      webPreferences: {
        preload: join(__dirname, '../preload/preload.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        nodeIntegrationInWorker: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        plugins: false,
        navigateOnDragDrop: false,
        spellcheck: false,
      },
    });
    const window: AppWindow = {
      browserWindow,
      id: nextId++,
      started: false,
      toOpen: files,
      reopened,
      tabs: reopened,
      shown: new Set(),
      menu: null,
      questions: 0,
      closing: null,
      mayUnload: false,
      crashesAtMs: [],
    };
    windows.set(browserWindow.webContents.id, window);
    used(window);
    tellHowMany();
    watchWindow(window, place.maximized);
    void browserWindow.loadURL(appUrl);
    return window;
  }

  function watchWindow(window: AppWindow, maximized: boolean): void {
    const { browserWindow } = window;
    const { webContents } = browserWindow;
    const contentsId = webContents.id;
    const show = (): void => {
      if (browserWindow.isDestroyed() || browserWindow.isVisible()) return;
      if (maximized) browserWindow.maximize();
      browserWindow.show();
    };
    browserWindow.once('ready-to-show', show);
    setTimeout(show, showAtLatestMs).unref();

    browserWindow.on('focus', () => {
      used(window);
      if (window.menu !== null && window.menu !== Menu.getApplicationMenu()) Menu.setApplicationMenu(window.menu);
      tell(window, 'file.maybeChanged');
    });
    // The title says which file it is; the page's own title is not asked.
    browserWindow.on('page-title-updated', (event) => event.preventDefault());
    let placing: NodeJS.Timeout | undefined;
    const keepPlace = (): void => {
      clearTimeout(placing);
      placing = setTimeout(() => {
        if (!browserWindow.isDestroyed() && browserWindow.isVisible() && !browserWindow.isMinimized()) {
          void writeWindowPlace(placeFile, placeOf(browserWindow));
        }
      }, 400);
    };
    for (const event of ['move', 'resize', 'maximize', 'unmaximize'] as const)
      browserWindow.on(event as 'move', keepPlace);
    browserWindow.on('close', (event) => {
      if (window.mayUnload) return;
      event.preventDefault();
      void askToClose(window, t);
    });
    browserWindow.on('closed', () => {
      clearTimeout(placing);
      windows.delete(contentsId);
      order = order.filter((other) => other !== window);
      tellHowMany();
      keepTabs();
      recovery.release(window.id);
      window.closing?.decide('closed');
    });
    browserWindow.on('unresponsive', () => void offerRestart(window));

    bringBack(webContents, () => load(window));
    webContents.on('will-prevent-unload', (event) => {
      // Prevented here means: unload all the same.
      if (window.mayUnload) event.preventDefault();
    });
    webContents.on('render-process-gone', (_event, details) => {
      if (details.reason !== 'clean-exit' && !browserWindow.isDestroyed()) void afterCrash(window);
    });
  }

  function load(window: AppWindow): void {
    if (window.browserWindow.isDestroyed()) return;
    forgetPage(window);
    void window.browserWindow.loadURL(appUrl);
  }

  /** The next page of this window starts like the first one, with the files that this one showed. */
  function forgetPage(window: AppWindow): void {
    if (window.started) window.toOpen = [...window.shown];
    window.started = false;
    window.mayUnload = true;
    window.shown.clear();
    recovery.release(window.id);
  }

  async function afterCrash(window: AppWindow): Promise<void> {
    const nowMs = Date.now();
    window.crashesAtMs = [...window.crashesAtMs.filter((atMs) => nowMs - atMs < 60_000), nowMs];
    if (window.closing !== null) {
      window.closing.decide('closed');
      return;
    }
    if (window.crashesAtMs.length >= crashesInARow) {
      const { response } = await dialog.showMessageBox({
        type: 'error',
        message: t('app.crashedOften'),
        detail: t('app.crashedOftenDetail'),
        buttons: [t('app.restartWindow'), t('app.closeAnyway')],
        defaultId: 0,
        cancelId: 1,
        noLink: true,
      });
      if (response === 1) {
        closeForGood(window);
        return;
      }
      window.crashesAtMs = [];
    }
    load(window);
  }

  async function offerRestart(window: AppWindow): Promise<void> {
    if (window.questions > 0 || window.browserWindow.isDestroyed()) return;
    window.questions += 1;
    const { response } = await dialog.showMessageBox(window.browserWindow, {
      type: 'warning',
      message: t('app.notResponding'),
      detail: t('app.notRespondingDetail'),
      buttons: [t('app.wait'), t('app.restartWindow')],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    window.questions -= 1;
    // It ends in `render-process-gone`, which loads the page again.
    if (response === 1 && !window.browserWindow.isDestroyed()) {
      window.browserWindow.webContents.forcefullyCrashRenderer();
    }
  }

  const showing = (file: DocumentHandle): AppWindow | null =>
    order.find((window) => window.shown.has(file) || window.toOpen.includes(file)) ?? null;

  return {
    all: () => order,
    of: (contents) => windows.get(contents.id) ?? null,
    open,
    showing,
    tabsChanged: keepTabs,
    show(files) {
      const last = order.at(-1);
      if (last === undefined) {
        open(files);
        return;
      }
      let front = last;
      for (const file of files) {
        front = showing(file) ?? last;
        if (front.started) tell(front, 'file.show', file);
        else if (!front.toOpen.includes(file)) front.toOpen = [...front.toOpen, file];
      }
      bringToFront(front);
    },
    reload(window) {
      forgetPage(window);
      window.browserWindow.webContents.reload();
    },
    startPage(window) {
      // A page that was there before and was loaded again by something else than us.
      if (window.started) forgetPage(window);
      const files = window.toOpen;
      window.started = true;
      window.mayUnload = false;
      window.toOpen = [];
      return files;
    },
  };
}

/** The page's own, else a white flash greets people who work in the dark. */
export function backgroundColor(): string {
  return nativeTheme.shouldUseDarkColors ? '#14181f' : '#f6f7f9';
}

export function bringToFront({ browserWindow }: AppWindow): void {
  if (browserWindow.isMinimized()) browserWindow.restore();
  browserWindow.show();
  browserWindow.focus();
}

function placeOf(browserWindow: BrowserWindow): WindowPlace {
  return { ...browserWindow.getNormalBounds(), maximized: browserWindow.isMaximized() };
}

/** Under the pointer with its tab, or set off from the window in front. */
function cornerOf({ x, y }: WindowPlace, at: ScreenPoint | undefined): { readonly x: number; readonly y: number } {
  return at === undefined
    ? { x: x + 28, y: y + 28 }
    : { x: Math.round(at.screenX - TAB_PX.x), y: Math.round(at.screenY - TAB_PX.y) };
}

/** Where the last window was; a further one is set off from the one in front. */
function nextPlace(
  placeFile: string,
  front: AppWindow | null,
  at: ScreenPoint | undefined,
): { box: Electron.Rectangle; maximized: boolean } {
  const primary = screen.getPrimaryDisplay();
  const areas = [primary, ...screen.getAllDisplays().filter(({ id }) => id !== primary.id)].map(
    ({ workArea }) => workArea,
  );
  const last = front === null ? readWindowPlace(placeFile) : placeOf(front.browserWindow);
  const wanted = front === null || last === null ? last : { ...last, ...cornerOf(last, at), maximized: false };
  return { box: placeOnScreens(wanted, areas), maximized: wanted?.maximized ?? false };
}
