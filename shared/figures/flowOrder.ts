import type { DiagramDocument, DiagramEdge, DiagramNode } from '../model/document';
import type { EdgeId, NodeId } from '../model/ids';
import { inReadingOrder } from '../model/readingOrder';

/** A way on that work takes from one place to the next. */
export interface Link {
  readonly id: EdgeId;
  readonly from: NodeId;
  readonly to: NodeId;
}

/** The places of a flow, each before all that it leads to. */
export interface FlowOrder {
  readonly order: readonly NodeId[];
  /** By where they start; without those that lead back to where the work has been. */
  readonly onward: ReadonlyMap<NodeId, readonly Link[]>;
}

type Graph = Pick<DiagramDocument, 'nodes' | 'edges'>;

/** Work passes through all but what only says something about it. */
function isPlace({ kind }: DiagramNode): boolean {
  return kind !== 'note' && kind !== 'stage' && kind !== 'lane';
}

/** An edge as work takes it: turned round where its head is at its start; `null` where nothing goes one way along it. */
function linkOf({ id, kind, heads, from, to }: DiagramEdge): Link | null {
  if ((kind !== 'flow' && kind !== 'handoff') || from.nodeId === to.nodeId) return null;
  if (heads === 'end') return { id, from: from.nodeId, to: to.nodeId };
  return heads === 'start' ? { id, from: to.nodeId, to: from.nodeId } : null;
}

/**
 * Follows flows and hand-offs from where work begins; several beginnings come in reading order. A link back to a place on the way that led to it is a loop for rework; without these links the rest has an order, which is
 * the reverse of the order in which a depth-first search leaves the places.
 */
export function flowOrder({ nodes, edges }: Graph): FlowOrder {
  const links = new Map<NodeId, Link[]>();
  const arrived = new Set<NodeId>();
  for (const edge of [...edges.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const link = linkOf(edge);
    const ends = link === null ? [] : [nodes.get(link.from), nodes.get(link.to)];
    if (link === null || !ends.every((node) => node !== undefined && isPlace(node))) continue;
    const others = links.get(link.from);
    if (others === undefined) links.set(link.from, [link]);
    else others.push(link);
    arrived.add(link.to);
  }
  const ids = inReadingOrder(nodes).filter((id) => {
    const node = nodes.get(id);
    return node !== undefined && isPlace(node);
  });
  // The last beginning is followed first, so that the first one comes first once the order is turned round.
  const starts = ids.filter((id) => !arrived.has(id)).reverse();
  const entered = new Set<NodeId>();
  const left = new Set<NodeId>();
  const order: NodeId[] = [];
  const onward = new Map<NodeId, Link[]>();
  for (const start of [...starts, ...ids]) {
    if (entered.has(start)) continue;
    entered.add(start);
    // Without recursion: a diagram of 10,000 steps may be one long chain.
    const path = [{ id: start, at: 0, ahead: [] as Link[] }];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const link = links.get(top.id)?.[top.at++];
      if (link === undefined) {
        path.pop();
        left.add(top.id);
        order.push(top.id);
        if (top.ahead.length > 0) onward.set(top.id, top.ahead);
        continue;
      }
      const leadsBack = entered.has(link.to) && !left.has(link.to);
      if (!leadsBack) top.ahead.push(link);
      if (entered.has(link.to)) continue;
      entered.add(link.to);
      path.push({ id: link.to, at: 0, ahead: [] });
    }
  }
  return { order: order.reverse(), onward };
}

/** For each place how many places lie before it on the longest way to it. */
export function depthsOf({ order, onward }: FlowOrder): ReadonlyMap<NodeId, number> {
  const depths = new Map(order.map((id) => [id, 0]));
  for (const id of order) {
    for (const { to } of onward.get(id) ?? []) {
      depths.set(to, Math.max(depths.get(to) ?? 0, (depths.get(id) ?? 0) + 1));
    }
  }
  return depths;
}
