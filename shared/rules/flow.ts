import type { DiagramDocument } from '../model/document';
import type { NodeId } from '../model/ids';
import type { Steps } from './graph';
import { type Link, linksOf, type WorkNode, workOf } from './work';

/** How work gets about in a document. */
export interface Flow {
  readonly work: ReadonlyMap<NodeId, WorkNode>;
  /** Flows and hand-offs that lead one way, by where they start: the work's own way. */
  readonly arrows: ReadonlyMap<NodeId, readonly Link[]>;
  /** Where they lead. */
  readonly next: Steps<NodeId>;
  /**
   * Where work can get to in one step, taken kindly: along data too, both ways along what leads both ways, and from a
   * group that edges end at to what lies in it and back.
   */
  readonly onward: Steps<NodeId>;
  /** The same backwards. */
  readonly backward: Steps<NodeId>;
}

const known = new WeakMap<object, WeakMap<object, Flow>>();

/** Made once for documents that differ in places and words alone. */
export function flowOf({ nodes, edges }: Pick<DiagramDocument, 'nodes' | 'edges'>): Flow {
  const [work, links] = [workOf(nodes), linksOf(edges)];
  const byLinks = known.get(work) ?? new WeakMap<object, Flow>();
  known.set(work, byLinks);
  const made = byLinks.get(links) ?? makeFlow(work, links);
  byLinks.set(links, made);
  return made;
}

/** What `flowOf` reads: for `Rule.reads`. */
export function readsFlow({ nodes, edges }: DiagramDocument): readonly object[] {
  return [workOf(nodes), linksOf(edges)];
}

function makeFlow(work: ReadonlyMap<NodeId, WorkNode>, links: readonly Link[]): Flow {
  const arrows = new Map<NodeId, Link[]>();
  const next = new Map<NodeId, NodeId[]>();
  const onward = new Map<NodeId, NodeId[]>();
  const backward = new Map<NodeId, NodeId[]>();
  const connect = (from: NodeId, to: NodeId): void => {
    addTo(onward, from, to);
    addTo(backward, to, from);
  };
  const linkedGroups = new Set<NodeId>();
  for (const link of links) {
    const [from, to] = [work.get(link.from), work.get(link.to)];
    // An edge to a note is a remark.
    if (from === undefined || to === undefined) continue;
    connect(from.id, to.id);
    if (link.isTwoWay) connect(to.id, from.id);
    else if (link.kind !== 'data') {
      addTo(arrows, from.id, link);
      addTo(next, from.id, to.id);
    }
    for (const end of [from, to]) if (end.kind === 'group') linkedGroups.add(end.id);
  }
  for (const { id, groupIds } of work.values()) {
    for (const groupId of groupIds) {
      if (!linkedGroups.has(groupId)) continue;
      connect(groupId, id);
      connect(id, groupId);
    }
  }
  return { work, arrows, next, onward, backward };
}

function addTo<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}
