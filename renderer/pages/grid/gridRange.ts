/** A cell by its row and column, from 0; column -1 is the heading of its row. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

/** The cells between two corners; keys act on `active` and stretch from `anchor`. */
export interface GridRange {
  readonly anchor: Cell;
  readonly active: Cell;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

export interface Span {
  readonly from: number;
  /** Behind the last one. */
  readonly to: number;
}

export const HEADING = -1;

export function oneCell(row: number, column: number): GridRange {
  const cell = { row, column };
  return { anchor: cell, active: cell };
}

export function rowSpan({ anchor, active }: GridRange): Span {
  return { from: Math.min(anchor.row, active.row), to: Math.max(anchor.row, active.row) + 1 };
}

/** All columns when the range begins or ends at the heading of a row. */
export function columnSpan({ anchor, active }: GridRange, { columns }: GridSize): Span {
  if (anchor.column === HEADING || active.column === HEADING) return { from: 0, to: columns };
  return { from: Math.min(anchor.column, active.column), to: Math.max(anchor.column, active.column) + 1 };
}

export function isSingle({ anchor, active }: GridRange): boolean {
  return anchor.row === active.row && anchor.column === active.column;
}

/** The range within a matrix that has become smaller; a matrix without rows keeps its first one in mind. */
export function clampRange({ anchor, active }: GridRange, size: GridSize): GridRange {
  const clamp = ({ row, column }: Cell): Cell => ({
    row: Math.max(0, Math.min(row, size.rows - 1)),
    column: Math.max(HEADING, Math.min(column, size.columns - 1)),
  });
  return { anchor: clamp(anchor), active: clamp(active) };
}

export interface GridKey {
  readonly key: string;
  readonly shift: boolean;
  /** Ctrl, or Cmd on a Mac. */
  readonly mod: boolean;
}

/** How far a page key goes. */
const PAGE_ROWS = 10;

const arrows: Readonly<Record<string, Cell>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/**
 * Where a key leads, as in a spreadsheet; `null` for a key that leads nowhere: it means something else, or, as Tab in the
 * last cell, leaves the matrix.
 */
export function moved(
  range: GridRange,
  press: GridKey,
  size: GridSize,
  isFilled: (cell: Cell) => boolean,
): GridRange | null {
  const { key, shift, mod } = press;
  if (mod && key.toLowerCase() === 'a' && !shift) {
    return { anchor: { row: 0, column: 0 }, active: { row: size.rows - 1, column: size.columns - 1 } };
  }
  if (key === 'Tab' || key === 'Enter') return mod ? null : next(range.active, key, shift ? -1 : 1, size);
  if (key === 'Escape') return isSingle(range) ? null : oneCell(range.active.row, range.active.column);
  const target = targetOf(range.active, press, size, isFilled);
  if (target === null) return null;
  return { anchor: shift ? range.anchor : target, active: target };
}

/** Tab goes on along the row and then to the next one, Enter down the column. */
function next({ row, column }: Cell, key: 'Tab' | 'Enter', by: 1 | -1, size: GridSize): GridRange | null {
  if (key === 'Enter') {
    const down = row + by;
    return down < 0 || down >= size.rows ? oneCell(row, column) : oneCell(down, column);
  }
  const across = column + by;
  if (across < HEADING) return row === 0 ? null : oneCell(row - 1, size.columns - 1);
  if (across >= size.columns) return row === size.rows - 1 ? null : oneCell(row + 1, HEADING);
  return oneCell(row, across);
}

function targetOf(
  { row, column }: Cell,
  { key, mod }: GridKey,
  size: GridSize,
  isFilled: (cell: Cell) => boolean,
): Cell | null {
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const step = arrows[key];
  if (step !== undefined) {
    if (mod) return edgeOf({ row, column }, step, size, isFilled);
    return {
      row: Math.max(0, Math.min(row + step.row, lastRow)),
      column: Math.max(HEADING, Math.min(column + step.column, lastColumn)),
    };
  }
  switch (key) {
    case 'Home':
      return mod ? { row: 0, column: 0 } : { row, column: 0 };
    case 'End':
      return mod ? { row: lastRow, column: lastColumn } : { row, column: lastColumn };
    case 'PageUp':
      return mod ? null : { row: Math.max(0, row - PAGE_ROWS), column };
    case 'PageDown':
      return mod ? null : { row: Math.min(lastRow, row + PAGE_ROWS), column };
    default:
      return null;
  }
}

/** To the last filled cell of a run, else to the next filled one, else to the border. */
function edgeOf(from: Cell, step: Cell, size: GridSize, isFilled: (cell: Cell) => boolean): Cell {
  const after = ({ row, column }: Cell): Cell => ({ row: row + step.row, column: column + step.column });
  const isInside = ({ row, column }: Cell) => row >= 0 && row < size.rows && column >= 0 && column < size.columns;
  if (from.column === HEADING && step.column === 0) return { row: step.row < 0 ? 0 : size.rows - 1, column: HEADING };
  let at = from;
  const isRun = isInside(after(at)) && isFilled(after(at)) && from.column !== HEADING && isFilled(at);
  while (isInside(after(at))) {
    if (isRun && !isFilled(after(at))) return at;
    at = after(at);
    if (!isRun && isFilled(at)) return at;
  }
  return at;
}
