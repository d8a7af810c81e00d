import type { Point } from '../../shared/geometry/box';
import type { RecoveryKey } from '../../shared/ipc/contract';

/** From the top of the window, in CSS pixels: below it a tab has left the row. */
export const TAB_ROW_PX = 90;

/**
 * Where among the tabs of a row one belongs whose middle, or what drags it, is at `clientX`; 0 is the first.
 * @param own place in the row of the tab itself, which does not count; -1 for one that comes from elsewhere
 */
export function placeInRow(row: Element, clientX: number, own: number): number {
  const boxes = [...row.children].map((tab) => tab.getBoundingClientRect());
  return boxes.filter(({ x, width }, index) => index !== own && x + width / 2 < clientX).length;
}

/** The place for a tab that is let go at a point of the window; `null` where that is no place in the row. */
export function placeAt({ x, y }: Point): number | null {
  const row = document.querySelector('[data-tab-row]');
  return row === null || y < 0 || y > TAB_ROW_PX ? null : placeInRow(row, x, -1);
}

/** The button of a tab; `null` once it is closed. */
export function tabButton(key: RecoveryKey): HTMLElement | null {
  return document.querySelector(`[data-tab-row] [data-tab="${key}"] button`);
}
