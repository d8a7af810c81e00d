import { formatDuration, parseDuration } from '../../shared/text/duration';
import { useLanguage } from '../state/hooks';
import { TextField } from './TextField';

interface FigureProps {
  readonly label: string;
  /** `null`: nobody said. */
  readonly value: number | null;
  /** Shown where there is no value, e.g. for several different ones. */
  readonly placeholder?: string | undefined;
  readonly onCommit: (value: number | null) => void;
}

/** A length of time as people write it ("2 h 30 min"), in minutes; empty is none. What is no time is taken back. */
export function DurationField({ label, value, placeholder, onCommit }: FigureProps) {
  const language = useLanguage();
  return (
    <TextField
      label={label}
      value={value === null ? '' : formatDuration(value, language)}
      placeholder={placeholder}
      onCommit={(text) => {
        const minutes = parseDuration(text);
        if (text.trim() === '' || minutes !== null) onCommit(minutes);
      }}
    />
  );
}

/** A share in percent, 0…100; empty is none. What is no number is taken back. */
export function PercentField({ label, value, placeholder, onCommit }: FigureProps) {
  return (
    <TextField
      label={label}
      value={value === null ? '' : `${value} %`}
      placeholder={placeholder}
      onCommit={(text) => {
        const [, number] = /^(\d+(?:[.,]\d+)?)\s*%?$/.exec(text.trim()) ?? [];
        if (number !== undefined) onCommit(Math.min(100, Number(number.replace(',', '.'))));
        else if (text.trim() === '') onCommit(null);
      }}
    />
  );
}
