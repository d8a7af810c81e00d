import { expect, test } from 'vitest';
import { outlineRows } from '../../../shared/model/outline';
import { containersInOrder } from '../../../shared/model/readingOrder';
import { aDocument, aLane, aNode, aTask, nodeId } from '../../support/builders';

const { nodes } = aDocument({
  nodes: [
    aTask({ id: 'ship', parentId: 'build', x: 150 }),
    aLane({ id: 'build', y: 96 }),
    aTask({ id: 'loose', y: 300 }),
    aNode('group', { id: 'pair', parentId: 'design', x: 300, width: 300, height: 90 }),
    aTask({ id: 'review', parentId: 'pair', x: 150, y: 10 }),
    aTask({ id: 'draft', parentId: 'pair', x: 10, y: 10 }),
    aLane({ id: 'design' }),
    aTask({ id: 'ask', parentId: 'design', x: 150 }),
  ],
});
const shape = (closed: readonly string[] = []) =>
  outlineRows(nodes, new Set(closed.map(nodeId))).map(({ node, level, place, siblings, isOpen }) => {
    const mark = isOpen === null ? '' : isOpen ? '- ' : '+ ';
    return `${'  '.repeat(level - 1)}${mark}${node.id} ${place}/${siblings}`;
  });

test('a diagram is told as a tree in reading order', () => {
  expect(shape()).toEqual([
    '- design 1/3',
    '  ask 1/2',
    '  - pair 2/2',
    '    draft 1/2',
    '    review 2/2',
    '- build 2/3',
    '  ship 1/1',
    'loose 3/3',
  ]);
});

test('what lies in closed containers is left out, and the numbers stay', () => {
  expect(shape(['design', 'ask'])).toEqual(['+ design 1/3', '- build 2/3', '  ship 1/1', 'loose 3/3']);
});

test('containers are listed in the same order', () => {
  expect(containersInOrder(nodes).map(({ id }) => id)).toEqual(['design', 'pair', 'build']);
});
