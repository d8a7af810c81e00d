import type { DiagramDocument, DiagramNode, Separation } from '../../shared/model/document';
import { nodeName } from '../../shared/model/nodeName';
import { isSoundSeparation } from '../../shared/model/query';
import { selectionFrom } from '../actions/context';
import { ActionButton } from '../chrome/ActionButton';
import { IconButton } from '../chrome/Button';
import { Icon } from '../chrome/Icon';
import { useLanguage, useOpenDocument, useT } from '../state/hooks';
import styles from './Inspector.module.css';
import { LocalizedField } from './LocalizedField';
import { Section } from './Section';

/**
 * The rules that keep a step apart from others, with why; of two selected steps the one between them, or a button that
 * makes it. Nothing where there is neither.
 */
export function Separations({
  document,
  nodes,
}: {
  readonly document: DiagramDocument;
  readonly nodes: readonly DiagramNode[];
}) {
  const t = useT();
  const ids = nodes.map(({ id }) => id);
  const rules = [...document.separations.values()].filter((rule) => ids.every((id) => rule.nodeIds.includes(id)));
  if (nodes.length > 2 || (nodes.length === 1 && rules.length === 0)) return null;
  if (rules.length === 0 && !canBeApart(document, nodes)) return null;
  return (
    <Section title={t('separation.title')}>
      {rules.map((rule) => (
        <Rule key={rule.id} document={document} rule={rule} of={nodes} />
      ))}
      {rules.length === 0 && <ActionButton id="separation.toggle" />}
    </Section>
  );
}

function canBeApart({ nodes }: DiagramDocument, [a, b]: readonly DiagramNode[]): boolean {
  if (a === undefined || b === undefined) return false;
  return isSoundSeparation({ nodeIds: [a.id, b.id] }, (id) => nodes.get(id));
}

function Rule({
  document,
  rule,
  of,
}: {
  readonly document: DiagramDocument;
  readonly rule: Separation;
  readonly of: readonly DiagramNode[];
}) {
  const t = useT();
  const language = useLanguage();
  const { editor } = useOpenDocument();
  const [only] = of.length === 1 ? of : [];
  // Seen from the first one where both are selected.
  const otherId = rule.nodeIds.find((id) => id !== (only ?? of[0])?.id);
  const other = otherId === undefined ? undefined : document.nodes.get(otherId);
  const step = other === undefined ? t('inspector.unnamed') : nodeName(document, other, language, t);
  return (
    <div className={styles.separation}>
      <div className={styles.separationTop}>
        <button
          type="button"
          className={styles.card}
          onClick={() => other !== undefined && editor.select(selectionFrom(rule.nodeIds))}
        >
          <span className={styles.cardIcon}>
            <Icon name="shield-check" size={14} />
          </span>
          <span className={styles.separationName}>{t('separation.with', { step })}</span>
        </button>
        <IconButton
          icon="x"
          iconSize={14}
          label={t('separation.remove', { step })}
          side="left"
          onClick={() => editor.edit('separations.remove', { ids: [rule.id] })}
        />
      </div>
      <LocalizedField
        title={t('separation.reason')}
        texts={[rule.reason]}
        placeholder={t('separation.reason.hint')}
        onChange={(update) => editor.edit('separations.set', { id: rule.id, patch: { reason: update(rule.reason) } })}
      />
    </div>
  );
}
