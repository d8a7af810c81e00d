import { useMemo, useState } from 'react';
import { type FlowPart, flowFigures } from '../../../shared/figures/flowFigures';
import { selectionFrom } from '../../actions/context';
import { showPlace } from '../../actions/reveal';
import { Button } from '../../chrome/Button';
import { useEditor, useLanguage, useOpenDocument, useT } from '../../state/hooks';
import { FigureCards } from './FigureCards';
import { FigureRow } from './FigureRow';
import styles from './Figures.module.css';
import { partFace } from './partFace';
import { Timeline } from './Timeline';

/** Each row has three fields: a diagram of thousands of steps is not listed whole unless somebody asks for it. */
const ROWS_AT_ONCE = 100;

/** What a value stream map says of the document: figures on top, below them the steps to enter times in. */
export function FiguresPage() {
  const t = useT();
  const language = useLanguage();
  const open = useOpenDocument();
  const document = useEditor((state) => state.history.present.document);
  const { nodes, edges } = document;
  const figures = useMemo(() => flowFigures({ nodes, edges }), [nodes, edges]);
  const [rows, setRows] = useState(ROWS_AT_ONCE);
  const { path, beside } = figures;
  const hasSteps = path.some(({ type }) => type === 'node');

  function show(part: FlowPart): void {
    showPlace(open, part.type === 'node' ? selectionFrom([part.id]) : { nodes: new Set(), edges: new Set([part.id]) });
  }

  const rowsOf = (parts: readonly FlowPart[]) =>
    parts.map((part) => (
      <FigureRow
        key={part.id}
        part={part}
        face={partFace(document, part, language, t)}
        isLongestWait={part.id === figures.longestWait?.id}
        onShow={() => show(part)}
      />
    ));
  const besideShown = beside.slice(0, Math.max(0, rows - path.length));
  const left = path.length + beside.length - rows;
  if (!hasSteps) {
    return (
      <div className={styles.empty}>
        <h2 className={styles.emptyTitle}>{t('figures.empty.title')}</h2>
        <p className={styles.emptyHint}>{t('figures.empty.hint')}</p>
      </div>
    );
  }
  return (
    <div className={styles.page}>
      {figures.leadMinutes > 0 ? (
        <>
          <FigureCards document={document} figures={figures} onShow={show} />
          <Timeline document={document} figures={figures} />
        </>
      ) : (
        <div className={styles.start}>
          <h2 className={styles.emptyTitle}>{t('figures.noTimes.title')}</h2>
          <p className={styles.emptyHint}>{t('figures.noTimes.hint')}</p>
        </div>
      )}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('figures.step')}</th>
            <th scope="col">{t('figures.waitMinutes')}</th>
            <th scope="col">{t('figures.workMinutes')}</th>
            <th scope="col">{t('figures.accuratePercent')}</th>
            <th scope="col" className={styles.number}>
              {t('figures.lead')}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="rowgroup" colSpan={5} className={styles.group}>
              {t('figures.path')}
            </th>
          </tr>
          {rowsOf(path.slice(0, rows))}
        </tbody>
        {besideShown.length > 0 && (
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={5} className={styles.group}>
                {t('figures.beside')}
              </th>
            </tr>
            {rowsOf(besideShown)}
          </tbody>
        )}
      </table>
      <div className={styles.foot}>
        {left > 0 && (
          <Button onClick={() => setRows(rows + ROWS_AT_ONCE)}>
            {t('figures.more', { count: Math.min(left, ROWS_AT_ONCE) })}
          </Button>
        )}
        <p className={styles.note}>{t('figures.day')}</p>
      </div>
    </div>
  );
}
