import type { Translate } from '../../shared/i18n/messages';
import { err, ok, type Result } from '../../shared/util/result';
import type { OptionValues } from './commands/command';

/** The text of an option; `undefined` where it was not given. */
export function textOf(values: OptionValues, option: string): string | undefined {
  const value = values[option];
  return typeof value === 'string' ? value : undefined;
}

/** An option that takes one of some words; `null` where it was not given. */
export function oneOf<Value extends string>(
  values: OptionValues,
  option: string,
  allowed: readonly Value[],
  t: Translate,
): Result<Value | null, string> {
  const given = textOf(values, option);
  if (given === undefined) return ok(null);
  const found = allowed.find((value) => value === given);
  if (found !== undefined) return ok(found);
  return err(t('cli.badValue', { option: `--${option}`, value: given, allowed: allowed.join(', ') }));
}

/** An option that takes a number; `null` where it was not given. */
export function inRange(
  values: OptionValues,
  option: string,
  low: number,
  high: number,
  t: Translate,
): Result<number | null, string> {
  const given = textOf(values, option);
  if (given === undefined) return ok(null);
  const value = given.trim() === '' ? Number.NaN : Number(given);
  if (value >= low && value <= high) return ok(value);
  return err(t('cli.badValue', { option: `--${option}`, value: given, allowed: `${low}–${high}` }));
}
