import type { Load } from '../../../shared/team/load';
import { useT } from '../../state/hooks';
import styles from './People.module.css';

const fields = ['steps', 'responsible', 'accountable', 'given', 'taken'] as const satisfies readonly (keyof Load)[];

/** Shares of a role that several take may be halves. */
const rounded = (value: number) => Math.round(value * 10) / 10;

/** The fullest of all bars beside each other. */
export function mostSteps(loads: Iterable<Load>): number {
  let most = 0;
  for (const { steps } of loads) most = Math.max(most, steps);
  return most;
}

/** A load as a bar of its steps, as long as `most` is the full width, and the other counts in numbers. */
export function LoadBar({ name, load, most }: { readonly name: string; readonly load: Load; readonly most: number }) {
  const t = useT();
  const counts = Object.fromEntries(fields.map((field) => [field, rounded(load[field])])) as Record<
    (typeof fields)[number],
    number
  >;
  return (
    <div className={styles.load} role="img" aria-label={t('load.of', { name, ...counts })}>
      <span className={styles.track}>
        <span className={styles.bar} style={{ width: `${most > 0 ? (load.steps / most) * 100 : 0}%` }} />
      </span>
      {fields.map((field) => (
        <span key={field} className={styles.figure}>
          <span className={styles.figureName}>{t(`load.${field}`)}</span> {counts[field]}
        </span>
      ))}
    </div>
  );
}
