import { useMemo, useRef } from 'react';
import type { DiagramDocument } from '../../../shared/model/document';
import type { EdgeId, NodeId } from '../../../shared/model/ids';
import { touchedEdges, touchedNodes } from '../flowModel';
import type { LiveElements } from './liveLayer';

/** What a gesture changes, for the overview. */
export interface ChangingElements {
  /** Painted anew in each frame. */
  readonly live: LiveElements;
  /** Not painted with all the rest: another set only when it holds something else. */
  readonly hidden: ReadonlySet<NodeId | EdgeId>;
}

export const nothingChanging: ChangingElements = { live: { nodes: [], edges: [] }, hidden: new Set() };

/** What differs between a document and the preview of a gesture on it. */
export function useChangingElements(base: DiagramDocument, shown: DiagramDocument): ChangingElements {
  const last = useRef(nothingChanging.hidden);
  return useMemo(() => {
    if (base === shown) {
      last.current = nothingChanging.hidden;
      return nothingChanging;
    }
    const nodes = touchedNodes(base, shown);
    const edges = touchedEdges(base, shown, nodes);
    const ids = [...nodes, ...edges];
    const isSame = last.current.size === ids.length && ids.every((id) => last.current.has(id));
    if (!isSame) last.current = new Set(ids);
    return { live: { nodes: [...nodes], edges: [...edges] }, hidden: last.current };
  }, [base, shown]);
}
