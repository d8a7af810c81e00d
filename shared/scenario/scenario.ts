import type { EditArgs, EditName } from '../edits/args';
import { applyEdit } from '../edits/index';
import type { DiagramDocument, Person, Role } from '../model/document';
import type { NodeId, RoleId } from '../model/ids';
import { roleOfNode } from '../model/query';
import { isWork } from '../model/steps';
import type { EditCall } from '../rules/rule';

/** A question about roles: what would become of the work if … */
export type Scenario =
  /** … one role were a part of another one? */
  | { readonly type: 'merge'; readonly roleId: RoleId; readonly intoId: RoleId }
  /** … some of a role's steps were a role of their own? */
  | { readonly type: 'split'; readonly roleId: RoleId; readonly role: Role; readonly stepIds: readonly NodeId[] }
  /** … nobody took a role any more, and another role, or none, took over its steps? */
  | { readonly type: 'vacate'; readonly roleId: RoleId; readonly byId: RoleId | null };

/** What has to be changed so that it becomes so. */
export function scenarioEdits(document: DiagramDocument, scenario: Scenario): readonly EditCall[] {
  const { roleId } = scenario;
  switch (scenario.type) {
    case 'merge':
      return [
        { name: 'roles.replace', args: { from: roleId, to: scenario.intoId } },
        ...takersBecome(document, roleId, scenario.intoId),
        ...[...document.roles.values()]
          .filter(({ backupId }) => backupId === roleId)
          .map(({ id }): EditCall => ({ name: 'roles.set', args: { id, patch: { backupId: scenario.intoId } } })),
        { name: 'roles.remove', args: { ids: [roleId] } },
      ];
    case 'split':
      return [
        { name: 'roles.add', args: { roles: [scenario.role] } },
        { name: 'roles.replace', args: { from: roleId, to: scenario.role.id, ids: scenario.stepIds } },
      ];
    case 'vacate':
      return [
        ...(scenario.byId === null
          ? []
          : [{ name: 'roles.replace', args: { from: roleId, to: scenario.byId } } satisfies EditCall]),
        ...takersBecome(document, roleId, null),
        { name: 'roles.set', args: { id: roleId, patch: { status: 'open' } } },
      ];
  }
}

function takersBecome({ people }: DiagramDocument, from: RoleId, to: RoleId | null): readonly EditCall[] {
  return [...people.values()]
    .filter(({ roleIds }) => roleIds.includes(from))
    .map(({ id, roleIds }): EditCall => {
      const kept = roleIds.flatMap((roleId): Person['roleIds'] =>
        roleId !== from ? [roleId] : to === null ? [] : [to],
      );
      return { name: 'people.set', args: { id, patch: { roleIds: [...new Set(kept)] } } };
    });
}

/** The document as it would be; the given one is not touched. */
export function scenarioDocument(document: DiagramDocument, scenario: Scenario): DiagramDocument {
  return scenarioEdits(document, scenario).reduce(applied, document);
}

function applied<K extends EditName>(
  document: DiagramDocument,
  { name, args }: { readonly name: K; readonly args: EditArgs[K] },
): DiagramDocument {
  return applyEdit(document, name, args);
}

/** Tasks and decisions that are a role's, by themselves or by their lane. */
export function stepsOfRole(document: DiagramDocument, roleId: RoleId): readonly NodeId[] {
  return [...document.nodes.values()]
    .filter((node) => isWork(node) && roleOfNode(document, node)?.id === roleId)
    .map(({ id }) => id);
}

/** Whether the question can be asked: its roles are there and differ, and a new role has a step and a name. */
export function isAskable(document: DiagramDocument, scenario: Scenario): boolean {
  const has = (id: RoleId) => document.roles.has(id) && id !== scenario.roleId;
  if (!document.roles.has(scenario.roleId)) return false;
  if (scenario.type === 'merge') return has(scenario.intoId);
  if (scenario.type === 'vacate') return scenario.byId === null || has(scenario.byId);
  return scenario.stepIds.length > 0;
}
