import type { MessageKey } from '../i18n/messages';
import { type DiagramDocument, withMaps } from '../model/document';
import type { EdgeId, NodeId } from '../model/ids';
import { settleMap } from '../util/patchedMap';

export interface Selection {
  readonly nodes: ReadonlySet<NodeId>;
  readonly edges: ReadonlySet<EdgeId>;
}

export const emptySelection: Selection = { nodes: new Set(), edges: new Set() };

export interface Step {
  /** What led to this document; `null` for the one that was opened. */
  readonly label: MessageKey | null;
  readonly document: DiagramDocument;
  /** What was selected when this document was last left, or when it was made if it never was. */
  readonly selection: Selection;
}

export interface History {
  /** Oldest first. */
  readonly past: readonly Step[];
  readonly present: Step;
  /** The next to redo first. */
  readonly future: readonly Step[];
}

/** Documents share what they do not change: 200 steps of a big diagram cost a few megabytes. */
export const MAX_PAST_STEPS = 200;

/** A history that begins with `document`. */
export function createHistory(document: DiagramDocument, selection: Selection = emptySelection): History {
  return { past: [], present: { label: null, document, selection }, future: [] };
}

/**
 * The history after an edit made `document`; the same history when nothing changed. What could be redone is gone.
 * Undo brings `selectionBefore` back, redo `selection`.
 */
export function record(
  history: History,
  label: MessageKey,
  document: DiagramDocument,
  selection: Selection,
  selectionBefore: Selection = history.present.selection,
): History {
  if (document === history.present.document) return history;
  const left = { ...history.present, selection: selectionBefore };
  return {
    past: [...history.past, left].slice(-MAX_PAST_STEPS),
    present: { label, document: settled(document), selection },
    future: [],
  };
}

/**
 * The history with a more complete document in place of the present one, as a part of the step that made it; the same
 * history when nothing changed.
 */
export function amend(history: History, document: DiagramDocument): History {
  if (document === history.present.document) return history;
  return { ...history, present: { ...history.present, document: settled(document) } };
}

/** One step back, with the selection from before that step; `null` when there is none. */
export function undo(history: History): { readonly history: History; readonly selection: Selection } | null {
  const present = history.past.at(-1);
  if (present === undefined) return null;
  return {
    history: { past: history.past.slice(0, -1), present, future: [history.present, ...history.future] },
    selection: present.selection,
  };
}

/** One undone step forward again, with the selection that step made; `null` when there is none. */
export function redo(history: History): { readonly history: History; readonly selection: Selection } | null {
  const [present, ...future] = history.future;
  if (present === undefined) return null;
  return {
    history: { past: [...history.past, history.present], present, future },
    selection: present.selection,
  };
}

/** What undo would take back ("Move"); `null` when there is nothing. */
export function undoLabel(history: History): MessageKey | null {
  return history.past.length === 0 ? null : history.present.label;
}

/** What redo would do again; `null` when there is nothing. */
export function redoLabel(history: History): MessageKey | null {
  return history.future[0]?.label ?? null;
}

function settled(document: DiagramDocument): DiagramDocument {
  return withMaps(document, settleMap);
}
