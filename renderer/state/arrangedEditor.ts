import { createStore } from 'zustand/vanilla';
import type { Edit } from '../../shared/edits/args';
import { applyEdit } from '../../shared/edits/index';
import type { Selection } from '../../shared/history/history';
import type { MessageKey } from '../../shared/i18n/messages';
import { arrangeAgain } from '../../shared/layout/views/arrangeAgain';
import { arrangeAs } from '../../shared/layout/views/arrangeAs';
import type { ViewId } from '../../shared/layout/views/index';
import { applyMeant } from '../../shared/layout/views/meantEdits';
import type { DiagramDocument } from '../../shared/model/document';
import type { EdgeId } from '../../shared/model/ids';
import { createEdgeRouting } from './edgeRouting';
import { createEditorStore, type EditorState, type EditorStore, type StepListener } from './editorStore';

/** The editor of a document as a view shows it; `end` when the view is left. */
export interface ArrangedEditor extends EditorStore {
  end(): void;
}

/** By document, what a view that was left made of it: with the ways of its edges, which take time to find. */
const left = new WeakMap<DiagramDocument, Map<ViewId, DiagramDocument>>();

/**
 * Shows the document of `source` in the order of a view and makes of every change of it the change of the document that
 * is meant (`applyMeant`): steps can be renamed, connected and given to another role here as in the free picture, in the
 * same history, and the free picture keeps its places. Ways for the view's edges are found by a routing of its own.
 */
export function createArrangedEditor(source: EditorStore, view: ViewId): ArrangedEditor {
  const sourceDocument = () => source.getState().history.present.document;
  let seen = sourceDocument();
  let seenSelection = source.getState().selection;
  const known = left.get(seen)?.get(view);
  const first = known ?? arrangeAs(seen, view);
  // Without its edges at first: that they come is a change, for which the routing finds ways.
  let inner = createEditorStore(known ?? { ...first, edges: new Map<EdgeId, never>() }, null);
  const listeners = new Set<StepListener>();
  const store = createStore<EditorState>(stateNow);
  let stopInner = follow();
  const stopSource = source.subscribe(sourceChanged);

  const editor: ArrangedEditor = {
    store,
    getState: store.getState,
    subscribe: (listener) => store.subscribe(listener),
    onStep(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    edit(name, args, selection = store.getState().selection) {
      editor.transact(`edit.${name}`, (edit) => edit(name, args), selection);
    },
    transact(label, work, selection = store.getState().selection, mergeKey) {
      inner.cancelGesture();
      change(label, work, selection, mergeKey);
    },
    amend: (document, work) => inner.amend(document, work),
    replace: (label, document) => source.replace(label, document),
    beginGesture(label) {
      const gesture = inner.beginGesture(label);
      let last: (edit: Edit) => void = () => {};
      return {
        preview(name, args) {
          last = (edit) => edit(name, args);
          gesture.previewAll(last);
        },
        previewAll(work) {
          last = work;
          gesture.previewAll(work);
        },
        commit(selection = store.getState().selection) {
          if (!inner.hasGesture()) return;
          gesture.cancel();
          change(label, last, selection);
        },
        cancel: gesture.cancel,
      };
    },
    cancelGesture: () => inner.cancelGesture(),
    hasGesture: () => inner.hasGesture(),
    undo: () => (inner.hasGesture() ? inner.cancelGesture() : source.undo()),
    redo: () => {
      if (!inner.hasGesture()) source.redo();
    },
    select,
    markSaved: source.markSaved,
    end() {
      routing.end();
      stopSource();
      stopInner();
      inner.cancelGesture();
      left.set(seen, (left.get(seen) ?? new Map<ViewId, DiagramDocument>()).set(view, arranged()));
    },
  };
  const routing = createEdgeRouting(editor);
  if (known === undefined) show(first, source.getState().selection);
  else inner.select(source.getState().selection);
  return editor;

  function arranged(): DiagramDocument {
    return inner.getState().history.present.document;
  }

  function stateNow(): EditorState {
    const { history, saved } = source.getState();
    const { preview, selection } = inner.getState();
    const document = arranged();
    // Undo, redo and what is unsaved are the document's own; only what is shown of it is the view's.
    return {
      history: { ...history, present: { ...history.present, document } },
      preview,
      selection,
      saved: saved === history.present.document ? document : saved,
    };
  }

  function follow(): () => void {
    const stops = [
      inner.subscribe(() => store.setState(stateNow(), true)),
      inner.onStep((before, after) => {
        for (const listener of listeners) listener(before, after);
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** Another document in place of the one shown, without a history: that is the source's. */
  function show(document: DiagramDocument, selection: Selection): void {
    const before = arranged();
    inner.cancelGesture();
    stopInner();
    inner = createEditorStore(document, null);
    inner.select(inDocument(selection, document));
    stopInner = follow();
    store.setState(stateNow(), true);
    if (before !== document) for (const listener of listeners) listener(before, document);
  }

  function sourceChanged(): void {
    const { selection } = source.getState();
    const document = sourceDocument();
    const isChosenElsewhere = selection !== seenSelection;
    seenSelection = selection;
    if (document !== seen) {
      const again = arrangeAgain({ source: seen, document: arranged() }, document, view);
      seen = document;
      show(again, selection);
    } else if (isChosenElsewhere) inner.select(inDocument(selection, arranged()));
    else store.setState(stateNow(), true);
  }

  function change(label: MessageKey, work: (edit: Edit) => void, selection: Selection, mergeKey?: string): void {
    const before = arranged();
    let after = before;
    work((name, args) => {
      after = applyEdit(after, name, args);
    });
    let document = sourceDocument();
    source.transact(
      label,
      (edit) => {
        const step: Edit = (name, args) => {
          document = applyEdit(document, name, args);
          edit(name, args);
        };
        applyMeant({ view, before, after, work }, step, () => document);
      },
      selection,
      mergeKey,
    );
    select(inDocument(selection, arranged()));
  }

  function select(selection: Selection): void {
    inner.select(selection);
    const { nodes, edges } = inDocument(selection, sourceDocument());
    source.select({ nodes, edges });
    seenSelection = source.getState().selection;
  }
}

function inDocument({ nodes, edges }: Selection, document: DiagramDocument): Selection {
  return {
    nodes: new Set([...nodes].filter((id) => document.nodes.has(id))),
    edges: new Set([...edges].filter((id) => document.edges.has(id))),
  };
}
