// biome-ignore-all lint/a11y/useSemanticElements: cells of a table cannot be left out while they are out of view
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus, and names its active cell
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
} from 'react';
import { isComposition } from '../../actions/shortcuts';
import { classNames } from '../../chrome/classNames';
import { useApp } from '../../state/hooks';
import { type Cell, columnSpan, type GridRange, type GridSize, HEADING, moved, oneCell, rowSpan } from './gridRange';
import styles from './MatrixGrid.module.css';

const ROW_PX = 32;
const GROUP_PX = 32;
const HEAD_PX = 56;
const COLUMN_PX = 104;
const OVERSCAN = 4;

/** A line of the matrix: a row of cells, or the heading of the rows below it. */
export type GridLine =
  | { readonly type: 'row'; readonly row: number }
  | { readonly type: 'group'; readonly title: string };

/** How a cell looks and what screen readers call it. */
export interface GridCell {
  readonly content: ReactNode;
  readonly label: string;
  readonly className?: string | undefined;
  readonly style?: CSSProperties;
  readonly isReadOnly?: boolean;
}

export interface MatrixGridProps {
  readonly label: string;
  readonly size: GridSize;
  readonly lines: readonly GridLine[];
  readonly range: GridRange;
  readonly onRange: (range: GridRange) => void;
  readonly cellAt: (row: number, column: number) => GridCell;
  readonly isFilled: (cell: Cell) => boolean;
  readonly corner: ReactNode;
  readonly rowHeading: (row: number) => { readonly content: ReactNode; readonly label: string };
  readonly columnHeading: (column: number) => ReactNode;
  readonly headingWidthPx: number;
  /** Rows that are selected in the diagram too. */
  readonly isRowSelected?: (row: number) => boolean;
  /** Keys that mean the cells themselves; answers whether it took the key. */
  readonly onKey: (event: KeyboardEvent<HTMLElement>) => boolean;
  /** A cell, or the heading of a row, was pressed alone. */
  readonly onPress?: (cell: Cell) => void;
  /** It was pressed twice. */
  readonly onOpen: (cell: Cell) => void;
}

/**
 * A matrix that is walked and marked like a spreadsheet. One stop for Tab until a key moves in it; only what is in view
 * is in the page, and the active cell, so that screen readers can follow it.
 */
export function MatrixGrid(props: MatrixGridProps) {
  const { label, size, lines, range, onRange, isFilled, headingWidthPx, onKey } = props;
  const platform = useApp((state) => state.platform);
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const isDragging = useRef(false);
  const { active } = range;
  const activeLine = lines.findIndex((line) => line.type === 'row' && line.row === active.row);

  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lines[index]?.type === 'group' ? GROUP_PX : ROW_PX),
    paddingStart: HEAD_PX,
    scrollPaddingStart: HEAD_PX,
    overscan: OVERSCAN,
    rangeExtractor: (shown) => withIndex(shown, activeLine),
  });
  const columns = useVirtualizer({
    horizontal: true,
    count: size.columns,
    getScrollElement: () => scroller.current,
    estimateSize: () => COLUMN_PX,
    paddingStart: headingWidthPx,
    scrollPaddingStart: headingWidthPx,
    overscan: OVERSCAN,
    rangeExtractor: (shown) => withIndex(shown, active.column),
  });

  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the active cell only, not every scroll
  useEffect(() => {
    if (activeLine >= 0) rows.scrollToIndex(activeLine, { align: 'auto' });
    if (active.column >= 0) columns.scrollToIndex(active.column, { align: 'auto' });
  }, [activeLine, active.column]);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (isComposition(event.nativeEvent)) return;
    const mod = platform === 'darwin' ? event.metaKey : event.ctrlKey;
    const next = event.altKey ? null : moved(range, { key: event.key, shift: event.shiftKey, mod }, size, isFilled);
    if (onKey(event)) {
      // Taken: the window must not act on the selected step as well.
    } else if (next !== null) onRange(next);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  function press(event: PointerEvent, cell: Cell): void {
    if (event.button !== 0) return;
    isDragging.current = cell.column !== HEADING;
    onRange(event.shiftKey ? { anchor: range.anchor, active: cell } : oneCell(cell.row, cell.column));
    if (!event.shiftKey) props.onPress?.(cell);
  }

  function drag(event: PointerEvent, cell: Cell): void {
    if (isDragging.current && event.buttons === 1) onRange({ anchor: range.anchor, active: cell });
  }

  const shownColumns = columns.getVirtualItems();
  const widthPx = columns.getTotalSize();
  return (
    <div
      ref={scroller}
      className={styles.grid}
      role="grid"
      aria-label={label}
      aria-rowcount={lines.length + 1}
      aria-colcount={size.columns + 1}
      aria-multiselectable="true"
      aria-activedescendant={`${id}-${active.row}-${active.column}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className={styles.sheet} style={{ width: widthPx, height: rows.getTotalSize() }} role="presentation">
        <div className={styles.head} style={{ height: HEAD_PX, width: widthPx }} role="row" aria-rowindex={1}>
          <div className={styles.corner} style={{ width: headingWidthPx }} role="columnheader" aria-colindex={1}>
            {props.corner}
          </div>
          {shownColumns.map(({ index, start }) => (
            <div
              key={index}
              className={classNames(styles.columnHead, index === active.column && styles.here)}
              style={{ left: start, width: COLUMN_PX }}
              role="columnheader"
              aria-colindex={index + 2}
            >
              {props.columnHeading(index)}
            </div>
          ))}
        </div>
        {rows.getVirtualItems().map(({ index, start, size: heightPx }) => {
          const line = lines[index];
          if (line === undefined) return null;
          const place: CSSProperties = { transform: `translateY(${start}px)`, height: heightPx, width: widthPx };
          if (line.type === 'group') {
            return (
              <div key={index} className={styles.group} style={place} role="row" aria-rowindex={index + 2}>
                <div className={styles.groupTitle} role="rowheader" aria-colindex={1}>
                  {line.title}
                </div>
              </div>
            );
          }
          return (
            <Row
              key={index}
              {...props}
              id={id}
              row={line.row}
              rowIndex={index + 2}
              place={place}
              shownColumns={shownColumns}
              onPressCell={press}
              onDragTo={drag}
            />
          );
        })}
      </div>
    </div>
  );
}

function Row({
  id,
  row,
  rowIndex,
  place,
  range,
  size,
  shownColumns,
  cellAt,
  rowHeading,
  headingWidthPx,
  isRowSelected,
  onPressCell,
  onDragTo,
  onOpen,
}: MatrixGridProps & {
  readonly id: string;
  readonly row: number;
  readonly rowIndex: number;
  readonly place: CSSProperties;
  readonly shownColumns: readonly { readonly index: number; readonly start: number }[];
  readonly onPressCell: (event: PointerEvent, cell: Cell) => void;
  readonly onDragTo: (event: PointerEvent, cell: Cell) => void;
}) {
  const { active } = range;
  const [inRows, inColumns] = [rowSpan(range), columnSpan(range, size)];
  const isInRows = row >= inRows.from && row < inRows.to;
  const isHeadActive = active.row === row && active.column === HEADING;
  const heading = rowHeading(row);
  return (
    <div className={styles.row} style={place} role="row" aria-rowindex={rowIndex}>
      <div
        id={`${id}-${row}-${HEADING}`}
        className={classNames(
          styles.rowHead,
          (isRowSelected?.(row) ?? false) && styles.selectedRow,
          active.row === row && styles.here,
          isHeadActive && styles.active,
        )}
        style={{ width: headingWidthPx }}
        role="rowheader"
        aria-label={heading.label}
        aria-colindex={1}
        aria-selected={isRowSelected?.(row) ?? isHeadActive}
        onPointerDown={(event) => onPressCell(event, { row, column: HEADING })}
        onDoubleClick={() => onOpen({ row, column: HEADING })}
      >
        {heading.content}
      </div>
      {shownColumns.map(({ index, start }) => {
        const cell = cellAt(row, index);
        const isMarked = isInRows && index >= inColumns.from && index < inColumns.to;
        return (
          <div
            key={index}
            id={`${id}-${row}-${index}`}
            className={classNames(
              styles.cell,
              cell.className,
              isMarked && styles.marked,
              active.row === row && active.column === index && styles.active,
            )}
            style={{ ...cell.style, left: start, width: COLUMN_PX }}
            role="gridcell"
            aria-label={cell.label}
            aria-colindex={index + 2}
            aria-selected={isMarked}
            aria-readonly={cell.isReadOnly}
            onPointerDown={(event) => onPressCell(event, { row, column: index })}
            onPointerEnter={(event) => onDragTo(event, { row, column: index })}
            onDoubleClick={() => onOpen({ row, column: index })}
          >
            {cell.content}
          </div>
        );
      })}
    </div>
  );
}

/** What is in view, and one more. */
function withIndex(shown: Range, index: number): number[] {
  const indexes = defaultRangeExtractor(shown);
  if (index < 0 || index >= shown.count || indexes.includes(index)) return indexes;
  return [...indexes, index].sort((a, b) => a - b);
}
