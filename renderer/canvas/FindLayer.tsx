import { useMemo } from 'react';
import { type Box, grow } from '../../shared/geometry/box';
import type { Language } from '../../shared/i18n/language';
import { kindOf } from '../../shared/kinds/index';
import type { DiagramDocument } from '../../shared/model/document';
import type { EdgeId, NodeId } from '../../shared/model/ids';
import { boxOfNode } from '../../shared/model/query';
import { edgeLabelBox } from '../../shared/picture/edgeMarks';
import { edgeRoute } from '../../shared/picture/edgeRoute';
import { shownDocument } from '../state/editorStore';
import { hitsIn } from '../state/find';
import { useApp, useEditor, useLanguage } from '../state/hooks';
import styles from './Canvas.module.css';
import { useIdsInView } from './inView';
import { roundedBox } from './outlinePath';

const MARGIN = 4;
const RADIUS = 10;
/** Of the mark on the middle of a line that has no label, in diagram units. */
const DOT = 14;

const MOST_FOLLOWING = 500;

/** Marks what the find bar has found, over the diagram: what of it is in view, in one path. */
export function FindLayer() {
  const find = useApp((state) => state.find);
  return find.isOpen && find.text !== '' ? <FoundMarks /> : null;
}

function FoundMarks() {
  const find = useApp((state) => state.find);
  const language = useLanguage();
  const base = useEditor((state) => state.history.present.document);
  const hits = hitsIn(base, find);
  const ids = useMemo(() => {
    const targets = hits.flatMap(({ target }) => (target.type === 'role' ? [] : [target.id]));
    return new Set<NodeId | EdgeId>(targets);
  }, [hits]);
  const inView = useIdsInView(base, ids);
  // So many marks cannot be made anew each frame of a drag: they follow when it is over.
  const shown = useEditor(inView.length <= MOST_FOLLOWING ? shownDocument : () => base);
  const d = useMemo(() => {
    const boxes = inView.map((id) => markBox(shown, id, language)).filter((box) => box !== null);
    return boxes.map((box) => roundedBox(grow(box, MARGIN), RADIUS)).join('');
  }, [inView, shown, language]);
  return <path className={styles.found} data-found={inView.length} d={d} />;
}

/** What is marked of a hit: a step whole, of a container its heading, of a line its label or its middle. */
function markBox(document: DiagramDocument, id: NodeId | EdgeId, language: Language): Box | null {
  const node = document.nodes.get(id as NodeId);
  if (node !== undefined) {
    const box = boxOfNode(document.nodes, node);
    const heading = kindOf(node.kind).heading?.(node);
    return heading === undefined ? box : grow({ ...heading, x: box.x + heading.x, y: box.y + heading.y }, -2 * MARGIN);
  }
  const edge = document.edges.get(id as EdgeId);
  const route = edge === undefined ? null : edgeRoute(document, edge);
  if (edge === undefined || route === null) return null;
  const label = edgeLabelBox(edge, language, route);
  if (label !== null) return label;
  const { x, y } = route.pointAt(edge.labelAt);
  return { x: x - DOT / 2, y: y - DOT / 2, width: DOT, height: DOT };
}
