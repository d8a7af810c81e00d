import type { KeyboardEvent } from 'react';
import { isComposition } from '../actions/shortcuts';
import { classNames } from './classNames';
import styles from './Field.module.css';
import { useDraft } from './useDraft';

const FINE_STEP = 1;
const COARSE_STEP = 10;

/**
 * A number that commits on Enter and on leaving; arrows step by one, with Shift by ten. `value: null` stands for
 * several different values. What is no number is taken back silently: the field shows the old one again.
 */
export function NumberField({
  label,
  prefix,
  value,
  mixedText,
  min,
  max,
  onCommit,
}: {
  readonly label: string;
  /** One letter in front, such as X. */
  readonly prefix: string;
  readonly value: number | null;
  readonly mixedText?: string;
  readonly min: number;
  readonly max: number;
  readonly onCommit: (value: number) => void;
}) {
  const shown = value === null ? '' : formatNumber(value);
  const commitNumber = (number: number) => {
    const limited = Math.min(max, Math.max(min, number));
    if (limited !== value) onCommit(limited);
  };
  const draft = useDraft(shown, (text) => {
    const number = parseNumber(text);
    if (number !== null) commitNumber(number);
  });

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (!isComposition(event.nativeEvent) && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      const from = parseNumber(draft.text);
      event.preventDefault();
      if (from === null) return;
      const step = (event.shiftKey ? COARSE_STEP : FINE_STEP) * (event.key === 'ArrowUp' ? 1 : -1);
      draft.reset();
      commitNumber(from + step);
      return;
    }
    draft.onKeyDown(event);
  }

  return (
    <label className={classNames(styles.box, styles.number)}>
      <span className={styles.prefix} aria-hidden="true">
        {prefix}
      </span>
      <input
        className={styles.input}
        type="text"
        inputMode="decimal"
        role="spinbutton"
        aria-label={label}
        aria-valuenow={value ?? undefined}
        aria-valuemin={min}
        aria-valuemax={max}
        value={draft.text}
        placeholder={value === null ? mixedText : undefined}
        autoComplete="off"
        onChange={(event) => draft.type(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={draft.finish}
        onKeyDown={onKeyDown}
      />
    </label>
  );
}

function formatNumber(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function parseNumber(text: string): number | null {
  const trimmed = text
    .trim()
    .replace(/\u2212/g, '-')
    .replace(',', '.');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(trimmed)) return null;
  return Number(trimmed);
}
