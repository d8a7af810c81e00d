import { describe, expect, it } from 'vitest';
import { resizedBox, resizeHandles } from '../../../shared/geometry/resize';

const box = { x: 100, y: 50, width: 120, height: 60 };
const minimum = { width: 48, height: 28 };

describe('dragging a handle of a box', () => {
  it('moves the edges of a corner and leaves the opposite ones', () => {
    expect(resizedBox(box, { x: 1, y: 1 }, { x: 20, y: 10 }, minimum, false)).toEqual({
      ...box,
      width: 140,
      height: 70,
    });
    expect(resizedBox(box, { x: -1, y: -1 }, { x: 20, y: 10 }, minimum, false)).toEqual({
      x: 120,
      y: 60,
      width: 100,
      height: 50,
    });
  });

  it('changes one axis only from the middle of a side', () => {
    expect(resizedBox(box, { x: 0, y: -1 }, { x: 99, y: -10 }, minimum, false)).toEqual({ ...box, y: 40, height: 70 });
  });

  it('stops at the smallest size without pushing the box along', () => {
    for (const handle of resizeHandles) {
      const far = { x: -handle.x * 999, y: -handle.y * 999 };
      const resized = resizedBox(box, handle, far, minimum, false);
      if (handle.x !== 0) expect(resized.width).toBe(minimum.width);
      if (handle.y !== 0) expect(resized.height).toBe(minimum.height);
      if (handle.x < 0) expect(resized.x + resized.width).toBe(box.x + box.width);
      if (handle.y > 0) expect(resized.y).toBe(box.y);
    }
  });

  it('keeps proportions when asked, also at the smallest size', () => {
    const larger = resizedBox(box, { x: 1, y: 1 }, { x: 120, y: 0 }, minimum, true);
    expect(larger).toEqual({ ...box, width: 240, height: 120 });
    const smallest = resizedBox(box, { x: 1, y: 1 }, { x: -999, y: -999 }, minimum, true);
    expect(smallest.width / smallest.height).toBeCloseTo(2);
    expect(smallest.width).toBeGreaterThanOrEqual(minimum.width);
    expect(smallest.height).toBeGreaterThanOrEqual(minimum.height);
  });

  it('grows both ways across a side whose proportions are kept', () => {
    expect(resizedBox(box, { x: 1, y: 0 }, { x: 120, y: 0 }, minimum, true)).toEqual({
      x: 100,
      y: 20,
      width: 240,
      height: 120,
    });
  });
});
