import type { Language } from '../i18n/language';
import type { Result } from '../util/result';
import type { Settings } from './settings';

/** Stands for a file that the user chose; only the main process knows the path behind it. */
export type DocumentHandle = string & { readonly __brand: 'DocumentHandle' };
/** What was on disk when it was last read or written (a content hash among it); compared before writing. */
export type FileStamp = string & { readonly __brand: 'FileStamp' };
/** Names a document of a window in the recovery journal. */
export type RecoveryKey = string & { readonly __brand: 'RecoveryKey' };

export interface OpenedFile {
  readonly handle: DocumentHandle;
  /** File name with extension, for the title. */
  readonly name: string;
  /** The folder as shown to people (`~/work`); never accepted back. */
  readonly folder: string;
  readonly text: string;
  readonly stamp: FileStamp;
  readonly readOnly: boolean;
}
/** Why a file could not be read or written. `name` is the file's name; `code` the system's (`ENOSPC`). */
export type FileError =
  | { readonly type: 'notFound'; readonly name: string }
  | { readonly type: 'notAFile'; readonly name: string }
  | { readonly type: 'denied'; readonly name: string }
  | { readonly type: 'readOnly'; readonly name: string }
  | { readonly type: 'diskFull'; readonly name: string }
  | { readonly type: 'tooLarge'; readonly name: string; readonly limitMiB: number }
  | { readonly type: 'notUtf8'; readonly name: string }
  | { readonly type: 'changedOnDisk'; readonly name: string }
  | { readonly type: 'missingOnDisk'; readonly name: string }
  /** Another window shows it; that window has come to the front. */
  | { readonly type: 'openElsewhere'; readonly name: string }
  | { readonly type: 'unknownHandle' }
  | { readonly type: 'io'; readonly name: string; readonly code: string };

/** A file that was picked to be read, and never to be written. */
export interface PickedFile {
  readonly name: string;
  readonly bytes: Result<Uint8Array, FileError>;
}

export interface SavedFile {
  readonly handle: DocumentHandle;
  readonly name: string;
  readonly folder: string;
  readonly stamp: FileStamp;
}
/** `ifStamp`: write only when the disk still holds this; `overwrite`: the user said so. */
export type SaveGuard = { readonly ifStamp: FileStamp } | 'overwrite';

export interface RecentFile {
  readonly handle: DocumentHandle;
  readonly name: string;
  readonly folder: string;
}

/** Where a tab that is let go of comes to: a window of its own, another one, or what is at a point of the screen. */
export type TabTarget = 'new' | 'other' | { readonly screenX: number; readonly screenY: number };

/** One unsaved document found after a crash, or brought by another window. */
export interface RecoverableDocument {
  readonly key: RecoveryKey;
  /** The last snapshot, as a project file. */
  readonly text: string;
  /** Steps committed after it: each a JSON text of `shared/file/journal`. */
  readonly steps: readonly string[];
  readonly name: string;
  /** The file it belongs to, when it has one that still exists. */
  readonly handle: DocumentHandle | null;
  /** That file's folder as shown to people; '' without one. */
  readonly folder: string;
  readonly stamp: FileStamp | null;
  readonly changedAtMs: number;
  /** What it brings from the window it was open in a moment ago; `null`: it was left by a crash. */
  readonly luggage: string | null;
}

export interface StartInfo {
  readonly settings: Settings;
  /** The settings could not be read and were kept under this name; told to the first window. */
  readonly settingsSetAside: string | null;
  /** What `language: 'system'` means on this machine. */
  readonly systemLanguage: Language;
  readonly systemDark: boolean;
  readonly platform: 'darwin' | 'win32' | 'linux';
  readonly version: string;
  /** Whether a tab can go to another window. */
  readonly movesTabs: boolean;
  /** How many windows there are besides this one; `window.othersChanged` tells when that changes. */
  readonly otherWindows: number;
  /**
   * The order of what was open when the app last ran, or of what comes from another window with its luggage; empty when
   * nothing is opened again.
   */
  readonly tabs: readonly {
    readonly key: RecoveryKey;
    readonly handle: DocumentHandle | null;
    readonly luggage: string | null;
  }[];
  /** Of those, the one that was in front. */
  readonly front: RecoveryKey | null;
  /** Files to open at once: arguments, a double click, a hand-over by a second start. */
  readonly open: readonly DocumentHandle[];
  readonly recoverable: readonly RecoverableDocument[];
  readonly recent: readonly RecentFile[];
}

/** Why nothing was printed. */
export type PrintError = { readonly type: 'noPrinter' } | { readonly type: 'failed'; readonly cause: string };

/** The native menu, made from the action registry by the renderer. */
export type MenuEntry =
  | { readonly type: 'separator' }
  | { readonly type: 'submenu'; readonly id: string; readonly label: string; readonly items: readonly MenuEntry[] }
  | {
      readonly type: 'action';
      /** The action's id; also the native item's id. */
      readonly id: string;
      readonly label: string;
      /** Electron accelerator, shown only: the renderer handles keys. */
      readonly accelerator?: string;
      readonly enabled: boolean;
      readonly checked?: boolean;
    };

/** A question in a native message box; texts are already in the user's language. */
export interface Question {
  readonly tone: 'question' | 'warning' | 'error' | 'info';
  readonly message: string;
  readonly detail?: string;
  readonly buttons: readonly string[];
  readonly defaultButton: number;
  readonly cancelButton: number;
}

export interface WindowState {
  /** `Diagram.roleweave`, or the document's title while it has no file. */
  readonly title: string;
  readonly edited: boolean;
  /** The active document's file, for the title bar's proxy icon. */
  readonly handle: DocumentHandle | null;
}

/** What is written beside project files: pictures and tables. */
export const exportFormats = ['png', 'svg', 'pdf', 'csv', 'md'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What the window may ask of the main process: channel -> signature, both ends generic over it. */
export interface Requests {
  'app.start': () => Promise<StartInfo>;
  'app.licences': () => Promise<readonly { readonly name: string; readonly licence: string; readonly text: string }[]>;
  /** Asks with the system's dialog; an empty list when cancelled. */
  'file.choose': () => Promise<readonly DocumentHandle[]>;
  'file.open': (handle: DocumentHandle) => Promise<Result<OpenedFile, FileError>>;
  /** Reads a file to look at it beside another one; it is not open by that. */
  'file.read': (handle: DocumentHandle) => Promise<Result<OpenedFile, FileError>>;
  /** The project file at a path from the folder of another one, with slashes. */
  'file.beside': (handle: DocumentHandle, path: string) => Promise<Result<DocumentHandle, FileError>>;
  'file.save': (handle: DocumentHandle, text: string, guard: SaveGuard) => Promise<Result<SavedFile, FileError>>;
  /** Asks with the system's dialog; `null` when cancelled. */
  'file.saveAs': (suggestedName: string, text: string) => Promise<Result<SavedFile | null, FileError>>;
  /** What the disk holds now, without reading it into a document. */
  'file.stamp': (handle: DocumentHandle) => Promise<Result<FileStamp, FileError>>;
  /** The window no longer shows it, or could make no diagram of what it read. */
  'file.close': (handle: DocumentHandle) => Promise<void>;
  'file.recent': () => Promise<readonly RecentFile[]>;
  'file.clearRecent': () => Promise<void>;
  /** Asks for a table with the system's dialog, and reads it; its encoding is for the page to find out. */
  'table.choose': () => Promise<PickedFile | null>;
  /** Asks where, then writes it; `null` when cancelled. */
  'export.save': (
    format: ExportFormat,
    suggestedName: string,
    bytes: Uint8Array,
  ) => Promise<Result<{ readonly name: string; readonly folder: string } | null, FileError>>;
  /** Asks with the system's dialog for PNG, JPEG or SVG files, and reads them; none when cancelled. */
  'image.choose': (title: string) => Promise<readonly PickedFile[]>;
  /** SVG of `shared/export` to PNG with the bundled fonts; `scale` 0.1…8. */
  'image.rasterize': (
    svg: string,
    scale: number,
  ) => Promise<Result<Uint8Array, { readonly type: 'tooLarge' | 'failed'; readonly cause: string }>>;
  'clipboard.writeText': (text: string) => Promise<void>;
  'clipboard.readText': () => Promise<string>;
  'clipboard.writeImage': (png: Uint8Array) => Promise<void>;
  /** The picture on the clipboard as PNG; `null` for none. */
  'clipboard.readImage': () => Promise<Uint8Array | null>;
  'settings.set': (settings: Settings) => Promise<void>;
  /** Starts (or compacts) a document's journal: `text` is a whole project file. */
  'recovery.snapshot': (
    key: RecoveryKey,
    about: { readonly name: string; readonly handle: DocumentHandle | null; readonly stamp: FileStamp | null },
    text: string,
  ) => Promise<void>;
  'recovery.append': (key: RecoveryKey, steps: readonly string[]) => Promise<void>;
  'recovery.drop': (key: RecoveryKey) => Promise<void>;
  /** Index of the button that was pressed. */
  'dialog.ask': (question: Question) => Promise<number>;
  /** A file named here was opened for real: it enters the list of recent files. */
  'window.setState': (state: WindowState) => Promise<void>;
  /** Which documents the window shows, from left to right, and which is in front: to open them again one day. */
  'window.setTabs': (
    tabs: readonly { readonly key: RecoveryKey; readonly handle: DocumentHandle | null }[],
    front: RecoveryKey | null,
  ) => Promise<void>;
  'window.setMenu': (menu: readonly MenuEntry[]) => Promise<void>;
  /**
   * The window has let go of a document: its unsaved work is in the journal, its file closed. Another one shows it from
   * now on; a point over no other window opens one there. `luggage` is for that window alone to read.
   */
  'tab.move': (key: RecoveryKey, handle: DocumentHandle | null, to: TabTarget, luggage: string) => Promise<void>;
  'window.new': () => Promise<void>;
  /** Closes for good: unsaved changes have been dealt with. */
  'window.close': () => Promise<void>;
  /** The user stayed: a quit that was under way is called off. */
  'window.keepOpen': () => Promise<void>;
  /** Prints what the page shows on paper, with the system's dialog; cancelling it is no error. */
  'window.print': (orientation: 'landscape' | 'portrait') => Promise<Result<null, PrintError>>;
  /** What would be printed, as a PDF; `null` where the browser's own dialog has to make it. */
  'window.toPdf': (orientation: 'landscape' | 'portrait') => Promise<Result<Uint8Array | null, PrintError>>;
  /** Native commands that a page cannot do itself. `quit` asks every window about unsaved changes first. */
  /** Answers whether it was full screen before. */
  'window.setFullScreen': (on: boolean) => Promise<boolean>;
  'window.command': (command: 'toggleFullScreen' | 'toggleDeveloperTools' | 'reload' | 'quit') => Promise<void>;
  /** Opens http, https and mailto links in the browser after asking. */
  'link.open': (url: string) => Promise<void>;
}

/** What the main process tells a window. */
export interface Events {
  'menu.run': (actionId: string) => void;
  /** Show this file (double click, drop, second start). */
  'file.show': (handle: DocumentHandle) => void;
  /**
   * Another window has let go of a document: unsaved work, or a file as it is on disk, with its luggage. `at`: over which
   * point of the page, in CSS pixels; `null` for one that was sent by a command.
   */
  'tab.take': (
    unsaved: readonly RecoverableDocument[],
    handle: DocumentHandle | null,
    luggage: string | null,
    at: { readonly x: number; readonly y: number } | null,
  ) => void;
  /** Looked at when the window gains focus: these files' disk content may have changed. */
  'file.maybeChanged': () => void;
  /** So many other windows there are now. */
  'window.othersChanged': (count: number) => void;
  /** The user wants to close the window; answer with `window.close` or `window.keepOpen`. */
  'window.closing': () => void;
  'system.themeChanged': (dark: boolean) => void;
  /** Another window changed them. */
  'settings.changed': (settings: Settings) => void;
}

/** Preload's allow-lists; a missing or misspelt name does not compile. */
export const requestNames: Readonly<Record<keyof Requests, true>> = {
  'app.start': true,
  'app.licences': true,
  'file.choose': true,
  'file.open': true,
  'file.read': true,
  'file.beside': true,
  'file.save': true,
  'file.saveAs': true,
  'file.stamp': true,
  'file.close': true,
  'file.recent': true,
  'file.clearRecent': true,
  'table.choose': true,
  'export.save': true,
  'image.choose': true,
  'image.rasterize': true,
  'clipboard.writeText': true,
  'clipboard.readText': true,
  'clipboard.writeImage': true,
  'clipboard.readImage': true,
  'settings.set': true,
  'recovery.snapshot': true,
  'recovery.append': true,
  'recovery.drop': true,
  'dialog.ask': true,
  'window.setState': true,
  'window.setTabs': true,
  'window.setMenu': true,
  'tab.move': true,
  'window.new': true,
  'window.close': true,
  'window.keepOpen': true,
  'window.print': true,
  'window.toPdf': true,
  'window.setFullScreen': true,
  'window.command': true,
  'link.open': true,
};
export const eventNames: Readonly<Record<keyof Events, true>> = {
  'menu.run': true,
  'file.show': true,
  'tab.take': true,
  'file.maybeChanged': true,
  'window.othersChanged': true,
  'window.closing': true,
  'system.themeChanged': true,
  'settings.changed': true,
};

/** What preload puts on the page as `roleweave`; nothing else of Electron is there. */
export interface Bridge {
  readonly request: { readonly [K in keyof Requests]: Requests[K] };
  /** Answers how to stop. What was told before the first listener came is told to it. */
  listen<K extends keyof Events>(name: K, listener: Events[K]): () => void;
  /** A file that was dropped on the page; its path never enters the page. `null`: not a file of the file system. */
  fileDropped(file: unknown): Promise<DocumentHandle | null>;
}
