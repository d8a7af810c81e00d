import type { HitTarget } from '../../../shared/find/findInDocument';
import type { Language } from '../../../shared/i18n/language';
import type { Translate } from '../../../shared/i18n/messages';
import { kindOf } from '../../../shared/kinds/index';
import type { DiagramDocument } from '../../../shared/model/document';
import { edgeKinds } from '../../../shared/model/edgeKinds';
import { wordsIn } from '../../../shared/model/localizedText';
import { nodeName } from '../../../shared/model/nodeName';
import { roleOfNode } from '../../../shared/model/query';
import type { IconName } from '../../../shared/scene/icons.generated';
import { placeName } from '../names';

/** What lists call something that was found, where it is, and the icon of its kind. */
export interface HitName {
  readonly name: string;
  /** The stage or container it lies in and whose it is; of a line its ends. */
  readonly place: string;
  readonly kind: string;
  readonly icon: IconName;
}

export function hitName(
  document: DiagramDocument,
  target: HitTarget,
  language: Language,
  t: Translate,
): HitName | null {
  if (target.type === 'role') {
    const role = document.roles.get(target.id);
    if (role === undefined) return null;
    const name = wordsIn(role.name, language) || t('inspector.unnamed');
    return { name, place: wordsIn(role.team, language), kind: t('kind.role'), icon: role.icon };
  }
  if (target.type === 'edge') {
    const edge = document.edges.get(target.id);
    if (edge === undefined) return null;
    const [from, to] = [edge.from, edge.to].map(({ nodeId }) => {
      const node = document.nodes.get(nodeId);
      return node === undefined ? '' : nodeName(document, node, language, t);
    });
    const { icon, labelKey } = edgeKinds[edge.kind];
    const label = wordsIn(edge.label, language).replace(/\s+/g, ' ').trim();
    return { name: label || t(labelKey), place: `${from} → ${to}`, kind: t(labelKey), icon };
  }
  const node = document.nodes.get(target.id);
  if (node === undefined) return null;
  const role = roleOfNode(document, node);
  const parts = [placeName(document, node, language, t), role === undefined ? '' : wordsIn(role.name, language)];
  const name = nodeName(document, node, language, t);
  const place = [...new Set(parts)].filter((part) => part !== '' && part !== name).join(' · ');
  const { icon, labelKey } = kindOf(node.kind);
  return { name, place, kind: t(labelKey), icon };
}
