import type { NodeId, RoleId } from '../model/ids';
import { flowOf, readsFlow } from './flow';
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
    const { work, arrows } = flowOf(document);
    const best = new Map<string, { readonly node: WorkNode; readonly state: Exchange; readonly other: RoleId }>();
    const exchanges = countExchanges(work, arrows);
    for (const [id, byOther] of exchanges) {
      const node = work.get(id);
      if (node === undefined || node.roleId === null) continue;
      for (const [other, state] of byOther) {
        const pair = [node.roleId, other].sort().join(' ');
        if (state.count > (best.get(pair)?.state.count ?? FEWEST_EXCHANGES - 1)) best.set(pair, { node, state, other });
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

function countExchanges(work: ReadonlyMap<NodeId, WorkNode>, arrows: ReadonlyMap<NodeId, readonly Link[]>): Exchanges {
  const found = new Map<NodeId, Map<RoleId, Exchange>>();
  const note = (id: NodeId, other: RoleId, exchange: Exchange): void => {
    const known = found.get(id) ?? new Map<RoleId, Exchange>();
    found.set(id, known);
    if (exchange.count > (known.get(other)?.count ?? 0)) known.set(other, exchange);
  };
  const { order, isBack } = inFlowOrder(work, arrows);
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
function inFlowOrder(work: ReadonlyMap<NodeId, WorkNode>, arrows: ReadonlyMap<NodeId, readonly Link[]>) {
  const entered = new Set<NodeId>();
  const left = new Set<NodeId>();
  const isBack = new Set<Link>();
  const order: NodeId[] = [];
  const arrived = new Set([...arrows.values()].flatMap((links) => links.map(({ to }) => to)));
  const ids = [...work.keys()].sort();
  // From where work begins, so that what leads back is what a reader takes for it.
  for (const start of [...ids.filter((id) => !arrived.has(id)), ...ids]) {
    if (entered.has(start)) continue;
    entered.add(start);
    const path = [{ id: start, at: 0 }];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const link = arrows.get(top.id)?.[top.at++];
      if (link === undefined) {
        path.pop();
        left.add(top.id);
        order.push(top.id);
      } else if (!entered.has(link.to)) {
        entered.add(link.to);
        path.push({ id: link.to, at: 0 });
      } else if (!left.has(link.to)) isBack.add(link);
    }
  }
  return { order: order.reverse(), isBack };
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
