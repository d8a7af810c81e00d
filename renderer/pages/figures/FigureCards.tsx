import type { ReactNode } from 'react';
import { type FlowFigures, type FlowPart, timingOf } from '../../../shared/figures/flowFigures';
import type { DiagramDocument } from '../../../shared/model/document';
import { formatDuration } from '../../../shared/text/duration';
import { useLanguage, useT } from '../../state/hooks';
import styles from './Figures.module.css';
import { partFace } from './partFace';

/** The figures of the whole flow, the longest wait as a way to its place in the diagram. */
export function FigureCards({
  document,
  figures,
  onShow,
}: {
  readonly document: DiagramDocument;
  readonly figures: FlowFigures;
  readonly onShow: (part: FlowPart) => void;
}) {
  const t = useT();
  const language = useLanguage();
  const time = (minutes: number) => formatDuration(minutes, language);
  const { longestWait, untimedSteps } = figures;
  return (
    <dl className={styles.cards}>
      <Card
        title={t('figures.leadTime')}
        value={time(figures.leadMinutes)}
        about={untimedSteps > 0 ? t('figures.untimed', { count: untimedSteps }) : t('figures.leadTime.about')}
      />
      <Card
        title={t('figures.efficiency')}
        value={percent(figures.efficiency)}
        about={t('figures.efficiency.about', { work: time(figures.workMinutes), lead: time(figures.leadMinutes) })}
      />
      <Card title={t('figures.accurate')} value={percent(figures.accurate)} about={t('figures.accurate.about')} />
      <Card
        title={t('figures.longestWait')}
        value={longestWait === null ? '–' : time(timingOf(document, longestWait).waitMinutes ?? 0)}
        isLongest={longestWait !== null}
        about={longestWait === null ? t('figures.longestWait.none') : placeOf(longestWait)}
      />
    </dl>
  );

  function placeOf(part: FlowPart): ReactNode {
    const { name } = partFace(document, part, language, t);
    const slots = { name, time: time(timingOf(document, part).waitMinutes ?? 0) };
    return (
      <button type="button" className={styles.place} onClick={() => onShow(part)}>
        {part.type === 'node' ? t('figures.longestWait.about', slots) : t('figures.longestWait.handoff', slots)}
      </button>
    );
  }
}

function Card({
  title,
  value,
  about,
  isLongest = false,
}: {
  readonly title: string;
  readonly value: string;
  readonly about: ReactNode;
  readonly isLongest?: boolean;
}) {
  return (
    <div className={isLongest ? `${styles.card} ${styles.longestCard}` : styles.card}>
      <dt className={styles.cardTitle}>{title}</dt>
      <dd className={styles.cardValue}>{value}</dd>
      <dd className={styles.cardAbout}>{about}</dd>
    </div>
  );
}

/** In whole percent, and of what is little in tenths. */
export function percent(share: number | null): string {
  if (share === null) return '–';
  const number = share * 100;
  return `${number < 10 ? Math.round(number * 10) / 10 : Math.round(number)} %`;
}
