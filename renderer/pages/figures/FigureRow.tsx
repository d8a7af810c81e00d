import type { KeyboardEvent } from 'react';
import { type FlowPart, leadMinutesOf } from '../../../shared/figures/flowFigures';
import type { Timing } from '../../../shared/model/document';
import { formatDuration } from '../../../shared/text/duration';
import { classNames } from '../../chrome/classNames';
import { DurationField, PercentField } from '../../chrome/FigureFields';
import { Icon } from '../../chrome/Icon';
import { Swatch } from '../../chrome/RoleColor';
import { useLanguage, useOpenDocument, useT } from '../../state/hooks';
import styles from './Figures.module.css';
import type { PartFace } from './partFace';

const columns = ['waitMinutes', 'workMinutes', 'accuratePercent'] as const satisfies readonly (keyof Timing)[];

/** A step or a link with its times to be filled in; arrows up and down go to the same field of the next row. */
export function FigureRow({
  part,
  face,
  isLongestWait,
  onShow,
}: {
  readonly part: FlowPart;
  readonly face: PartFace;
  readonly isLongestWait: boolean;
  readonly onShow: () => void;
}) {
  const t = useT();
  const language = useLanguage();
  const { editor } = useOpenDocument();
  const { timing, name } = face;
  const lead = leadMinutesOf(timing);

  function set(patch: Partial<Timing>): void {
    const changed = { timing: { ...timing, ...patch } };
    if (part.type === 'node') editor.edit('nodes.set', { ids: [part.id], patch: changed });
    else editor.edit('edges.set', { ids: [part.id], patch: changed });
  }

  return (
    <tr className={classNames(part.type === 'edge' && styles.link, isLongestWait && styles.longest)}>
      <th scope="row">
        <button type="button" className={styles.name} title={t('figures.show', { name })} onClick={onShow}>
          <span className={styles.icon}>{face.icon !== null && <Icon name={face.icon} size={14} />}</span>
          <span className={styles.words}>{name}</span>
          {face.color !== null && (
            <span className={styles.role}>
              <Swatch color={face.color} />
              {face.roleName}
            </span>
          )}
        </button>
      </th>
      {columns.map((key) => {
        const field = {
          label: t('figures.field', { name, field: t(`figures.${key}`) }),
          value: timing[key],
          placeholder: '–',
          onCommit: (value: number | null) => set({ [key]: value }),
        };
        return (
          <td key={key} data-column={key} onKeyDown={goAlongColumn}>
            {key === 'accuratePercent' ? <PercentField {...field} /> : <DurationField {...field} />}
          </td>
        );
      })}
      <td className={styles.number}>{lead > 0 ? formatDuration(lead, language) : ''}</td>
    </tr>
  );
}

function goAlongColumn(event: KeyboardEvent<HTMLTableCellElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.nativeEvent.isComposing) return;
  const { column } = event.currentTarget.dataset;
  const table = event.currentTarget.closest('table');
  const fields = [...(table?.querySelectorAll<HTMLInputElement>(`[data-column="${column}"] input`) ?? [])];
  const own = event.currentTarget.querySelector('input');
  const next = own === null ? undefined : fields[fields.indexOf(own) + step];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
  next.select();
}
