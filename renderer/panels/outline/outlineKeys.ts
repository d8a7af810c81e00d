import { matchRank, toQuery, toSearchable } from '../../../shared/find/searchText';
import type { NodeId } from '../../../shared/model/ids';
import type { OutlineRow } from '../../../shared/model/outline';

/** What a key does in the tree, by the pattern for trees that screen readers' users know. */
export type TreeStep =
  | { readonly type: 'go'; readonly index: number }
  | { readonly type: 'open' | 'close'; readonly id: NodeId };

const PAGE = 10;

/** What an arrow and the like means on a row; `null` for other keys and where there is nowhere to go. */
export function treeStep(key: string, rows: readonly OutlineRow[], index: number): TreeStep | null {
  const row = rows[index];
  if (row === undefined) return null;
  const last = rows.length - 1;
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    Home: 0,
    End: last,
    PageDown: Math.min(last, index + PAGE),
    PageUp: Math.max(0, index - PAGE),
  };
  const target = targets[key];
  if (target !== undefined) return target < 0 || target > last ? null : { type: 'go', index: target };
  if (key === 'ArrowRight') {
    if (row.isOpen === false) return { type: 'open', id: row.node.id };
    return row.isOpen === true ? { type: 'go', index: index + 1 } : null;
  }
  if (key !== 'ArrowLeft') return null;
  if (row.isOpen === true) return { type: 'close', id: row.node.id };
  const parent = rows.findIndex(({ node }) => node.id === row.node.parentId);
  return parent < 0 ? null : { type: 'go', index: parent };
}

/** The next row, around the end, whose name starts with what was typed: by first consonants, too. */
export function rowByTyping(
  typed: string,
  rows: readonly OutlineRow[],
  index: number,
  nameOf: (row: OutlineRow) => string,
): number | null {
  const query = toQuery(typed);
  if (query === null) return null;
  // More letters may still mean the row that the first ones found.
  const first = typed.length > 1 ? index : index + 1;
  for (let step = 0; step < rows.length; step++) {
    const at = (first + step) % rows.length;
    const row = rows[at];
    const rank = row === undefined ? null : matchRank(query, toSearchable(nameOf(row)));
    if (rank === STARTS || rank === STARTS_LOOSELY) return at;
  }
  return null;
}

/** See `matchRank`. */
const STARTS = 0;
const STARTS_LOOSELY = 3;
