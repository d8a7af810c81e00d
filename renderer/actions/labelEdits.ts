import type { Edit } from '../../shared/edits/args';
import type { DiagramDocument, DiagramNode } from '../../shared/model/document';
import { isSameText, type LabelLanguage, type LocalizedText } from '../../shared/model/localizedText';
import { fittedBox } from '../../shared/picture/fit';
import { resizeNodes } from './settling';

/** Gives a node a label, whoever wrote it: one that fits its text grows for what is shown of it, in the same step. */
export function setLabel(
  edit: Edit,
  document: DiagramDocument,
  node: DiagramNode,
  label: LocalizedText,
  shown: LabelLanguage,
): void {
  if (isSameText(label, node.label)) return;
  edit('nodes.set', { ids: [node.id], patch: { label } });
  if (node.sizing === 'fit') growToText(edit, document, { ...node, label }, shown);
}

/** Makes a node large enough for its label. */
export function growToText(edit: Edit, document: DiagramDocument, node: DiagramNode, shown: LabelLanguage): void {
  const box = fittedBox(document, node, shown);
  if (box !== null) resizeNodes(edit, document, new Map([[node.id, box]]));
}
