import { expect, test } from 'vitest';
import type { DiagramNode } from '../../../shared/model/document';
import { childrenInOrder, readingRanks } from '../../../shared/model/readingOrder';
import { aDocument, aLane, aNode, aTask, nodeId } from '../../support/builders';

const orderOf = (nodes: readonly DiagramNode[], parent: string | null = null) =>
  (childrenInOrder(aDocument({ nodes }).nodes).get(parent === null ? null : nodeId(parent)) ?? []).map(({ id }) => id);

test('lanes are read from top to bottom, and upright ones from left to right', () => {
  expect(orderOf([aLane({ id: 'b', y: 96 }), aLane({ id: 'c', y: 192 }), aLane({ id: 'a' })])).toEqual(['a', 'b', 'c']);
  const upright = (id: string, x: number) => aLane({ id, x, width: 96, height: 600, props: { direction: 'vertical' } });
  expect(orderOf([upright('b', 96), upright('a', 0), upright('c', 192)])).toEqual(['a', 'b', 'c']);
});

test('in a lane steps follow its time, and those that begin together are read across it', () => {
  const steps = [
    aTask({ id: 'c', parentId: 'lane', x: 400, y: 10 }),
    aTask({ id: 'b', parentId: 'lane', x: 150, y: 90 }),
    aTask({ id: 'a', parentId: 'lane', x: 160, y: 20 }),
  ];
  expect(orderOf([aLane({ id: 'lane', height: 200 }), ...steps], 'lane')).toEqual(['a', 'b', 'c']);
  const upright = aLane({ id: 'lane', width: 400, height: 400, props: { direction: 'vertical' } });
  expect(orderOf([upright, ...steps], 'lane')).toEqual(['a', 'c', 'b']);
});

test('on the canvas rows are read from the left, a little out of line or not', () => {
  const nodes = [aTask({ id: 'd', x: 0, y: 100 }), aTask({ id: 'b', x: 200, y: 0 }), aTask({ id: 'a', x: 0, y: 12 })];
  expect(orderOf([...nodes, aTask({ id: 'c', x: 400, y: 20 })])).toEqual(['a', 'b', 'c', 'd']);
});

test('stages, which are as high as the diagram, come before the lanes under them', () => {
  const stage = (id: string, x: number) => aNode('stage', { id, x, y: 0, height: 600 });
  expect(orderOf([aLane({ id: 'lane', y: 40 }), stage('second', 272), stage('first', 128)])).toEqual([
    'first',
    'second',
    'lane',
  ]);
});

test('the whole diagram is read container by container', () => {
  const { nodes } = aDocument({
    nodes: [
      aTask({ id: 'in-b', parentId: 'b', x: 150 }),
      aTask({ id: 'in-a', parentId: 'a', x: 150 }),
      aLane({ id: 'b', y: 96 }),
      aLane({ id: 'a' }),
    ],
  });
  expect([...readingRanks(nodes).keys()]).toEqual(['a', 'in-a', 'b', 'in-b']);
});
