import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box } from '../../../shared/geometry/box';
import { allAnchors, type SnapOptions, snapBox, snapLinesOf } from '../../../shared/geometry/guides';
import { equalGaps, rowsOf, spacingShift } from '../../../shared/geometry/spacing';

const box = (x: number, y: number, width = 100, height = 40): Box => ({ x, y, width, height });
const linesOf = (...boxes: readonly Box[]) => snapLinesOf(boxes.map((target) => ({ box: target })));
const moving: SnapOptions = { anchors: allAnchors, distance: 6, gridStep: null };
const typed = (snap: ReturnType<typeof snapBox>, type: 'gap' | 'size') =>
  snap.guides.filter((guide) => guide.type === type).map(({ axis, from, to }) => ({ axis, from, to }));

describe('equal gaps', () => {
  test('a box goes as far from its neighbour as that one is from the next, and both gaps are shown', () => {
    const lines = linesOf(box(0, 0), box(130, 0));
    const snap = snapBox(box(263, 3), lines, moving);
    expect(snap.by.x).toBe(-3);
    expect(typed(snap, 'gap')).toEqual([
      { axis: 'y', from: 100, to: 130 },
      { axis: 'y', from: 230, to: 260 },
    ]);
  });

  test('on the other side, too', () => {
    expect(snapBox(box(-127, 0), linesOf(box(0, 0), box(130, 0)), moving).by.x).toBe(-3);
  });

  test('a box goes to the middle between two others', () => {
    const snap = snapBox(box(203, 0), linesOf(box(0, 0), box(400, 0)), moving);
    expect(snap.by.x).toBe(-3);
    expect(typed(snap, 'gap')).toEqual([
      { axis: 'y', from: 100, to: 200 },
      { axis: 'y', from: 300, to: 400 },
    ]);
  });

  test('in a column as in a row', () => {
    const snap = snapBox(box(0, 183), linesOf(box(0, 0), box(0, 90)), moving);
    expect(snap.by.y).toBe(-3);
    expect(typed(snap, 'gap').map(({ axis }) => axis)).toEqual(['x', 'x']);
  });

  test('what stands in another row does not count', () => {
    const snap = snapBox(box(263, 300), linesOf(box(0, 0), box(130, 0)), moving);
    expect(snap.by.x).toBe(0);
    expect(typed(snap, 'gap')).toEqual([]);
  });

  test('an edge that is nearer wins, and nothing pulls from further away than the distance', () => {
    // The left edge of the box below is one unit away, the equal gap three.
    expect(snapBox(box(263, 0), linesOf(box(0, 0), box(130, 0), box(264, 300)), moving).by.x).toBe(1);
    expect(snapBox(box(268, 0), linesOf(box(0, 0), box(130, 0)), moving).by.x).toBe(0);
  });

  test('where one snaps to a spacing, equal gaps are shown', () => {
    const coordinate = fc.integer({ min: 0, max: 800 });
    const boxes = fc.array(
      fc.tuple(coordinate, coordinate).map(([x, y]) => box(x, y)),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(boxes, coordinate, coordinate, (others, x, y) => {
        const rows = rowsOf(others);
        const shift = spacingShift(box(x, y), rows, 'x', 6);
        if (shift === null) return;
        const gaps = equalGaps(box(x + shift, y), rows, 'x');
        // Once there it may overlap what was a neighbour; what is shown is always equal.
        const lengths = gaps.map(({ from, to }) => to - from);
        for (const gap of gaps)
          expect(lengths.filter((other) => Math.abs(other - (gap.to - gap.from)) < 1).length).not.toBe(1);
      }),
    );
  });
});

describe('equal sizes', () => {
  const right: SnapOptions = { ...moving, anchors: { x: ['end'], y: [] } };
  const top: SnapOptions = { ...moving, anchors: { x: [], y: ['start'] } };

  test('a resized box becomes as wide as another one, and both are marked', () => {
    const snap = snapBox(box(500, 500, 147), linesOf(box(0, 0, 150)), right);
    expect(snap.by).toEqual({ x: 3, y: 0 });
    expect(typed(snap, 'size')).toEqual([
      { axis: 'y', from: 500, to: 650 },
      { axis: 'y', from: 0, to: 150 },
    ]);
  });

  test('also by its upper edge, which moves the other way', () => {
    const snap = snapBox(box(500, 500, 100, 57), linesOf(box(0, 0, 100, 60)), top);
    expect(snap.by).toEqual({ x: 0, y: -3 });
    expect(typed(snap, 'size')).toHaveLength(2);
  });

  test('a lane is no measure for the size of a step', () => {
    const lane = { box: box(0, 0, 150), anchors: { x: [], y: ['center'] as const } };
    expect(snapBox(box(500, 500, 147), snapLinesOf([lane]), right).by.x).toBe(0);
  });
});
