import { useEffect, useRef, useState } from 'react';
import type { Language } from '../../shared/i18n/language';
import { kindOf } from '../../shared/kinds/index';
import { mainLanguage, textIn } from '../../shared/model/localizedText';
import { type NodeLook, nodeFace } from '../../shared/picture/nodeMarks';
import { setNodeLabel } from '../actions/texts';
import { useLabelLanguage, useOpenDocument, useT, useView } from '../state/hooks';
import { useCanvasTools } from './canvasStore';
import { nodeName } from './elementNames';
import { TextEditor } from './TextEditor';

/** The field over a node's label: of the one selected node, or of the one whose text is being edited. */
export function NodeTextEditor({ look }: { readonly look: NodeLook }) {
  const { node } = look;
  const { editor, view } = useOpenDocument();
  const tools = useCanvasTools();
  const labels = useLabelLanguage();
  const [chosen, setChosen] = useState<Language | null>(null);
  const language = chosen ?? mainLanguage(labels);
  const t = useT();
  const editing = useView((state) => state.editing);
  const own = editing?.type === 'node' && editing.id === node.id ? editing : null;
  const wrapper = useRef<HTMLDivElement>(null);

  // The cursor waits in the selected node's field, unless the keyboard is in a panel or a dialog.
  useEffect(() => {
    if (tools.hasFocus()) wrapper.current?.querySelector('textarea')?.focus({ preventScroll: true });
  }, [tools]);

  const stop = () => {
    setChosen(null);
    view.setState({ editing: null });
  };
  return (
    <div ref={wrapper}>
      <TextEditor
        box={kindOf(node.kind).labelBox(nodeFace(look))}
        text={own?.firstText ?? textIn(node.label, language)}
        mode={own === null ? 'waiting' : 'editing'}
        selectAll={own?.selectAll ?? false}
        name={nodeName(t, language, look)}
        inLanguages={
          typeof node.label === 'string'
            ? undefined
            : {
                current: language,
                textIn: (other) => (typeof node.label === 'string' ? node.label : (node.label[other] ?? '')),
                onSwitch(typed, to) {
                  setNodeLabel(editor, node.id, typed, language, labels);
                  setChosen(to);
                },
              }
        }
        onStart={() => view.setState({ editing: { type: 'node', id: node.id, selectAll: false } })}
        onCommit={(text) => {
          stop();
          setNodeLabel(editor, node.id, text, language, labels);
        }}
        onCancel={stop}
      />
    </div>
  );
}
