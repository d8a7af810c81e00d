import { expect, test } from 'vitest';
import { measureDrawing } from '../../../shared/layout/measures';
import { aDocument, anEdge, aTask, type EdgeFields } from '../../support/builders';

const at = (id: string, x: number, y: number) => aTask({ id, x, y, width: 80, height: 40 });
const right = (nodeId: string) => ({ nodeId: at(nodeId, 0, 0).id, side: 'right', at: 0.5 }) as const;
const left = (nodeId: string) => ({ nodeId: at(nodeId, 0, 0).id, side: 'left', at: 0.5 }) as const;
const flow = (from: string, to: string, fields: EdgeFields = {}) =>
  anEdge({ id: `${from}-${to}`, from: right(from), to: left(to), heads: 'none', ...fields });

test('two edges that change places cross once, and each has two bends', () => {
  const nodes = [at('a', 0, 0), at('b', 0, 200), at('c', 300, 40), at('d', 300, 240)];
  // The first edge turns half way, the second one earlier, so that no piece lies on another.
  const early = [
    { x: 120, y: 220 },
    { x: 120, y: 60 },
  ];
  const crossed = aDocument({ nodes, edges: [flow('a', 'd'), flow('b', 'c', { waypoints: early })] });
  expect(measureDrawing(crossed)).toMatchObject({ crossings: 1, bends: 4, sharedPx: 0, through: 0, overlaps: 0 });
});

test('edges side by side do not cross; their length and the area around all are told', () => {
  const nodes = [at('a', 0, 0), at('b', 0, 200), at('c', 300, 0), at('d', 300, 200)];
  const straight = aDocument({ nodes, edges: [flow('a', 'c'), flow('b', 'd')] });
  expect(measureDrawing(straight)).toMatchObject({ crossings: 0, bends: 0, lengthPx: 440, areaPx: 380 * 240 });
});

test('a step in the way of an edge is run through once, however long the way in it', () => {
  const nodes = [at('a', 0, 0), at('between', 150, 0), at('c', 300, 0)];
  expect(measureDrawing(aDocument({ nodes, edges: [flow('a', 'c')] })).through).toBe(1);
  const around = [at('a', 0, 0), at('between', 150, 41), at('c', 300, 0)];
  expect(measureDrawing(aDocument({ nodes: around, edges: [flow('a', 'c')] })).through).toBe(0);
});

test('steps overlap when they lie on each other, not when they touch', () => {
  const overlapsOf = (x: number) => measureDrawing(aDocument({ nodes: [at('a', 0, 0), at('b', x, 0)] })).overlaps;
  expect([79, 80].map(overlapsOf)).toEqual([1, 0]);
});

test('edges on one line share their way', () => {
  const nodes = [at('a', 0, 0), at('b', 300, 0), at('c', 600, 0)];
  const edges = [flow('a', 'c'), flow('b', 'c')];
  expect(measureDrawing(aDocument({ nodes, edges })).sharedPx).toBe(220);
});
