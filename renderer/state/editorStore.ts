import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Edit, EditArgs, EditName } from '../../shared/edits/args';
import { applyEdit } from '../../shared/edits/index';
import {
  amend,
  createHistory,
  emptySelection,
  type History,
  record,
  redo as redoStep,
  type Selection,
  undo as undoStep,
} from '../../shared/history/history';
import type { MessageKey } from '../../shared/i18n/messages';
import type { DiagramDocument } from '../../shared/model/document';
import { invariant } from '../../shared/util/invariant';
import type { Luggage } from './luggage';

export interface EditorState {
  readonly history: History;
  /** What is shown while a gesture is under way; `null` otherwise. */
  readonly preview: DiagramDocument | null;
  readonly selection: Selection;
  /** The document as it is on disk: `present !== saved` is unsaved, so undoing back to it is clean again. */
  readonly saved: DiagramDocument | null;
}

/** A change under way: shown at once, recorded as one step at `commit`, gone without trace at `cancel`. */
export interface Gesture {
  /** Shows an edit of the document as it was when the gesture began; replaces what was previewed before. */
  preview<K extends EditName>(name: K, args: EditArgs[K]): void;
  /** The same for several edits on top of each other. */
  previewAll(work: (edit: Edit) => void): void;
  commit(selection?: Selection): void;
  cancel(): void;
}

/** Called after each recorded, amended, undone or redone step with the documents before and after it. */
export type StepListener = (before: DiagramDocument, after: DiagramDocument) => void;

export interface EditorStore {
  readonly store: StoreApi<EditorState>;
  getState(): EditorState;
  subscribe(listener: () => void): () => void;
  onStep(listener: StepListener): () => void;
  edit<K extends EditName>(name: K, args: EditArgs[K], selection?: Selection): void;
  /**
   * Several edits as one step. Steps with the same `mergeKey` that follow each other at once become one, so that
   * holding an arrow key down is undone at a stroke.
   */
  transact(label: MessageKey, work: (edit: Edit) => void, selection?: Selection, mergeKey?: string): void;
  /**
   * Completes the step that made the present document, so that undo takes both back at once. Answers whether it could:
   * not when `document` is not the present one any more, while a gesture is under way, when something could be redone,
   * or when this very document is on disk, which is not to count as unsaved without a change by a person.
   */
  amend(document: DiagramDocument, work: (edit: Edit) => void): boolean;
  /** Another document in place of this one, as a step: what was there before can be had back by undo. */
  replace(label: MessageKey, document: DiagramDocument): void;
  /** Throws when a gesture is under way: two at once would each undo the other's half. */
  beginGesture(label: MessageKey): Gesture;
  cancelGesture(): void;
  hasGesture(): boolean;
  undo(): void;
  redo(): void;
  select(selection: Selection): void;
  /** What the disk holds now; `null` when nothing of it is there any more. */
  markSaved(document: DiagramDocument | null): void;
}

interface MergeableStep {
  readonly mergeKey: string;
  readonly before: { readonly history: History; readonly selection: Selection };
  /** The history with the step; when it is not the present one any more, nothing can be merged into it. */
  readonly history: History;
  readonly atMs: number;
}

/** How soon after one another steps of the same kind still are one. */
const MERGE_WITHIN_MS = 700;

export function isDirty(state: EditorState): boolean {
  return state.history.present.document !== state.saved;
}

/** The document to show: the gesture's preview, else the present one. */
export function shownDocument(state: EditorState): DiagramDocument {
  return state.preview ?? state.history.present.document;
}

/**
 * The one place where a document changes.
 * `saved` is what the disk holds: the document itself for one just opened, `null` for a recovered one. `earlier` is what
 * a document that comes from another window went through there.
 */
export function createEditorStore(
  document: DiagramDocument,
  saved: DiagramDocument | null,
  earlier: Pick<Luggage, 'history' | 'selection'> | null = null,
): EditorStore {
  const store = createStore<EditorState>(() => ({
    history: earlier?.history.history ?? createHistory(document),
    preview: null,
    selection: earlier === null ? emptySelection : existing(earlier.selection, document),
    saved: earlier === null ? saved : earlier.history.saved,
  }));
  const stepListeners = new Set<StepListener>();
  let gesture: Gesture | null = null;
  let merging: MergeableStep | null = null;

  const present = () => store.getState().history.present.document;

  function moveTo(history: History, selection: Selection): void {
    const before = present();
    store.setState({ history, preview: null, selection: existing(selection, history.present.document) });
    if (before !== history.present.document) for (const listener of stepListeners) listener(before, present());
  }

  function commit(label: MessageKey, changed: DiagramDocument, selection: Selection, mergeKey?: string): void {
    const state = store.getState();
    const atMs = Date.now();
    const last = merging;
    const joins =
      last !== null &&
      last.mergeKey === mergeKey &&
      last.history === state.history &&
      atMs - last.atMs < MERGE_WITHIN_MS;
    const before = joins ? last.before : { history: state.history, selection: state.selection };
    const history = record(before.history, label, changed, selection, before.selection);
    merging = mergeKey === undefined ? null : { mergeKey, before, history, atMs };
    moveTo(history, selection);
  }

  function editsOn(start: DiagramDocument, work: (edit: Edit) => void): DiagramDocument {
    let changed = start;
    work((name, args) => {
      changed = applyEdit(changed, name, args);
    });
    return changed;
  }

  const editor: EditorStore = {
    store,
    getState: store.getState,
    subscribe: (listener) => store.subscribe(listener),
    onStep(listener) {
      stepListeners.add(listener);
      return () => stepListeners.delete(listener);
    },
    edit(name, args, selection = store.getState().selection) {
      editor.transact(`edit.${name}`, (edit) => edit(name, args), selection);
    },
    transact(label, work, selection = store.getState().selection, mergeKey) {
      // A key or a menu may edit while the mouse is still down: what was dragged so far is given up, not mixed in.
      editor.cancelGesture();
      commit(label, editsOn(present(), work), selection, mergeKey);
    },
    amend(document, work) {
      const { history, saved, selection } = store.getState();
      if (document !== present() || gesture !== null || history.future.length > 0) return false;
      const amended = amend(history, editsOn(document, work));
      if (amended === history) return true;
      if (document === saved) return false;
      // A held key goes on merging into the step.
      if (merging?.history === history) merging = { ...merging, history: amended };
      moveTo(amended, selection);
      return true;
    },
    replace(label, document) {
      editor.cancelGesture();
      commit(label, document, store.getState().selection);
    },
    beginGesture(label) {
      invariant(gesture === null, 'a gesture begins only after the last one ended');
      const start = present();
      let shown = start;
      const isOn = () => gesture === own;
      const own: Gesture = {
        preview: (name, args) => own.previewAll((edit) => edit(name, args)),
        previewAll(work) {
          if (!isOn()) return;
          shown = editsOn(start, work);
          store.setState({ preview: shown === start ? null : shown });
        },
        commit(selection = store.getState().selection) {
          if (!isOn()) return;
          gesture = null;
          commit(label, shown, selection);
        },
        cancel() {
          if (!isOn()) return;
          gesture = null;
          store.setState({ preview: null });
        },
      };
      gesture = own;
      return own;
    },
    cancelGesture: () => gesture?.cancel(),
    hasGesture: () => gesture !== null,
    undo() {
      // Undo during a drag takes back the drag only, as Escape does.
      if (gesture !== null) return editor.cancelGesture();
      const next = undoStep(store.getState().history);
      if (next !== null) moveTo(next.history, next.selection);
    },
    redo() {
      if (gesture !== null) return;
      const next = redoStep(store.getState().history);
      if (next !== null) moveTo(next.history, next.selection);
    },
    select(selection) {
      const old = store.getState().selection;
      if (sameIds(old.nodes, selection.nodes) && sameIds(old.edges, selection.edges)) return;
      store.setState({ selection });
    },
    markSaved(document) {
      store.setState({ saved: document });
    },
  };
  return editor;
}

function sameIds<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  if (a.size !== b.size) return false;
  for (const id of a) if (!b.has(id)) return false;
  return true;
}

/** A selection without what is no longer there. */
function existing(selection: Selection, document: DiagramDocument): Selection {
  const nodes = new Set([...selection.nodes].filter((id) => document.nodes.has(id)));
  const edges = new Set([...selection.edges].filter((id) => document.edges.has(id)));
  return nodes.size === selection.nodes.size && edges.size === selection.edges.size ? selection : { nodes, edges };
}
