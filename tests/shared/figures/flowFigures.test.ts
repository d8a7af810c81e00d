import { expect, test } from 'vitest';
import { flowFigures } from '../../../shared/figures/flowFigures';
import { depthsOf, flowOrder } from '../../../shared/figures/flowOrder';
import type { Timing } from '../../../shared/model/document';
import { aDocument, aNode, anEdge, aTask } from '../../support/builders';
import { fiveSteps } from '../../support/fiveSteps';

const time = (workMinutes: number | null, waitMinutes: number | null = null, accuratePercent: number | null = null) =>
  ({ workMinutes, waitMinutes, accuratePercent }) satisfies Timing;
const ids = (parts: readonly { readonly id: string }[]) => parts.map(({ id }) => id);

test('a way of five steps has the figures that were calculated by hand', () => {
  const figures = flowFigures(fiveSteps);
  expect(ids(figures.path)).toEqual(['collect', '1', 'validate', '2', 'build', '3', 'deploy', '4', 'serve']);
  // Work: 60 + 30 + 240 + (hand-off) 15 + 45 + 30 = 420. Wait: 0 + 120 + 480 + (hand-off) 960 + 60 + 60 = 1680.
  expect(figures.workMinutes).toBe(420);
  expect(figures.waitMinutes).toBe(1680);
  expect(figures.leadMinutes).toBe(2100);
  expect(figures.efficiency).toBe(0.2);
  // 0.9 × 0.8 × 0.5 × 1 × 0.75 (the hand-off says nothing) = 0.27.
  expect(figures.accurate).toBeCloseTo(0.27, 12);
  expect(figures.longestWait).toEqual({ type: 'edge', id: '3' });
  expect(figures.untimedSteps).toBe(0);
  expect(figures.beside).toEqual([]);
});

test('work that splits up takes as long as its slowest part, and the rest is told beside', () => {
  const document = aDocument({
    nodes: [
      aTask({ id: 'a', timing: time(10) }),
      aTask({ id: 'slow', timing: time(10, 100) }),
      aTask({ id: 'quick', timing: time(20, 500, 10) }),
      aTask({ id: 'quick2' }),
      aTask({ id: 'z', timing: time(1) }),
      aNode('note', { id: 'note' }),
    ],
    edges: [
      anEdge({ id: '1', from: 'a', to: 'slow', timing: time(null, 800) }),
      anEdge({ id: '2', from: 'a', to: 'quick' }),
      anEdge({ id: '3', from: 'slow', to: 'z' }),
      anEdge({ id: '4', from: 'quick', to: 'quick2' }),
      anEdge({ id: '5', from: 'quick2', to: 'z' }),
      anEdge({ id: '6', from: 'z', to: 'note', timing: time(9999) }),
    ],
  });
  const figures = flowFigures(document);
  expect(ids(figures.path)).toEqual(['a', '1', 'slow', '3', 'z']);
  expect(figures.leadMinutes).toBe(10 + 800 + 110 + 1);
  expect(figures.longestWait?.id).toBe('1');
  expect(figures.accurate).toBeNull();
  expect(ids(figures.beside)).toEqual(['quick', 'quick2']);
});

test('a way back for rework is not taken, and people who only talk or share data hand nothing on', () => {
  const document = aDocument({
    nodes: ['a', 'b', 'c', 'd', 'e'].map((id) => aTask({ id, timing: time(id === 'd' || id === 'e' ? 1000 : 1) })),
    edges: [
      anEdge({ id: '1', from: 'a', to: 'b' }),
      // Drawn backwards: its head is at its start.
      anEdge({ id: '2', from: 'c', to: 'b', heads: 'start', kind: 'handoff' }),
      anEdge({ id: 'back', from: 'c', to: 'a', timing: time(5000) }),
      anEdge({ id: '3', from: 'c', to: 'd', kind: 'collaboration' }),
      anEdge({ id: '4', from: 'c', to: 'e', kind: 'data' }),
    ],
  });
  expect(ids(flowFigures(document).path)).toEqual(['d']);
  const { order, onward } = flowOrder(document);
  expect(order.filter((id) => 'abc'.includes(id))).toEqual(['a', 'b', 'c']);
  expect([...onward.values()].flat().map(({ id }) => id)).toEqual(['2', '1']);
  expect(depthsOf({ order, onward })).toEqual(new Map(Object.entries({ a: 0, b: 1, c: 2, d: 0, e: 0 })));
});

test('a loop alone has an order, too, and its figures count it once', () => {
  const document = aDocument({
    nodes: ['a', 'b'].map((id) => aTask({ id, timing: time(1) })),
    edges: [anEdge({ id: '1', from: 'a', to: 'b' }), anEdge({ id: '2', from: 'b', to: 'a' })],
  });
  expect(flowFigures(document).leadMinutes).toBe(2);
});

test('without times there are no figures, and the way of most parts is the one to begin with', () => {
  const document = aDocument({
    nodes: ['a', 'b', 'c', 'alone'].map((id) => aTask({ id })),
    edges: [anEdge({ id: '1', from: 'a', to: 'b' }), anEdge({ id: '2', from: 'b', to: 'c' })],
  });
  const figures = flowFigures(document);
  expect(figures).toMatchObject({
    leadMinutes: 0,
    efficiency: null,
    accurate: null,
    longestWait: null,
    untimedSteps: 3,
  });
  expect(ids(figures.path)).toEqual(['a', '1', 'b', '2', 'c']);
  expect(ids(figures.beside)).toEqual(['alone']);
  expect(flowFigures(aDocument()).path).toEqual([]);
});

test('a chain of ten thousand steps is measured at once', () => {
  const nodes = Array.from({ length: 10_000 }, (_, at) => aTask({ id: `n${at}`, timing: time(1) }));
  const edges = nodes.slice(1).map((_, at) => anEdge({ id: `e${at}`, from: `n${at}`, to: `n${at + 1}` }));
  expect(flowFigures(aDocument({ nodes, edges })).leadMinutes).toBe(10_000);
});
