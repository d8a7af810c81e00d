import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { type Requests, requestNames } from '../../shared/ipc/contract';
import { type InternalRequests, internalRequestNames } from '../../shared/ipc/internal';
import { isAppUrl } from './addresses';
import type { AppWindow } from './appWindow';
import { argumentChecks } from './argumentChecks';
import type { Windows } from './windows';

type AllRequests = Requests & InternalRequests;

/** The answers to a part of the channels; each gets the window that asks. */
export type HandlersOf<K extends keyof AllRequests> = {
  readonly [Name in K]: (window: AppWindow, ...args: Parameters<AllRequests[Name]>) => ReturnType<AllRequests[Name]>;
};

export type Handlers = HandlersOf<keyof AllRequests>;

/** Answers all channels, for our own pages alone. */
export function serveRequests(handlers: Handlers, windows: Windows): void {
  for (const name of Object.keys({ ...requestNames, ...internalRequestNames })) {
    serve(name as keyof AllRequests, handlers, windows);
  }
}

function serve<K extends keyof AllRequests>(name: K, handlers: Handlers, windows: Windows): void {
  // One name's own check and handler belong together; over the union of names the compiler cannot know.
  const answer = handlers[name] as (window: AppWindow, ...args: readonly unknown[]) => Promise<unknown>;
  ipcMain.handle(name, async (event, ...args: unknown[]) => {
    const window = trustedWindow(event, windows);
    if (window === null) throw new Error(`${name} refused: it was not asked by the app's own page`);
    const checked = argumentChecks[name].safeParse(args);
    if (!checked.success) throw new Error(`${name} refused: its arguments have the wrong shape`);
    return answer(window, ...(checked.data as readonly unknown[]));
  });
}

/** The window whose own page, and no frame inside it, sent the message. */
function trustedWindow(event: IpcMainInvokeEvent, windows: Windows): AppWindow | null {
  const { sender, senderFrame } = event;
  const window = sender ? windows.of(sender) : null;
  if (window === null || !senderFrame || window.browserWindow.isDestroyed()) return null;
  const { mainFrame } = window.browserWindow.webContents;
  const isTop =
    senderFrame.parent === null &&
    senderFrame.routingId === mainFrame.routingId &&
    senderFrame.processId === mainFrame.processId;
  return isTop && isAppUrl(senderFrame.url) ? window : null;
}
