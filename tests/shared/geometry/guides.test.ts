import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '../../../shared/geometry/box';
import {
  allAnchors,
  guidesOf,
  type SnapLines,
  type SnapOptions,
  snapBox,
  snapLinesOf,
} from '../../../shared/geometry/guides';

const box = (x: number, y: number, width = 100, height = 40): Box => ({ x, y, width, height });
const linesOf = (boxes: readonly Box[]): SnapLines => snapLinesOf(boxes.map((target) => ({ box: target })));
const moving: SnapOptions = { anchors: allAnchors, distance: 6, gridStep: 8 };

describe('aligning a dragged box', () => {
  it('pulls its left edge onto the left edge of a box nearby and shows why', () => {
    const snap = snapBox(box(103, 203), linesOf([box(100, 0)]), moving);
    expect(snap.by.x).toBe(-3);
    expect(snap.guides).toContainEqual({ axis: 'x', at: 100, from: 0, to: 240 });
  });

  it('aligns centres of boxes of different size', () => {
    const snap = snapBox(box(24, 203, 60), linesOf([box(0, 0)]), moving);
    expect(snap.by.x).toBe(-4);
    expect(snap.guides.map((guide) => guide.at)).toContain(50);
  });

  it('aligns each axis on its own', () => {
    const snap = snapBox(box(103, 498), linesOf([box(100, 0), box(900, 500)]), moving);
    expect(snap.by).toEqual({ x: -3, y: 2 });
  });

  it('falls back to the grid where no box is near', () => {
    const snap = snapBox(box(503, 205), linesOf([box(0, 0)]), moving);
    expect(snap.by).toEqual({ x: 1, y: 3 });
    expect(snap.guides).toEqual([]);
  });

  it('leaves the box alone without grid and without neighbours', () => {
    expect(snapBox(box(503.5, 205), linesOf([]), { ...moving, gridStep: null }).by).toEqual({ x: 0, y: 0 });
  });

  it('aligns with the parts of a box that count only: the middle of a lane, not its border', () => {
    const lane = { box: box(0, 0, 900, 100), anchors: { x: [], y: ['center'] as const } };
    const options: SnapOptions = { ...moving, gridStep: null };
    expect(snapBox(box(200, 28), snapLinesOf([lane]), options).by).toEqual({ x: 0, y: 2 });
    expect(snapBox(box(2, 62), snapLinesOf([lane]), options).by).toEqual({ x: 0, y: 0 });
  });

  it('moves only the edge that is resized', () => {
    const resizing: SnapOptions = { ...moving, anchors: { x: ['end'], y: [] } };
    const snap = snapBox(box(3, 0, 99), linesOf([box(200, 300, 60), box(105, 300, 60)]), resizing);
    expect(snap.by).toEqual({ x: 3, y: 0 });
    const onGrid = snapBox(box(3, 0, 99), linesOf([]), resizing);
    expect(onGrid.by).toEqual({ x: 2, y: 0 });
  });

  it('draws one guide through all boxes of a column', () => {
    const lines = linesOf([box(0, 0), box(0, 100), box(0, 900)]);
    expect(guidesOf(box(0, 300), lines, { x: ['start'], y: [] })).toEqual([{ axis: 'x', at: 0, from: 0, to: 940 }]);
  });

  it('never shifts further than asked and always onto the nearest line', () => {
    const coordinate = fc.integer({ min: -500, max: 500 });
    const boxes = fc.record({
      x: coordinate,
      y: coordinate,
      width: fc.integer({ min: 1, max: 300 }),
      height: fc.integer({ min: 1, max: 300 }),
    });
    fc.assert(
      fc.property(boxes, fc.array(boxes, { maxLength: 12 }), (moved, others) => {
        // Equal gaps pull, too: spacing.test.ts.
        const { x, y } = linesOf(others);
        const { by } = snapBox(moved, { x, y }, { ...moving, gridStep: null });
        for (const axis of ['x', 'y'] as const) {
          const size = axis === 'x' ? 'width' : 'height';
          const parts = (of: Box) => [of[axis], of[axis] + of[size] / 2, of[axis] + of[size]];
          const gaps = others.flatMap((other) => parts(other).flatMap((to) => parts(moved).map((at) => to - at)));
          const nearest = Math.min(...gaps.map(Math.abs), Number.POSITIVE_INFINITY);
          expect(Math.abs(by[axis])).toBe(nearest <= 6 ? nearest : 0);
        }
      }),
    );
  });
});
