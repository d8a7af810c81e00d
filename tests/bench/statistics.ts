import { invariant } from '../../shared/util/invariant';

export function mean(values: readonly number[]): number {
  invariant(values.length > 0, 'there is a value');
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
/** Of fewer than twenty values it is the largest. */
export const p95 = (values: readonly number[]): number => quantile(values, 0.95);

/** The smallest value that at least this part of all values does not exceed. */
function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
  invariant(value !== undefined, 'there is a value');
  return value;
}

/** The part (0 to 1) of values above `limit`. */
export function shareAbove(values: readonly number[], limit: number): number {
  return values.length === 0 ? 0 : values.filter((value) => value > limit).length / values.length;
}
