import type { NodeId, RoleId } from '../model/ids';
import { type Flow, flowOf, readsFlow } from './flow';
import { peel } from './graph';
import type { Finding, Rule } from './rule';
import type { Link, WorkNode } from './work';

/** From so many exchanges on two roles throw work back and forth: there and back again may well be meant. */
const FEWEST_EXCHANGES = 3;

/**
 * Work that changes hands between the same two roles again and again: the number of times a way along flows and
 * hand-offs crosses from one to the other while it is at steps of these two alone. Ways back to where work has been are
 * left out (they are loops). For each two roles the longest such way.
 */
export const pingPong: Rule = {
  severity: 'warning',
  findsWays: true,
  reads: readsFlow,
  find(document) {
    const flow = flowOf(document);
    const { work } = flow;
    const best = new Map<string, { readonly node: WorkNode; readonly state: Exchange; readonly other: RoleId }>();
    const exchanges = countExchanges(flow);
    for (const [id, byOther] of exchanges) {
      const node = work.get(id);
      if (node === undefined || node.roleId === null) continue;
      for (const [other, state] of byOther) {
        if (state.count < FEWEST_EXCHANGES) continue;
        const pair = [node.roleId, other].sort().join(' ');
        const before = best.get(pair);
        const isLonger = before === undefined || state.count > before.state.count;
        const isEqual = state.count === before?.state.count && node.id < before.node.id;
        if (isLonger || isEqual) best.set(pair, { node, state, other });
      }
    }
    return [...best.values()].map(({ node, state, other }) => wayTo(node, other, state.count, work, exchanges));
  },
  what({ roleIds: [a, b], count = 0 }, { t, role }) {
    return t('rule.pingPong.what', { a: role(a), b: role(b), count });
  },
};

interface Exchange {
  readonly count: number;
  /** The last edge of the way. */
  readonly along: Link;
}

/** By step and by the other role: how often a way that ends at the step has crossed between that role and the step's. */
type Exchanges = ReadonlyMap<NodeId, ReadonlyMap<RoleId, Exchange>>;

function countExchanges(flow: Flow): Exchanges {
  const { work, arrows } = flow;
  const found = new Map<NodeId, Map<RoleId, Exchange>>();
  const note = (id: NodeId, other: RoleId, exchange: Exchange): void => {
    const known = found.get(id) ?? new Map<RoleId, Exchange>();
    found.set(id, known);
    const before = known.get(other);
    // Of two equal ways the one by the lesser edge, in whatever order they are drawn.
    const isBetter = before === undefined || exchange.count > before.count;
    const isEqual = exchange.count === before?.count && exchange.along.id < before.along.id;
    if (isBetter || isEqual) known.set(other, exchange);
  };
  const { order, isBack } = inFlowOrder(flow);
  for (const id of order) {
    const role = work.get(id)?.roleId ?? null;
    if (role === null) continue;
    for (const along of arrows.get(id) ?? []) {
      const next = work.get(along.to)?.roleId ?? null;
      if (next === null || isBack.has(along)) continue;
      if (next === role) for (const [other, { count }] of found.get(id) ?? []) note(along.to, other, { count, along });
      else note(along.to, role, { count: (found.get(id)?.get(next)?.count ?? 0) + 1, along });
    }
  }
  return found;
}

/** All nodes, each before those that it leads to, and the links that lead back to where a way has come from. */
function inFlowOrder({ arrows, next }: Flow) {
  const { order, rest } = peel(next);
  const entered = new Set<NodeId>();
  const left = new Set<NodeId>();
  const isBack = new Set<Link>();
  const circled: NodeId[] = [];
  const linksFrom = (id: NodeId) => [...(arrows.get(id) ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
  // From where work comes in, so that what leads back is what a reader takes for it.
  const entries = new Set(order.flatMap((id) => next.get(id) ?? []).filter((id) => rest.has(id)));
  for (const start of [...[...entries].sort(), ...[...rest].sort()]) {
    if (entered.has(start)) continue;
    entered.add(start);
    const path = [{ id: start, links: linksFrom(start), at: 0 }];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const link = top.links[top.at++];
      if (link === undefined) {
        path.pop();
        left.add(top.id);
        circled.push(top.id);
      } else if (!entered.has(link.to)) {
        entered.add(link.to);
        path.push({ id: link.to, links: linksFrom(link.to), at: 0 });
      } else if (!left.has(link.to)) isBack.add(link);
    }
  }
  return { order: [...order, ...circled.reverse()], isBack };
}

/** The way that ends at a step, from its first exchange on. */
function wayTo(
  last: WorkNode,
  other: RoleId,
  count: number,
  work: ReadonlyMap<NodeId, WorkNode>,
  exchanges: Exchanges,
): Finding {
  const nodeIds = [last.id];
  const edgeIds: Link['id'][] = [];
  let [node, partner] = [last, other];
  for (let state = exchanges.get(node.id)?.get(partner); state !== undefined; ) {
    const before = work.get(state.along.from);
    if (before === undefined || before.roleId === null) break;
    nodeIds.unshift(before.id);
    edgeIds.unshift(state.along.id);
    if (before.roleId !== node.roleId) partner = node.roleId ?? partner;
    node = before;
    state = exchanges.get(node.id)?.get(partner);
  }
  const first = node.roleId ?? other;
  return { nodeIds, edgeIds, roleIds: [first, partner], count };
}
