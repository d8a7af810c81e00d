import type { DiagramDocument, DiagramNode } from './document';
import type { NodeId } from './ids';
import { childrenByParent } from './query';

/**
 * Ids of all nodes as somebody reads them: line by line, a container before what lies in it and that before what comes
 * after the container. Looks at all records: to be asked for when a key needs it, not with every change.
 */
export function inReadingOrder(nodes: DiagramDocument['nodes']): readonly NodeId[] {
  const children = childrenByParent(nodes);
  const ids: NodeId[] = [];
  const visit = (parentId: NodeId | null): void => {
    const siblings = (children.get(parentId) ?? []).map((id) => nodes.get(id)).filter((node) => node !== undefined);
    for (const { id } of siblings.sort(byLine)) {
      ids.push(id);
      visit(id);
    }
  };
  visit(null);
  return ids;
}

function byLine(a: DiagramNode, b: DiagramNode): number {
  return a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1);
}
