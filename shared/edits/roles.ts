import type { DiagramDocument, DiagramNode, Role } from '../model/document';
import type { NodeId, RoleId } from '../model/ids';
import type { EditArgs } from './args';
import { soundRole, withFields, withRecords, withSoundRoles } from './records';

/** Ids that are taken are left out. */
export function addRoles(document: DiagramDocument, { roles }: EditArgs['roles.add']): DiagramDocument {
  const added = new Map<RoleId, Role>();
  for (const role of roles) {
    const sound = document.roles.has(role.id) || added.has(role.id) ? null : soundRole(role);
    if (sound !== null) added.set(role.id, sound);
  }
  return withRecords(document, { roles: added });
}

export function setRole(document: DiagramDocument, { id, patch }: EditArgs['roles.set']): DiagramDocument {
  const role = document.roles.get(id);
  if (role === undefined) return document;
  const sound = soundRole(withFields<Role>(role, { ...patch, id }));
  return sound === null ? document : withRecords(document, { roles: new Map([[id, sound]]) });
}

export function removeRoles(document: DiagramDocument, { ids }: EditArgs['roles.remove']): DiagramDocument {
  const without = withRecords(document, { roles: new Map(ids.map((id) => [id, undefined])) });
  if (without === document) return document;
  const changes = new Map<NodeId, DiagramNode>();
  for (const node of document.nodes.values()) {
    const freed = withSoundRoles(node, without.roles);
    if (freed !== node) changes.set(node.id, freed);
  }
  return withRecords(without, { nodes: changes });
}
