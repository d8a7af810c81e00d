import type { Language } from '../../shared/i18n/language';
import type { Translate } from '../../shared/i18n/messages';
import type { DiagramDocument, DiagramNode } from '../../shared/model/document';
import type { NodeId } from '../../shared/model/ids';
import { wordsIn } from '../../shared/model/localizedText';
import { nodeName } from '../../shared/model/nodeName';
import { boxOfNode, nodesByKind, roleOfNode } from '../../shared/model/query';
import { mustGet } from '../../shared/util/invariant';

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
  if (node.kind !== 'stage') {
    const box = boxOfNode(document.nodes, node);
    const middleX = box.x + box.width / 2;
    for (const id of nodesByKind(document.nodes).get('stage') ?? []) {
      const stage = mustGet(document.nodes, id);
      const column = boxOfNode(document.nodes, stage);
      const isUnder = box.width <= column.width && middleX >= column.x && middleX < column.x + column.width;
      if (isUnder && box.y < column.y + column.height) return nodeName(document, stage, language, t);
    }
  }
  const parent = node.parentId === null ? undefined : document.nodes.get(node.parentId);
  return parent === undefined ? '' : nodeName(document, parent, language, t);
}
