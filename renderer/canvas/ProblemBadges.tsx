import { type CSSProperties, useDeferredValue, useMemo } from 'react';
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

/** With more than that in view or near it there is one everywhere, and the list says more. */
const MOST_BADGES = 800;

/** While the list of problems is open, a small mark at each step and line that it is about. */
export function ProblemBadges({ zoom }: { readonly zoom: number }) {
  const isListed = useApp(({ settings: { panels } }) => panels.left && panels.page === 'problems');
  // Not together with the list.
  const problems = useDeferredValue(useProblems((state) => state.problems));
  return isListed && problems !== null && problems.length > 0 ? <Badges problems={problems} zoom={zoom} /> : null;
}

function Badges({ problems, zoom }: { readonly problems: readonly Problem[]; readonly zoom: number }) {
  const base = useEditor((state) => state.history.present.document);
  const severities = useMemo(() => worstAt(problems), [problems]);
  const ids = useMemo(() => new Set(severities.keys()), [severities]);
  const inView = useIdsInView(base, ids);
  const isFew = inView.length <= MOST_BADGES;
  const shown = useEditor(isFew ? shownDocument : () => base);
  // Zooming changes one number above all of them.
  const badges = useMemo(() => {
    const places = isFew ? inView.map((id) => ({ id, at: placeOf(shown, id) })) : [];
    return places.map(({ id, at }) => at !== null && <Badge key={id} id={id} at={at} severity={severities.get(id)} />);
  }, [isFew, inView, shown, severities]);
  return <g style={{ '--scale': 1 / zoom } as CSSProperties}>{badges}</g>;
}

function Badge({
  id,
  at,
  severity,
}: {
  readonly id: string;
  readonly at: Point;
  readonly severity: Problem['severity'] | undefined;
}) {
  return (
    <g data-problem={id} data-severity={severity} className={styles.problem} transform={`translate(${at.x} ${at.y})`}>
      <g>
        <circle r={8} />
        <path d="M0 -4v4.5M0 4v0.01" />
      </g>
    </g>
  );
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
