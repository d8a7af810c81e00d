import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EditName } from '../../../shared/edits/args';
import { applyEdit, editNames } from '../../../shared/edits/index';
import { createHistory, emptySelection, record } from '../../../shared/history/history';
import { type DiagramDocument, withMaps } from '../../../shared/model/document';
import { handoffMatrix, handoffsInOrder, handoffsOf } from '../../../shared/model/handoffs';
import { giverOf } from '../../../shared/model/query';
import { documentArbitrary, partlyLockedArbitrary } from '../../support/arbitraries';
import { nodeId, roleId } from '../../support/builders';
import { editArgsArbitraries } from '../../support/editArbitraries';
import { handoffPlan } from '../../support/handoffPlan';

const ids = (document: DiagramDocument) => handoffsOf(document).map(({ id }) => id);
const sorted = (document: DiagramDocument) => [...handoffsOf(document)].sort((a, b) => (a.id < b.id ? -1 : 1));

test('of fourteen edges the nine that cross roles are hand-offs, whatever their kind', () => {
  expect(handoffPlan.edges.size).toBe(14);
  expect(ids(handoffPlan)).toHaveLength(9);
  const kinds = new Set(ids(handoffPlan).map((id) => handoffPlan.edges.get(id)?.kind));
  expect(kinds.size).toBeGreaterThan(1);
});

test('a step that goes to the other role takes its hand-off along', () => {
  const moved = applyEdit(handoffPlan, 'nodes.set', { ids: [nodeId('label')], patch: { roleId: roleId('de') } });
  expect(ids(moved)).toHaveLength(8);
  const away = applyEdit(handoffPlan, 'nodes.reparent', { ids: [nodeId('collect')], parentId: nodeId('lane-ds') });
  expect(ids(away)).not.toEqual(ids(handoffPlan));
});

test('the list is the one of the definition, also for edits that are made of it', () => {
  fc.assert(
    fc.property(documentArbitrary, fc.nat(), (document, at) => {
      const one = (each: DiagramDocument) =>
        [...each.edges.values()].filter((edge) => giverOf(each, edge) !== undefined);
      expect(ids(document)).toEqual(one(document).map(({ id }) => id));
      const all = [...document.nodes.keys()];
      const role = [...document.roles.keys()].at(at % Math.max(1, document.roles.size)) ?? null;
      const chosen = all.slice(at % Math.max(1, all.length));
      const edited = applyEdit(document, 'nodes.set', { ids: chosen, patch: { roleId: role } });
      expect([...ids(edited)].sort()).toEqual(
        one(edited)
          .map(({ id }) => id)
          .sort(),
      );
    }),
  );
});

test('moving and naming steps does not make the list anew', () => {
  const moved = applyEdit(handoffPlan, 'nodes.move', { ids: [nodeId('clean')], by: { x: 8, y: 0 } });
  const [first] = handoffPlan.edges.keys();
  const named = applyEdit(moved, 'edges.set', { ids: first === undefined ? [] : [first], patch: { label: 'Report' } });
  expect(handoffsOf(named)).toBe(handoffsOf(handoffPlan));
});

test('the matrix counts who gives to whom, and its sums are its cells', () => {
  const matrix = handoffMatrix(handoffPlan);
  expect(matrix.roleIds).toEqual(['de', 'ds', 'mle', 'eu']);
  expect(matrix.idsOf(roleId('de'), roleId('ds'))).toEqual(['clean-train', 'collect-label', 'clean-features']);
  expect(matrix.idsOf(roleId('de'), roleId('de'))).toEqual([]);
  expect(matrix.total).toBe(9);
  expect(matrix.most).toBe(3);
  const sum = (values: Iterable<number>) => [...values].reduce((all, value) => all + value, 0);
  expect(sum(matrix.given.values())).toBe(9);
  expect(sum(matrix.taken.values())).toBe(9);
  const cells = matrix.roleIds.flatMap((from) => matrix.roleIds.map((to) => matrix.idsOf(from, to).length));
  expect(sum(cells)).toBe(9);
});

test('in reading order the step that gives decides, then the one that takes', () => {
  expect(handoffsInOrder(handoffPlan).map(({ id }) => id)).toEqual([
    'collect-label',
    'clean-train',
    'clean-features',
    'label-clean',
    'train-review',
    'features-deploy',
    'review-train',
    'deploy-use',
    'watch-use',
  ]);
});

test('after any edits, recorded or not, the list is the one of the same document read anew', () => {
  fc.assert(
    fc.property(partlyLockedArbitrary, fc.gen(), (document, generate) => {
      let history = createHistory(document);
      for (let round = 0; round < 4; round++) {
        const now = history.present.document;
        handoffsOf(now);
        const name = generate(() => fc.constantFrom(...editNames));
        const args = generate(argsFor, now, name);
        const changed = applyEdit(now, name, args as never);
        expect(sorted(changed)).toEqual(sorted(withMaps(changed, (records) => new Map(records))));
        history = record(history, `edit.${name}`, changed, emptySelection);
        const recorded = history.present.document;
        expect(sorted(recorded)).toEqual(sorted(withMaps(recorded, (records) => new Map(records))));
      }
    }),
    { numRuns: 300 },
  );
});

const argsFor = (document: DiagramDocument, name: EditName): fc.Arbitrary<unknown> =>
  editArgsArbitraries[name](document);

test('moving a step and naming it leave the very same list', () => {
  const list = handoffsOf(handoffPlan);
  const moved = applyEdit(handoffPlan, 'nodes.move', { ids: [nodeId('label')], by: { x: 8, y: 0 } });
  expect(handoffsOf(moved)).toBe(list);
  const named = applyEdit(moved, 'nodes.set', { ids: [nodeId('label')], patch: { label: 'Other' } });
  expect(handoffsOf(named)).toBe(list);
});
