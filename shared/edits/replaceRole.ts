import { kindOf } from '../kinds/index';
import type { DiagramDocument, DiagramNode } from '../model/document';
import type { NodeId, RoleId } from '../model/ids';
import { roleOfNode } from '../model/query';
import { joinedLevel } from '../model/raci';
import type { EditArgs } from './args';
import { withRecords } from './records';

/** As with removing a role, locked nodes are not left out: nothing of them changes but whose they are. */
export function replaceRole(document: DiagramDocument, { from, to, ids }: EditArgs['roles.replace']): DiagramDocument {
  if (from === to || !document.roles.has(from) || !document.roles.has(to)) return document;
  const nodes = ids === undefined ? document.nodes.values() : ids.flatMap((id) => document.nodes.get(id) ?? []);
  const changes = new Map<NodeId, DiagramNode>();
  for (const node of nodes) {
    // Of some steps alone, those that are the role's by their lane are told apart from it; else the lane is changed.
    const owner = ids === undefined ? node.roleId : roleOfNode(document, node)?.id;
    const changesOwner = owner === from && kindOf(node.kind).traits.takesRole;
    if (!changesOwner && !node.raci.has(from)) continue;
    changes.set(node.id, { ...node, roleId: changesOwner ? to : node.roleId, raci: replacedIn(node.raci, from, to) });
  }
  return withRecords(document, { nodes: changes });
}

function replacedIn(raci: DiagramNode['raci'], from: RoleId, to: RoleId): DiagramNode['raci'] {
  const level = raci.get(from);
  if (level === undefined) return raci;
  const replaced = new Map(raci);
  replaced.delete(from);
  replaced.set(to, joinedLevel(level, raci.get(to) ?? null));
  return replaced;
}
