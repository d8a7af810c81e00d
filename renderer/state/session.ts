import type { StoreApi } from 'zustand/vanilla';
import type { Language } from '../../shared/i18n/language';
import type { DocumentHandle, FileStamp, RecoverableDocument, RecoveryKey } from '../../shared/ipc/contract';
import type { DiagramDocument } from '../../shared/model/document';
import type { EdgeRouting } from './edgeRouting';
import type { EditorStore } from './editorStore';
import type { ProblemWatch } from './problems';
import type { ViewStore } from './viewStore';

/** The file behind an open document. */
export interface DocumentFile {
  readonly handle: DocumentHandle;
  readonly name: string;
  readonly folder: string;
  readonly stamp: FileStamp;
}

/** A document in a tab: its editor, its view and its file. */
export interface OpenDocument {
  /** Also its key in the recovery journal. */
  readonly key: RecoveryKey;
  /** Of what is shown: the document, or a view of it. */
  readonly editor: EditorStore;
  /** Of the document itself, whatever is shown of it: what is saved, kept, checked and compared. */
  readonly source: EditorStore;
  readonly view: ViewStore;
  readonly routing: EdgeRouting;
  readonly problems: ProblemWatch;
  /** `null` until it is saved for the first time. */
  readonly file: DocumentFile | null;
}

export interface SessionState {
  readonly documents: readonly OpenDocument[];
  readonly activeKey: RecoveryKey | null;
}

/** The open documents of a window and what happens to them as files. Implemented in `createSession.ts`. */
export interface Session {
  readonly store: StoreApi<SessionState>;
  active(): OpenDocument | null;
  activate(key: RecoveryKey): void;
  /** Puts a tab at a place among the others; 0 is the first. */
  move(key: RecoveryKey, to: number): void;
  /** Opens a document that has no file yet in a new tab; it counts as unsaved once it is edited. */
  add(document: DiagramDocument): OpenDocument;
  /** Opens what a crash left unsaved; answers how many documents there were to show. */
  recover(found: readonly RecoverableDocument[]): Promise<number>;
  /**
   * Reads, parses and shows a file; says what was mended; leaves everything as it was when it cannot. `luggage`: what it
   * brings from another window.
   */
  open(handle: DocumentHandle, luggage?: string | null): Promise<void>;
  /** Answers whether it is on disk now. Asks where for a document without a file. */
  save(key: RecoveryKey): Promise<boolean>;
  saveAs(key: RecoveryKey): Promise<boolean>;
  /**
   * Gives a document to another window: it closes here, its unsaved work stays in the journal. Answers what it takes with
   * it beside that; `null` when it had to stay.
   */
  letGo(key: RecoveryKey): Promise<string | null>;
  /** Asks about unsaved changes; answers whether the tab is closed now. */
  close(key: RecoveryKey): Promise<boolean>;
  /** Closes all but one, and none of them when a question about unsaved changes was cancelled. */
  closeOthers(key: RecoveryKey): Promise<void>;
  /** Asks for every unsaved document; answers whether the window may close. */
  closeAll(): Promise<boolean>;
  /** Looks whether open files changed on disk; reloads clean ones, asks for edited ones. */
  checkDisk(): Promise<void>;
  /** What a tab and the window title call it. */
  nameOf(open: OpenDocument, language: Language): string;
}
