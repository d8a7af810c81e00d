import type { DiagramDocument, DiagramNode } from '../model/document';
import type { NodeId } from '../model/ids';
import { ancestorsOf } from '../model/query';
import { mapChanges } from '../util/patchedMap';
import type { EditArgs } from './args';
import { withFields, withRecords } from './records';

type Nodes = DiagramDocument['nodes'];

/**
 * Locked nodes stay as and where they are, whoever asks: a drag, a key, a form, an alignment of many. They still move
 * along with the container they lie in.
 */
export function isLocked(nodes: Nodes, id: NodeId): boolean {
  return nodes.get(id)?.locked === true;
}

/** Those that may be changed. */
export function unlocked(nodes: Nodes, ids: readonly NodeId[]): readonly NodeId[] {
  return ids.some((id) => isLocked(nodes, id)) ? ids.filter((id) => !isLocked(nodes, id)) : ids;
}

/** Of these nodes, those that may go: neither locked nor around one that is and would go with them. */
export function removable(nodes: Nodes, ids: ReadonlySet<NodeId>): ReadonlySet<NodeId> {
  const kept = new Set<NodeId>();
  for (const id of ids) {
    if (!isLocked(nodes, id)) continue;
    for (const around of [id, ...ancestorsOf(nodes, id)]) kept.add(around);
  }
  return kept.size === 0 ? ids : new Set([...ids].filter((id) => !kept.has(id)));
}

/**
 * What an edit of many made, but for the nodes that are locked: these are as they were, and where they were (`keepsPlace`)
 * unless they went along with what they lie in.
 */
export function keepingLocked(before: DiagramDocument, after: DiagramDocument, keepsPlace: boolean): DiagramDocument {
  if (after.nodes === before.nodes) return after;
  const kept = new Map<NodeId, DiagramNode>();
  for (const [id, now] of mapChanges(after.nodes) ?? []) {
    const was = before.nodes.get(id);
    if (was?.locked !== true || was === now) continue;
    const stays = now === undefined || (keepsPlace && now.parentId === was.parentId);
    kept.set(id, stays ? was : { ...was, x: now.x, y: now.y, parentId: now.parentId });
  }
  return withRecords(after, { nodes: kept });
}

export function lockNodes(document: DiagramDocument, { ids, locked }: EditArgs['nodes.lock']): DiagramDocument {
  const nodes = new Map(
    ids.flatMap((id) => {
      const node = document.nodes.get(id);
      return node === undefined ? [] : [[id, withFields(node, { locked })] as const];
    }),
  );
  return withRecords(document, { nodes });
}
