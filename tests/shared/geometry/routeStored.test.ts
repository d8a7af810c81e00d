import { describe, expect, test } from 'vitest';
import type { Point } from '../../../shared/geometry/box';
import { type RouteRequest, routeEdge } from '../../../shared/geometry/route';

const at = (x: number, y: number): Point => ({ x, y });
const box = (x: number, y: number) => ({ x, y, width: 100, height: 60 });
const end = (x: number, y: number) => ({ box: box(x, y), side: 'auto', at: 0.5 }) as const;
const request: RouteRequest = { from: end(0, 0), to: end(300, 0), waypoints: [], routing: 'orthogonal' };
/** Out to the right, over something, and in from the left. */
const over = [at(100, 30), at(120, 30), at(120, -40), at(280, -40), at(280, 30), at(300, 30)];
const pointsOf = (changes: Partial<RouteRequest>) => routeEdge({ ...request, ...changes }).points;
const simple = pointsOf({});

describe('a stored way', () => {
  test('is drawn where it fits, with its sides', () => {
    const route = routeEdge({ ...request, stored: over });
    expect(route.points).toEqual(over);
    expect([route.start.side, route.end.side]).toEqual(['right', 'left']);
  });

  test('ends on the outline as it is now: a head more or less does not matter', () => {
    const points = pointsOf({ stored: over, to: { ...request.to, gapPx: 2 } });
    expect(points.at(-1)).toEqual(at(298, 30));
    expect(points.slice(0, -1)).toEqual(over.slice(0, -1));
  });

  test('may leave beside the middle of a side', () => {
    const points = over.map(({ x, y }) => at(x, y === 30 ? 42 : y));
    expect(pointsOf({ stored: points })).toEqual(points);
  });

  test('stays exactly orthogonal where a share of a side is no round number', () => {
    const to = { box: { x: -18, y: 520, width: 112, height: 64 }, side: 'auto', at: 0.5 } as const;
    const stored = [at(100, 30), at(116, 30), at(116, 504), at(40, 504), at(40, 520)];
    expect(pointsOf({ to, stored }).at(-1)?.x).toBe(40);
  });

  test.each([
    ['a node that was moved', { from: end(0, 80) }],
    ['a node that has grown over its first bend', { from: { ...request.from, box: { ...box(0, 0), width: 130 } } }],
    ['another side that was chosen', { from: { ...request.from, side: 'bottom' } as const }],
    ['another place on the side that was chosen', { from: { ...request.from, side: 'right', at: 0.2 } as const }],
    ['a piece that is neither horizontal nor vertical', { stored: over.with(2, at(140, -40)) }],
    ['a point that is there twice', { stored: over.toSpliced(2, 0, at(120, 30)) }],
    ['one point only', { stored: over.slice(0, 1) }],
    ['none', { stored: [] }],
  ])('does not fit %s: the line looks at its own two nodes only', (_, changes) => {
    const { stored: _ignored, ...unstored } = changes as Partial<RouteRequest>;
    expect(pointsOf({ stored: over, ...changes })).toEqual(pointsOf(unstored));
  });

  test('has to pass the bends that somebody placed, in their order', () => {
    const waypoints = [at(120, 0), at(200, -40)];
    expect(pointsOf({ stored: over, waypoints })).toEqual(over);
    expect(pointsOf({ stored: over, waypoints: [...waypoints].reverse() })).not.toEqual(over);
    expect(pointsOf({ stored: over, waypoints: [at(200, 100)] })).not.toEqual(over);
  });

  test('is for orthogonal lines only', () => {
    expect(pointsOf({ stored: over, routing: 'straight' })).toHaveLength(2);
    expect(simple).not.toEqual(over);
  });
});
