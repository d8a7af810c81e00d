import type { DiagramDocument, DiagramNode, RaciLevel, Role } from '../../../shared/model/document';
import type { NodeId, RoleId } from '../../../shared/model/ids';
import { lettersOf, levelText, type RaciLetter, readLevel, withLetter } from '../../../shared/model/raci';
import { columnSpan, type GridRange, rowSpan } from '../grid/gridRange';

/** Whose responsibilities a matrix shows: a step for each row, a role for each column. */
export interface RaciAxes {
  readonly stepIds: readonly NodeId[];
  readonly roles: readonly Role[];
}

export type Levels = ReadonlyMap<NodeId, ReadonlyMap<RoleId, RaciLevel | null>>;

/** What becomes of each cell of a range. */
function changed(
  { nodes }: DiagramDocument,
  { stepIds, roles }: RaciAxes,
  range: GridRange,
  change: (level: RaciLevel | null) => RaciLevel | null,
): Levels {
  const [inRows, inColumns] = [rowSpan(range), columnSpan(range, { rows: stepIds.length, columns: roles.length })];
  const levels = new Map<NodeId, ReadonlyMap<RoleId, RaciLevel | null>>();
  for (const id of stepIds.slice(inRows.from, inRows.to)) {
    const raci = nodes.get(id)?.raci;
    const inRow = roles.slice(inColumns.from, inColumns.to);
    levels.set(id, new Map(inRow.map((role) => [role.id, change(raci?.get(role.id) ?? null)])));
  }
  return levels;
}

/** Switches a letter in all cells of a range: on, unless each of them has it. */
export function withLetterIn(document: DiagramDocument, axes: RaciAxes, range: GridRange, letter: RaciLetter): Levels {
  const has = (level: RaciLevel | null) => lettersOf(level).includes(letter);
  const levels = [...changed(document, axes, range, (level) => level).values()].flatMap((row) => [...row.values()]);
  const isOn = levels.every(has);
  return changed(document, axes, range, (level) => (isOn || !has(level) ? withLetter(level, letter) : level));
}

export function cleared(document: DiagramDocument, axes: RaciAxes, range: GridRange): Levels {
  return changed(document, axes, range, () => null);
}

/** Whether all cells of a range have a letter. */
export function haveLetter(document: DiagramDocument, axes: RaciAxes, range: GridRange, letter: RaciLetter): boolean {
  const levels = [...changed(document, axes, range, (level) => level).values()].flatMap((row) => [...row.values()]);
  return levels.length > 0 && levels.every((level) => lettersOf(level).includes(letter));
}

/** The cells of a range as spreadsheets take them: tabs between cells, a line end after each row. */
export function blockText({ nodes }: DiagramDocument, { stepIds, roles }: RaciAxes, range: GridRange): string {
  const [inRows, inColumns] = [rowSpan(range), columnSpan(range, { rows: stepIds.length, columns: roles.length })];
  return stepIds
    .slice(inRows.from, inRows.to)
    .map((id) => {
      const raci = nodes.get(id)?.raci;
      const cells = roles.slice(inColumns.from, inColumns.to).map((role) => levelText(raci?.get(role.id) ?? null));
      return `${cells.join('\t')}\r\n`;
    })
    .join('');
}

/** The levels of copied cells; `null` for a text with anything else in it. */
export function readBlock(text: string): readonly (readonly (RaciLevel | null)[])[] | null {
  if (text === '') return null;
  const rows = text
    .replace(/\r\n?|\n/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t').map(readLevel));
  const isKnown = (level: RaciLevel | null | undefined): level is RaciLevel | null => level !== undefined;
  return rows.every((row) => row.every(isKnown)) ? (rows as readonly (readonly (RaciLevel | null)[])[]) : null;
}

export interface PastedBlock {
  readonly levels: Levels;
  readonly cells: number;
  /** Cells of the block for which the matrix has no place. */
  readonly leftOut: number;
  /** The cells that it covers. */
  readonly range: GridRange;
}

/** A block put down at the first cell of a range, again and again where the range is that much larger. */
export function pastedBlock(
  { stepIds, roles }: RaciAxes,
  range: GridRange,
  block: readonly (readonly (RaciLevel | null)[])[],
): PastedBlock {
  const [inRows, inColumns] = [rowSpan(range), columnSpan(range, { rows: stepIds.length, columns: roles.length })];
  const blockColumns = Math.max(...block.map((row) => row.length));
  const height = spread(inRows.to - inRows.from, block.length);
  const width = spread(inColumns.to - inColumns.from, blockColumns);
  const levels = new Map<NodeId, Map<RoleId, RaciLevel | null>>();
  let cells = 0;
  let leftOut = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const id = stepIds[inRows.from + y];
      const role = roles[inColumns.from + x];
      const row = block[y % block.length] ?? [];
      if (id === undefined || role === undefined) {
        leftOut += 1;
        continue;
      }
      const inRow = levels.get(id) ?? new Map<RoleId, RaciLevel | null>();
      levels.set(id, inRow.set(role.id, row[x % blockColumns] ?? null));
      cells += 1;
    }
  }
  const active = {
    row: Math.min(inRows.from + height, stepIds.length) - 1,
    column: Math.min(inColumns.from + width, roles.length) - 1,
  };
  return { levels, cells, leftOut, range: { anchor: { row: inRows.from, column: inColumns.from }, active } };
}

/** As often as a block fits into a range without a rest, else once. */
function spread(length: number, blockLength: number): number {
  return length % blockLength === 0 ? length : blockLength;
}

/** Whether any of the steps keeps what it has because it is locked. */
export function touchesLocked(nodes: ReadonlyMap<NodeId, DiagramNode>, levels: Levels): boolean {
  return [...levels.keys()].some((id) => nodes.get(id)?.locked === true);
}
