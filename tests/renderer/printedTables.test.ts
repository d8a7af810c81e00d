import { expect, test } from 'vitest';
import { printedTables } from '../../renderer/pages/print/printedTables';
import { translator } from '../../shared/i18n/translator';
import { emptyDocument } from '../../shared/model/document';
import { aDocument, aLane, anEdge, aPerson, aRole, aTask } from '../support/builders';

const t = translator('en');
const plan = aDocument({
  roles: [
    aRole({ id: 'de', name: { en: 'Data engineer', ko: '데이터 엔지니어' } }),
    aRole({ id: 'ds', name: 'Data scientist', order: 1 }),
    aRole({ id: 'user', name: 'User', headcount: 0, order: 2 }),
  ],
  nodes: [
    aLane({ id: 'lane', roleId: 'de', width: 400, height: 100 }),
    aTask({
      id: 'collect',
      label: 'Collect',
      parentId: 'lane',
      raci: { de: 'AR', ds: 'I' },
      timing: { workMinutes: 60, waitMinutes: 30, accuratePercent: 80 },
    }),
    aTask({ id: 'train', label: 'Train', roleId: 'ds', x: 300, y: 200, raci: { ds: 'AR' } }),
  ],
  edges: [anEdge({ id: 'data', kind: 'handoff', from: 'collect', to: 'train', label: 'Data' })],
  people: [aPerson({ id: 'kim', name: 'Kim', roleIds: ['de'] })],
});
const rowsOf = (page: Parameters<typeof printedTables>[0], document = plan) =>
  printedTables(page, document, 'en', t).map(({ rows }) => rows);

test('every page is printed as what it says', () => {
  expect(rowsOf('raci')[0]?.slice(1)).toEqual([
    [expect.anything(), 'Collect', 'A/R', 'I', ''],
    ['', 'Train', '', 'A/R', ''],
  ]);
  expect(rowsOf('handoffs').map((rows) => rows.slice(1))).toEqual([
    [
      ['Data engineer', '', '1', '1'],
      ['Data scientist', '', '', ''],
      ['Takes', '', '1', '1'],
    ],
    [['Data engineer', 'Data scientist', 'Collect', 'Train', 'Data', '', '', '']],
  ]);
  expect(rowsOf('people').map((rows) => rows.slice(1))).toEqual([
    [['Kim', 'Data engineer', '1', '1', '1', '1', '0']],
    [
      ['Data engineer', 'Kim', '1', '1', '1', '1', '0'],
      ['Data scientist', 'Vacant', '1', '1', '1', '0', '1'],
      ['User', '', '0', '0', '0', '0', '0'],
    ],
  ]);
  expect(rowsOf('figures')).toEqual([
    [expect.anything(), ['1 h 30 min', '67 %', '80 %']],
    [
      ['Step', 'Role', 'Waiting time', 'Working time', 'Complete and accurate', 'Work and wait'],
      ['Collect', 'Data engineer', '30 min', '1 h', '80 %', '1 h 30 min'],
      ['Data', '', '', '', '', ''],
      ['Train', 'Data scientist', '', '', '', ''],
    ],
  ]);
});

test('a page that says nothing yet prints nothing', () => {
  for (const page of ['raci', 'handoffs', 'people', 'figures'] as const) {
    expect(rowsOf(page, emptyDocument), page).toEqual([]);
  }
});
