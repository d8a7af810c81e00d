import { type Box, boxOf, grow, intersects } from '../../../shared/geometry/box';
import type { DiagramDocument } from '../../../shared/model/document';
import type { LabelLanguage } from '../../../shared/model/localizedText';
import { edgeLabelBox, edgeMarks } from '../../../shared/picture/edgeMarks';
import { edgeRoute } from '../../../shared/picture/edgeRoute';
import type { Marks } from '../../../shared/scene/mark';
import type { EdgeEntry, SceneEntry } from './sceneIndex';

/** Heads, strokes and bridges beside the way itself, and what rounding adds; in diagram units. */
const AROUND_WAY_PX = 9;

/** An edge as it is painted. */
export interface DrawnEdge {
  readonly language: LabelLanguage;
  readonly marks: Marks;
  /**
   * Around its pieces and its label. A line across half the diagram leaves nearly all of its box empty: painting what
   * else lies in there is most of what a change of one step would cost.
   */
  readonly boxes: readonly Box[];
}

/** Finding the way is most of what an edge costs. The index makes a new entry when anything about the edge has changed. */
const drawn = new WeakMap<EdgeEntry, DrawnEdge>();
const nothing: Pick<DrawnEdge, 'marks' | 'boxes'> = { marks: [], boxes: [] };

/** How an edge of `document` is painted. */
export function drawnEdge(document: DiagramDocument, entry: EdgeEntry, language: LabelLanguage): DrawnEdge {
  const known = drawn.get(entry);
  if (known !== undefined && known.language === language) return known;
  const made: DrawnEdge = { language, ...draw(document, entry, language) };
  drawn.set(entry, made);
  return made;
}

function draw(document: DiagramDocument, { id }: EdgeEntry, language: LabelLanguage): typeof nothing {
  const edge = document.edges.get(id);
  const route = edge === undefined ? null : edgeRoute(document, edge);
  if (edge === undefined || route === null) return nothing;
  const pieces = route.points.slice(1).map((to, at) => grow(boxOf(route.points[at] ?? to, to), AROUND_WAY_PX));
  const label = edgeLabelBox(edge, language, route);
  return {
    marks: edgeMarks(document, edge, language, route),
    boxes: label === null ? pieces : [...pieces, grow(label, 2)],
  };
}

/** Where an entry of the index was painted, or may have been; `[]` for nowhere within `around`. */
export function paintedBoxes(entry: SceneEntry, around: Box): readonly Box[] {
  if (!intersects(entry.box, around)) return [];
  const boxes = entry.type === 'edge' ? drawn.get(entry)?.boxes : undefined;
  return boxes === undefined ? [entry.box] : boxes.filter((box) => intersects(box, around));
}
