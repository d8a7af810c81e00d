import type { DiagramDocument } from '../model/document';
import type { NodeId, RoleId } from '../model/ids';
import { flowOf, readsFlow } from './flow';
import { atNodes, type Rule } from './rule';
import { isStep } from './work';

/**
 * A user is a role that hands nothing on: the work is for it. It is reached when an edge joins one of its steps with
 * anything that is not its own. Roles with a card alone are not looked at (it may be a legend), and nothing is asked for
 * until some other role works with somebody.
 */
export const userNotReached: Rule = {
  severity: 'error',
  reads: readsFlow,
  find: (document) => [...unreachedUsers(document)].map(([roleId, ids]) => atNodes(ids, { roleIds: [roleId] })),
  what: ({ roleIds: [id] }, { t, role }) => t('rule.userNotReached.what', { role: role(id) }),
};

const known = new WeakMap<object, ReadonlyMap<RoleId, readonly NodeId[]>>();

/** The steps of each user that nothing reaches. */
export function unreachedUsers(document: Pick<DiagramDocument, 'nodes' | 'edges'>) {
  const flow = flowOf(document);
  const made = known.get(flow);
  if (made !== undefined) return made;
  const { work, onward } = flow;
  const joined = new Set<RoleId>();
  for (const [id, others] of onward) {
    const role = work.get(id)?.roleId ?? null;
    for (const otherId of others) {
      const other = work.get(otherId)?.roleId ?? null;
      if (role === other) continue;
      for (const one of [role, other]) if (one !== null) joined.add(one);
    }
  }
  const found = new Map<RoleId, NodeId[]>();
  for (const node of joined.size === 0 ? [] : work.values()) {
    if (!isStep(node) || node.roleId === null || joined.has(node.roleId)) continue;
    const ids = found.get(node.roleId);
    if (ids === undefined) found.set(node.roleId, [node.id]);
    else ids.push(node.id);
  }
  known.set(flow, found);
  return found;
}

/** Steps that are told of as their role's, and need not be told of one by one. */
export function stepsOfUnreached(document: Pick<DiagramDocument, 'nodes' | 'edges'>): ReadonlySet<NodeId> {
  return new Set([...unreachedUsers(document).values()].flat());
}
