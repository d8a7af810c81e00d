import {
  historyFromJson,
  historyToJson,
  isSelectionText,
  type KeptHistory,
  selectionFromJson,
  selectionToJson,
} from '../../shared/file/historyText';
import { isJsonObject } from '../../shared/file/json';
import type { Selection } from '../../shared/history/history';
import type { FileStamp } from '../../shared/ipc/contract';
import { viewIds } from '../../shared/layout/views/index';
import type { DiagramDocument } from '../../shared/model/document';
import { pageIds } from './pages';
import type { OpenDocument } from './session';
import type { Arrangement, Viewport, ViewState } from './viewStore';

/** How a document was looked at in the window it comes from; whatever is not here begins anew. */
export interface KeptView
  extends Pick<ViewState, 'page' | 'viewport' | 'names' | 'edgeKind' | 'flowDirection' | 'focus' | 'outlineClosed'> {
  readonly arrangement: Arrangement;
  readonly viewports: ReadonlyMap<Arrangement, Viewport>;
  readonly shownBefore: readonly Arrangement[];
}

/** What a document brings from another window. */
export interface Luggage {
  readonly history: KeptHistory;
  readonly selection: Selection;
  /** `null` where it could not be read. */
  readonly view: KeptView | null;
}

/**
 * All about an open document that is neither in its file nor in its journal, as text for the window that takes it over:
 * what can be undone, which of its states is on disk, what is selected and where is looked at.
 */
export function packLuggage({ source, editor, view, file }: OpenDocument): string {
  const { history, saved } = source.getState();
  const { page, arrangement, viewport, names, edgeKind, flowDirection, focus, ...state } = view.getState();
  return JSON.stringify({
    stamp: file?.stamp ?? null,
    history: historyToJson({ history, saved }),
    selection: selectionToJson(editor.getState().selection),
    view: {
      ...{ page, arrangement, viewport, names, edgeKind, flowDirection, focus },
      viewports: [...state.viewports],
      shownBefore: [...view.shownBefore],
      outlineClosed: [...state.outlineClosed],
    },
  });
}

/**
 * What was packed for a document, around that document as it was read again; `null` for what is none, and where its
 * file has gone or was changed meanwhile: then its steps lead elsewhere, or none of them is on disk any more. The
 * document is opened without it.
 * @param stamp of the document's file; `null` for a document without one
 */
export function unpackLuggage(text: string, document: DiagramDocument, stamp: FileStamp | null): Luggage | null {
  const json = readJson(text);
  if (!isJsonObject(json) || json.stamp !== stamp || !isSelectionText(json.selection)) return null;
  const history = historyFromJson(json.history, document);
  if (!history.ok) return null;
  const { view } = json;
  return {
    history: history.value,
    selection: selectionFromJson(json.selection),
    view: isViewText(view) ? viewOf(view) : null,
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type ViewText = Omit<KeptView, 'viewports' | 'outlineClosed'> & {
  readonly viewports: readonly (readonly [Arrangement, Viewport])[];
  readonly outlineClosed: readonly never[];
};

/** Looks at what would break a window; all else is at worst another colour of the next line. */
function isViewText(value: unknown): value is ViewText {
  if (!isJsonObject(value)) return false;
  const { page, arrangement, viewport, viewports, shownBefore, outlineClosed } = value;
  return (
    (pageIds as readonly unknown[]).includes(page) &&
    isArrangement(arrangement) &&
    isViewport(viewport) &&
    Array.isArray(viewports) &&
    viewports.every((entry) => Array.isArray(entry) && isArrangement(entry[0]) && isViewport(entry[1])) &&
    Array.isArray(shownBefore) &&
    shownBefore.every(isArrangement) &&
    Array.isArray(outlineClosed)
  );
}

function isArrangement(value: unknown): value is Arrangement {
  return value === 'free' || (viewIds as readonly unknown[]).includes(value);
}

function isViewport(value: unknown): value is Viewport {
  if (!isJsonObject(value)) return false;
  const { x, y, zoom } = value;
  return [x, y, zoom].every(Number.isFinite) && (zoom as number) > 0;
}

function viewOf({ viewports, outlineClosed, ...view }: ViewText): KeptView {
  return { ...view, viewports: new Map(viewports), outlineClosed: new Set(outlineClosed) };
}
