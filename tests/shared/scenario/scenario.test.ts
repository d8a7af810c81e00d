import { expect, test } from 'vitest';
import { serializeFile } from '../../../shared/file/serialize';
import type { DiagramDocument } from '../../../shared/model/document';
import { checkInvariants } from '../../../shared/model/invariants';
import { changedNodes, loadChanges, newProblems, outcomeOf } from '../../../shared/scenario/outcome';
import { isAskable, type Scenario, scenarioDocument, stepsOfRole } from '../../../shared/scenario/scenario';
import { aRole, nodeId, roleId } from '../../support/builders';
import { deepFreeze } from '../../support/deepFreeze';
import { whatIfPlan } from '../../support/whatIfPlan';

const ids = { ds: roleId('ds'), mle: roleId('mle'), mld: roleId('mld') };
const plan: DiagramDocument = deepFreeze(whatIfPlan);
const before = outcomeOf(plan);
const rolesOf = (document: DiagramDocument) =>
  Object.fromEntries([...document.people].map(([id, p]) => [id, p.roleIds]));

function ask(scenario: Scenario) {
  const file = serializeFile(plan);
  const document = scenarioDocument(plan, scenario);
  // Asking leaves no trace, whatever the answer.
  expect(serializeFile(plan)).toBe(file);
  expect(checkInvariants(document)).toEqual([]);
  return { document, after: outcomeOf(document) };
}

test('when the ML developer leaves and the ML engineer takes over: hand-offs 9 → 7, steps of the ML engineer 6 → 9', () => {
  const { document, after } = ask({ type: 'vacate', roleId: ids.mld, byId: ids.mle });
  expect([before.handoffs, after.handoffs]).toEqual([9, 7]);
  expect(loadChanges(before, after)).toEqual([
    {
      roleId: 'mle',
      before: { steps: 6, responsible: 6, accountable: 6, given: 2, taken: 6 },
      after: { steps: 9, responsible: 9, accountable: 9, given: 0, taken: 7 },
    },
    {
      roleId: 'mld',
      before: { steps: 3, responsible: 3, accountable: 3, given: 0, taken: 3 },
      after: { steps: 0, responsible: 0, accountable: 0, given: 0, taken: 0 },
    },
  ]);
  expect(document.roles.get(ids.mld)?.status).toBe('open');
  expect(rolesOf(document)).toEqual({ kim: ['mle', 'ds'], lee: [] });
  expect([...changedNodes(plan, document)].sort()).toEqual(['lane-mld', 'mld0', 'mld1', 'mld2']);
  expect(newProblems(before, after).map(({ rule }) => rule)).toContain('roleWithoutStep');
  expect(after.vacantSteps).toBe(0);
});

test('when nobody takes over, its steps are left, and stay what they are', () => {
  const { document, after } = ask({ type: 'vacate', roleId: ids.mld, byId: null });
  expect([before.vacantSteps, after.vacantSteps]).toEqual([0, 3]);
  expect([after.handoffs, loadChanges(before, after)]).toEqual([9, []]);
  expect(document.nodes).toBe(plan.nodes);
});

test('merged, a role is gone, its people and lanes are the other one’s, and nothing refers to it', () => {
  const { document, after } = ask({ type: 'merge', roleId: ids.mld, intoId: ids.mle });
  expect([...document.roles.keys()]).toEqual(['ds', 'mle']);
  expect(after.handoffs).toBe(7);
  expect(rolesOf(document)).toEqual({ kim: ['mle', 'ds'], lee: ['mle'] });
  expect(document.nodes.get(nodeId('lane-mld'))?.roleId).toBe('mle');
  expect(after.problems.map(({ rule }) => rule)).not.toContain('roleWithoutStep');
});

test('a merged role’s backup is the other one’s, and one who took both takes one', () => {
  const roles = new Map(plan.roles).set(ids.ds, aRole({ id: 'ds', backupId: ids.mld }));
  const both = { ...plan, roles };
  const document = scenarioDocument(both, { type: 'merge', roleId: ids.mld, intoId: ids.mle });
  expect(document.roles.get(ids.ds)?.backupId).toBe('mle');
  expect(rolesOf(scenarioDocument(plan, { type: 'merge', roleId: ids.ds, intoId: ids.mle })).kim).toEqual(['mle']);
});

test('split off, steps are a new role’s, which the rest hands over to', () => {
  const stepIds = ['mle4', 'mle5'].map(nodeId);
  const role = aRole({ id: 'sre', name: 'Operations', order: 3 });
  const { document, after } = ask({ type: 'split', roleId: ids.mle, role, stepIds });
  expect(stepsOfRole(document, role.id)).toEqual(['mle4', 'mle5']);
  expect(after.loads.get(role.id)).toEqual({ steps: 2, responsible: 2, accountable: 2, given: 0, taken: 2 });
  expect(after.vacantSteps).toBe(2);
  expect(changedNodes(plan, document)).toEqual(['mle4', 'mle5']);
});

test('only questions about roles that are there can be asked', () => {
  const gone = roleId('gone');
  const role = aRole({ id: 'new' });
  const questions: readonly (readonly [Scenario, boolean])[] = [
    [{ type: 'merge', roleId: ids.ds, intoId: ids.mle }, true],
    [{ type: 'merge', roleId: ids.ds, intoId: ids.ds }, false],
    [{ type: 'merge', roleId: gone, intoId: ids.ds }, false],
    [{ type: 'vacate', roleId: ids.ds, byId: null }, true],
    [{ type: 'vacate', roleId: ids.ds, byId: gone }, false],
    [{ type: 'split', roleId: ids.ds, role, stepIds: [] }, false],
    [{ type: 'split', roleId: ids.ds, role, stepIds: [nodeId('ds0')] }, true],
  ];
  for (const [scenario, can] of questions) expect(isAskable(plan, scenario), JSON.stringify(scenario)).toBe(can);
});
