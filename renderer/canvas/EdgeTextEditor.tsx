import type { LabelBox } from '../../shared/kinds/kind';
import { lineWidthPx } from '../../shared/kinds/labelMarks';
import { mainLanguage, textIn } from '../../shared/model/localizedText';
import { edgeLabelBox, edgeLabelStyle } from '../../shared/picture/edgeMarks';
import { edgeRoute } from '../../shared/picture/edgeRoute';
import { setEdgeLabel } from '../actions/texts';
import { shownDocument } from '../state/editorStore';
import { useEditor, useLabelLanguage, useOpenDocument, useT, useView } from '../state/hooks';
import styles from './Canvas.module.css';
import { TextEditor } from './TextEditor';

/** Room for a word or two on an edge that has no label yet. */
const MIN_WIDTH_PX = 120;
const MAX_WIDTH_PX = 168;

/** The field over the label of the edge that is being edited. */
export function EdgeTextEditor() {
  const { editor, view } = useOpenDocument();
  const labels = useLabelLanguage();
  const language = mainLanguage(labels);
  const t = useT();
  const document = useEditor(shownDocument);
  const editing = useView((state) => state.editing);
  const edge = editing?.type === 'edge' ? document.edges.get(editing.id) : undefined;
  const route = edge === undefined ? null : edgeRoute(document, edge);
  if (edge === undefined || route === null) return null;

  const text = textIn(edge.label, language);
  const shown = edgeLabelBox(edge, labels, route);
  const center =
    shown === null ? route.pointAt(edge.labelAt) : { x: shown.x + shown.width / 2, y: shown.y + shown.height / 2 };
  const width = Math.min(MAX_WIDTH_PX, Math.max(MIN_WIDTH_PX, lineWidthPx(text, language, edgeLabelStyle) + 16));
  const height = shown?.height ?? edgeLabelStyle.lineHeightPx + 6;
  const box: LabelBox = { ...edgeLabelStyle, x: center.x - width / 2, y: center.y - height / 2, width, height };
  const stop = () => view.setState({ editing: null });
  return (
    <div className={styles.edgeText}>
      <TextEditor
        key={edge.id}
        box={box}
        text={text}
        mode="editing"
        selectAll
        name={t('canvas.edgeLabel')}
        onStart={() => {}}
        onCommit={(typed, refocus) => {
          stop();
          setEdgeLabel(editor, edge.id, typed, language);
          if (refocus) view.canvas?.focus();
        }}
        onCancel={() => {
          stop();
          view.canvas?.focus();
        }}
      />
    </div>
  );
}
