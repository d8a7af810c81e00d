import { expect, test } from 'vitest';
import type { PersonId, RoleId } from '../../../shared/model/ids';
import { isVacant, takersOf } from '../../../shared/model/vacancy';
import { peopleAsTakers, roleLoads, takerLoads } from '../../../shared/team/load';
import { type Member, proposeTeam, teamChanges } from '../../../shared/team/proposal';
import { aDocument, aLane, anEdge, aPerson, aRole, aTask, personId, roleId } from '../../support/builders';

/** Four roles in a row of 1, 4, 2 and 3 steps; work goes from each to the next, and from the second to the third twice. */
const counts = { a: 1, b: 4, c: 2, d: 3 };
const document = aDocument({
  roles: Object.keys(counts).map((id, order) => aRole({ id, order })),
  nodes: [
    ...Object.entries(counts).flatMap(([id, count]) =>
      Array.from({ length: count }, (_, at) =>
        aTask({ id: `${id}${at}`, roleId: id, raci: at === 0 ? { [id]: 'AR', a: 'R' } : { [id]: 'R', d: 'A' } }),
      ),
    ),
    aLane({ id: 'lane', roleId: 'a' }),
  ],
  edges: [
    anEdge({ id: 'ab', from: 'a0', to: 'b0' }),
    anEdge({ id: 'bb', from: 'b0', to: 'b1' }),
    anEdge({ id: 'bc1', from: 'b1', to: 'c0', kind: 'handoff' }),
    anEdge({ id: 'bc2', from: 'b2', to: 'c1', kind: 'data' }),
    anEdge({ id: 'cd', from: 'c1', to: 'd0' }),
  ],
  people: [
    aPerson({ id: 'kim', roleIds: ['d', 'a'], order: 1 }),
    aPerson({ id: 'lee', name: 'Lee', roleIds: ['d'], order: 0 }),
    aPerson({ id: 'no', name: 'No', roleIds: [], order: 2 }),
  ],
});
const roleIds = Object.keys(counts).map(roleId);
const rolesOf = (members: readonly Member[]) => members.map((member) => member.roleIds.join(''));

test('a role has its steps, its letters and what it gives and takes', () => {
  const loads = roleLoads(document);
  expect(loads.get(roleId('b'))).toEqual({ steps: 4, responsible: 4, accountable: 1, given: 2, taken: 1 });
  expect(loads.get(roleId('a'))).toEqual({ steps: 1, responsible: 4, accountable: 0, given: 1, taken: 0 });
  expect(loads.get(roleId('d'))).toEqual({ steps: 3, responsible: 1, accountable: 7, given: 0, taken: 1 });
});

test('people share the roles they take, and what one hands to oneself is no hand-off any more', () => {
  const loads = takerLoads(document, peopleAsTakers(document));
  expect(loads.get(personId('kim'))).toMatchObject({ steps: 2.5, given: 1, taken: 0.5, toSelf: [] });
  expect(loads.get(personId('lee'))).toMatchObject({ steps: 1.5, toSelf: [] });
  expect(loads.get(personId('no'))).toMatchObject({ steps: 0 });
  const one = takerLoads(document, new Map([['all', roleIds]])).get('all');
  expect(one).toMatchObject({ steps: 10, given: 0, taken: 0, toSelf: ['ab', 'bc1', 'bc2', 'cd'] });
});

test('a team of one takes all roles in turn, and one per role a role each', () => {
  expect(rolesOf(proposeTeam(document, roleIds, 1))).toEqual(['abcd']);
  expect(rolesOf(proposeTeam(document, roleIds, 4))).toEqual(['a', 'b', 'c', 'd']);
  expect(rolesOf(proposeTeam(document, roleIds, 9))).toEqual(['a', 'b', 'c', 'd']);
  expect(rolesOf(proposeTeam(document, roleIds, 0))).toEqual(['abcd']);
  expect(proposeTeam(document, [], 3)).toEqual([]);
});

test('two share the steps evenly; among equally even teams the one with most hand-offs to oneself counts', () => {
  // a+b = 5 and c+d = 5.
  expect(rolesOf(proposeTeam(document, roleIds, 2))).toEqual(['ab', 'cd']);
  // At most 5 each, with one hand-off to oneself: a | b | cd would be as good, and is less even.
  expect(rolesOf(proposeTeam(document, roleIds, 3))).toEqual(['ab', 'c', 'd']);
  // The steps alone leave x | yz and xy | z: the hand-off decides.
  const steps = aDocument({
    roles: ['x', 'y', 'z'].map((id, order) => aRole({ id, order })),
    nodes: ['x', 'y', 'z'].map((id) => aTask({ id, roleId: id })),
    edges: [anEdge({ id: 'yz', from: 'y', to: 'z' })],
  });
  expect(rolesOf(proposeTeam(steps, ['x', 'y', 'z'].map(roleId), 2))).toEqual(['x', 'yz']);
});

test('no proposal has somebody with more steps than another way of cutting the row in as many parts would', () => {
  const steps = Object.values(counts);
  for (let size = 1; size <= 4; size++) {
    const least = Math.min(...[...cuts(steps, size)].map((parts) => Math.max(...parts.map(sum))));
    const members = proposeTeam(document, roleIds, size);
    const loads = takerLoads(document, new Map(members.map((member, at) => [at, member.roleIds])));
    expect(Math.max(...[...loads.values()].map((load) => load.steps))).toBe(least);
  }
});

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
function* cuts(list: readonly number[], parts: number): Generator<readonly (readonly number[])[]> {
  if (parts === 1) yield [list];
  for (let at = 1; parts > 1 && at <= list.length - parts + 1; at++) {
    for (const rest of cuts(list.slice(at), parts - 1)) yield [list.slice(0, at), ...rest];
  }
}

test('people keep what they have where they can, others come, and who is left out gives up what is shared out', () => {
  const people: readonly (PersonId | null)[] = proposeTeam(document, roleIds, 2).map((member) => member.personId);
  // Kim has a role of either part, Lee one of the second.
  expect(people).toEqual(['kim', 'lee']);
  const four = proposeTeam(document, roleIds, 4);
  expect(four.map((member) => member.personId)).toEqual(['kim', 'no', null, 'lee']);
  expect(teamChanges(document, four)).toEqual({
    set: [
      { id: 'lee', roleIds: ['d'] },
      { id: 'kim', roleIds: ['a'] },
      { id: 'no', roleIds: ['b'] },
    ],
    add: [['c']],
  });
  const some = proposeTeam(document, ['a', 'b'].map(roleId), 1);
  expect(teamChanges(document, some)).toEqual({
    set: [
      { id: 'lee', roleIds: ['d'] },
      { id: 'kim', roleIds: ['a', 'b', 'd'] },
      { id: 'no', roleIds: [] },
    ],
    add: [],
  });
});

test('a role is vacant when nobody takes it though people are named, or it says so; one that needs nobody is not', () => {
  const role = (id: string): RoleId => roleId(id);
  const vacant = (fields: Parameters<typeof aRole>[0], people = document.people) => isVacant({ people }, aRole(fields));
  expect(takersOf(document, role('d')).map(({ id }) => id)).toEqual(['lee', 'kim']);
  expect(vacant({ id: 'b' })).toBe(true);
  expect(vacant({ id: 'd', status: 'open' })).toBe(false);
  expect(vacant({ id: 'b', headcount: 0 })).toBe(false);
  expect(vacant({ id: 'b' }, new Map())).toBe(false);
  expect(vacant({ id: 'b', status: 'open' }, new Map())).toBe(true);
});
