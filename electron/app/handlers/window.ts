import { app, dialog, shell } from 'electron';
import type { TabTarget } from '../../../shared/ipc/contract';
import { externalUrl } from '../addresses';
import { type AppWindow, tell } from '../appWindow';
import { closeForGood, closingHeard, type Quitting } from '../closing';
import type { HandlersOf } from '../ipc';
import { showMenu } from '../menu';
import { pageAsPdf, printPage } from '../printing';
import { recoverable, takeLuggage } from '../recoverable';
import type { Services } from '../services';
import { systemClipboard } from '../systemClipboard';
import { bringToFront } from '../windows';

type WindowChannels =
  | 'clipboard.writeText'
  | 'clipboard.readText'
  | 'clipboard.writeImage'
  | 'clipboard.readImage'
  | 'dialog.ask'
  | 'link.open'
  | 'window.setState'
  | 'window.setTabs'
  | 'window.setMenu'
  | 'tab.move'
  | 'window.new'
  | 'window.close'
  | 'window.keepOpen'
  | 'window.print'
  | 'window.toPdf'
  | 'window.setFullScreen'
  | 'window.command'
  | 'internal.closingHeard';

export function windowHandlers(services: Services, quitting: Quitting): HandlersOf<WindowChannels> {
  const { files, recent, recovery, moving, windows, t } = services;
  return {
    'clipboard.writeText': (_window, text) => systemClipboard.writeText(text),
    'clipboard.readText': () => systemClipboard.readText(),
    'clipboard.writeImage': (_window, png) => systemClipboard.writePng(png),
    'clipboard.readImage': () => systemClipboard.readPng(),

    async 'dialog.ask'(window, { tone, message, detail, buttons, defaultButton, cancelButton }) {
      window.questions += 1;
      try {
        const { response } = await dialog.showMessageBox(window.browserWindow, {
          type: tone,
          message: cut(message, 500),
          ...(detail === undefined ? {} : { detail: cut(detail, 4_000) }),
          buttons: buttons.map((label) => cut(label, 60)),
          defaultId: defaultButton,
          cancelId: cancelButton,
          noLink: true,
        });
        return response;
      } finally {
        window.questions -= 1;
      }
    },

    async 'link.open'(window, url) {
      const address = externalUrl(url);
      if (address === null) throw new Error('link.open refused: only web and mail addresses are opened');
      const { response } = await dialog.showMessageBox(window.browserWindow, {
        type: 'question',
        message: t('app.openLink'),
        detail: address,
        buttons: [t('app.openLinkYes'), t('app.cancel')],
        defaultId: 0,
        cancelId: 1,
        noLink: true,
      });
      if (response === 0) await shell.openExternal(address);
    },

    async 'window.setState'({ browserWindow }, { title, edited, handle }) {
      const path = handle === null ? null : files.pathOf(handle);
      const mark = edited && process.platform !== 'darwin' ? '● ' : '';
      // Without a diagram there is only the app to name.
      browserWindow.setTitle(title === '' ? app.name : `${mark}${cut(title, 200)} — ${app.name}`);
      browserWindow.setDocumentEdited(edited);
      browserWindow.setRepresentedFilename(path ?? '');
      if (path === null || recent.list()[0] === path) return;
      recent.add(path);
      app.addRecentDocument(path);
    },

    async 'window.setTabs'(window, tabs, front) {
      // A window that closes empties itself first.
      if (window.closing !== null) return;
      window.tabs = {
        tabs: tabs.map(({ key, handle }) => ({ key, path: handle === null ? null : files.pathOf(handle) })),
        front,
      };
      windows.tabsChanged();
    },

    async 'window.setMenu'(window, menu) {
      showMenu(window, menu, t);
    },

    async 'tab.move'(window, key, handle, to, luggage) {
      recovery.free(key);
      moving.set(key, luggage);
      const others = windows.all().filter((other) => other !== window && other.started);
      const target = to === 'new' ? undefined : to === 'other' ? others.at(-1) : others.findLast(isAt(to));
      if (target === undefined) {
        const path = handle === null ? null : files.pathOf(handle);
        windows.open([], { tabs: [{ key, path }], front: key }, typeof to === 'string' ? undefined : to);
        return;
      }
      const unsaved = await recoverable(services, target);
      // As what it opens by itself: no third window may show them, too.
      for (const { handle: file } of unsaved) if (file !== null) target.shown.add(file);
      tell(
        target,
        'tab.take',
        unsaved,
        handle,
        takeLuggage(moving, key),
        typeof to === 'string' ? null : within(target, to),
      );
      bringToFront(target);
    },

    async 'window.new'() {
      windows.open([]);
    },

    async 'window.close'(window) {
      // When the answer has left, since the window that asked is gone then.
      setImmediate(() => (window.closing === null ? closeForGood(window) : window.closing.decide('closed')));
    },

    async 'window.keepOpen'(window) {
      window.closing?.decide('kept');
    },

    async 'window.print'(window, orientation) {
      window.questions += 1;
      try {
        return await printPage(window.browserWindow.webContents, orientation);
      } finally {
        window.questions -= 1;
      }
    },

    'window.toPdf': ({ browserWindow }, orientation) => pageAsPdf(browserWindow.webContents, orientation),

    async 'window.setFullScreen'({ browserWindow }, on) {
      const before = browserWindow.isFullScreen();
      browserWindow.setFullScreen(on);
      return before;
    },

    async 'window.command'(window, command) {
      const { browserWindow } = window;
      if (command === 'toggleFullScreen') browserWindow.setFullScreen(!browserWindow.isFullScreen());
      else if (command === 'toggleDeveloperTools') browserWindow.webContents.toggleDevTools();
      else if (command === 'reload') setImmediate(() => windows.reload(window));
      else void quitting.quit();
    },

    async 'internal.closingHeard'(window, byPage) {
      closingHeard(window, byPage);
    },
  };
}

/** A point of the screen in a window's page. */
function within({ browserWindow }: AppWindow, { screenX, screenY }: Exclude<TabTarget, string>) {
  const { x, y } = browserWindow.getContentBounds();
  return { x: screenX - x, y: screenY - y };
}

/** Whether a window covers a point of the screen. */
function isAt({ screenX, screenY }: Exclude<TabTarget, string>) {
  return ({ browserWindow }: AppWindow): boolean => {
    const { x, y, width, height } = browserWindow.getBounds();
    return screenX >= x && screenX < x + width && screenY >= y && screenY < y + height;
  };
}

/** A title may be a whole text; native dialogs would grow beyond the screen. */
function cut(text: string, maxChars: number): string {
  const characters = [...text.slice(0, 2 * maxChars)];
  return characters.length > maxChars ? `${characters.slice(0, maxChars).join('')}…` : text;
}
