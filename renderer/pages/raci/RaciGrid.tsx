import type { RaciLevel } from '../../../shared/model/document';
import { mainLanguage, wordsIn } from '../../../shared/model/localizedText';
import { nodeName } from '../../../shared/model/nodeName';
import { lettersOf, levelText } from '../../../shared/model/raci';
import { Icon } from '../../chrome/Icon';
import { Swatch } from '../../chrome/RoleColor';
import { useLabelLanguage, useT } from '../../state/hooks';
import { type GridCell, type GridLine, MatrixGrid } from '../grid/MatrixGrid';
import styles from './RaciPage.module.css';
import { faultsOf, type RaciMatrix } from './useRaciMatrix';

const HEADING_PX = 304;

const looks: Readonly<Record<RaciLevel, string | undefined>> = {
  R: undefined,
  A: styles.answers,
  AR: styles.answers,
  C: styles.heard,
  I: styles.heard,
};

/** Steps against roles, with what is still to be agreed on beside each step. */
export function RaciGrid({ matrix }: { readonly matrix: RaciMatrix }) {
  const t = useT();
  const language = mainLanguage(useLabelLanguage());
  const { document, axes, range, size } = matrix;
  const stepAt = (row: number) => document.nodes.get(axes.stepIds[row] ?? ('' as never));
  const nameAt = (row: number) => {
    const step = stepAt(row);
    return step === undefined ? '' : nodeName(document, step, language, t);
  };
  const lines = matrix.lines.map((line): GridLine => {
    if (line.type === 'row') return line;
    const place = document.nodes.get(line.placeId);
    return { type: 'group', title: place === undefined ? '' : nodeName(document, place, language, t) };
  });

  function cellAt(row: number, column: number): GridCell {
    const step = stepAt(row);
    const role = axes.roles[column];
    const level = (role === undefined ? undefined : step?.raci.get(role.id)) ?? null;
    const words = lettersOf(level).map((letter) => t(`raci.${letter}`));
    return {
      content: <span className={styles.level}>{levelText(level)}</span>,
      label: t('raci.cell', {
        step: nameAt(row),
        role: role === undefined ? '' : wordsIn(role.name, language),
        level: words.length === 0 ? t('raci.cell.none') : words.join(', '),
      }),
      className: level === null ? undefined : looks[level],
      isReadOnly: step?.locked ?? false,
    };
  }

  function rowHeading(row: number) {
    const step = stepAt(row);
    const name = nameAt(row);
    const faults = step === undefined ? [] : faultsOf(step.raci).map((fault) => t(`raci.fault.${fault}`));
    return {
      label: faults.length === 0 ? name : `${name}. ${faults.join(', ')}`,
      content: (
        <>
          <span className={styles.step}>{name}</span>
          {step?.locked === true && <Icon name="lock" size={14} />}
          {faults.length > 0 && (
            <span className={step?.raci.size === 0 ? styles.emptyFault : styles.fault}>{faults.join(', ')}</span>
          )}
        </>
      ),
    };
  }

  return (
    <MatrixGrid
      label={t('raci.grid')}
      size={size}
      lines={lines}
      range={range}
      onRange={matrix.mark}
      cellAt={cellAt}
      isFilled={({ row, column }) => {
        const role = axes.roles[column];
        return role !== undefined && (stepAt(row)?.raci.has(role.id) ?? false);
      }}
      corner={t('raci.step')}
      rowHeading={rowHeading}
      columnHeading={(column) => {
        const role = axes.roles[column];
        return role === undefined ? null : (
          <span className={styles.role}>
            <Swatch color={role.color} />
            <span className={styles.roleName}>{wordsIn(role.name, language)}</span>
          </span>
        );
      }}
      headingWidthPx={HEADING_PX}
      isRowSelected={(row) => {
        const id = axes.stepIds[row];
        return id !== undefined && matrix.selectedIds.has(id);
      }}
      onKey={matrix.onKey}
      onOpen={(cell) => {
        if (cell.column < 0) matrix.show(cell);
      }}
    />
  );
}
