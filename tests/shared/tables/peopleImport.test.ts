import { expect, test } from 'vitest';
import { applyEdit } from '../../../shared/edits/index';
import type { DiagramDocument } from '../../../shared/model/document';
import { isVacant } from '../../../shared/model/vacancy';
import { readTable } from '../../../shared/tables/csv';
import { type PeopleReading, peopleChanges, readPeople } from '../../../shared/tables/peopleImport';
import { aDocument, aPerson, aRole } from '../../support/builders';

const document = aDocument({
  roles: [
    aRole({ id: 'de', name: { en: 'Data engineer', ko: '데이터 엔지니어' } }),
    aRole({ id: 'ds', name: 'Data scientist', order: 1 }),
    aRole({ id: 'rs', name: 'Research scientist', order: 2 }),
  ],
  people: [
    aPerson({ id: 'kim', name: { en: 'Kim', ko: '김민수' }, roleIds: ['rs'] }),
    aPerson({ id: 'oh', name: 'Oh' }),
  ],
});

function read(text: string, given = document): PeopleReading {
  const rows = readTable(text);
  const reading = rows.ok ? readPeople(given, rows.value) : rows;
  if (!reading.ok) throw new Error(reading.error.type);
  return reading.value;
}

function imported(text: string, makesRoles: boolean, given = document): DiagramDocument {
  const { roles, add, set } = peopleChanges(given, read(text, given), makesRoles);
  const withRoles = applyEdit(given, 'roles.add', { roles });
  const changed = set.reduce((now, args) => applyEdit(now, 'people.set', args), withRoles);
  return applyEdit(changed, 'people.add', { people: add });
}
const rolesOf = ({ people, roles }: DiagramDocument) =>
  Object.fromEntries(
    [...people.values()].map(({ name, roleIds }) => [
      typeof name === 'string' ? name : name.en,
      roleIds.map((id) => (id.length > 2 ? roles.get(id)?.name : id)),
    ]),
  );

test('people come with their roles, in any language and spelling; a role that nobody takes is vacant', () => {
  const text = 'Role,Name\r\n"data  Engineer, data scientist",Lee\r\n데이터 엔지니어,김민수\r\nData scientist,LEE\r\n';
  const changed = imported(text, false);
  expect(rolesOf(changed)).toEqual({ Kim: ['de'], Oh: [], Lee: ['de', 'ds'] });
  expect([...changed.roles.values()].filter((role) => isVacant(changed, role)).map(({ id }) => id)).toEqual(['rs']);
});

test('a table without a heading has names first, and roles in as many columns as it likes', () => {
  expect(rolesOf(imported('Lee\tData engineer\tData scientist\nOh\tResearch scientist', false))).toEqual({
    Kim: ['rs'],
    Oh: ['rs'],
    Lee: ['de', 'ds'],
  });
});

test('other columns of a table with a heading for roles are left out', () => {
  expect(read('이름;부서;역할\n이서연;데이터팀;데이터 엔지니어/Pilot')).toEqual({
    people: [{ name: '이서연', id: null, roleNames: ['데이터 엔지니어', 'Pilot'] }],
    unknownRoles: ['Pilot'],
  });
});

test('unknown roles are made or left out, as is said, and the same table a second time changes nothing', () => {
  const text = 'name,roles\nLee,Pilot; pilot; Data scientist\nMin,Navigator';
  expect(rolesOf(imported(text, false))).toMatchObject({ Lee: ['ds'], Min: [] });
  const once = imported(text, true);
  expect(rolesOf(once)).toMatchObject({ Lee: ['Pilot', 'ds'], Min: ['Navigator'] });
  expect(new Set([...once.roles.values()].map(({ color }) => color)).size).toBeGreaterThan(2);
  expect(imported(text, true, once)).toBe(once);
});

test.each([
  ['', 'empty'],
  ['name,role\n,Data engineer', 'noNames'],
  ['"Lee', 'openQuote'],
])('%j names nobody: %s', (text, type) => {
  expect(() => read(text)).toThrow(type);
});
