import type { EdgeProps } from '@xyflow/react';
import { memo, useCallback, useMemo, useSyncExternalStore } from 'react';
import type { EdgeId } from '../../shared/model/ids';
import { FADED_OPACITY } from '../../shared/model/roleFocus';
import { edgeMarks } from '../../shared/picture/edgeMarks';
import { svgRootAttributes } from '../../shared/scene/svgElements';
import { shownDocument } from '../state/editorStore';
import { useOpenDocument } from '../state/hooks';
import { useAppearance } from './appearance';
import styles from './Canvas.module.css';
import type { EdgeFeed, EdgeLook } from './edgeFeed';
import type { FlowEdge } from './flowModel';
import { MarksView, toReactAttributes } from './MarksView';

const svgAttributes = toReactAttributes(svgRootAttributes);

/** How thick a line is to the pointer. */
const HIT_PX = 14;
/** The glow behind a selected line, which keeps its own colour and label in front of it. */
const HALO_PX = 7;

/** An edge's marks, and a thick invisible line to catch the pointer. */
export const EdgeView = memo(
  function EdgeView({ id, data, selected = false }: EdgeProps<FlowEdge>) {
    return data === undefined ? null : <FedEdge id={id as EdgeId} feed={data.feed} selected={selected} />;
  },
  // React Flow also hands over where it believes the ends to be; the line comes from our own route.
  (before, after) => before.id === after.id && before.data === after.data && before.selected === after.selected,
);

interface FedEdgeProps {
  readonly id: EdgeId;
  readonly feed: EdgeFeed;
  readonly selected: boolean;
}

function FedEdge({ id, feed, selected }: FedEdgeProps) {
  const subscribe = useCallback((listener: () => void) => feed.subscribe(id, listener), [feed, id]);
  const look = useSyncExternalStore(subscribe, () => feed.get(id));
  return look === undefined ? null : <EdgeLine look={look} selected={selected} />;
}

function EdgeLine({ look, selected }: { readonly look: EdgeLook; readonly selected: boolean }) {
  const { edge, route, giver, isEdited } = look;
  const { editor } = useOpenDocument();
  const { language, theme, focus } = useAppearance();
  const isFaded = focus !== null && !focus.edges.has(edge.id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the document only the role that gives shows.
  const marks = useMemo(
    () => edgeMarks(shownDocument(editor.getState()), isEdited ? { ...edge, label: '' } : edge, language, route),
    [editor, edge, isEdited, language, route, giver],
  );
  return (
    <g data-edge-id={edge.id} {...svgAttributes} {...(isFaded ? { opacity: FADED_OPACITY, 'data-faded': true } : {})}>
      {selected && <path d={route.d} className={styles.halo} strokeWidth={HALO_PX} />}
      <path d={route.d} className={styles.edgeHit} strokeWidth={HIT_PX} />
      <g className={styles.edgeMarks}>
        <MarksView marks={marks} theme={theme} />
      </g>
    </g>
  );
}
