import { useState } from 'react';
import { formatDuration, parseDuration } from '../../shared/text/duration';
import { useLanguage, useT } from '../state/hooks';
import styles from './Field.module.css';
import { TextField } from './TextField';

/**
 * A length of time in words ("2 h 30 min", "3일"), kept in minutes; `null` for none. What is no time is not taken over,
 * and a line below says how to write one.
 */
export function DurationField({
  label,
  minutes,
  placeholder,
  onCommit,
}: {
  readonly label: string;
  readonly minutes: number | null;
  readonly placeholder?: string;
  readonly onCommit: (minutes: number | null) => void;
}) {
  const t = useT();
  const language = useLanguage();
  const [isRefused, setIsRefused] = useState(false);

  function commit(text: string): void {
    const isNone = text.trim() === '';
    const parsed = isNone ? null : parseDuration(text);
    const isUnderstood = isNone || parsed !== null;
    setIsRefused(!isUnderstood);
    if (isUnderstood && parsed !== minutes) onCommit(parsed);
  }

  return (
    <>
      <TextField
        label={label}
        value={minutes === null ? '' : formatDuration(minutes, language)}
        placeholder={placeholder ?? t('duration.hint')}
        onCommit={commit}
      />
      {isRefused && (
        <p className={styles.refusal} role="alert">
          {t('duration.invalid')}
        </p>
      )}
    </>
  );
}
