import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseFile } from '../../../shared/file/parse';
import type { DiagramDocument } from '../../../shared/model/document';
import { rolesByNeed } from '../../../shared/team/need';
import { aDocument, aLane, aNode, anEdge, aRole, aTask } from '../../support/builders';

function template(name: string): DiagramDocument {
  const parsed = parseFile(
    readFileSync(new URL(`../../../assets/templates/${name}.roleweave`, import.meta.url), 'utf8'),
  );
  if (!parsed.ok) throw new Error(`${name} cannot be read`);
  return parsed.value.document;
}

test('the small team needs a data engineer first, then a data scientist, then an ML engineer, as the article tells', () => {
  expect(rolesByNeed(template('small-team'))).toEqual(['data-engineer', 'data-scientist', 'ml-engineer']);
});

test('so does the team of the first diagram, in which users and other teams need nobody', () => {
  expect(rolesByNeed(template('role-collaboration'))).toEqual([
    'data-engineer',
    'data-scientist',
    'data-analyst',
    'ml-engineer',
    'research-scientist',
    'developer',
  ]);
});

const roles = ['a', 'b', 'c', 'd'].map((id, order) => aRole({ id, order }));

test('without stages the way of the work decides, through lanes too, and ties keep the order of the roles', () => {
  const document = aDocument({
    roles: [aRole({ id: 'e', order: -1 }), ...roles, aRole({ id: 'user', order: 9, headcount: 0 })],
    nodes: [
      aLane({ id: 'lane', roleId: 'c' }),
      aTask({ id: 'first', parentId: 'lane' }),
      aTask({ id: 'second', x: 400, roleId: 'b' }),
      aTask({ id: 'beside', x: 900, roleId: 'a' }),
      aTask({ id: 'next', x: 900, roleId: 'a' }),
      aTask({ id: 'use', x: 900, roleId: 'user' }),
      aTask({ id: 'alone', roleId: 'e' }),
      // An artefact is nobody's work.
      aNode('artifact', { id: 'paper', roleId: 'd' }),
    ],
    edges: [anEdge({ id: '1', from: 'first', to: 'second' }), anEdge({ id: '2', from: 'beside', to: 'next' })],
  });
  expect(rolesByNeed(document)).toEqual(['a', 'c', 'b', 'e']);
});

test('the earliest stage decides before the way of the work', () => {
  const document = aDocument({
    roles,
    nodes: [
      aNode('stage', { id: 'late', x: 200, width: 200 }),
      aNode('stage', { id: 'early', x: 0, width: 200 }),
      aTask({ id: 'one', x: 230, y: 100, roleId: 'a' }),
      aTask({ id: 'two', x: 30, y: 100, roleId: 'b' }),
      aTask({ id: 'outside', x: 800, y: 100, roleId: 'c' }),
    ],
    edges: [anEdge({ id: '1', from: 'one', to: 'two' })],
  });
  expect(rolesByNeed(document)).toEqual(['b', 'a', 'c']);
});
