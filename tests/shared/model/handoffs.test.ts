import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdit } from '../../../shared/edits/index';
import { createHistory, emptySelection, record } from '../../../shared/history/history';
import type { DiagramDocument } from '../../../shared/model/document';
import { handoffMatrix, handoffsInOrder, handoffsOf } from '../../../shared/model/handoffs';
import { giverOf } from '../../../shared/model/query';
import { documentArbitrary } from '../../support/arbitraries';
import { nodeId, roleId } from '../../support/builders';
import { editArgsArbitraries } from '../../support/editArbitraries';
import { handoffPlan } from '../../support/handoffPlan';

/** Edits after which other edges may be hand-offs. */
const names = ['nodes.set', 'nodes.reparent', 'edges.add', 'edges.set', 'elements.remove', 'roles.remove'] as const;
const anyName = () => fc.constantFrom(...names);
const ids = (document: DiagramDocument) => handoffsOf(document).map(({ id }) => id);

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

test('the list is the one of the definition, also after steps that were made of each other', () => {
  fc.assert(
    fc.property(documentArbitrary, fc.gen(), (document, generate) => {
      const expected = (each: DiagramDocument) =>
        [...each.edges.values()].filter((edge) => giverOf(each, edge) !== undefined).map(({ id }) => id);
      let history = createHistory(document);
      for (let step = 0; step < 6; step++) {
        const before = history.present.document;
        expect(ids(before).toSorted()).toEqual(expected(before).toSorted());
        const name = generate(anyName);
        const args = generate((now: DiagramDocument) => editArgsArbitraries[name](now) as fc.Arbitrary<never>, before);
        history = record(history, `edit.${name}`, applyEdit(before, name, args), emptySelection);
      }
    }),
  );
});

test('moving and naming steps does not make the list anew', () => {
  let history = createHistory(handoffPlan);
  const before = handoffsOf(handoffPlan);
  const step = (after: DiagramDocument) => {
    history = record(history, 'edit.nodes.set', after, emptySelection);
    expect(handoffsOf(history.present.document)).toBe(before);
  };
  step(applyEdit(history.present.document, 'nodes.move', { ids: [nodeId('clean')], by: { x: 8, y: 0 } }));
  const [first] = handoffPlan.edges.keys();
  const ids = first === undefined ? [] : [first];
  step(applyEdit(history.present.document, 'edges.set', { ids, patch: { label: 'Report' } }));
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
