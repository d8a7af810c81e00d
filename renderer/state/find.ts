import { findInDocument, type Hit, type HitTarget } from '../../shared/find/findInDocument';
import { type Query, toQuery } from '../../shared/find/searchText';
import type { RecoveryKey } from '../../shared/ipc/contract';
import type { DiagramDocument } from '../../shared/model/document';

/** What is looked for in the window's documents. What is found follows from it and a document: see `hitsIn`. */
export interface FindState {
  readonly isOpen: boolean;
  readonly replaces: boolean;
  readonly text: string;
  readonly replacement: string;
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
  readonly scope: 'document' | 'all';
  /** The hit that was gone to last. */
  readonly at: FoundAt | null;
  /** Counts how often the field was asked for: each time it takes the cursor and selects what is in it. */
  readonly asked: number;
}

interface FoundAt {
  readonly key: RecoveryKey;
  readonly target: HitTarget;
  /** Among the hits of its document: where to go on when the hit itself is gone. */
  readonly index: number;
}

export const startingFind: FindState = {
  isOpen: false,
  replaces: false,
  text: '',
  replacement: '',
  matchCase: false,
  wholeWords: false,
  scope: 'document',
  at: null,
  asked: 0,
};

let last: { readonly find: FindState; readonly query: Query | null } | null = null;

/** `null` while nothing is looked for. The same query again is the same object. */
export function queryOf(find: FindState): Query | null {
  const isSame =
    last !== null &&
    last.find.text === find.text &&
    last.find.matchCase === find.matchCase &&
    last.find.wholeWords === find.wholeWords;
  if (!isSame) last = { find, query: toQuery(find.text, find) };
  return last?.query ?? null;
}

const known = new WeakMap<DiagramDocument, { readonly query: Query; readonly hits: readonly Hit[] }>();
const nothing: readonly Hit[] = [];

/** What a document holds of what is looked for, in reading order; found once, however many ask. */
export function hitsIn(document: DiagramDocument, find: FindState): readonly Hit[] {
  const query = queryOf(find);
  if (query === null) return nothing;
  const found = known.get(document);
  if (found?.query === query) return found.hits;
  const hits = findInDocument(document, query);
  known.set(document, { query, hits });
  return hits;
}

export function isSameTarget(a: HitTarget, b: HitTarget): boolean {
  return a.type === b.type && a.id === b.id;
}
