import { type FlowFigures, timingOf } from '../../../shared/figures/flowFigures';
import type { DiagramDocument } from '../../../shared/model/document';
import { themes } from '../../../shared/scene/theme';
import { formatDuration } from '../../../shared/text/duration';
import { classNames } from '../../chrome/classNames';
import { useLanguage, useT, useThemeName } from '../../state/hooks';
import styles from './Figures.module.css';
import { partFace } from './partFace';

/** More pieces could not be told apart in a line as wide as the page. */
const MOST_PARTS = 200;

/** The longest way as a line in which lengths are times: work in its role's colour, waiting empty. */
export function Timeline({ document, figures }: { readonly document: DiagramDocument; readonly figures: FlowFigures }) {
  const t = useT();
  const language = useLanguage();
  const theme = themes[useThemeName()];
  const pieces = figures.path.flatMap((part) => {
    const { workMinutes, waitMinutes } = timingOf(document, part);
    const { name, color } = partFace(document, part, language, t);
    const isLongest = part.id === figures.longestWait?.id;
    return [
      { key: `${part.id} wait`, name, minutes: waitMinutes ?? 0, type: 'waitMinutes' as const, color: null, isLongest },
      { key: `${part.id} work`, name, minutes: workMinutes ?? 0, type: 'workMinutes' as const, color, isLongest },
    ].filter(({ minutes }) => minutes > 0);
  });
  if (pieces.length > MOST_PARTS) return null;
  return (
    <ol className={styles.timeline} aria-label={t('figures.timeline')}>
      {pieces.map(({ key, name, minutes, type, color, isLongest }) => {
        const words = `${name}: ${t(`figures.${type}`)} ${formatDuration(minutes, language)}`;
        const fill = color === null ? {} : { backgroundColor: theme.color({ role: color, tone: 'solid' }) };
        return (
          <li
            key={key}
            className={classNames(
              styles.piece,
              type === 'waitMinutes' ? styles.wait : styles.work,
              type === 'waitMinutes' && isLongest && styles.longestPiece,
            )}
            style={{ flexGrow: minutes, ...(type === 'workMinutes' ? fill : {}) }}
            title={words}
            aria-label={words}
          />
        );
      })}
    </ol>
  );
}
