import type { RoleId } from '../model/ids';
import { atNodes, type Rule } from './rule';
import { type WorkNode, withLetterIn, workOf } from './work';

/** From so many steps on that only one person can do, the work stands still when that person is away. */
const FEWEST_STEPS = 4;

/**
 * A role of one person, without a backup, that alone has the R of several steps. The people who take a role count where
 * there are more of them than its headcount says; only letters count, so that who does not use RACI hears nothing.
 */
export const singlePoint: Rule = {
  severity: 'warning',
  reads: ({ nodes, roles, people }) => [workOf(nodes), roles, people],
  find({ nodes, roles, people }) {
    const alone = new Map<RoleId, WorkNode[]>();
    for (const step of workOf(nodes).values()) {
      const [doer, ...others] = withLetterIn(step, 'R');
      if (doer === undefined || others.length > 0) continue;
      const steps = alone.get(doer);
      if (steps === undefined) alone.set(doer, [step]);
      else steps.push(step);
    }
    return [...alone].flatMap(([roleId, steps]) => {
      const role = roles.get(roleId);
      const named = [...people.values()].filter(({ roleIds }) => roleIds.includes(roleId)).length;
      const isSafe = role === undefined || role.backupId !== null || Math.max(role.headcount, named) > 1;
      if (isSafe || steps.length < FEWEST_STEPS) return [];
      const ids = steps.map(({ id }) => id);
      return [atNodes(ids, { roleIds: [roleId], count: ids.length })];
    });
  },
  what: ({ roleIds: [id], count = 0 }, { t, role }) => t('rule.singlePoint.what', { role: role(id), count }),
};
