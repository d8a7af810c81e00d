import { atNodes, type Rule } from './rule';
import { doersOf, workOf } from './work';

/** Two steps that a rule of the document keeps apart, done by the same role; who does a step is said in `doersOf`. */
export const sameRole: Rule = {
  severity: 'error',
  reads: ({ nodes, separations }) => [workOf(nodes), separations],
  find: ({ nodes, separations }) =>
    [...separations.values()].flatMap(({ nodeIds: [a, b] }) => {
      const [first, second] = [workOf(nodes).get(a), workOf(nodes).get(b)];
      if (first === undefined || second === undefined) return [];
      const both = doersOf(first).filter((roleId) => doersOf(second).includes(roleId));
      return both.length === 0 ? [] : [atNodes([a, b], { roleIds: both })];
    }),
  what({ nodeIds: [a, b], roleIds }, { t, node, role, reason }) {
    const what = t('rule.sameRole.what', { role: roleIds.map(role).join(', '), a: node(a), b: node(b) });
    const because = reason(a, b);
    return because === '' ? what : t('rule.because', { what, reason: because });
  },
};
