import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Language } from '../../shared/i18n/language';
import type { Translate } from '../../shared/i18n/messages';
import type { Bridge, RecoveryKey } from '../../shared/ipc/contract';
import type { DiagramDocument } from '../../shared/model/document';
import { wordsIn } from '../../shared/model/localizedText';
import { type AppStore, languageOf } from './appStore';
import { createEdgeRouting } from './edgeRouting';
import { createEditorStore, isDirty } from './editorStore';
import { createJournal, type Journal } from './journal';
import { type KeptView, unpackLuggage } from './luggage';
import { translator } from './messages';
import { notify } from './notices';
import { createProblemWatch } from './problems';
import type { DocumentFile, OpenDocument, SessionState } from './session';
import { createShownEditor, showArranged } from './shownEditor';
import { createViewStore } from './viewStore';

interface NewTab {
  readonly document: DiagramDocument;
  readonly saved: DiagramDocument | null;
  readonly file: DocumentFile | null;
  /** Of a recovered document: the journal it comes from goes on. */
  readonly key?: RecoveryKey;
  /** What it brings from another window, packed. */
  readonly luggage?: string | null;
}

/** The open documents of a window with their journals: what the parts of the session work on. */
export interface Tabs {
  readonly bridge: Bridge;
  readonly app: AppStore;
  readonly store: StoreApi<SessionState>;
  t(): Translate;
  all(): readonly OpenDocument[];
  find(key: RecoveryKey): OpenDocument | null;
  /** Adds a tab and shows it. */
  add(tab: NewTab): OpenDocument;
  activate(key: RecoveryKey): void;
  move(key: RecoveryKey, to: number): void;
  setFile(key: RecoveryKey, file: DocumentFile | null): void;
  remove(key: RecoveryKey): void;
  journalOf(key: RecoveryKey): Journal | null;
  /** What to call a document in messages. */
  nameOf(open: OpenDocument): string;
}

export function createTabs(bridge: Bridge, app: AppStore): Tabs {
  const store = createStore<SessionState>(() => ({ documents: [], activeKey: null }));
  const journals = new Map<RecoveryKey, Journal>();
  const ends = new Map<RecoveryKey, () => void>();
  let journalFailed = false;

  const language = () => languageOf(app.getState());
  const tabs: Tabs = {
    bridge,
    app,
    store,
    t: () => translator(language()),
    all: () => store.getState().documents,
    find: (key) => tabs.all().find((open) => open.key === key) ?? null,
    add({ document, saved, file, key = newKey(), luggage = null }) {
      const brought = luggage === null ? null : unpackLuggage(luggage, document, file?.stamp ?? null);
      const source = createEditorStore(document, saved, brought);
      const view = createViewStore(app.getState().settings.edges.kind, brought?.view);
      const editor = createShownEditor(source, view);
      const routing = createEdgeRouting(source);
      const open: OpenDocument = { key, editor, source, view, routing, problems: createProblemWatch(source), file };
      ends.set(key, editor.end);
      const journal = createJournal({
        bridge,
        key,
        open: () => tabs.find(key),
        name: tabs.nameOf,
        exists: saved === null,
        onFailure() {
          // Said once: a disk that is full stays so for a while.
          if (!journalFailed) notify(app, 'error', tabs.t()('session.journalFailed'));
          journalFailed = true;
        },
      });
      journals.set(key, journal);
      source.onStep(journal.touch);
      store.setState(({ documents }) => ({ documents: [...documents, open], activeKey: key }));
      if (saved === null) journal.touch();
      if (brought?.view) void showAsBefore(open, brought.view);
      return open;
    },
    activate(key) {
      if (tabs.find(key) !== null) store.setState({ activeKey: key });
    },
    move(key, to) {
      store.setState(({ documents }) => {
        const moved = documents.find((open) => open.key === key);
        const rest = documents.filter((open) => open.key !== key);
        return moved === undefined ? {} : { documents: [...rest.slice(0, to), moved, ...rest.slice(to)] };
      });
    },
    setFile(key, file) {
      store.setState(({ documents }) => ({
        documents: documents.map((open) => (open.key === key ? { ...open, file } : open)),
      }));
    },
    remove(key) {
      const gone = tabs.find(key);
      gone?.routing.end();
      gone?.problems.end();
      ends.get(key)?.();
      ends.delete(key);
      store.setState(({ documents, activeKey }) => {
        const index = documents.findIndex((open) => open.key === key);
        const rest = documents.filter((open) => open.key !== key);
        const neighbour = rest[Math.min(index, rest.length - 1)]?.key ?? null;
        return { documents: rest, activeKey: activeKey === key ? neighbour : activeKey };
      });
      journals.delete(key);
    },
    journalOf: (key) => journals.get(key) ?? null,
    nameOf: (open) => nameOf(open, language()),
  };
  return tabs;
}

/** A view of the document, where another window showed that. */
async function showAsBefore(
  { view, editor, source }: OpenDocument,
  { arrangement, page, viewport, viewports }: KeptView,
) {
  if (arrangement === 'free') return;
  const { selection } = source.getState();
  await showArranged(view, arrangement);
  view.setState({ page, viewport, viewports });
  editor.select(selection);
}

/** Unique among all windows and runs: journals of two crashes must not overwrite each other. */
function newKey(): RecoveryKey {
  return crypto.randomUUID() as RecoveryKey;
}

/** The file's name, else the diagram's title. */
export function nameOf(open: OpenDocument, language: Language): string {
  if (open.file !== null) return open.file.name;
  const { title } = open.source.getState().history.present.document;
  return wordsIn(title, language).trim() || translator(language)('session.untitled');
}

export function isUnsaved(open: OpenDocument): boolean {
  return isDirty(open.source.getState());
}

/** As it was opened or made, without a file: nobody would miss it. */
export function isUntouched(open: OpenDocument): boolean {
  const { history } = open.source.getState();
  return open.file === null && !isUnsaved(open) && history.past.length === 0 && history.future.length === 0;
}
