import { useMemo } from 'react';
import { handoffMatrix, handoffsInOrder } from '../../../shared/model/handoffs';
import { ActionButton } from '../../chrome/ActionButton';
import { ActionMenu } from '../../chrome/ActionMenu';
import { Button } from '../../chrome/Button';
import { useEditor, useT } from '../../state/hooks';
import page from '../pageParts.module.css';
import { ContractTable } from './ContractTable';
import { isContentMissing } from './contracts';
import { HandoffMatrix } from './HandoffMatrix';
import styles from './HandoffsPage.module.css';

/** Who hands over to whom, counted, and what they agree on about each hand-off. */
export function HandoffsPage() {
  const t = useT();
  const document = useEditor((state) => state.history.present.document);
  const matrix = useMemo(() => handoffMatrix(document), [document]);
  const handoffs = useMemo(() => handoffsInOrder(document), [document]);
  const missing = useMemo(
    () => handoffs.filter(({ id }) => isContentMissing(document, document.edges.get(id))).length,
    [document, handoffs],
  );
  return (
    <div className={page.page}>
      <div className={page.bar}>
        <p className={styles.total} role="status">
          {t('handoffs.total', { count: matrix.total })}
          {missing > 0 && <span className={styles.missing}>{t('handoff.missingIn', { count: missing })}</span>}
        </p>
        <span className={page.space} />
        <ActionButton id="page.showSelection" tone="quiet" />
        <ActionMenu
          ids={['handoffs.saveCsv', 'handoffs.saveMarkdown', null, 'handoffs.copyMarkdown', 'handoffs.copyTable']}
          align="end"
          trigger={<Button icon="file-output">{t('handoffs.export')}</Button>}
        />
      </div>
      {matrix.total === 0 ? (
        <div className={page.empty}>
          <p className={page.emptyTitle}>{t('handoffs.empty.title')}</p>
          <p className={page.emptyHint}>{t('handoffs.empty.hint')}</p>
        </div>
      ) : (
        <>
          <section className={styles.matrix} aria-label={t('handoffs.matrix')}>
            <HandoffMatrix document={document} matrix={matrix} />
            <p className={page.hint}>{t('handoffs.matrix.hint')}</p>
          </section>
          <ContractTable document={document} handoffs={handoffs} />
        </>
      )}
    </div>
  );
}
