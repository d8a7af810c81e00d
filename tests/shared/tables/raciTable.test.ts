import { expect, test } from 'vitest';
import { languages } from '../../../shared/i18n/language';
import { translator } from '../../../shared/i18n/translator';
import { levelText, raciFaults, readLevel } from '../../../shared/model/raci';
import { stepGroups } from '../../../shared/model/steps';
import { writeCsv } from '../../../shared/tables/csv';
import { raciTable } from '../../../shared/tables/raciTable';
import { aDocument, aLane, aTask } from '../../support/builders';
import { raciPlan } from '../../support/raciPlan';

test.each(languages)('the matrix as CSV in %s is the golden file', async (language) => {
  const csv = writeCsv(raciTable(raciPlan, language, translator(language)));
  await expect(csv).toMatchFileSnapshot(`../../golden/raci-${language}.csv`);
});

test('“Build model” is done by the data scientist, answered for by the ML engineer', () => {
  const rows = raciTable(raciPlan, 'en', translator('en'));
  expect(rows.find(([, step]) => step === 'Build model')).toEqual([
    'Build',
    'Build model',
    '',
    'R',
    'A',
    '',
    'C',
    '',
    'I',
  ]);
});

test('steps are grouped by stage, else by lane, in the order of reading', () => {
  expect(stepGroups(raciPlan.nodes)).toEqual([
    { placeId: 'prepare', stepIds: ['clean'] },
    { placeId: 'build', stepIds: ['model', 'check'] },
  ]);
  const lanes = aDocument({
    nodes: [
      aTask({ id: 'free', x: 0, y: -200 }),
      aLane({ id: 'low', y: 200, width: 600, height: 200 }),
      aLane({ id: 'high', width: 600, height: 200 }),
      aTask({ id: 'b', parentId: 'low', x: 100, y: 40 }),
      aTask({ id: 'late', parentId: 'high', x: 400, y: 40 }),
      aTask({ id: 'early', parentId: 'high', x: 100, y: 40 }),
    ],
  });
  expect(stepGroups(lanes.nodes)).toEqual([
    { placeId: 'high', stepIds: ['early', 'late'] },
    { placeId: 'low', stepIds: ['b'] },
    { placeId: null, stepIds: ['free'] },
  ]);
});

test.each([
  ['R', 'R'],
  [' a ', 'A'],
  ['A/R', 'AR'],
  ['r, a', 'AR'],
  ['RA', 'AR'],
  ['Ｃ', 'C'],
  ['', null],
  ['-', null],
  ['X', undefined],
  ['R/C', undefined],
  ['constructor', undefined],
])('%j in a cell is %j', (text, level) => {
  expect(readLevel(text)).toBe(level);
});

test('a level is read as it is written', () => {
  for (const level of ['R', 'A', 'AR', 'C', 'I', null] as const) expect(readLevel(levelText(level))).toBe(level);
});

test('one answers for a step and somebody does it', () => {
  const faults = (levels: Readonly<Record<string, 'R' | 'A' | 'AR' | 'C' | 'I'>>) =>
    raciFaults(new Map(Object.entries(levels)));
  expect(faults({ de: 'R', ds: 'A', eu: 'I' })).toEqual([]);
  expect(faults({ de: 'AR' })).toEqual([]);
  expect(faults({})).toEqual(['empty']);
  expect(faults({ de: 'R' })).toEqual(['noAccountable']);
  expect(faults({ de: 'AR', ds: 'A' })).toEqual(['manyAccountable']);
  expect(faults({ de: 'A', ds: 'C' })).toEqual(['noResponsible']);
  expect(faults({ de: 'C' })).toEqual(['noAccountable', 'noResponsible']);
});
