import { expect, test } from 'vitest';
import { laneStackOf, resizeLane } from '../../renderer/canvas/laneStack';
import type { Box } from '../../shared/geometry/box';
import { checkInvariants } from '../../shared/model/invariants';
import { boxOfNode } from '../../shared/model/query';
import { aDocument, aLane, aNode, aTask, nodeId } from '../support/builders';
import { openWith } from '../support/testWindow';

const stacked = aDocument({
  nodes: [
    aNode('group', { id: 'team', x: 0, y: 0, width: 432, height: 340 }),
    aLane({ id: 'top', parentId: 'team', x: 16, y: 32, width: 400, height: 96 }),
    aLane({ id: 'middle', parentId: 'team', x: 16, y: 128, width: 400, height: 96 }),
    aLane({ id: 'bottom', parentId: 'team', x: 16, y: 224, width: 400, height: 96 }),
    aTask({ id: 'above', parentId: 'top', x: 150, y: 20 }),
    aTask({ id: 'within', parentId: 'middle', x: 150, y: 20 }),
    aTask({ id: 'below', parentId: 'bottom', x: 150, y: 20 }),
    aLane({ id: 'apart', x: 16, y: 400, width: 400, height: 96 }),
  ],
});

function resized(change: Partial<Box>) {
  const { editor } = openWith(stacked).active();
  const lane = stacked.nodes.get(nodeId('middle'));
  if (lane === undefined) throw new Error('the lane is missing');
  const box = { ...boxOfNode(stacked.nodes, lane), ...change };
  editor.transact('edit.nodes.place', (edit) => resizeLane(edit, stacked, lane, laneStackOf(stacked, lane), box));
  const { document } = editor.getState().history.present;
  expect(checkInvariants(document)).toEqual([]);
  return (id: string): Box => {
    const node = document.nodes.get(nodeId(id));
    if (node === undefined) throw new Error(`${id} is missing`);
    return boxOfNode(document.nodes, node);
  };
}

test('a higher lane pushes those below it, with what lies in them, and the group around grows', () => {
  const boxOf = resized({ height: 136 });
  expect(boxOf('top')).toEqual({ x: 16, y: 32, width: 400, height: 96 });
  expect(boxOf('bottom')).toEqual({ x: 16, y: 264, width: 400, height: 96 });
  expect(boxOf('within')).toMatchObject({ x: 166, y: 148 });
  expect(boxOf('below')).toMatchObject({ x: 166, y: 284 });
  expect(boxOf('team')).toEqual({ x: 0, y: 0, width: 432, height: 380 });
  expect(boxOf('apart')).toMatchObject({ y: 400, width: 400 });
});

test('a lane that gets higher upwards lifts those above it and leaves its own steps where they are', () => {
  const boxOf = resized({ y: 104, height: 120 });
  expect(boxOf('top')).toEqual({ x: 16, y: 8, width: 400, height: 96 });
  expect(boxOf('above')).toMatchObject({ x: 166, y: 28 });
  expect(boxOf('within')).toMatchObject({ x: 166, y: 148 });
  expect(boxOf('bottom')).toMatchObject({ y: 224 });
});

test('the lanes of a stack stay equally long, and their steps where they are', () => {
  const boxOf = resized({ x: 0, width: 500 });
  for (const id of ['top', 'middle', 'bottom']) expect(boxOf(id)).toMatchObject({ x: 0, width: 500 });
  expect(boxOf('above')).toMatchObject({ x: 166, y: 52 });
  expect(boxOf('team').width).toBe(516);
  expect(boxOf('apart').width).toBe(400);
});
