import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { type Hit, prepareSearch, rankOfHit } from '../../../shared/find/findInDocument';
import { LOOSE_RANK, type Query } from '../../../shared/find/searchText';
import type { DiagramDocument } from '../../../shared/model/document';
import { searchedDocuments } from '../../actions/find';
import { hitsIn, isSameTarget, queryOf } from '../../state/find';
import { useApp, useServices } from '../../state/hooks';
import type { OpenDocument } from '../../state/session';

/** What is found in a document that is searched. */
export interface FoundIn {
  readonly open: OpenDocument;
  readonly document: DiagramDocument;
  readonly hits: readonly Hit[];
}

export interface Search {
  readonly query: Query | null;
  readonly found: readonly FoundIn[];
  readonly count: number;
  /** Whether what is found holds the query as typed, and not only what it may stand for. */
  readonly isLiteral: boolean;
  /** Which of all hits was gone to last, from 1; 0 for none of them. */
  readonly at: number;
}

/** What is found now; follows what is looked for and every document that is searched, not the gestures in them. */
export function useSearch(): Search {
  const find = useApp((state) => state.find);
  const documents = useSearchedDocuments();
  usePreparation(documents);
  return useMemo(() => {
    const found = documents.map(({ open, document }) => ({ open, document, hits: hitsIn(document, find) }));
    const count = found.reduce((sum, { hits }) => sum + hits.length, 0);
    const query = queryOf(find);
    return { query, found, count, isLiteral: isLiteral(found, query), at: placeOf(found, find.at) };
  }, [documents, find]);
}

/** Below this the next frame may be due. */
const ENOUGH_MS = 3;

/** Reads large diagrams in idle moments, so that the first letter is answered as fast as the second. */
function usePreparation(documents: Searched): void {
  useEffect(() => {
    const work = documents.map(({ document }) => prepareSearch(document));
    const goOn = (deadline: IdleDeadline) => {
      for (const one of work) {
        while (deadline.timeRemaining() > ENOUGH_MS) if (one.next().done === true) break;
      }
      if (deadline.timeRemaining() <= ENOUGH_MS) idle = requestIdleCallback(goOn);
    };
    let idle = requestIdleCallback(goOn);
    return () => cancelIdleCallback(idle);
  }, [documents]);
}

/** Within a document all hits are of one sort. */
function isLiteral(found: readonly FoundIn[], query: Query | null): boolean {
  return found.some(
    ({ document, hits: [hit] }) => hit !== undefined && query !== null && rankOfHit(document, query, hit) < LOOSE_RANK,
  );
}

function placeOf(found: readonly FoundIn[], at: ReturnType<typeof useFindAt>): number {
  let before = 0;
  for (const { open, hits } of found) {
    if (open.key === at?.key) {
      // Mostly it is where it was; after an edit it may be elsewhere.
      const isThere = hits[at.index] !== undefined && isSameTarget(hits[at.index]?.target ?? at.target, at.target);
      const index = isThere ? at.index : hits.findIndex(({ target }) => isSameTarget(target, at.target));
      return index < 0 ? 0 : before + index + 1;
    }
    before += hits.length;
  }
  return 0;
}

const useFindAt = () => useApp((state) => state.find.at);

type Searched = readonly { readonly open: OpenDocument; readonly document: DiagramDocument }[];

function useSearchedDocuments(): Searched {
  const services = useServices();
  const scope = useApp((state) => state.find.scope);
  const store = useMemo(() => {
    let known: Searched = [];
    return {
      subscribe(listener: () => void) {
        let stops: (() => void)[] = [];
        const watch = () => {
          for (const stop of stops) stop();
          stops = services.session.store.getState().documents.map(({ editor }) => editor.subscribe(listener));
          listener();
        };
        const stopSession = services.session.store.subscribe(watch);
        watch();
        return () => {
          stopSession();
          for (const stop of stops) stop();
        };
      },
      get(): Searched {
        // Depends on the scope too, which the store's owner is rendered for.
        void scope;
        const now = searchedDocuments(services).map((open) => ({
          open,
          document: open.editor.getState().history.present.document,
        }));
        const isSame =
          now.length === known.length &&
          now.every(({ open, document }, i) => known[i]?.open === open && known[i]?.document === document);
        if (!isSame) known = now;
        return known;
      },
    };
  }, [services, scope]);
  return useSyncExternalStore(store.subscribe, store.get);
}
