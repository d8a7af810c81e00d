import type { Language } from '../../shared/i18n/language';
import type { EdgeId, NodeId } from '../../shared/model/ids';
import { type LabelLanguage, textIn, withTextIn } from '../../shared/model/localizedText';
import type { EditorStore } from '../state/editorStore';
import { setLabel } from './labelEdits';

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
  shown: LabelLanguage,
): void {
  const { document } = editor.getState().history.present;
  const node = document.nodes.get(id);
  const text = tidied(typed);
  // Another language's words stand in where there are none: left as they are, they are no translation.
  if (node === undefined || text === textIn(node.label, language)) return;
  const label = withTextIn(node.label, language, text);
  editor.transact('canvas.step.editText', (edit) => setLabel(edit, document, node, label, shown));
}

export function setEdgeLabel(editor: EditorStore, id: EdgeId, typed: string, language: Language): void {
  const edge = editor.getState().history.present.document.edges.get(id);
  const text = tidied(typed);
  if (edge === undefined || text === textIn(edge.label, language)) return;
  const label = withTextIn(edge.label, language, text);
  editor.transact('canvas.step.editText', (edit) => edit('edges.set', { ids: [id], patch: { label } }));
}
