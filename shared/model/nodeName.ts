import type { Language } from '../i18n/language';
import type { Translate } from '../i18n/messages';
import { kindOf } from '../kinds/index';
import type { DiagramDocument, DiagramNode } from './document';
import { wordsIn } from './localizedText';

/** What lists call a node: its label on one line, else its role's name, else its kind. */
export function nodeName(
  { roles }: Pick<DiagramDocument, 'roles'>,
  node: DiagramNode,
  language: Language,
  t: Translate,
): string {
  const label = wordsIn(node.label, language).replace(/\s+/g, ' ').trim();
  if (label !== '') return label;
  const role = node.roleId === null ? undefined : roles.get(node.roleId);
  const roleName = role === undefined ? '' : wordsIn(role.name, language);
  return roleName !== '' ? roleName : t(kindOf(node.kind).labelKey);
}
