import type {
  Bridge,
  DocumentHandle,
  Events,
  ExportFormat,
  FileError,
  FileStamp,
  MenuEntry,
  OpenedFile,
  PickedFile,
  Question,
  RecentFile,
  RecoverableDocument,
  RecoveryKey,
  Requests,
  SavedFile,
  StartInfo,
  WindowState,
} from '../../shared/ipc/contract';
import { defaultSettings } from '../../shared/ipc/settings';
import { err, ok, type Result } from '../../shared/util/result';

/** What a bridge in memory cannot do by itself: ask people, show things, paint. */
export interface MemoryHost {
  /** The files that somebody picks; none when they change their mind. */
  choose(): Promise<readonly { readonly name: string; readonly text: string }[]>;
  choosePictures(): Promise<readonly PickedFile[]>;
  /** The table that somebody picks; `null` when they change their mind. */
  chooseTable(): Promise<PickedFile | null>;
  ask(question: Question): Promise<number>;
  /** The name under which to keep a file; `null` when cancelled. */
  askName(suggestedName: string): Promise<string | null>;
  /** Hands a finished picture (or project) to the person. */
  deliver(name: string, content: string | Uint8Array, mediaType: string): void;
  rasterize: Requests['image.rasterize'];
  readClipboard(): Promise<string>;
  writeClipboard(text: string): Promise<void>;
  readClipboardImage(): Promise<Uint8Array | null>;
  /** The window's title and whether it holds unsaved work. */
  showState(state: WindowState): void;
  /** The window is done with. */
  close(): void;
  print(): void;
  command: Requests['window.command'];
  openWindow(): void;
  openLink(url: string): void;
}

export interface MemoryFile {
  readonly name: string;
  readonly text: string;
  readonly readOnly?: boolean;
}

/** A bridge over files in memory, and what tests look at or change behind the app's back. */
export interface MemoryBridge extends Bridge {
  readonly files: Map<DocumentHandle, MemoryFile>;
  readonly journals: Map<RecoveryKey, RecoverableDocument>;
  readonly exported: { readonly name: string; readonly bytes: Uint8Array }[];
  readonly window: { state: WindowState | null; menu: readonly MenuEntry[]; isOpen: boolean };
  readonly start: StartInfo;
  /** Reading and writing this file answers this from now on; `null`: works again. */
  failWith(handle: DocumentHandle, error: FileError | null): void;
  /** Puts a file there and answers the handle that stands for it. */
  addFile(file: MemoryFile): DocumentHandle;
  emit<K extends keyof Events>(name: K, ...args: Parameters<Events[K]>): void;
}

const MAX_RECENT = 10;

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  csv: 'text/csv',
  md: 'text/markdown',
};

function stampOf(text: string): FileStamp {
  // FNV-1a: enough to see a change, as the content hash of the real one does.
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${text.length}-${(hash >>> 0).toString(16)}` as FileStamp;
}

/** The interface of the main process, kept in memory: for a plain browser and for tests without Electron. */
export function createMemoryBridge(host: MemoryHost, start: Partial<StartInfo> = {}): MemoryBridge {
  const files = new Map<DocumentHandle, MemoryFile>();
  const failures = new Map<DocumentHandle, FileError>();
  const journals = new Map<RecoveryKey, RecoverableDocument>();
  const exported: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  const listeners = new Map<keyof Events, Set<(...args: never[]) => void>>();
  const view: MemoryBridge['window'] = { state: null, menu: [], isOpen: true };
  let recent: readonly RecentFile[] = [];
  let handles = 0;

  const info: StartInfo = {
    settings: defaultSettings,
    settingsSetAside: null,
    systemLanguage: 'en',
    systemDark: false,
    platform: 'linux',
    version: '0.0.0',
    movesTabs: false,
    otherWindows: 0,
    tabs: [],
    front: null,
    open: [],
    recoverable: [],
    recent: [],
    ...start,
  };

  function addFile(file: MemoryFile): DocumentHandle {
    handles += 1;
    const handle = `memory-${handles}` as DocumentHandle;
    files.set(handle, file);
    return handle;
  }

  function handleNamed(name: string): DocumentHandle | undefined {
    return [...files].find(([, file]) => file.name === name)?.[0];
  }

  function remember(handle: DocumentHandle, name: string): void {
    recent = [{ handle, name, folder: '' }, ...recent.filter((file) => file.handle !== handle)].slice(0, MAX_RECENT);
  }

  function fileAt(handle: DocumentHandle, missing: 'notFound' | 'missingOnDisk'): Result<MemoryFile, FileError> {
    const failure = failures.get(handle);
    if (failure !== undefined) return err(failure);
    const file = files.get(handle);
    return file === undefined ? err({ type: missing, name: 'file' }) : ok(file);
  }

  function write(handle: DocumentHandle, name: string, text: string): SavedFile {
    files.set(handle, { name, text });
    return { handle, name, folder: '', stamp: stampOf(text) };
  }

  const knownNames = new Map<DocumentHandle, string>();

  const request: Bridge['request'] = {
    'app.start': async () => ({ ...info, recent, recoverable: info.recoverable }),
    'app.licences': async () => [],
    'file.choose': async () => (await host.choose()).map((file) => handleNamed(file.name) ?? addFile(file)),
    'file.open': async (handle) => {
      const file = fileAt(handle, 'notFound');
      if (!file.ok) return file;
      const { name, text, readOnly = false } = file.value;
      knownNames.set(handle, name);
      const opened: OpenedFile = { handle, name, folder: '', text, stamp: stampOf(text), readOnly };
      return ok(opened);
    },
    'file.read': (handle) => request['file.open'](handle),
    'file.beside': async (_handle, path) => {
      const found = handleNamed(path.split('/').at(-1) ?? '');
      return found === undefined ? err({ type: 'notFound', name: path }) : ok(found);
    },
    'file.save': async (handle, text, guard) => {
      const name = files.get(handle)?.name ?? knownNames.get(handle);
      if (name === undefined) return err({ type: 'unknownHandle' });
      const failure = failures.get(handle);
      if (failure !== undefined) return err(failure);
      const file = files.get(handle);
      if (guard !== 'overwrite') {
        if (file === undefined) return err({ type: 'missingOnDisk', name });
        if (file.readOnly === true) return err({ type: 'readOnly', name });
        if (stampOf(file.text) !== guard.ifStamp) return err({ type: 'changedOnDisk', name });
      }
      return ok(write(handle, name, text));
    },
    'file.saveAs': async (suggestedName, text) => {
      const name = await host.askName(suggestedName);
      if (name === null) return ok(null);
      const handle = handleNamed(name) ?? addFile({ name, text });
      const failure = failures.get(handle);
      if (failure !== undefined) return err(failure);
      knownNames.set(handle, name);
      host.deliver(name, text, 'application/json');
      return ok(write(handle, name, text));
    },
    'file.stamp': async (handle) => {
      const file = fileAt(handle, 'missingOnDisk');
      return file.ok ? ok(stampOf(file.value.text)) : file;
    },
    'file.close': async () => {},
    'file.recent': async () => recent,
    'file.clearRecent': async () => {
      recent = [];
    },
    'table.choose': host.chooseTable,
    'export.save': async (format: ExportFormat, suggestedName, bytes) => {
      const name = await host.askName(suggestedName);
      if (name === null) return ok(null);
      exported.push({ name, bytes });
      host.deliver(name, bytes, mediaTypes[format]);
      return ok({ name, folder: '' });
    },
    'image.choose': host.choosePictures,
    'image.rasterize': host.rasterize,
    'clipboard.writeText': host.writeClipboard,
    'clipboard.readText': host.readClipboard,
    'clipboard.writeImage': async () => {},
    'clipboard.readImage': host.readClipboardImage,
    'settings.set': async () => {},
    'recovery.snapshot': async (key, about, text) => {
      journals.set(key, { key, text, steps: [], folder: '', ...about, changedAtMs: Date.now(), luggage: null });
    },
    'recovery.append': async (key, steps) => {
      const journal = journals.get(key);
      if (journal === undefined) throw new Error('A journal begins with a snapshot');
      journals.set(key, { ...journal, steps: [...journal.steps, ...steps], changedAtMs: Date.now() });
    },
    'recovery.drop': async (key) => {
      journals.delete(key);
    },
    'dialog.ask': host.ask,
    'window.setState': async (state) => {
      view.state = state;
      host.showState(state);
      if (state.handle !== null) remember(state.handle, state.title);
    },
    'window.setTabs': async () => {},
    'window.setMenu': async (menu) => {
      view.menu = menu;
    },
    'tab.move': () => Promise.reject(new Error('A page in a browser has no other windows')),
    'window.new': async () => host.openWindow(),
    'window.close': async () => {
      view.isOpen = false;
      host.close();
    },
    'window.keepOpen': async () => {},
    'window.print': async () => {
      host.print();
      return ok(null);
    },
    // Browsers make PDFs in the dialog that prints.
    'window.toPdf': async () => {
      host.print();
      return ok(null);
    },
    // A page in a browser has only what its window gives it.
    'window.setFullScreen': async () => false,
    'window.command': host.command,
    'link.open': async (url) => host.openLink(url),
  };

  return {
    files,
    journals,
    exported,
    window: view,
    start: info,
    request,
    addFile,
    failWith(handle, error) {
      if (error === null) failures.delete(handle);
      else failures.set(handle, error);
    },
    listen(name, listener) {
      const known = listeners.get(name) ?? new Set();
      listeners.set(name, known.add(listener));
      return () => known.delete(listener);
    },
    emit(name, ...args) {
      for (const listener of listeners.get(name) ?? []) listener(...(args as never[]));
    },
    async fileDropped(file) {
      if (!(file instanceof Blob)) return null;
      const name = 'name' in file && typeof file.name === 'string' ? file.name : 'dropped.roleweave';
      return handleNamed(name) ?? addFile({ name, text: await file.text() });
    },
  };
}
