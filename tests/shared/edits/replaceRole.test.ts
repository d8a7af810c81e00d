import { expect, test } from 'vitest';
import { applyEdit } from '../../../shared/edits/index';
import type { RaciLevel } from '../../../shared/model/document';
import { joinedLevel } from '../../../shared/model/raci';
import { aDocument, aLane, aNode, aRole, aTask, nodeId, roleId } from '../../support/builders';

const document = aDocument({
  roles: [aRole({ id: 'a' }), aRole({ id: 'b', order: 1 })],
  nodes: [
    aLane({ id: 'lane', roleId: 'a' }),
    aTask({ id: 'inLane', parentId: 'lane', raci: { a: 'R', b: 'A' } }),
    aTask({ id: 'own', roleId: 'a', locked: true, raci: { a: 'C' } }),
    aTask({ id: 'other', roleId: 'b', raci: { a: 'I', b: 'C' } }),
    aNode('note', { id: 'note' }),
  ],
});
const roleAt = (changed: typeof document, id: string) => changed.nodes.get(nodeId(id))?.roleId;
const raciAt = (changed: typeof document, id: string) => Object.fromEntries(changed.nodes.get(nodeId(id))?.raci ?? []);

test('a role takes over lanes, steps, locked ones too, and responsibilities, which add up', () => {
  const changed = applyEdit(document, 'roles.replace', { from: roleId('a'), to: roleId('b') });
  expect(['lane', 'inLane', 'own', 'other'].map((id) => roleAt(changed, id))).toEqual(['b', null, 'b', 'b']);
  expect(['inLane', 'own', 'other'].map((id) => raciAt(changed, id))).toEqual([{ b: 'AR' }, { b: 'C' }, { b: 'C' }]);
  expect(changed.nodes.get(nodeId('note'))).toBe(document.nodes.get(nodeId('note')));
});

test('of some steps alone, one that was the role’s by its lane stands for itself', () => {
  const ids = ['inLane', 'note', 'gone'].map(nodeId);
  const changed = applyEdit(document, 'roles.replace', { from: roleId('a'), to: roleId('b'), ids });
  expect(['lane', 'inLane', 'own', 'note'].map((id) => roleAt(changed, id))).toEqual(['a', 'b', 'a', null]);
  expect(raciAt(changed, 'inLane')).toEqual({ b: 'AR' });
});

test('nothing changes without both roles, or for a role itself', () => {
  for (const [from, to] of [
    ['a', 'a'],
    ['a', 'gone'],
    ['gone', 'a'],
  ] as const) {
    expect(applyEdit(document, 'roles.replace', { from: roleId(from), to: roleId(to) })).toBe(document);
  }
});

test.each<[RaciLevel, RaciLevel | null, RaciLevel]>([
  ['R', 'A', 'AR'],
  ['AR', 'C', 'AR'],
  ['I', 'A', 'A'],
  ['I', 'C', 'C'],
  ['I', null, 'I'],
  ['C', 'R', 'R'],
])('%s and %s together are %s', (level, other, joined) => {
  expect(joinedLevel(level, other)).toBe(joined);
});
