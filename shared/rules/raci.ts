import type { DiagramDocument } from '../model/document';
import type { Fix, Rule } from './rule';
import { atNodes } from './rule';
import { type WorkNode, withLetterIn, workOf } from './work';

/**
 * The rules about responsibilities look only at what has any letter: who does not use RACI, or not for this step, hears
 * nothing of it. With the first letter a step has to have them all.
 */
function withLetters({ nodes }: DiagramDocument): readonly WorkNode[] {
  return [...workOf(nodes).values()].filter(({ raci }) => raci.size > 0);
}

const readsLetters: Rule['reads'] = ({ nodes }) => [workOf(nodes)];

/** Nobody answers for the step. Who does is never certain: often it is not who does it. */
export const notAccountable: Rule = {
  severity: 'error',
  reads: readsLetters,
  find: (document) =>
    withLetters(document)
      .filter((step) => withLetterIn(step, 'A').length === 0)
      .map(({ id }) => atNodes([id])),
  what: ({ nodeIds: [id] }, { t, node }) => t('rule.notAccountable.what', { step: node(id) }),
};

/** Several answer for the step, so in the end nobody does. */
export const manyAccountable: Rule = {
  severity: 'error',
  reads: readsLetters,
  find: (document) =>
    withLetters(document).flatMap((step) => {
      const roleIds = withLetterIn(step, 'A');
      return roleIds.length > 1 ? [atNodes([step.id], { roleIds, count: roleIds.length })] : [];
    }),
  what({ nodeIds: [id], roleIds, count = 0 }, { t, node, role }) {
    return t('rule.manyAccountable.what', { step: node(id), count, roles: roleIds.map(role).join(', ') });
  },
};

/** Nobody does the step. Where it is some role's, and that role is not merely asked or told, that one does. */
export const notResponsible: Rule = {
  severity: 'error',
  reads: readsLetters,
  find: (document) =>
    withLetters(document)
      .filter((step) => withLetterIn(step, 'R').length === 0)
      .map((step) => {
        const fix = responsibleFix(step);
        return atNodes([step.id], fix === null ? {} : { fix });
      }),
  what: ({ nodeIds: [id] }, { t, node }) => t('rule.notResponsible.what', { step: node(id) }),
};

function responsibleFix({ id, roleId, raci, locked }: WorkNode): Fix | null {
  const level = roleId === null ? null : (raci.get(roleId) ?? null);
  if (locked || roleId === null || level === 'C' || level === 'I') return null;
  const args = { ids: [id], roleId, level: level === 'A' ? 'AR' : 'R' } as const;
  return { name: 'makeResponsible', roleId, edit: { name: 'raci.assign', args } };
}
