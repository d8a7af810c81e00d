import { type KeyboardEvent, useRef } from 'react';
import type { IconName } from '../../shared/scene/icons.generated';
import { Icon } from './Icon';
import styles from './Segmented.module.css';

export interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** Shown instead of the label, which then is the name and the tooltip. */
  readonly icon?: IconName;
}

/** One of a few, all in sight: a radio group in a row. Arrows move and choose. `value: null`: none or several. */
export function Segmented<Value extends string>({
  label,
  value,
  segments,
  onChange,
}: {
  readonly label: string;
  readonly value: Value | null;
  readonly segments: readonly Segment<Value>[];
  readonly onChange: (value: Value) => void;
}) {
  const group = useRef<HTMLDivElement>(null);
  const focusable = segments.some((segment) => segment.value === value) ? value : segments[0]?.value;

  function onKeyDown(event: KeyboardEvent, index: number): void {
    const forward = event.key === 'ArrowRight' || event.key === 'ArrowDown';
    const back = event.key === 'ArrowLeft' || event.key === 'ArrowUp';
    if (!forward && !back) return;
    event.preventDefault();
    const next = (index + (forward ? 1 : segments.length - 1)) % segments.length;
    const segment = segments[next];
    if (segment === undefined) return;
    onChange(segment.value);
    group.current?.querySelectorAll('button')[next]?.focus();
  }

  return (
    <div ref={group} className={styles.group} role="radiogroup" aria-label={label}>
      {segments.map((segment, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a native radio cannot hold an icon or be styled as a segment
        <button
          key={segment.value}
          type="button"
          role="radio"
          className={styles.segment}
          aria-checked={segment.value === value}
          aria-label={segment.icon === undefined ? undefined : segment.label}
          title={segment.icon === undefined ? undefined : segment.label}
          tabIndex={segment.value === focusable ? 0 : -1}
          onClick={() => onChange(segment.value)}
          onKeyDown={(event) => onKeyDown(event, index)}
        >
          {segment.icon === undefined ? segment.label : <Icon name={segment.icon} />}
        </button>
      ))}
    </div>
  );
}
