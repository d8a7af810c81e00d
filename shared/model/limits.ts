/**
 * What numbers a document may hold. Far beyond any drawing, near enough that sums of them stay exact: a node at 1e300
 * blanks the canvas and cannot be brought back with the mouse.
 */
export const modelLimits = {
  /** Greatest distance from zero of a position or a bend, measured from its container. */
  coordinate: 1e7,
  minSize: 1,
  maxSize: 1e6,
  /** Greatest distance from zero of a stacking number or a role's order. */
  order: 1e9,
  /** Of people in one role. */
  headcount: 10_000,
  /** Ten years, in minutes: the longest time of a step or a hand-off. */
  minutes: 5_256_000,
} as const;

/** Files keep halves: finer positions cannot be told apart and make noise in diffs. */
const GRID = 0.5;

/** The nearest allowed coordinate; `value` must not be NaN. */
export function toCoordinate(value: number): number {
  return clamp(toGrid(value), -modelLimits.coordinate, modelLimits.coordinate);
}

/** The nearest allowed width or height; `value` must not be NaN. */
export function toSize(value: number): number {
  return clamp(toGrid(value), modelLimits.minSize, modelLimits.maxSize);
}

export function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}

function toGrid(value: number): number {
  // Adding 0 turns -0 into 0: they print alike but compare as different.
  return Math.round(value / GRID) * GRID + 0;
}
