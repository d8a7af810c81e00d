import { useMemo } from 'react';
import { wordsIn } from '../../shared/model/localizedText';
import { rolesInUse } from '../../shared/model/roleUse';
import { legendOf } from '../../shared/picture/legend';
import { svgRootAttributes } from '../../shared/scene/svgElements';
import { focusOnRole } from '../actions/roleFocus';
import { useEditor, useLanguage, useServices, useT, useView } from '../state/hooks';
import { useAppearance } from './appearance';
import styles from './Legend.module.css';
import { MarksView, toReactAttributes } from './MarksView';

/** What the colours of the diagram mean, as exports draw it; a press on a role shows the diagram through its eyes. */
export function Legend() {
  const t = useT();
  const language = useLanguage();
  const services = useServices();
  const { language: labels, theme } = useAppearance();
  const focus = useView((state) => state.focus);
  const document = useEditor((state) => state.history.present.document);
  const used = useMemo(() => rolesInUse(document, null), [document]);
  // Most edits leave the roles in use as they are: then nothing here is drawn anew.
  const usedIds = used.map(({ id }) => id).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same roles make the same legend
  const legend = useMemo(() => legendOf(used, labels, 0), [usedIds, document.roles, labels]);
  if (legend === null) return null;
  const { widthPx, heightPx, marks, rows } = legend;
  return (
    <section className={`${styles.legend} nopress nowheel`} aria-label={t('legend.label')} data-testid="legend">
      <div className={styles.drawn} style={{ width: widthPx, height: heightPx }}>
        <svg {...toReactAttributes(svgRootAttributes)} aria-hidden="true" width={widthPx} height={heightPx}>
          <MarksView marks={marks} theme={theme} />
        </svg>
        <ul>
          {rows.map(({ roleId, box }) => {
            const name = wordsIn(document.roles.get(roleId)?.name ?? '', language) || t('inspector.unnamed');
            return (
              <li key={roleId}>
                <button
                  type="button"
                  className={styles.row}
                  style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
                  aria-label={t('focus.start', { name })}
                  aria-pressed={focus === roleId}
                  onClick={() => focusOnRole(services, t, roleId)}
                />
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
