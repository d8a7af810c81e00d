import type { DiagramEdge } from './document';
import { isEmptyText } from './localizedText';

/** Edges with words are painted above those without, so that no line runs through what an edge says. */
export function edgeRank({ label }: DiagramEdge): 0 | 1 {
  return isEmptyText(label) ? 0 : 1;
}

/** For sorting edges, lowest first; ties go by id, the same in the window and in every file. */
export function byPainting(a: DiagramEdge, b: DiagramEdge): number {
  return edgeRank(a) - edgeRank(b) || (a.id < b.id ? -1 : 1);
}
