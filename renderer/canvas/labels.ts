import { type Box, centerOf } from '../../shared/geometry/box';
import type { Language } from '../../shared/i18n/language';
import { kindOf, nodeKinds } from '../../shared/kinds/index';
import type { DiagramNode } from '../../shared/model/document';
import type { EdgeId, NodeId } from '../../shared/model/ids';
import { isSameText, type LabelLanguage, withTextIn } from '../../shared/model/localizedText';
import { boxOfNode } from '../../shared/model/query';
import { nodeFace, nodeLook } from '../../shared/picture/nodeMarks';
import type { EditorStore } from '../state/editorStore';

/** What was typed as a label keeps its lines, but no blanks around it. */
function tidied(typed: string): string {
  return typed
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
}

/** Names a node in a language; one too small for what is shown of its new name grows, in the same step. */
export function setNodeLabel(
  editor: EditorStore,
  id: NodeId,
  typed: string,
  language: Language,
  labels: LabelLanguage,
): void {
  const { document } = editor.getState().history.present;
  const node = document.nodes.get(id);
  if (node === undefined) return;
  const label = withTextIn(node.label, language, tidied(typed));
  if (isSameText(label, node.label)) return;
  const named: DiagramNode = { ...node, label };
  const size = kindOf(node.kind).fitSize(nodeFace({ ...nodeLook(document, node), node: named }), labels);
  const isTooSmall = size.width > node.width || size.height > node.height;
  editor.transact('canvas.step.editText', (edit) => {
    edit('nodes.set', { ids: [id], patch: { label } });
    if (!isTooSmall) return;
    const width = Math.max(size.width, node.width);
    const height = Math.max(size.height, node.height);
    edit('nodes.place', { boxes: new Map([[id, grown(boxOfNode(document.nodes, node), width, height, node)]]) });
  });
}

/** Steps grow around their middle, so that lines to them stay straight; frames to the right and downwards. */
function grown(box: Box, width: number, height: number, node: DiagramNode): Box {
  if (nodeKinds[node.kind].traits.layer === 'back') return { ...box, width, height };
  const { x, y } = centerOf(box);
  return { x: x - width / 2, y: y - height / 2, width, height };
}

export function setEdgeLabel(editor: EditorStore, id: EdgeId, typed: string, language: Language): void {
  const edge = editor.getState().history.present.document.edges.get(id);
  if (edge === undefined) return;
  const label = withTextIn(edge.label, language, tidied(typed));
  if (isSameText(label, edge.label)) return;
  editor.transact('canvas.step.editText', (edit) => edit('edges.set', { ids: [id], patch: { label } }));
}
