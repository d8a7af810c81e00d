import { useMemo } from 'react';
import type { Point } from '../../shared/geometry/box';
import type { DiagramDocument } from '../../shared/model/document';
import { isHidden } from '../../shared/model/hidden';
import type { EdgeId, NodeId } from '../../shared/model/ids';
import { boxOfNode } from '../../shared/model/query';
import { edgeRoute } from '../../shared/picture/edgeRoute';
import type { Problem } from '../../shared/rules/checker';
import { shownDocument } from '../state/editorStore';
import { useApp, useEditor, useProblems } from '../state/hooks';
import styles from './Canvas.module.css';
import { useIdsInView } from './inView';

/** On the screen, in pixels. */
const RADIUS_PX = 8;
/** With more than that in view there is one everywhere, and the list says more. */
const MOST_BADGES = 300;

/** While the list of problems is open, a small mark at each step and line that it is about. */
export function ProblemBadges({ zoom }: { readonly zoom: number }) {
  const isListed = useApp(({ settings: { panels } }) => panels.left && panels.page === 'problems');
  const problems = useProblems((state) => state.problems);
  return isListed && problems !== null && problems.length > 0 ? <Badges problems={problems} zoom={zoom} /> : null;
}

function Badges({ problems, zoom }: { readonly problems: readonly Problem[]; readonly zoom: number }) {
  const base = useEditor((state) => state.history.present.document);
  const severities = useMemo(() => worstAt(problems), [problems]);
  const ids = useMemo(() => new Set(severities.keys()), [severities]);
  const inView = useIdsInView(base, ids);
  const isFew = inView.length <= MOST_BADGES;
  const shown = useEditor(isFew ? shownDocument : () => base);
  if (!isFew) return null;
  return inView.map((id) => {
    const at = placeOf(shown, id);
    if (at === null) return null;
    const radius = RADIUS_PX / zoom;
    return (
      <g key={id} data-problem={id} data-severity={severities.get(id)} className={styles.problem}>
        <circle cx={at.x} cy={at.y} r={radius} strokeWidth={1.5 / zoom} />
        <path
          d={`M${at.x} ${at.y - radius * 0.5}v${radius * 0.6}M${at.x} ${at.y + radius * 0.5}v0.01`}
          strokeWidth={1.75 / zoom}
        />
      </g>
    );
  });
}

/** For everything that problems are about, how bad the worst of these is. */
function worstAt(problems: readonly Problem[]): ReadonlyMap<NodeId | EdgeId, Problem['severity']> {
  const found = new Map<NodeId | EdgeId, Problem['severity']>();
  for (const { severity, nodeIds, edgeIds } of problems) {
    // A way or a loop is marked at its steps; of an edge alone there is nothing else to mark.
    for (const id of nodeIds.length > 0 ? nodeIds : edgeIds) {
      if (found.get(id) !== 'error') found.set(id, severity);
    }
  }
  return found;
}

/** A step's upper left corner, where no badge of its own is; of an edge where its label is or would be. */
function placeOf(document: DiagramDocument, id: NodeId | EdgeId): Point | null {
  const node = document.nodes.get(id as NodeId);
  if (node !== undefined) return isHidden(document.nodes, node.id) ? null : boxOfNode(document.nodes, node);
  const edge = document.edges.get(id as EdgeId);
  const route = edge === undefined ? null : edgeRoute(document, edge);
  return edge === undefined || route === null ? null : route.pointAt(edge.labelAt);
}
