import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../shared/edits/index';
import { translator } from '../../../shared/i18n/translator';
import type { DiagramDocument } from '../../../shared/model/document';
import { checkInvariants } from '../../../shared/model/invariants';
import { readTable, writeCsv, writeTsv } from '../../../shared/tables/csv';
import { changesNothing, planRaciImport, proposedChoices, type RaciChoices } from '../../../shared/tables/raciImport';
import { type RaciReading, readRaci } from '../../../shared/tables/raciReading';
import { raciTable } from '../../../shared/tables/raciTable';
import { mustGet } from '../../../shared/util/invariant';
import { aDocument, aRole, aTask, nodeId, roleId } from '../../support/builders';
import { raciPlan } from '../../support/raciPlan';

function reading(document: DiagramDocument, text: string): RaciReading {
  const table = readTable(text);
  if (!table.ok) throw new Error(table.error.type);
  const read = readRaci(document, table.value, translator);
  if (!read.ok) throw new Error(read.error.type);
  return read.value;
}

function imported(document: DiagramDocument, text: string, choose?: (choices: RaciChoices) => RaciChoices) {
  const read = reading(document, text);
  const proposed = proposedChoices(read);
  const plan = planRaciImport(document, read, choose?.(proposed) ?? proposed);
  const added = applyEdit(document, 'nodes.add', { nodes: plan.nodes, roles: plan.roles });
  return { plan, after: applyEdit(added, 'raci.set', { levels: plan.levels }) };
}

/** Ten steps, three of them there, with the seven roles; two of those by their Korean names. */
const tenSteps = [
  'Activity\tData engineer\t 데이터 과학자\tML ENGINEER\tResearch scientist\tData analyst\tML developer\t사용자',
  'Clean data\tA/R\t\t\t\tC\t\t',
  'build  model\t\tR\tA\t\tC\t\tI',
  '=SUM(A1), ""checked""\tR\tA\t\t\t\t\t'.replace(/^(.*?)\t/, '"$1"\t'),
  ...Array.from({ length: 7 }, (_, index) => `New step ${index + 1}\tR\tC\tA\t\t\t-\ti`),
].join('\r\n');

describe('ten rows and seven roles that were copied from a spreadsheet', () => {
  const { plan, after } = imported(raciPlan, tenSteps);

  test('change the steps that are there and add the others, with the role that does them', () => {
    expect(plan.roles).toEqual([]);
    expect(plan.nodes).toHaveLength(7);
    expect(plan.faults).toEqual([]);
    expect([...plan.levels.keys()]).toEqual(['check']);
    expect(mustGet(after.nodes, nodeId('check')).raci).toEqual(
      new Map([
        ['de', 'R'],
        ['ds', 'A'],
      ]),
    );
    const added = [...after.nodes.values()].filter(({ label }) => label === 'New step 7');
    expect(added).toMatchObject([{ kind: 'task', roleId: 'de' }]);
    expect(Object.fromEntries(added[0]?.raci ?? [])).toEqual({ de: 'R', ds: 'C', mle: 'A', eu: 'I' });
    expect(checkInvariants(after)).toEqual([]);
  });

  test('cover nothing and each other neither', () => {
    for (const a of plan.nodes) {
      expect(a.y).toBeGreaterThan(400);
      for (const b of plan.nodes) {
        const apart =
          a === b || a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(apart).toBe(true);
      }
    }
  });

  test('imported once more change nothing', () => {
    const again = imported(after, tenSteps);
    expect(changesNothing(again.plan)).toBe(true);
    expect(again.after).toBe(after);
    expect(again.plan.sameCells).toBe(70);
  });
});

test.each(['ko', 'en'] as const)(
  'what was written in %s changes nothing when it is read, in either form',
  (language) => {
    const rows = raciTable(raciPlan, language, translator(language));
    for (const text of [
      writeCsv(rows),
      writeTsv(rows),
      writeCsv(rows).replaceAll(',', ';').replace('=SUM(A1);', '=SUM(A1),'),
    ]) {
      expect(changesNothing(imported(raciPlan, text).plan)).toBe(true);
    }
  },
);

test('an unknown role is mapped, made or left out, as somebody says', () => {
  const text = 'Step,Data engineer,Boss\nClean data,R,A';
  const made = imported(raciPlan, text);
  expect(made.plan.roles).toMatchObject([{ name: 'Boss', order: 8 }]);
  const boss = made.plan.roles[0]?.id;
  expect(boss && mustGet(made.after.nodes, nodeId('clean')).raci.get(boss)).toBe('A');
  expect(changesNothing(imported(made.after, text).plan)).toBe(true);

  const choose =
    (choice: 'map' | 'skip') =>
    (choices: RaciChoices): RaciChoices => ({
      ...choices,
      roles: new Map(choices.roles).set(2, choice === 'map' ? { type: 'map', id: roleId('mle') } : { type: 'skip' }),
    });
  const mapped = imported(raciPlan, text, choose('map'));
  expect(mapped.plan.roles).toEqual([]);
  expect(mustGet(mapped.after.nodes, nodeId('clean')).raci.get(roleId('mle'))).toBe('A');
  const skipped = imported(raciPlan, text, choose('skip'));
  expect(skipped.after.roles).toBe(raciPlan.roles);
});

test('an unknown step is mapped, made or left out, as somebody says', () => {
  const text = 'Step,Data engineer\nTidy data,R';
  const choose =
    (choice: RaciChoices['steps'] extends ReadonlyMap<number, infer C> ? C : never) => (choices: RaciChoices) => ({
      ...choices,
      steps: new Map([[1, choice]]),
    });
  expect(imported(raciPlan, text).plan.nodes).toMatchObject([{ label: 'Tidy data' }]);
  const mapped = imported(raciPlan, text, choose({ type: 'map', id: nodeId('clean') }));
  expect([...mapped.plan.levels.keys()]).toEqual(['clean']);
  expect(changesNothing(imported(raciPlan, text, choose({ type: 'skip' })).plan)).toBe(true);
});

test('a column of remarks is no role unless somebody says so', () => {
  const read = reading(raciPlan, 'Step;Data engineer;Remark\nClean data;R;as before');
  expect(proposedChoices(read).roles.get(2)).toEqual({ type: 'skip' });
});

test('a cell that is no letter is told with its row and column and changes nothing', () => {
  const { plan } = imported(raciPlan, 'Step,Data engineer,Data analyst\n\nClean data,sometimes,C');
  expect(plan.faults).toEqual([{ row: 2, column: 1, text: 'sometimes' }]);
  expect(changesNothing(plan)).toBe(true);
});

test('an empty cell takes a responsibility away, a role without a column keeps its own', () => {
  const { after } = imported(raciPlan, 'Step,Data engineer\nClean data,');
  expect(mustGet(after.nodes, nodeId('clean')).raci).toEqual(new Map([['da', 'C']]));
});

test('steps of one name are told apart by their place, then by their order', () => {
  const same = aDocument({
    roles: [aRole({ id: 'de', name: 'DE' })],
    nodes: [aTask({ id: 'a', label: 'Check' }), aTask({ id: 'b', label: 'Check', y: 200 })],
  });
  const { after } = imported(same, 'Step,DE\nCheck,R\nCheck,A');
  expect(mustGet(after.nodes, nodeId('a')).raci.get(roleId('de'))).toBe('R');
  expect(mustGet(after.nodes, nodeId('b')).raci.get(roleId('de'))).toBe('A');
  const twin = applyEdit(raciPlan, 'nodes.set', { ids: [nodeId('model')], patch: { label: 'Clean data' } });
  const { plan } = imported(twin, 'Place,Step,Data engineer\n구축,Clean data,I');
  expect([...plan.levels.keys()]).toEqual(['model']);
});

test('a locked step stays as it is and is told', () => {
  const locked = applyEdit(raciPlan, 'nodes.lock', { ids: [nodeId('clean')], locked: true });
  const { plan, after } = imported(locked, 'Step,Data engineer\nClean data,C');
  expect(plan).toMatchObject({ lockedSteps: 1, changedCells: 0 });
  expect(after).toBe(locked);
});

test('a label with markup that came from a table is found again', () => {
  const { after } = imported(raciPlan, 'Step,Data engineer\n**Bold** step,R');
  expect(changesNothing(imported(after, 'Step,Data engineer\n**Bold** step,R').plan)).toBe(true);
  const rows = raciTable(after, 'en', translator('en'));
  expect(changesNothing(imported(after, writeCsv(rows)).plan)).toBe(true);
});

test('what has no roles or no steps says so', () => {
  expect(readRaci(raciPlan, [['Step'], ['Clean data']], translator)).toEqual({ ok: false, error: { type: 'noRoles' } });
  expect(readRaci(raciPlan, [['Step', 'Data engineer']], translator)).toEqual({
    ok: false,
    error: { type: 'noSteps' },
  });
  expect(readRaci(raciPlan, [['']], translator)).toEqual({ ok: false, error: { type: 'empty' } });
});
