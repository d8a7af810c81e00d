import type { Route } from '../../shared/geometry/route';
import type { DiagramEdge, DiagramNode, Role } from '../../shared/model/document';
import type { EdgeId } from '../../shared/model/ids';

/** What an edge's view is drawn from; it is a new object only when one of these changed. */
export interface EdgeLook {
  readonly edge: DiagramEdge;
  readonly source: DiagramNode;
  readonly target: DiagramNode;
  readonly route: Route;
  /** Whose colour it has: the role that hands over along it. */
  readonly giver: Role | undefined;
  /** Where its ends and bends lie: the route is made anew when this changes. */
  readonly place: string;
  /** Its label is being typed: the field stands in for it. */
  readonly isEdited: boolean;
}

/**
 * What each edge looks like now, told to the views of those that changed. React Flow keeps lists over all edges, which
 * it makes again whenever it is handed a changed one; a drag changes a few lines a frame, and it never hears of that.
 */
export interface EdgeFeed {
  get(id: EdgeId): EdgeLook | undefined;
  set(id: EdgeId, look: EdgeLook): void;
  keep(ids: ReadonlySet<EdgeId>): void;
  subscribe(id: EdgeId, listener: () => void): () => void;
  /** Tells about what was set since the last time; after React has rendered, since listeners render. */
  publish(): void;
}

export function createEdgeFeed(): EdgeFeed {
  const looks = new Map<EdgeId, EdgeLook>();
  const listeners = new Map<EdgeId, () => void>();
  const changed = new Set<EdgeId>();
  return {
    get: (id) => looks.get(id),
    set(id, look) {
      if (looks.get(id) === look) return;
      looks.set(id, look);
      changed.add(id);
    },
    keep(ids) {
      for (const id of looks.keys()) if (!ids.has(id)) looks.delete(id);
    },
    subscribe(id, listener) {
      listeners.set(id, listener);
      return () => {
        if (listeners.get(id) === listener) listeners.delete(id);
      };
    },
    publish() {
      const ids = [...changed];
      changed.clear();
      for (const id of ids) listeners.get(id)?.();
    },
  };
}
