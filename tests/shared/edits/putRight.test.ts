import { expect, test } from 'vitest';
import type { EditArgs, EditName } from '../../../shared/edits/args';
import { applyEdit } from '../../../shared/edits/index';
import { noTerms, noTiming } from '../../../shared/model/document';
import { edgeId, personId, roleId } from '../../support/builders';
import { caseDocument } from './cases';

function expectNothing<K extends EditName>(name: K, args: EditArgs[K]): void {
  expect(applyEdit(caseDocument, name, args)).toBe(caseDocument);
}

test('what has to be put right to what it was is no change, and no step to undo', () => {
  const engineer = roleId('engineer');
  const nobody = roleId('nobody');
  expectNothing('people.set', { id: personId('kim'), patch: { roleIds: [engineer, nobody, engineer] } });
  expectNothing('roles.set', { id: engineer, patch: { backupId: engineer } });
  expectNothing('roles.set', { id: engineer, patch: { backupId: nobody } });
  expectNothing('roles.set', { id: engineer, patch: { headcount: Number.NaN } });
  const ids = [edgeId('flow')];
  expectNothing('edges.set', { ids, patch: { timing: { ...noTiming, waitMinutes: Number.NaN } } });
  expectNothing('edges.set', { ids, patch: { terms: { ...noTerms, withinMinutes: Number.NaN } } });
});
