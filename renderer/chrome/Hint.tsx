import { cloneElement, type ReactElement } from 'react';

export type HintSide = 'top' | 'bottom' | 'left' | 'right';

/** What `HintLayer` reads from the control that is pointed at. */
export interface HintData {
  readonly hint?: string;
  readonly hintKeys?: string;
  readonly hintSide?: HintSide;
}

/**
 * A tooltip: what a control does and the key that does the same. Its text never carries what the name does not. It
 * only marks the control; one layer shows the tooltip of the control that is pointed at, since a window has dozens of
 * controls and shows one tooltip.
 */
export function Hint({
  text,
  shortcut,
  side = 'bottom',
  children,
}: {
  readonly text: string;
  readonly shortcut?: string | undefined;
  readonly side?: HintSide;
  readonly children: ReactElement<Record<string, unknown>>;
}) {
  return cloneElement(children, { 'data-hint': text, 'data-hint-keys': shortcut, 'data-hint-side': side });
}
