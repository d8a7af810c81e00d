import { describe, expect, it } from 'vitest';
import { bentSegment, nearestShare, segmentsOf, waypointOn } from '../../../shared/geometry/bends';
import type { Box, Point } from '../../../shared/geometry/box';
import { routeEdge } from '../../../shared/geometry/route';

const box = (x: number, y: number): Box => ({ x, y, width: 100, height: 40 });

function routeBetween(from: Box, to: Box) {
  return (waypoints: readonly Point[]) =>
    routeEdge({
      from: { box: from, side: 'right', at: 0.5 },
      to: { box: to, side: 'left', at: 0.5 },
      waypoints,
      routing: 'orthogonal',
    }).points;
}

describe('dragging a piece of an orthogonal line', () => {
  it('moves the middle piece of a step with one waypoint', () => {
    const route = routeBetween(box(0, 0), box(400, 200));
    const points = route([]);
    expect(points).toHaveLength(4);
    const waypoints = bentSegment(points, 1, 160, route);
    expect(waypoints).toHaveLength(1);
    expect(route(waypoints).map(({ x }) => x)).toEqual([100, 160, 160, 400]);
  });

  it('pulls a straight line out into a detour that leaves its ends alone', () => {
    const route = routeBetween(box(0, 0), box(400, 0));
    const bent = route(bentSegment(route([]), 0, 100, route));
    expect(bent.at(0)).toEqual({ x: 100, y: 20 });
    expect(bent.at(-1)).toEqual({ x: 400, y: 20 });
    expect(bent.some(({ y }) => y === 100)).toBe(true);
  });

  it('keeps every other piece where it is', () => {
    const route = routeBetween(box(0, 0), box(400, 200));
    const first = route(bentSegment(route([]), 1, 160, route));
    const detour = bentSegment(first, first.length - 2, 300, route);
    const second = route(detour);
    expect(second.some(({ x }) => x === 160)).toBe(true);
    for (const { from, to } of segmentsOf(second)) expect(from.x === to.x || from.y === to.y).toBe(true);
  });

  it('drags the same piece again without adding waypoints', () => {
    const route = routeBetween(box(0, 0), box(400, 200));
    let waypoints = bentSegment(route([]), 1, 160, route);
    for (const x of [200, 240, 300, 180]) {
      const points = route(waypoints);
      const index = segmentsOf(points).findIndex((segment) => waypointOn(segment, waypoints) === 0);
      waypoints = bentSegment(points, index, x, route);
      expect(waypoints).toHaveLength(1);
    }
    expect(waypoints[0]?.x).toBe(180);
  });
});

describe('finding a place on a line', () => {
  const line = [
    { x: 0, y: 0 },
    { x: 100, y: 0 },
    { x: 100, y: 100 },
  ];

  it('answers the share of the length next to a point', () => {
    expect(nearestShare(line, { x: 50, y: 20 })).toBeCloseTo(0.25);
    expect(nearestShare(line, { x: 300, y: 50 })).toBeCloseTo(0.75);
    expect(nearestShare(line, { x: -50, y: -50 })).toBe(0);
  });

  it('knows which piece a waypoint lies on', () => {
    const [first, second] = segmentsOf(line);
    expect(first && waypointOn(first, [{ x: 50, y: 0 }])).toBe(0);
    expect(second && waypointOn(second, [{ x: 50, y: 0 }])).toBeNull();
  });
});
