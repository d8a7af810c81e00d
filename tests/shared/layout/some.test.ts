import { expect, test } from 'vitest';
import { applyEdit } from '../../../shared/edits/index';
import { encloses, intersects } from '../../../shared/geometry/box';
import { measureDrawing } from '../../../shared/layout/measures';
import { tidyNew, tidySelection } from '../../../shared/layout/tidySome';
import type { DiagramDocument } from '../../../shared/model/document';
import { boxOfNode } from '../../../shared/model/query';
import { aDocument, aLane, aNode, anEdge, aTask, nodeId } from '../../support/builders';
import { runElk } from '../../support/elk';

const boxIn = (document: DiagramDocument, id: string) => {
  const node = document.nodes.get(nodeId(id));
  if (node === undefined) throw new Error(`no ${id}`);
  return boxOfNode(document.nodes, node);
};
const ids = (...names: readonly string[]) => new Set(names.map(nodeId));
const context = (document: DiagramDocument) => ({ document, direction: 'right' as const, runElk });

const withNew = (document: DiagramDocument, ...added: readonly string[]) =>
  applyEdit(document, 'layout.apply', tidyNew(context(document), ids(...added)));
const withSelection = async (document: DiagramDocument, ...selected: readonly string[]) =>
  applyEdit(document, 'layout.apply', await tidySelection(context(document), ids(...selected)));

const lanes = aDocument({
  nodes: [
    aLane({ id: 'top', width: 640, height: 100 }),
    aLane({ id: 'low', y: 100, width: 640, height: 100 }),
    aTask({ id: 'first', parentId: 'top', x: 160, y: 22 }),
    aTask({ id: 'pasted', parentId: 'top', x: 168, y: 30, z: 1 }),
    aTask({ id: 'across', parentId: 'low', x: 480, y: 3, z: 2 }),
    aTask({ id: 'kept', parentId: 'low', x: 330, y: 22 }),
  ],
  edges: [anEdge({ id: 'a', from: 'first', to: 'pasted' }), anEdge({ id: 'b', from: 'first', to: 'across' })],
});

test('a new step goes behind the one it follows; one in another lane goes below it; nothing else moves', () => {
  const after = withNew(lanes, 'pasted', 'across');
  const [first, pasted, across] = ['first', 'pasted', 'across'].map((id) => boxIn(after, id));
  expect(pasted).toMatchObject({ x: 160 + 128 + 40, y: 22 });
  expect(across).toMatchObject({ x: first?.x, y: 122 });
  for (const id of ['first', 'kept', 'top', 'low'])
    expect(after.nodes.get(nodeId(id))).toBe(lanes.nodes.get(nodeId(id)));
});

test('a lane grows when the only free place lies behind its end, together with the other lanes', () => {
  const full = aDocument({
    nodes: [
      ...[...lanes.nodes.values()].filter(({ kind }) => kind === 'lane'),
      aTask({ id: 'last', parentId: 'top', x: 500, y: 22 }),
      aTask({ id: 'next', parentId: 'top', x: 500, y: 22, z: 1 }),
    ],
    edges: [anEdge({ id: 'a', from: 'last', to: 'next' })],
  });
  const after = withNew(full, 'next');
  expect(encloses(boxIn(after, 'top'), boxIn(after, 'next'))).toBe(true);
  expect(boxIn(after, 'low').width).toBe(boxIn(after, 'top').width);
  expect(measureDrawing(after).overlaps).toBe(0);
});

test('of two steps that overlap and are both old the later one moves, and only as far as it must', () => {
  const after = withNew(lanes);
  expect(after.nodes.get(nodeId('first'))).toBe(lanes.nodes.get(nodeId('first')));
  expect(intersects(boxIn(after, 'first'), boxIn(after, 'pasted'))).toBe(false);
  const tidy = withNew(after);
  expect(tidy).toBe(after);
});

test('selected steps of lanes stand in their order, each in its lane; the others stay where they are', async () => {
  const after = await withSelection(lanes, 'first', 'pasted', 'across');
  expect(boxIn(after, 'pasted').x).toBeGreaterThan(boxIn(after, 'first').x + 128);
  expect(encloses(boxIn(after, 'top'), boxIn(after, 'pasted'))).toBe(true);
  expect(encloses(boxIn(after, 'low'), boxIn(after, 'across'))).toBe(true);
  expect(after.nodes.get(nodeId('kept'))).toBe(lanes.nodes.get(nodeId('kept')));
  expect(measureDrawing(after).overlaps).toBe(0);
});

test('a selection on the canvas makes room around others instead of covering them', async () => {
  const document = aDocument({
    nodes: [
      aTask({ id: 'a', x: 0, y: 0 }),
      aTask({ id: 'b', x: 20, y: 10, z: 1 }),
      aNode('note', { id: 'note', x: 190, y: 0 }),
    ],
    edges: [anEdge({ id: 'ab' })],
  });
  const after = await withSelection(document, 'a', 'b');
  expect(after.nodes.get(nodeId('note'))).toBe(document.nodes.get(nodeId('note')));
  expect(boxIn(after, 'b').x).toBeGreaterThan(boxIn(after, 'a').x + 128);
  expect(measureDrawing(after).overlaps).toBe(0);
});
