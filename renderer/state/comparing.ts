import { compareDocuments } from '../../shared/compare/compareDocuments';
import type { DiagramDocument } from '../../shared/model/document';
import type { OpenDocument } from './session';

/** How long a window that always has something to do may put off comparing again. */
const SOON_MS = 500;

/** Shows what is different from another document, and goes on doing so while this one is edited, until it is ended. */
export function startComparing({ source, view }: OpenDocument, before: DiagramDocument, name: string): void {
  let idle = 0;
  const compare = () => {
    const result = compareDocuments(before, source.getState().history.present.document);
    shown = { name, result };
    view.setState({ comparison: shown });
  };
  let shown: ReturnType<typeof view.getState>['comparison'] = null;
  compare();
  const stopListening = source.onStep(() => {
    cancelIdleCallback(idle);
    idle = requestIdleCallback(compare, { timeout: SOON_MS });
  });
  const stopWatching = view.subscribe(({ comparison }) => {
    // Ended, or another one has taken its place.
    if (comparison === shown) return;
    cancelIdleCallback(idle);
    stopListening();
    stopWatching();
  });
}
