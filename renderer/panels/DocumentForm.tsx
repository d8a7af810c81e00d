import type { MessageKey } from '../../shared/i18n/messages';
import type { DiagramDocument } from '../../shared/model/document';
import { type Counts, countsOf } from '../chrome/counts';
import { SwitchField } from '../chrome/SwitchField';
import { useAction } from '../chrome/useAction';
import { useOpenDocument, useT } from '../state/hooks';
import { Handoffs } from './Exchanges';
import styles from './Inspector.module.css';
import { LocalizedField } from './LocalizedField';
import { Section } from './Section';

const shownCounts: readonly { readonly of: keyof Counts; readonly labelKey: MessageKey }[] = [
  { of: 'roles', labelKey: 'count.roles' },
  { of: 'tasks', labelKey: 'count.tasks' },
  { of: 'decisions', labelKey: 'count.decisions' },
  { of: 'artifacts', labelKey: 'count.artifacts' },
  { of: 'edges', labelKey: 'count.edges' },
  { of: 'handoffs', labelKey: 'count.handoffs' },
];

/** What the inspector shows while nothing is selected: the diagram itself, what is in it and what changes hands. */
export function DocumentForm({ document }: { readonly document: DiagramDocument }) {
  const t = useT();
  const { editor } = useOpenDocument();
  const counts = countsOf(document);
  const looks = { bridges: useAction('view.bridges'), legend: useAction('view.legend') };
  return (
    <div className={styles.form}>
      <h2 className={styles.heading}>{t('inspector.diagram')}</h2>
      <LocalizedField
        title={t('inspector.title')}
        texts={[document.title]}
        onChange={(update) => editor.edit('document.setTitle', { title: update(document.title) })}
      />
      <Section title={t('inspector.overview')}>
        <dl className={styles.counts}>
          {shownCounts.map(({ of, labelKey }) => (
            <div key={of} className={styles.count}>
              <dt>{t(labelKey)}</dt>
              <dd>{counts[of]}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={t('inspector.look')}>
        {(['bridges', 'legend'] as const).map((look) => (
          <div key={look} className={styles.switch}>
            <span aria-hidden>{looks[look].label}</span>
            <SwitchField label={looks[look].label} checked={document.look[look]} onChange={looks[look].run} />
          </div>
        ))}
      </Section>
      <Handoffs document={document} />
    </div>
  );
}
