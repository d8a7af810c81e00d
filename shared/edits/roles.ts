import type { DiagramDocument, DiagramNode, Person, Role } from '../model/document';
import type { NodeId, PersonId, RoleId } from '../model/ids';
import type { EditArgs } from './args';
import { soundPerson, soundRole, withFields, withRecords, withSoundRoles } from './records';

/** Ids that are taken are left out. */
export function addRoles(document: DiagramDocument, { roles }: EditArgs['roles.add']): DiagramDocument {
  const added = new Map<RoleId, Role>();
  for (const role of roles) {
    const sound = document.roles.has(role.id) || added.has(role.id) ? null : soundRole(role);
    if (sound !== null) added.set(role.id, sound);
  }
  for (const [id, role] of added) added.set(id, withSoundBackup(role, [document.roles, added]));
  return withRecords(document, { roles: added });
}

export function setRole(document: DiagramDocument, { id, patch }: EditArgs['roles.set']): DiagramDocument {
  const role = document.roles.get(id);
  if (role === undefined) return document;
  const sound = soundRole(withFields<Role>(role, { ...patch, id }));
  if (sound === null) return document;
  return withRecords(document, { roles: new Map([[id, withSoundBackup(sound, [document.roles])]]) });
}

/** The role without a backup that is not there or itself. */
function withSoundBackup(role: Role, known: readonly DiagramDocument['roles'][]): Role {
  const { id, backupId } = role;
  const isSound = backupId === null || (backupId !== id && known.some((roles) => roles.has(backupId)));
  return isSound ? role : { ...role, backupId: null };
}

export function removeRoles(document: DiagramDocument, { ids }: EditArgs['roles.remove']): DiagramDocument {
  const without = withRecords(document, { roles: new Map(ids.map((id) => [id, undefined])) });
  if (without === document) return document;
  const changes = new Map<NodeId, DiagramNode>();
  for (const node of document.nodes.values()) {
    const freed = withSoundRoles(node, without.roles);
    if (freed !== node) changes.set(node.id, freed);
  }
  const roles = new Map<RoleId, Role>();
  for (const role of without.roles.values()) {
    const sound = withSoundBackup(role, [without.roles]);
    if (sound !== role) roles.set(role.id, sound);
  }
  const people = new Map<PersonId, Person>();
  for (const person of document.people.values()) {
    const freed = soundPerson(person, without.roles);
    if (freed !== person) people.set(person.id, freed);
  }
  return withRecords(without, { nodes: changes, roles, people });
}
