import { describe, expect, test } from 'vitest';
import { applyEdit } from '../../../shared/edits/index';
import { diffDocuments } from '../../../shared/file/journal';
import type { Point } from '../../../shared/geometry/box';
import { type DiagramDocument, plainLook } from '../../../shared/model/document';
import { edgeRoute } from '../../../shared/picture/edgeRoute';
import type { RecordChanges } from '../../../shared/routing/records';
import { createRouter, type Routes } from '../../../shared/routing/router';
import { mustGet } from '../../../shared/util/invariant';
import { aDocument, aLane, aNode, anEdge, aTask, edgeId, nodeId } from '../../support/builders';

/** What a router answers for all edges of a document, or for those that a change from it to `next` concerns. */
function waysIn(document: DiagramDocument, next?: DiagramDocument): Routes {
  const router = createRouter();
  router.apply(document);
  return (
    next === undefined
      ? router.routeAgain(document.edges.keys(), plainLook)
      : router.route(asSent(document, next), plainLook)
  ).routes;
}

/** Changes as they arrive in a worker: copies of what is the same there, too. */
function asSent(before: DiagramDocument, after: DiagramDocument): RecordChanges {
  const { nodes, edges } = diffDocuments(before, after);
  return structuredClone({ nodes, edges });
}

const pairs = (points: readonly Point[] | null | undefined) => points?.map(({ x, y }) => [x, y]);
const move = (document: DiagramDocument, id: string, x: number, y: number) =>
  applyEdit(document, 'nodes.move', { ids: [nodeId(id)], by: { x, y } });

/** Two tasks in a row, 128 × 56, their middles at y = 28. */
const a = aTask({ id: 'a', x: 0, y: 0 });
const b = aTask({ id: 'b', x: 400, y: 0 });

describe('a way', () => {
  test('goes around a node in between on its shorter side', () => {
    const high = aDocument({ nodes: [a, b, aTask({ id: 'c', x: 200, y: -16 })], edges: [anEdge()] });
    const way = pairs(waysIn(high).get(edgeId('edge')));
    expect(way).toEqual([
      [128, 28],
      [expect.any(Number), 28],
      [expect.any(Number), 56],
      [expect.any(Number), 56],
      [expect.any(Number), 28],
      [398, 28],
    ]);
  });

  test('is not stored where the line that sees its own nodes only is as good', () => {
    const free = aDocument({ nodes: [a, b, aTask({ id: 'c', x: 200, y: 200 })], edges: [anEdge()] });
    expect([...waysIn(free)]).toEqual([['edge', null]]);
  });

  test('through a gap runs in its middle', () => {
    const wall = [
      aTask({ id: 'top', x: 240, y: -220, width: 40, height: 220 }),
      aTask({ id: 'low', x: 240, y: 24, width: 40, height: 220 }),
    ];
    const way = waysIn(aDocument({ nodes: [a, b, ...wall], edges: [anEdge()] })).get(edgeId('edge'));
    expect(way?.some(({ x, y }) => y === 12 && x < 240)).toBe(true);
    expect(way?.some(({ x, y }) => y === 12 && x > 280)).toBe(true);
  });

  test('leaves from another side when the near one is blocked', () => {
    const beside = aTask({ id: 'c', x: 129, y: -8, height: 72 });
    const way = waysIn(aDocument({ nodes: [a, b, beside], edges: [anEdge()] })).get(edgeId('edge'));
    expect(way?.[0]?.y === 56 || way?.[0]?.y === 0).toBe(true);
  });

  test('keeps to the side and place that somebody chose', () => {
    const from = { nodeId: nodeId('a'), side: 'top', at: 0.25 } as const;
    const blocked = aDocument({ nodes: [a, b, aTask({ id: 'c', x: 200, y: 0 })], edges: [anEdge({ from })] });
    const line = edgeRoute(
      applyEdit(blocked, 'edges.route', { routes: waysIn(blocked) }),
      mustGet(blocked.edges, edgeId('edge')),
    );
    expect(line?.start).toEqual({ side: 'top', point: { x: 32, y: 0 } });
  });

  test('passes the bends that somebody placed in their order', () => {
    const waypoints = [
      { x: 300, y: 150 },
      { x: 250, y: 200 },
    ];
    const wall = aTask({ id: 'c', x: 180, y: 60, height: 70 });
    const document = aDocument({ nodes: [a, b, wall], edges: [anEdge({ waypoints })] });
    const routes = waysIn(document);
    const way = mustGet(routes, edgeId('edge'));
    expect(way).not.toBeNull();
    const next = applyEdit(document, 'edges.route', { routes });
    // Drawn, so it passes them: a stored way that misses a bend is not.
    expect(edgeRoute(next, mustGet(next.edges, edgeId('edge')))?.points).toEqual(way);
  });

  test('crosses another line only where going around it is farther', () => {
    const crossing = (far: number) =>
      aDocument({
        nodes: [a, b, aTask({ id: 'c', x: 200, y: -far }), aTask({ id: 'd', x: 200, y: far })],
        edges: [anEdge(), anEdge({ id: 'down', from: 'c', to: 'd' })],
      });
    expect(waysIn(crossing(2000)).get(edgeId('down'))).toBeNull();
    expect(waysIn(crossing(2000)).get(edgeId('edge'))).toBeNull();
  });

  test('does not run on top of another: lines between the same nodes lie side by side', () => {
    const document = aDocument({
      nodes: [a, b],
      edges: [anEdge({ id: 'e1' }), anEdge({ id: 'e2', from: 'b', to: 'a' })],
    });
    const next = applyEdit(document, 'edges.route', { routes: waysIn(document) });
    const ys = [...next.edges.values()].map((edge) => edgeRoute(next, edge)?.start.point.y);
    expect(Math.abs((ys[0] ?? 0) - (ys[1] ?? 0))).toBeGreaterThanOrEqual(8);
  });

  test('may cross lanes, but not over their names', () => {
    const lanes = [
      aLane({ id: 'l1', x: 0, y: 0, width: 900, height: 120 }),
      aLane({ id: 'l2', x: 0, y: 120, width: 900, height: 120 }),
    ];
    const nodes = [
      ...lanes,
      aTask({ id: 'a', parentId: 'l1', x: 150, y: 32 }),
      aTask({ id: 'b', parentId: 'l2', x: 150, y: 32 }),
      aTask({ id: 'c', parentId: 'l2', x: 150, y: -36, height: 40 }),
    ];
    const way = waysIn(aDocument({ nodes, edges: [anEdge()] })).get(edgeId('edge'));
    expect(way).not.toBeNull();
    expect(Math.min(...(way ?? []).map(({ x }) => x))).toBeGreaterThan(120);
  });

  test('is the same each time it is looked for', () => {
    const document = aDocument({
      nodes: [a, b, aTask({ id: 'c', x: 200, y: 0 }), aTask({ id: 'd', x: 200, y: 80 })],
      edges: [anEdge(), anEdge({ id: 'e2', from: 'a', to: 'd' }), anEdge({ id: 'e3', from: 'c', to: 'b' })],
    });
    expect(waysIn(document)).toEqual(waysIn(document));
  });
});

describe('a change concerns', () => {
  const c = aTask({ id: 'c', x: 200, y: 200 });
  const plain = aDocument({
    nodes: [a, b, c, aTask({ id: 'far', x: 0, y: 900 }), aTask({ id: 'away', x: 400, y: 900 })],
    edges: [anEdge(), anEdge({ id: 'other', from: 'far', to: 'away' })],
  });
  const between = move(plain, 'c', 0, -200);
  const around = applyEdit(between, 'edges.route', { routes: waysIn(plain, between) });

  test('the edge that a node was moved onto, and no other', () => {
    expect([...waysIn(plain, between).keys()]).toEqual(['edge']);
    expect(around.edges.get(edgeId('edge'))?.route).toBeDefined();
  });

  test('the edge that went around a node that is moved away: it runs straight again', () => {
    expect([...waysIn(around, move(around, 'c', 0, 300))]).toEqual([['edge', null]]);
    const removed = applyEdit(around, 'elements.remove', { nodes: [nodeId('c')], edges: [] });
    expect([...waysIn(around, removed)]).toEqual([['edge', null]]);
  });

  test('edges at a moved node, and edges that are new or reconnected', () => {
    expect([...waysIn(plain, move(plain, 'a', 0, 40)).keys()]).toEqual(['edge']);
    const added = applyEdit(plain, 'edges.add', { edges: [anEdge({ id: 'new', from: 'a', to: 'c' })] });
    expect([...waysIn(plain, added).keys()]).toEqual(['new']);
    const to = { nodeId: nodeId('c'), side: 'auto', at: 0.5 } as const;
    const reconnected = applyEdit(plain, 'edges.set', { ids: [edgeId('edge')], patch: { to } });
    expect([...waysIn(plain, reconnected).keys()]).toEqual(['edge']);
  });

  test('no edge when texts, colours or found ways change', () => {
    const label = applyEdit(plain, 'edges.set', { ids: [edgeId('edge')], patch: { label: 'Report', kind: 'data' } });
    expect(waysIn(plain, label).size).toBe(0);
    const named = applyEdit(plain, 'nodes.set', { ids: [nodeId('a')], patch: { label: 'Collect' } });
    expect(waysIn(plain, named).size).toBe(0);
    expect(waysIn(between, around).size).toBe(0);
  });

  test('no edge inside a lane that moves: ways come along with it', () => {
    const inLane = (id: string, x: number, y: number) => aTask({ id, parentId: 'lane', x, y });
    const lane = aDocument({
      nodes: [
        aLane({ id: 'lane', x: 0, y: 0, width: 900, height: 200 }),
        inLane('a', 160, 40),
        inLane('b', 600, 40),
        inLane('c', 380, 40),
      ],
      edges: [anEdge()],
    });
    const routed = applyEdit(lane, 'edges.route', { routes: waysIn(lane) });
    const before = edgeRoute(routed, mustGet(routed.edges, edgeId('edge')))?.points;
    const moved = move(routed, 'lane', 70, 300);
    expect(waysIn(routed, moved).size).toBe(0);
    expect(moved.edges).toBe(routed.edges);
    const after = edgeRoute(moved, mustGet(moved.edges, edgeId('edge')))?.points;
    expect(after).toEqual(before?.map(({ x, y }) => ({ x: x + 70, y: y + 300 })));
    expect(before?.length).toBeGreaterThan(2);
  });

  test('edges that are not orthogonal are left alone', () => {
    const curved = aDocument({ nodes: [a, b, c], edges: [anEdge({ routing: 'curved' })] });
    expect(waysIn(curved, move(curved, 'c', 0, -200)).size).toBe(0);
  });
});

test('an edge that leaves a group is not walled in by it', () => {
  const nodes = [
    aNode('group', { id: 'group', x: 0, y: 0, width: 300, height: 200 }),
    aTask({ id: 'a', parentId: 'group', x: 40, y: 60 }),
    aTask({ id: 'b', x: 500, y: 60 }),
    aTask({ id: 'c', x: 360, y: 60, width: 60 }),
  ];
  const inside = aDocument({ nodes, edges: [anEdge()] });
  expect(waysIn(inside).get(edgeId('edge'))?.[0]).toEqual({ x: 168, y: 88 });
});

describe('what a closed container hides', () => {
  const inGroup = aDocument({
    nodes: [
      a,
      b,
      aNode('group', { id: 'group', x: 180, y: -60, width: 160, height: 160 }),
      aTask({ id: 'c', parentId: 'group', x: 20, y: 44 }),
      aTask({ id: 'd', x: 400, y: 300 }),
    ],
    edges: [anEdge(), anEdge({ id: 'into', from: 'd', to: 'c' })],
  });
  const closed = applyEdit(inGroup, 'nodes.collapse', { ids: [nodeId('group')], collapsed: true });
  const reopened = applyEdit(closed, 'nodes.collapse', { ids: [nodeId('group')], collapsed: false });

  test('is in nobody’s way, and is again when it is opened', () => {
    const router = createRouter();
    router.apply(inGroup);
    expect(router.routeAgain([edgeId('edge')], plainLook).routes.get(edgeId('edge'))).not.toBeNull();
    router.route(asSent(inGroup, closed), plainLook);
    expect(router.routeAgain([edgeId('edge')], plainLook).routes.get(edgeId('edge'))).toBeNull();
    router.route(asSent(closed, reopened), plainLook);
    expect(router.routeAgain([edgeId('edge')], plainLook).routes.get(edgeId('edge'))).not.toBeNull();
  });

  test('keeps the ways of its edges for later', () => {
    expect(waysIn(closed).has(edgeId('into'))).toBe(false);
    expect(waysIn(reopened).has(edgeId('into'))).toBe(true);
  });
});
