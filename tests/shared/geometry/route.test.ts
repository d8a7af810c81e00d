import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, centerOf, grow, intersects, type Point, type Side, sides } from '../../../shared/geometry/box';
import { type RouteRequest, routeEdge } from '../../../shared/geometry/route';
import { cpuMsOf } from '../../support/cpuTime';

const box = (x: number, y: number, width = 120, height = 60): Box => ({ x, y, width, height });

function route(from: Box, to: Box, more: Partial<RouteRequest> & { fromSide?: Side; toSide?: Side } = {}) {
  const { fromSide = 'auto', toSide = 'auto', ...request } = more;
  return routeEdge({
    from: { box: from, side: fromSide, at: 0.5 },
    to: { box: to, side: toSide, at: 0.5 },
    waypoints: [],
    routing: 'orthogonal',
    ...request,
  });
}

const bends = (points: readonly Point[]) => points.length - 2;
const pieces = (points: readonly Point[]) => points.slice(1).map((end, index) => [points[index] ?? end, end] as const);

/** Whether a horizontal or vertical piece enters the inside of a box. */
function enters(a: Point, b: Point, inside: Box): boolean {
  const piece = {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
  return intersects(grow(inside, -1), grow(piece, 0.001));
}

describe('the sides of nodes', () => {
  test.each([
    ['to the right', box(300, 0), 'right', 'left', 0],
    ['to the left', box(-300, 0), 'left', 'right', 0],
    ['below', box(0, 200), 'bottom', 'top', 0],
    ['above', box(0, -200), 'top', 'bottom', 0],
    ['a step down to the right', box(200, 160), 'right', 'left', 2],
    ['below and half a width to the right', box(90, 120), 'right', 'top', 1],
    ['below and a little to the right', box(40, 120), 'bottom', 'top', 2],
  ] as const)('%s', (_, to, fromSide, toSide, bendCount) => {
    const { start, end, points } = route(box(0, 0), to);
    expect([start.side, end.side, bends(points)]).toEqual([fromSide, toSide, bendCount]);
  });

  test('asked for ones are kept, however long the way round', () => {
    const { start, end, points } = route(box(0, 0), box(300, 0), { fromSide: 'left', toSide: 'right' });
    expect([start.side, end.side]).toEqual(['left', 'right']);
    expect(points[0]).toEqual({ x: 0, y: 30 });
    expect(points.at(-1)).toEqual({ x: 420, y: 30 });
  });

  test('a loop from a node to itself leaves it', () => {
    const { points, lengthPx } = route(box(0, 0), box(0, 0));
    expect(lengthPx).toBeGreaterThan(40);
    for (const [a, b] of pieces(points)) expect(enters(a, b, box(0, 0))).toBe(false);
  });
});

test('a jog of a few pixels is straightened where nobody asked for exact places', () => {
  expect(bends(route(box(0, 0), box(300, 8)).points)).toBe(0);
  expect(bends(route(box(0, 0), box(300, 8), { fromSide: 'right', toSide: 'left' }).points)).toBe(2);
  expect(bends(route(box(0, 0), box(300, 40)).points)).toBe(2);
});

test('a narrow gap between two nodes is crossed directly', () => {
  for (const gap of [6, 12, 20, 31]) {
    const { points } = route(box(0, 0), box(120 + gap, 40), { fromSide: 'right', toSide: 'left' });
    expect(bends(points)).toBe(2);
    expect(points[1]?.x).toBeCloseTo(120 + gap / 2, 6);
  }
});

test('lines end at the outline and leave the gap asked for', () => {
  const { points } = routeEdge({
    from: { box: box(0, 0), side: 'right', at: 0.25, insetPx: () => 10, gapPx: 2 },
    to: { box: box(300, 0), side: 'left', at: 0.75, gapPx: 3 },
    waypoints: [],
    routing: 'straight',
  });
  expect(points).toEqual([
    { x: 112, y: 15 },
    { x: 297, y: 45 },
  ]);
});

describe('waypoints', () => {
  test.each(['orthogonal', 'straight'] as const)('%s lines go through them in order', (routing) => {
    const waypoints = [
      { x: 200, y: 150 },
      { x: 260, y: -80 },
    ];
    const { points } = route(box(0, 0), box(400, 0), { waypoints, routing });
    const found = waypoints.map((point) => points.findIndex(({ x, y }) => x === point.x && y === point.y));
    expect(found[0]).toBeGreaterThan(0);
    expect(found[1]).toBeGreaterThan(found[0] ?? 0);
  });

  test('curves pass through them', () => {
    const waypoint = { x: 200, y: 150 };
    const { points } = route(box(0, 0), box(400, 0), { waypoints: [waypoint], routing: 'curved' });
    expect(points).toContainEqual(waypoint);
  });
});

const coordinate = fc.integer({ min: -600, max: 600 });
const extent = fc.integer({ min: 24, max: 240 });
const anyBox = fc.record({ x: coordinate, y: coordinate, width: extent, height: extent });
const anySide = fc.constantFrom<Side | 'auto'>('auto', ...sides);
const apart = fc.tuple(anyBox, anyBox).filter(([a, b]) => !intersects(grow(a, 20), grow(b, 20)));

describe('between any two nodes that lie apart', () => {
  test('orthogonal lines run straight, never through their own nodes, with few bends', () => {
    fc.assert(
      fc.property(apart, anySide, anySide, ([from, to], fromSide, toSide) => {
        const { points, start, end } = routeEdge({
          from: { box: from, side: fromSide, at: 0.5 },
          to: { box: to, side: toSide, at: 0.5 },
          waypoints: [],
          routing: 'orthogonal',
        });
        expect(points[0]).toEqual(start.point);
        expect(points.at(-1)).toEqual(end.point);
        expect(bends(points)).toBeLessThanOrEqual(fromSide === 'auto' || toSide === 'auto' ? 4 : 5);
        for (const [a, b] of pieces(points)) {
          expect(a.x === b.x || a.y === b.y).toBe(true);
          expect(enters(a, b, from) || enters(a, b, to)).toBe(false);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('left to choose, lines have two bends at most', () => {
    fc.assert(
      fc.property(apart, ([from, to]) => {
        expect(bends(route(from, to).points)).toBeLessThanOrEqual(2);
      }),
    );
  });
});

test('whatever the boxes and bends, a path is made of numbers and measured along itself', () => {
  const waypoints = fc.array(fc.record({ x: coordinate, y: coordinate }), { maxLength: 4 });
  const routing = fc.constantFrom('orthogonal', 'straight', 'curved');
  fc.assert(
    fc.property(
      anyBox,
      anyBox,
      anySide,
      anySide,
      waypoints,
      routing,
      fc.double({ min: 0, max: 1, noNaN: true }),
      (from, to, fromSide, toSide, via, kind, share) => {
        const path = routeEdge({
          from: { box: from, side: fromSide, at: share },
          to: { box: to, side: toSide, at: 1 - share },
          waypoints: via,
          routing: kind,
        });
        expect(path.d).toMatch(/^M[-\d. ]+([LQC][-\d. ]+)+$/);
        expect(path.pointAt(0)).toEqual(path.points[0]);
        if (path.lengthPx > 0) {
          const last = path.points.at(-1) ?? centerOf(to);
          expect(path.pointAt(1).x).toBeCloseTo(last.x, 6);
          expect(path.pointAt(1).y).toBeCloseTo(last.y, 6);
        }
        const middle = path.pointAt(share);
        expect(Number.isFinite(middle.x) && Number.isFinite(middle.y)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test('15,000 edges are routed within seconds of a processor, whatever else the machine does', () => {
  const cpuMs = cpuMsOf(() => {
    for (let i = 0; i < 15_000; i++) route(box(0, 0), box(((i * 37) % 900) - 450, ((i * 53) % 700) - 350));
  });
  expect(cpuMs).toBeLessThan(8_000);
});
