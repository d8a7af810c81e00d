import { type KeyboardEvent, useRef, useState } from 'react';
import type { DiagramNode, RaciLevel, Role } from '../../shared/model/document';
import type { RoleId } from '../../shared/model/ids';
import { wordsIn } from '../../shared/model/localizedText';
import { lettersOf, raciLetters, withLetter } from '../../shared/model/raci';
import { Swatch } from '../chrome/RoleColor';
import { useLanguage, useT } from '../state/hooks';
import { commonOf, mixed } from './common';
import styles from './RaciTable.module.css';

/** More roles than this are shown on demand: the table must not push the rest of the form out of sight. */
const SHOWN_ROLES = 10;

/**
 * Who is responsible for the nodes: a row per role, a cell per letter, one per row or R and A together. One stop for Tab;
 * arrows move, Space and Enter switch a cell, the letters R, A, C and I set the row, Delete clears it.
 */
export function RaciTable({
  nodes,
  roles,
  onAssign,
}: {
  readonly nodes: readonly DiagramNode[];
  readonly roles: readonly Role[];
  readonly onAssign: (roleId: RoleId, level: RaciLevel | null) => void;
}) {
  const t = useT();
  const language = useLanguage();
  const [showsAll, setShowsAll] = useState(false);
  const [focus, setFocus] = useState({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);

  const assigned = roles.filter((role) => nodes.some((node) => node.raci.has(role.id)));
  const isLong = roles.length > SHOWN_ROLES && !showsAll;
  const rows = isLong ? (assigned.length > 0 ? assigned : roles.slice(0, SHOWN_ROLES / 2)) : roles;
  const levelOf = (role: Role) => commonOf(nodes, (node) => node.raci.get(role.id) ?? null);

  function moveTo(row: number, column: number): void {
    const next = {
      row: Math.min(Math.max(row, 0), rows.length - 1),
      column: Math.min(Math.max(column, 0), raciLetters.length - 1),
    };
    setFocus(next);
    table.current
      ?.querySelector<HTMLButtonElement>(`[data-cell="${next.row}:${next.column}"]`)
      ?.focus({ preventScroll: false });
  }

  function onKeyDown(event: KeyboardEvent, role: Role, row: number, column: number): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const level = raciLetters.find((letter) => event.code === `Key${letter}`);
    const step = arrowSteps[event.key];
    if (step !== undefined) moveTo(row + step.y, column + step.x);
    else if (event.key === 'Home') moveTo(row, 0);
    else if (event.key === 'End') moveTo(row, raciLetters.length - 1);
    else if (level !== undefined) onAssign(role.id, level);
    else if (event.key === 'Delete' || event.key === 'Backspace') onAssign(role.id, null);
    else return;
    event.preventDefault();
    // Otherwise Delete would also remove the selected node.
    event.stopPropagation();
  }

  if (roles.length === 0) return <p className={styles.hint}>{t('inspector.raci.empty')}</p>;
  const focusRow = Math.min(focus.row, rows.length - 1);
  return (
    <>
      <table ref={table} className={styles.table} aria-label={t('inspector.raci')}>
        <thead>
          <tr>
            <td />
            {raciLetters.map((letter) => (
              <th key={letter} scope="col" className={styles.level}>
                <abbr title={t(`raci.${letter}`)}>{letter}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((role, row) => {
            const current = levelOf(role);
            const name = wordsIn(role.name, language);
            return (
              <tr key={role.id}>
                <th scope="row" className={styles.role}>
                  <span className={styles.roleFace}>
                    <Swatch color={role.color} />
                    <span className={styles.roleName}>{name}</span>
                  </span>
                </th>
                {raciLetters.map((letter, column) => {
                  const has = (node: DiagramNode) => lettersOf(node.raci.get(role.id) ?? null).includes(letter);
                  const isOn = nodes.every(has);
                  const isPart = !isOn && nodes.some(has);
                  return (
                    <td key={letter} className={styles.cell}>
                      <button
                        type="button"
                        className={styles.button}
                        data-cell={`${row}:${column}`}
                        data-level={letter}
                        aria-label={t('inspector.raci.cell', { name, level: t(`raci.${letter}`) })}
                        aria-pressed={isPart ? 'mixed' : isOn}
                        title={t(`raci.${letter}`)}
                        tabIndex={row === focusRow && column === focus.column ? 0 : -1}
                        onFocus={() => setFocus({ row, column })}
                        onClick={() =>
                          onAssign(role.id, current === mixed ? letter : withLetter(current ?? null, letter))
                        }
                        onKeyDown={(event) => onKeyDown(event, role, row, column)}
                      >
                        {(isPart || isOn) && letter}
                      </button>
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
      {isLong && (
        <button type="button" className={styles.all} onClick={() => setShowsAll(true)}>
          {t('inspector.raci.all', { count: roles.length })}
        </button>
      )}
    </>
  );
}

const arrowSteps: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
