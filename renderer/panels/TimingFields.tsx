import type { Timing } from '../../shared/model/document';
import { DurationField, PercentField } from '../chrome/FigureFields';
import { useT } from '../state/hooks';
import { commonOf, mixed, valueOrNull } from './common';
import styles from './Inspector.module.css';
import { Section } from './Section';

/** How long steps or hand-offs take and how well they go; what several do not share is left empty. */
export function TimingFields({
  timings,
  onChange,
}: {
  readonly timings: readonly Timing[];
  readonly onChange: (patch: Partial<Timing>) => void;
}) {
  const t = useT();
  const fieldOf = (key: keyof Timing) => {
    const shared = commonOf(timings, (timing) => timing[key]);
    return {
      label: t(`figures.${key}`),
      value: valueOrNull(shared),
      placeholder: shared === mixed ? t('panel.mixed') : t(`figures.${key}.hint`),
      onCommit: (value: number | null) => onChange({ [key]: value }),
    };
  };
  return (
    <Section title={t('figures.section')}>
      <div className={styles.pair}>
        {(['workMinutes', 'waitMinutes'] as const).map((key) => (
          <div key={key} className={styles.field}>
            <span className={styles.endName}>{t(`figures.${key}`)}</span>
            <DurationField {...fieldOf(key)} />
          </div>
        ))}
        <div className={styles.field}>
          <span className={styles.endName}>{t('figures.accuratePercent.short')}</span>
          <PercentField {...fieldOf('accuratePercent')} />
        </div>
      </div>
    </Section>
  );
}
