import type { DiagramDocument, DiagramEdge, DiagramNode, Role, UnknownFields } from '../model/document';
import type { EditArgs } from './args';
import { withFields, withRecords } from './records';

/** Ids that are not there are left out. */
export function setTexts(
  document: DiagramDocument,
  { nodes = new Map(), edges = new Map(), roles = new Map() }: EditArgs['texts.set'],
): DiagramDocument {
  return withRecords(document, {
    nodes: patched<DiagramNode>(document.nodes, nodes),
    edges: patched<DiagramEdge>(document.edges, edges),
    roles: patched<Role>(document.roles, roles),
  });
}

function patched<Kept extends { readonly id: string; readonly unknown?: UnknownFields }>(
  records: ReadonlyMap<Kept['id'], Kept>,
  patches: ReadonlyMap<Kept['id'], Partial<Kept>>,
): ReadonlyMap<Kept['id'], Kept> {
  const changes = new Map<Kept['id'], Kept>();
  for (const [id, patch] of patches) {
    const record = records.get(id);
    if (record !== undefined) changes.set(id, withFields<Kept>(record, patch));
  }
  return changes;
}
