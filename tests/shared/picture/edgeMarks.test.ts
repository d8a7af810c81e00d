import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encloses, intersects, type Side } from '../../../shared/geometry/box';
import { createPath } from '../../../shared/geometry/routePath';
import type { DiagramDocument, DiagramEdge, EdgeEnd } from '../../../shared/model/document';
import { edgeKindNames, edgeKinds } from '../../../shared/model/edgeKinds';
import { edgeBox, edgeLabelBox, edgeMarks } from '../../../shared/picture/edgeMarks';
import { edgeRoute } from '../../../shared/picture/edgeRoute';
import { labelCenter } from '../../../shared/picture/labelPlace';
import type { PathMark } from '../../../shared/scene/mark';
import { mustGet } from '../../../shared/util/invariant';
import { aDocument, aLane, aNode, anEdge, aRole, aTask, edgeId, nodeId } from '../../support/builders';
import { marksBox } from '../../support/marksBox';
import { sampler } from './sampler';

const end = (id: string, side: Side | 'auto' = 'auto'): EdgeEnd => ({ nodeId: nodeId(id), side, at: 0.5 });

function drawn(document: DiagramDocument, id = 'edge') {
  const edge = mustGet(document.edges, edgeId(id));
  const route = edgeRoute(document, edge);
  if (route === null) throw new Error('the edge has both its nodes');
  return { edge, route, marks: edgeMarks(document, edge, 'ko', route) };
}

function between(edge: Parameters<typeof anEdge>[0], taker: string | null = 'engineer'): DiagramDocument {
  return aDocument({
    roles: [aRole({ id: 'scientist', color: '#5f66ed' }), aRole({ id: 'engineer', order: 1 })],
    nodes: [
      aLane({ id: 'lane', roleId: 'scientist' }),
      aTask({ id: 'a', parentId: 'lane', x: 140, y: 20 }),
      aTask({ id: 'b', x: 400, y: 20, roleId: taker }),
    ],
    edges: [anEdge(edge)],
  });
}

const isPath = (mark: { readonly type: string }): mark is PathMark => mark.type === 'path';

test.each(edgeKindNames)(
  'an edge of the kind %s between roles is thick and in the colour of the one that gives',
  (kind) => {
    const [line] = drawn(between({ kind })).marks.filter(isPath);
    expect(line?.stroke).toMatchObject({ paint: { role: '#5f66ed', tone: 'ink' }, widthPx: 2 });
  },
);

test.each([
  ['within a role', 'scientist'],
  ['where one end has none', null],
] as const)('%s it is neutral', (_, taker) => {
  const [line] = drawn(between({ kind: 'flow' }, taker)).marks.filter(isPath);
  expect(line?.stroke).toEqual({ paint: 'edge', widthPx: 1.5 });
});

test.each([
  ['none', 0],
  ['start', 1],
  ['end', 1],
  ['both', 2],
] as const)('heads: %s', (heads, count) => {
  const { marks, route } = drawn(between({ heads }));
  const [, ...found] = marks.filter(isPath);
  expect(found).toHaveLength(count);
  // A line without a head touches the node; a head stops short of it.
  expect(route.start.point.x).toBe(140 + 128 + (heads === 'start' || heads === 'both' ? 2 : 0));
  expect(route.end.point.x).toBe(400 - (heads === 'end' || heads === 'both' ? 2 : 0));
});

test('heads are never dashed', () => {
  const { marks } = drawn(between({ kind: 'collaboration', heads: 'both' }));
  const [line, ...heads] = marks.filter(isPath);
  expect(line?.stroke?.dashPx).toEqual(edgeKinds.collaboration.dashPx);
  for (const head of heads) expect(head.stroke?.dashPx).toBeUndefined();
});

test('lines end at the outline of a decision, not at its box', () => {
  const document = aDocument({
    nodes: [aNode('decision', { id: 'a' }), aTask({ id: 'b', x: 400, y: 12 })],
    edges: [anEdge({ from: { ...end('a', 'bottom'), at: 0.75 }, to: end('b'), heads: 'none' })],
  });
  const { height } = mustGet(document.nodes, nodeId('a'));
  expect(drawn(document).route.start.point.y).toBe(height * 0.75);
});

test('an edge whose node is missing draws nothing', () => {
  const document = aDocument({ nodes: [aTask({ id: 'a' })], edges: [anEdge()] });
  expect(edgeMarks(document, mustGet(document.edges, edgeId('edge')), 'ko')).toEqual([]);
});

describe('labels', () => {
  test('lie on a pill that keeps the line out of the text', () => {
    const { marks, edge, route } = drawn(between({ label: '검증된 데이터' }));
    const pill = marks.find((mark) => mark.type === 'rect');
    const text = marks.filter((mark) => mark.type === 'text');
    expect(text.map((mark) => mark.text)).toEqual(['검증된 데이터']);
    const [outer, inner] = [marksBox(pill === undefined ? [] : [pill]), marksBox(text)];
    expect(outer !== null && inner !== null && encloses(outer, inner)).toBe(true);
    expect(pill).toMatchObject(edgeLabelBox(edge, 'ko', route) ?? {});
  });

  test('long ones are wrapped and shown whole', () => {
    const label = 'A long description of what is handed over from one team to the other team';
    const { marks } = drawn(between({ label }));
    const lines = marks.flatMap((mark) => (mark.type === 'text' ? [mark.text] : []));
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(' ')).toBe(label);
  });

  test('cover neither bend nor head where the line has room', () => {
    const side = fc.integer({ min: 60, max: 300 });
    fc.assert(
      fc.property(side, side, side, fc.double({ min: 0, max: 1, noNaN: true }), (a, b, c, share) => {
        const line = createPath(
          [
            { x: 0, y: 0 },
            { x: a, y: 0 },
            { x: a, y: b },
            { x: a + c, y: b },
          ],
          6,
        );
        const size = { width: 40, height: 21 };
        const { x, y } = labelCenter(line, share, size);
        const label = { x: x - 20, y: y - 10.5, ...size };
        for (const point of line.points) expect(intersects(label, { ...point, width: 0.01, height: 0.01 })).toBe(false);
      }),
    );
  });

  test('stay where they were put on lines too short for them', () => {
    const line = createPath(
      [
        { x: 0, y: 0 },
        { x: 20, y: 0 },
      ],
      0,
    );
    expect(labelCenter(line, 0.5, { width: 80, height: 21 })).toEqual({ x: 10, y: 0 });
  });
});

test('bends move with the lane that holds both ends', () => {
  const document = aDocument({
    nodes: [
      aLane({ id: 'lane', x: 100, y: 50 }),
      aTask({ id: 'a', parentId: 'lane', x: 140, y: 20 }),
      aTask({ id: 'b', parentId: 'lane', x: 400, y: 20 }),
    ],
    edges: [anEdge({ waypoints: [{ x: 320, y: 90 }] })],
  });
  expect(drawn(document).route.points).toContainEqual({ x: 420, y: 140 });
});

test.each([...sampler.edges.values()].map((edge) => [edge.id, edge] as const))(
  '%s lies in its box',
  (_, edge: DiagramEdge) => {
    const { route, marks } = drawn(sampler, edge.id);
    const box = marksBox(marks.filter((mark) => edge.routing !== 'curved' || mark.type !== 'path'));
    if (box !== null) expect(encloses(edgeBox(edge, 'ko', route), box)).toBe(true);
  },
);
