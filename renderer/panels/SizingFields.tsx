import { type DiagramDocument, type DiagramNode, type NodeSizing, nodeSizings } from '../../shared/model/document';
import { isTextCut } from '../../shared/picture/fit';
import { growToText } from '../actions/labelEdits';
import { runAction } from '../actions/runAction';
import { Button } from '../chrome/Button';
import { Segmented } from '../chrome/Segmented';
import { useLabelLanguage, useOpenDocument, useServices, useT } from '../state/hooks';
import { commonOf, valueOrNull } from './common';
import styles from './Inspector.module.css';
import { Section } from './Section';

/** Of more nodes nobody asks whether one of their texts is cut, and each would have to be set to know. */
const MOST_MEASURED = 50;

/** Whether nodes grow with their text or keep their size, and a word where the text does not fit. */
export function SizingFields({
  document,
  nodes,
}: {
  readonly document: DiagramDocument;
  readonly nodes: readonly DiagramNode[];
}) {
  const t = useT();
  const services = useServices();
  const shown = useLabelLanguage();
  const { editor } = useOpenDocument();
  const isCut = nodes.length <= MOST_MEASURED && nodes.some((node) => isTextCut(document, node, shown));

  function setSizing(sizing: NodeSizing): void {
    editor.transact('edit.nodes.set', (edit) => {
      edit('nodes.set', { ids: nodes.map(({ id }) => id), patch: { sizing } });
      if (sizing === 'fit') for (const node of nodes) growToText(edit, document, node, shown);
    });
  }

  return (
    <Section title={t('inspector.sizing')}>
      <Segmented
        label={t('inspector.sizing')}
        value={valueOrNull(commonOf(nodes, (node) => node.sizing))}
        segments={nodeSizings.map((value) => ({ value, label: t(`sizing.${value}`) }))}
        onChange={setSizing}
      />
      {isCut && (
        <div className={styles.cutHint} role="status">
          <p className={styles.hint}>{t('inspector.textCut')}</p>
          <Button onClick={() => void runAction('arrange.fitText', services)}>{t('action.arrange.fitText')}</Button>
        </div>
      )}
    </Section>
  );
}
