import { useState } from 'react';
import type { MessageKey } from '../../shared/i18n/messages';
import { formatDuration, parseDuration } from '../../shared/text/duration';
import { useLanguage, useT } from '../state/hooks';
import styles from './Field.module.css';
import { TextField } from './TextField';

interface FigureProps {
  readonly label: string;
  /** `null`: nobody said. */
  readonly value: number | null;
  /** Shown where there is no value, e.g. for several different ones. */
  readonly placeholder?: string | undefined;
  readonly onCommit: (value: number | null) => void;
}

/** A length of time in words ("2 h 30 min", "3일"), kept in minutes; empty is none. */
export function DurationField(props: FigureProps) {
  const t = useT();
  const language = useLanguage();
  return (
    <FigureField
      {...props}
      placeholder={props.placeholder ?? t('duration.hint')}
      format={(minutes) => formatDuration(minutes, language)}
      parse={parseDuration}
      refusalKey="duration.invalid"
    />
  );
}

/** A share in percent, 0…100; empty is none. */
export function PercentField(props: FigureProps) {
  return (
    <FigureField {...props} format={(percent) => `${percent} %`} parse={parsePercent} refusalKey="percent.invalid" />
  );
}

function parsePercent(text: string): number | null {
  const [, number] = /^(\d+(?:[.,]\d+)?)\s*%?$/.exec(text.trim()) ?? [];
  const percent = Number(number?.replace(',', '.'));
  return percent <= 100 ? percent : null;
}

interface FigureFieldProps extends FigureProps {
  readonly format: (value: number) => string;
  /** `null` for what is none. */
  readonly parse: (text: string) => number | null;
  readonly refusalKey: MessageKey & ('duration.invalid' | 'percent.invalid');
}

/** What cannot be read is not taken over, and a line below says how to write it. */
function FigureField({ label, value, placeholder, onCommit, format, parse, refusalKey }: FigureFieldProps) {
  const t = useT();
  const [isRefused, setIsRefused] = useState(false);

  function commit(text: string): void {
    const isNone = text.trim() === '';
    const parsed = isNone ? null : parse(text);
    const isUnderstood = isNone || parsed !== null;
    setIsRefused(!isUnderstood);
    if (isUnderstood && parsed !== value) onCommit(parsed);
  }

  return (
    <>
      <TextField
        label={label}
        value={value === null ? '' : format(value)}
        placeholder={placeholder}
        onCommit={commit}
      />
      {isRefused && (
        <p className={styles.refusal} role="alert">
          {t(refusalKey)}
        </p>
      )}
    </>
  );
}
