import { atNodes, type Rule } from './rule';
import { stepsOf, withLetterIn, workOf } from './work';

/**
 * A task or decision that is nobody's: without a role, in no container with one. Where roles are not used at all (none
 * in the document) nothing is asked for. A single R says whose it is, for certain.
 */
export const stepWithoutRole: Rule = {
  severity: 'error',
  reads: ({ nodes, roles }) => [workOf(nodes), roles],
  find({ nodes, roles }) {
    if (roles.size === 0) return [];
    return stepsOf(nodes)
      .filter(({ roleId }) => roleId === null)
      .map((step) => {
        const [doer, ...others] = withLetterIn(step, 'R');
        if (doer === undefined || others.length > 0 || step.locked) return atNodes([step.id]);
        const args = { ids: [step.id], patch: { roleId: doer } };
        return atNodes([step.id], { fix: { name: 'giveRole', roleId: doer, edit: { name: 'nodes.set', args } } });
      });
  },
  what: ({ nodeIds: [id] }, { t, node }) => t('rule.stepWithoutRole.what', { step: node(id) }),
};
