import type { Language } from '../../shared/i18n/language';
import type { Translate } from '../../shared/i18n/messages';
import { kindOf } from '../../shared/kinds/index';
import { withTakers } from '../../shared/kinds/takers';
import type { DiagramEdge, DiagramNode } from '../../shared/model/document';
import { edgeKinds } from '../../shared/model/edgeKinds';
import { wordsIn } from '../../shared/model/localizedText';
import type { NodeLook } from '../../shared/picture/nodeMarks';
import type { ElementNames } from './flowModel';

/** What a screen reader calls a node: its label, what it is, and whose. */
export function nodeName(t: Translate, language: Language, { node, roles, roleId }: NodeLook): string {
  const kind = t(kindOf(node.kind).labelKey);
  const role = roleId === null ? undefined : roles.get(roleId);
  const own = wordsIn(node.label, language);
  const roleName = role === undefined ? '' : wordsIn(withTakers(role.name, role), language);
  // Role cards and lanes without a name of their own show that of their role.
  const shown = own === '' && node.roleId !== null && role !== undefined ? roleName : own;
  const label = shown || t('canvas.unnamed');
  return role === undefined || shown !== own
    ? t('canvas.nodeName', { label, kind })
    : t('canvas.nodeNameWithRole', { label, kind, role: roleName });
}

export function createElementNames(t: Translate, language: Language): ElementNames {
  const short = (node: DiagramNode) => wordsIn(node.label, language) || t(kindOf(node.kind).labelKey);
  return {
    nodeRole: t('canvas.nodeRole'),
    edgeRole: t('canvas.edgeRole'),
    node: (look) => nodeName(t, language, look),
    edge(edge: DiagramEdge, source: DiagramNode, target: DiagramNode) {
      const slots = { kind: t(edgeKinds[edge.kind].labelKey), from: short(source), to: short(target) };
      const label = wordsIn(edge.label, language);
      return label === '' ? t('canvas.edgeName', slots) : t('canvas.edgeNameWithLabel', { ...slots, label });
    },
  };
}
