import { type CSSProperties, type KeyboardEvent, useState } from 'react';
import { emptySelection } from '../../../shared/history/history';
import type { DiagramDocument } from '../../../shared/model/document';
import type { HandoffMatrix as Matrix } from '../../../shared/model/handoffs';
import type { EdgeId, RoleId } from '../../../shared/model/ids';
import { mainLanguage, wordsIn } from '../../../shared/model/localizedText';
import { Swatch } from '../../chrome/RoleColor';
import { useLabelLanguage, useOpenDocument, useServices, useT } from '../../state/hooks';
import { announce } from '../../state/notices';
import { type Cell, clampRange, columnSpan, type GridRange, HEADING, oneCell, rowSpan } from '../grid/gridRange';
import { type GridCell, type GridLine, MatrixGrid } from '../grid/MatrixGrid';
import styles from './HandoffsPage.module.css';

const HEADING_PX = 208;
/** How much of the accent the fullest cell has: more would leave its number hard to read. */
const MOST_HEAT_PERCENT = 40;
const LEAST_HEAT_PERCENT = 8;

/** Roles that give against roles that take; the last row and column are sums. A cell selects its edges. */
export function HandoffMatrix({ document, matrix }: { readonly document: DiagramDocument; readonly matrix: Matrix }) {
  const t = useT();
  const { app } = useServices();
  const { editor } = useOpenDocument();
  const language = mainLanguage(useLabelLanguage());
  const { roleIds } = matrix;
  const count = roleIds.length;
  const size = { rows: count + 1, columns: count + 1 };
  const [stored, setRange] = useState<GridRange>(oneCell(0, 0));
  const range = clampRange(stored, size);
  const lines = Array.from({ length: size.rows }, (_, row): GridLine => ({ type: 'row', row }));
  const nameOf = (id: RoleId | undefined) =>
    wordsIn((id === undefined ? undefined : document.roles.get(id)?.name) ?? '', language);

  /** The edges behind a cell; behind a sum all that it counts. */
  function idsAt(row: number, column: number): readonly EdgeId[] {
    const from = row < count ? roleIds.slice(row, row + 1) : roleIds;
    const to = column < count && column !== HEADING ? roleIds.slice(column, column + 1) : roleIds;
    return from.flatMap((giver) => to.flatMap((taker) => matrix.idsOf(giver, taker)));
  }

  function select({ row, column }: Cell): void {
    choose(idsAt(row, column));
  }

  function choose(ids: Iterable<EdgeId>): void {
    const edges = new Set(ids);
    editor.select({ nodes: emptySelection.nodes, edges });
    announce(app, t('status.selected', { count: edges.size }));
  }

  function onKey(event: KeyboardEvent<HTMLElement>): boolean {
    if (event.altKey || event.shiftKey || event.metaKey || event.ctrlKey) return false;
    if (event.key !== 'Enter' && event.key !== ' ') return false;
    const [inRows, inColumns] = [rowSpan(range), columnSpan(range, size)];
    const ids: EdgeId[] = [];
    for (let row = inRows.from; row < inRows.to; row++) {
      for (let column = inColumns.from; column < inColumns.to; column++) ids.push(...idsAt(row, column));
    }
    choose(ids);
    return true;
  }

  function cellAt(row: number, column: number): GridCell {
    const [from, to] = [roleIds[row], roleIds[column]];
    if (from !== undefined && to !== undefined) {
      const own = matrix.idsOf(from, to).length;
      return {
        content: own === 0 ? (row === column ? '·' : '') : own,
        label: t('handoffs.cell', { from: nameOf(from), to: nameOf(to), count: own }),
        className: row === column ? styles.own : undefined,
        ...(own === 0 ? {} : { style: heat(own / matrix.most) }),
      };
    }
    if (from !== undefined) {
      const given = matrix.given.get(from) ?? 0;
      return {
        content: given,
        label: t('handoffs.givenBy', { role: nameOf(from), count: given }),
        className: styles.sum,
      };
    }
    if (to !== undefined) {
      const taken = matrix.taken.get(to) ?? 0;
      return {
        content: taken,
        label: t('handoffs.takenBy', { role: nameOf(to), count: taken }),
        className: styles.sum,
      };
    }
    return { content: matrix.total, label: t('handoffs.total', { count: matrix.total }), className: styles.sum };
  }

  const face = (id: RoleId | undefined, sum: string) => {
    const role = id === undefined ? undefined : document.roles.get(id);
    return role === undefined ? (
      <span className={styles.sumName}>{sum}</span>
    ) : (
      <RoleFace color={role.color} name={nameOf(id)} />
    );
  };

  return (
    <MatrixGrid
      label={t('handoffs.matrix')}
      size={size}
      lines={lines}
      range={range}
      onRange={setRange}
      onPress={select}
      cellAt={cellAt}
      isFilled={({ row, column }) => idsAt(row, column).length > 0}
      corner={t('handoffs.corner')}
      rowHeading={(row) => ({
        label: nameOf(roleIds[row]) || t('handoffs.taken'),
        content: face(roleIds[row], t('handoffs.taken')),
      })}
      columnHeading={(column) => face(roleIds[column], t('handoffs.given'))}
      headingWidthPx={HEADING_PX}
      onKey={onKey}
      onOpen={select}
    />
  );
}

function heat(share: number): CSSProperties {
  const percent = Math.round(LEAST_HEAT_PERCENT + share * (MOST_HEAT_PERCENT - LEAST_HEAT_PERCENT));
  return { backgroundColor: `color-mix(in srgb, var(--accent) ${percent}%, var(--panel))` };
}

function RoleFace({ color, name }: { readonly color: string; readonly name: string }) {
  return (
    <span className={styles.role}>
      <Swatch color={color} />
      <span className={styles.roleName}>{name}</span>
    </span>
  );
}
