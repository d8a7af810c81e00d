import type { DiagramDocument, DiagramEdge } from '../../../shared/model/document';
import { asksForContent, isWordless } from '../../../shared/model/handoffs';

/** Whether nothing says what goes along an edge of which somebody has to say it: neither its label nor an artefact. */
export function isContentMissing({ nodes }: DiagramDocument, edge: DiagramEdge | undefined): boolean {
  if (edge === undefined || !asksForContent(edge)) return false;
  if ([edge.from, edge.to].some(({ nodeId }) => nodes.get(nodeId)?.kind === 'artifact')) return false;
  return isWordless(edge);
}
