import type { BrowserWindow, Menu } from 'electron';
import type { DocumentHandle, Events } from '../../shared/ipc/contract';
import type { WindowTabs } from '../node/openTabs';

/** One of our windows and what the main process has to know about its page. */
export interface AppWindow {
  readonly browserWindow: BrowserWindow;
  /** Stays the same when the page is loaded again; also the owner of its recovery journals. */
  readonly id: number;
  /** The page asked for its `StartInfo`; before that, files wait in `toOpen`. */
  started: boolean;
  toOpen: readonly DocumentHandle[];
  /** What it had open when the app last ran. */
  reopened: WindowTabs;
  /** What it has open now. */
  tabs: WindowTabs;
  /** Files that the page shows. */
  readonly shown: Set<DocumentHandle>;
  menu: Menu | null;
  /** A native question of this window is open: it waits for the user, it does not hang. */
  questions: number;
  closing: Closing | null;
  /** We reload or close it ourselves, so the page may not object. */
  mayUnload: boolean;
  /** When its page crashed, newest last, in ms since the epoch. */
  crashesAtMs: readonly number[];
}

export interface Closing {
  readonly sinceMs: number;
  heard: boolean;
  decide(outcome: CloseOutcome): void;
  readonly outcome: Promise<CloseOutcome>;
}

export type CloseOutcome = 'closed' | 'kept';

/** Tells a window's page something; a window that is gone hears nothing. */
export function tell<K extends keyof Events>(window: AppWindow, name: K, ...args: Parameters<Events[K]>): void {
  if (!window.browserWindow.isDestroyed()) window.browserWindow.webContents.send(name, ...args);
}
