import { type Box, centerOf, unionOf } from '../geometry/box';
import { languages } from '../i18n/language';
import { kindOf } from '../kinds/index';
import { createNode, createRole } from '../model/create';
import type { DiagramDocument, DiagramNode, RaciLevel, Role } from '../model/document';
import type { NodeId, RoleId } from '../model/ids';
import { toSize } from '../model/limits';
import { boxOfNode } from '../model/query';
import { lettersOf, readLevel } from '../model/raci';
import type { RaciReading, ReadColumn, ReadRow } from './raciReading';

/** What becomes of a name in a table: something there is, something new, or nothing. */
export type Choice<Id> =
  | { readonly type: 'map'; readonly id: Id }
  | { readonly type: 'create' }
  | { readonly type: 'skip' };

/** By the column and the row they are about. */
export interface RaciChoices {
  readonly roles: ReadonlyMap<number, Choice<RoleId>>;
  readonly steps: ReadonlyMap<number, Choice<NodeId>>;
}

/** A cell that says nothing that could be understood; `row` and `column` count from 0. */
export interface CellFault {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** What taking a table over would do. */
export interface RaciPlan {
  readonly roles: readonly Role[];
  /** With their responsibilities. */
  readonly nodes: readonly DiagramNode[];
  /** Of steps that are there: what differs from the table. */
  readonly levels: ReadonlyMap<NodeId, ReadonlyMap<RoleId, RaciLevel | null>>;
  readonly changedCells: number;
  readonly sameCells: number;
  /** Steps that are locked and therefore stay as they are, though the table says something else. */
  readonly lockedSteps: number;
  readonly faults: readonly CellFault[];
}

/** Names that are known are meant; what looks like a role or a step is proposed as a new one. */
export function proposedChoices({ columns, steps }: RaciReading): RaciChoices {
  const role = ({ roleId, isRaci }: ReadColumn): Choice<RoleId> =>
    roleId !== null ? { type: 'map', id: roleId } : { type: isRaci ? 'create' : 'skip' };
  const step = ({ nodeId }: ReadRow): Choice<NodeId> =>
    nodeId !== null ? { type: 'map', id: nodeId } : { type: 'create' };
  return {
    roles: new Map(columns.map((column) => [column.column, role(column)])),
    steps: new Map(steps.map((row) => [row.row, step(row)])),
  };
}

/**
 * What a table and the choices come to. An empty cell says that the role has nothing to do with the step; roles and steps
 * that the table leaves out stay as they are. Where two rows or columns mean the same, the later one counts.
 */
export function planRaciImport(document: DiagramDocument, reading: RaciReading, choices: RaciChoices): RaciPlan {
  const roles: Role[] = [];
  const roleOfColumn = new Map<number, RoleId>();
  for (const { column, name } of reading.columns) {
    const choice = choices.roles.get(column);
    if (choice?.type === 'map') roleOfColumn.set(column, choice.id);
    if (choice?.type !== 'create') continue;
    const known = new Map([...document.roles, ...roles.map((role) => [role.id, role] as const)]);
    const role = createRole({ roles: known }, { name });
    roles.push(role);
    roleOfColumn.set(column, role.id);
  }

  const faults: CellFault[] = [];
  const place = placesBelow(document);
  const nodes: DiagramNode[] = [];
  const levels = new Map<NodeId, ReadonlyMap<RoleId, RaciLevel | null>>();
  let changedCells = 0;
  let sameCells = 0;
  let lockedSteps = 0;
  for (const { row, name } of reading.steps) {
    const choice = choices.steps.get(row);
    if (choice === undefined || choice.type === 'skip') continue;
    const written = levelsInRow(reading, row, roleOfColumn, faults);
    if (choice.type === 'create') {
      const given = [...written].filter((entry): entry is [RoleId, RaciLevel] => entry[1] !== null);
      nodes.push(place(name, new Map(given)));
      changedCells += given.length;
      continue;
    }
    const step = document.nodes.get(choice.id);
    if (step === undefined) continue;
    const differing = [...written].filter(([roleId, level]) => (step.raci.get(roleId) ?? null) !== level);
    sameCells += written.size - differing.length;
    if (differing.length === 0) levels.delete(step.id);
    else if (step.locked) lockedSteps += 1;
    else {
      levels.set(step.id, new Map(differing));
      changedCells += differing.length;
    }
  }
  return { roles, nodes, levels, changedCells, sameCells, lockedSteps, faults };
}

/** Whether taking it over would leave everything as it is. */
export function changesNothing({ roles, nodes, levels }: RaciPlan): boolean {
  return roles.length === 0 && nodes.length === 0 && levels.size === 0;
}

function levelsInRow(
  { rows }: RaciReading,
  row: number,
  roleOfColumn: ReadonlyMap<number, RoleId>,
  faults: CellFault[],
): ReadonlyMap<RoleId, RaciLevel | null> {
  const found = new Map<RoleId, RaciLevel | null>();
  for (const [column, roleId] of roleOfColumn) {
    const text = rows[row]?.[column] ?? '';
    const level = readLevel(text);
    if (level === undefined) faults.push({ row, column, text });
    else found.set(roleId, level);
  }
  return found;
}

const COLUMNS = 4;
const GAP_PX = 24;

/** Makes new tasks below all there is, in rows of four, each of the role that does it. */
function placesBelow(document: DiagramDocument): (name: string, raci: ReadonlyMap<RoleId, RaciLevel>) => DiagramNode {
  const { nodes } = document;
  const around = unionOf(
    [...nodes.values()].filter(({ parentId }) => parentId === null).map((node) => boxOfNode(nodes, node)),
  );
  const left = around?.x ?? 0;
  let top = around === null ? 0 : around.y + around.height + 2 * GAP_PX;
  let bottom = top;
  let count = 0;
  return (name, raci) => {
    const { size } = kindOf('task').create();
    const column = count % COLUMNS;
    if (column === 0 && count > 0) top = bottom + GAP_PX;
    count += 1;
    const box: Box = { x: left + column * (size.width + GAP_PX), y: top, ...size };
    const doer = [...raci].find(([, level]) => lettersOf(level).includes('R'))?.[0] ?? null;
    const node = createNode(document, 'task', centerOf(box), null, { label: name, roleId: doer });
    // The name is one text for all languages, so any of them gives the same height; the width makes the column.
    const height = toSize(kindOf('task').fitSize(node, languages[0]).height);
    bottom = Math.max(bottom, top + height);
    return { ...node, height, raci };
  };
}
