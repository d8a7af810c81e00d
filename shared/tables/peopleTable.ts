import type { Language } from '../i18n/language';
import type { Translate } from '../i18n/messages';
import type { DiagramDocument } from '../model/document';
import type { RoleId } from '../model/ids';
import { wordsIn } from '../model/localizedText';
import { rolesInOrder } from '../model/query';
import { isVacant, peopleInOrder, takersOf } from '../model/vacancy';
import { type Load, peopleAsTakers, roleLoads, takerLoads } from '../team/load';
import type { Rows } from './csv';

const fields = ['steps', 'responsible', 'accountable', 'given', 'taken'] as const satisfies readonly (keyof Load)[];

/** Who takes which roles, and how much that is: a row for each person. `t` speaks `language`. */
export function peopleTable(document: DiagramDocument, language: Language, t: Translate): Rows {
  const loads = takerLoads(document, peopleAsTakers(document));
  const roleName = (id: RoleId) => wordsIn(document.roles.get(id)?.name ?? '', language);
  const rows = peopleInOrder(document.people).map(({ id, name, roleIds }) => [
    wordsIn(name, language) || t('people.unnamed'),
    roleIds.map(roleName).join(', '),
    ...countsOf(loads.get(id)),
  ]);
  return [[t('print.person'), t('print.roles'), ...fields.map((field) => t(`load.${field}`))], ...rows];
}

/** By whom each role is taken, and how much it is: a row for each role. `t` speaks `language`. */
export function takersTable(document: DiagramDocument, language: Language, t: Translate): Rows {
  const loads = roleLoads(document);
  const rows = rolesInOrder(document.roles).map((role) => {
    const takers = takersOf(document, role.id).map(({ name }) => wordsIn(name, language));
    const by = isVacant(document, role) ? t('people.vacant') : takers.join(', ');
    return [wordsIn(role.name, language), by, ...countsOf(loads.get(role.id))];
  });
  return [[t('people.role'), t('print.takenBy'), ...fields.map((field) => t(`load.${field}`))], ...rows];
}

/** Shares of a role that several take may be halves. */
function countsOf(load: Load | undefined): readonly string[] {
  return fields.map((field) => String(Math.round((load?.[field] ?? 0) * 10) / 10));
}
