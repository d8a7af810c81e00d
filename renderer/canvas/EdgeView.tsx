import type { EdgeProps } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { edgeMarks } from '../../shared/picture/edgeMarks';
import { svgRootAttributes } from '../../shared/scene/svgElements';
import { themes } from '../../shared/scene/theme';
import { shownDocument } from '../state/editorStore';
import { useLanguage, useOpenDocument, useThemeName, useView } from '../state/hooks';
import styles from './Canvas.module.css';
import type { EdgeData, FlowEdge } from './flowModel';
import { MarksView, toReactAttributes } from './MarksView';

const svgAttributes = toReactAttributes(svgRootAttributes);

/** How thick a line is to the pointer. */
const HIT_PX = 14;
/** The glow behind a selected line, which keeps its own colour and label in front of it. */
const HALO_PX = 7;

/** An edge's marks, and a thick invisible line to catch the pointer. */
export const EdgeView = memo(
  function EdgeView({ id, data, selected = false }: EdgeProps<FlowEdge>) {
    return data === undefined ? null : <EdgeLine id={id} data={data} selected={selected} />;
  },
  // React Flow also hands over where it believes the ends to be; the line comes from our own route.
  (before, after) => before.id === after.id && before.data === after.data && before.selected === after.selected,
);

interface EdgeLineProps {
  readonly id: string;
  readonly data: EdgeData;
  readonly selected: boolean;
}

function EdgeLine({ id, data, selected }: EdgeLineProps) {
  const { edge, route, role } = data;
  const { editor } = useOpenDocument();
  const language = useLanguage();
  const theme = themes[useThemeName()];
  const isEdited = useView(({ editing }) => editing?.type === 'edge' && editing.id === id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the document only the role at the start shows.
  const marks = useMemo(
    () => edgeMarks(shownDocument(editor.getState()), isEdited ? { ...edge, label: '' } : edge, language, route),
    [editor, edge, isEdited, language, route, role],
  );
  return (
    <g data-edge-id={id} {...svgAttributes}>
      {selected && <path d={route.d} className={styles.halo} strokeWidth={HALO_PX} />}
      <path d={route.d} className={styles.edgeHit} strokeWidth={HIT_PX} />
      <g className={styles.edgeMarks}>
        <MarksView marks={marks} theme={theme} />
      </g>
    </g>
  );
}
