import type { Language } from '../../../shared/i18n/language';
import type { Translate } from '../../../shared/i18n/messages';
import { kindOf } from '../../../shared/kinds/index';
import type { DiagramDocument } from '../../../shared/model/document';
import { edgeKinds } from '../../../shared/model/edgeKinds';
import { wordsIn } from '../../../shared/model/localizedText';
import { nodeName } from '../../../shared/model/nodeName';
import type { TextPlace } from '../../../shared/model/translations';

/** What a person calls the place of a text: "Task · Name", "Flow from A to B · Name". */
export function placeTitle(document: DiagramDocument, place: TextPlace, language: Language, t: Translate): string {
  const { roles, nodes, edges } = document;
  switch (place.type) {
    case 'title':
      return t('inspector.title');
    case 'role': {
      const role = roles.get(place.id);
      const owner = `${t('inspector.role')} ${role === undefined ? '' : wordsIn(role.name, language)}`.trim();
      const field = place.field === 'team' ? t('role.team') : t(`inspector.${place.field}`);
      return `${owner} · ${field}`;
    }
    case 'node': {
      const node = nodes.get(place.id);
      const owner = node === undefined ? t('inspector.unnamed') : t(kindOf(node.kind).labelKey);
      if (place.field === 'label') return `${owner} · ${t('inspector.name')}`;
      const name = node === undefined ? '' : ` ${nodeName(document, node, language, t)}`;
      return `${owner}${name} · ${t('inspector.description')}`;
    }
    case 'edge': {
      const edge = edges.get(place.id);
      const [from, to] = [edge?.from, edge?.to].map((end) => {
        const node = end === undefined ? undefined : nodes.get(end.nodeId);
        return node === undefined ? t('inspector.unnamed') : nodeName(document, node, language, t);
      });
      const kind = edge === undefined ? '' : t(edgeKinds[edge.kind].labelKey);
      return `${kind} ${from} → ${to} · ${t(`inspector.${place.field}`)}`;
    }
  }
}
