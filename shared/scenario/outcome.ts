import type { DiagramDocument } from '../model/document';
import { handoffsOf, rolesOfNodes } from '../model/handoffs';
import type { NodeId, RoleId } from '../model/ids';
import { isWork } from '../model/steps';
import { isVacant } from '../model/vacancy';
import { checkDocument, type Problem } from '../rules/checker';
import { type Load, roleLoads } from '../team/load';

/** A document in the numbers that scenarios are compared by. */
export interface Outcome {
  readonly handoffs: number;
  /** Steps of roles that nobody takes. */
  readonly vacantSteps: number;
  readonly problems: readonly Problem[];
  readonly loads: ReadonlyMap<RoleId, Load>;
}

/** Costs what the document holds. */
export function outcomeOf(document: DiagramDocument): Outcome {
  const roles = rolesOfNodes(document.nodes);
  const vacant = new Set([...document.roles.values()].filter((role) => isVacant(document, role)).map(({ id }) => id));
  const isLeft = (id: RoleId | null | undefined) => id != null && vacant.has(id);
  return {
    handoffs: handoffsOf(document).length,
    vacantSteps: [...document.nodes.values()].filter((node) => isWork(node) && isLeft(roles.get(node.id))).length,
    problems: checkDocument(document),
    loads: roleLoads(document),
  };
}

/** How much a role has to do before and after; `null`: it is not there. */
export interface LoadChange {
  readonly roleId: RoleId;
  readonly before: Load | null;
  readonly after: Load | null;
}

/** Roles that have more, less or other things to do, or come or go. */
export function loadChanges(before: Outcome, after: Outcome): readonly LoadChange[] {
  const ids = new Set([...before.loads.keys(), ...after.loads.keys()]);
  return [...ids]
    .map((roleId) => ({
      roleId,
      before: before.loads.get(roleId) ?? null,
      after: after.loads.get(roleId) ?? null,
    }))
    .filter((change) => !isSameLoad(change.before, change.after));
}

function isSameLoad(a: Load | null, b: Load | null): boolean {
  if (a === null || b === null) return a === b;
  return (Object.keys(a) as (keyof Load)[]).every((field) => a[field] === b[field]);
}

/** Problems that are in one and not in the other, told by rule and place. */
export function newProblems(before: Outcome, after: Outcome): readonly Problem[] {
  const known = new Set(before.problems.map(({ key }) => key));
  return after.problems.filter(({ key }) => !known.has(key));
}

/** Nodes that are somebody else's, or for which somebody else is responsible. */
export function changedNodes(before: DiagramDocument, after: DiagramDocument): readonly NodeId[] {
  const [rolesBefore, rolesAfter] = [rolesOfNodes(before.nodes), rolesOfNodes(after.nodes)];
  return [...after.nodes.values()]
    .filter(({ id, raci }) => rolesBefore.get(id) !== rolesAfter.get(id) || before.nodes.get(id)?.raci !== raci)
    .map(({ id }) => id);
}
