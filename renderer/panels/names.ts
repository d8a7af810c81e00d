import type { Language } from '../../shared/i18n/language';
import type { Translate } from '../../shared/i18n/messages';
import type { DiagramDocument, DiagramNode } from '../../shared/model/document';
import type { NodeId } from '../../shared/model/ids';
import { wordsIn } from '../../shared/model/localizedText';
import { nodeName } from '../../shared/model/nodeName';
import { roleOfNode } from '../../shared/model/query';
import { stageOf } from '../../shared/model/steps';

/** Who stands behind a node in a hand-off: its role or its lane's, else the node itself. */
export function actorName(document: DiagramDocument, id: NodeId, language: Language, t: Translate): string {
  const node = document.nodes.get(id);
  if (node === undefined) return t('inspector.unnamed');
  const role = roleOfNode(document, node);
  const name = role === undefined ? '' : wordsIn(role.name, language);
  return name !== '' ? name : nodeName(document, node, language, t);
}

/** Where a node lies, in words: the stage its middle is under, else its container; '' on the bare canvas. */
export function placeName(document: DiagramDocument, node: DiagramNode, language: Language, t: Translate): string {
  const placeId = (node.kind === 'stage' ? null : stageOf(document.nodes, node)) ?? node.parentId;
  const place = placeId === null ? undefined : document.nodes.get(placeId);
  return place === undefined ? '' : nodeName(document, place, language, t);
}
