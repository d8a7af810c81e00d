import { type ReactNode, useId } from 'react';
import styles from './Section.module.css';

/** A titled part of a panel; `aside` stands at the right end of the title. */
export function Section({
  title,
  aside,
  level = 'label',
  children,
}: {
  readonly title: string;
  readonly aside?: ReactNode;
  /** `heading`: the panel's own title. */
  readonly level?: 'heading' | 'label';
  readonly children?: ReactNode;
}) {
  const id = useId();
  const Title = level === 'heading' ? 'h2' : 'h3';
  return (
    <fieldset className={styles.section} aria-labelledby={id}>
      <div className={styles.top}>
        <Title id={id} className={level === 'heading' ? styles.heading : styles.label}>
          {title}
        </Title>
        {aside}
      </div>
      {children}
    </fieldset>
  );
}
