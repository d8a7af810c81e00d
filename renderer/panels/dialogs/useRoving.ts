import { type KeyboardEvent, type RefObject, useRef } from 'react';

/**
 * Keys of a group of radio-like buttons: one Tab stop; left and right step, up and down step by rows as they are laid
 * out, Home and End go to the ends; the button arrived at is chosen, as with native radio buttons.
 */
export function useRoving(choose: (index: number) => void): {
  readonly group: RefObject<HTMLDivElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
} {
  const group = useRef<HTMLDivElement>(null);
  function onKeyDown(event: KeyboardEvent): void {
    const buttons = [...(group.current?.querySelectorAll<HTMLButtonElement>('button[role="radio"]') ?? [])];
    const from = buttons.indexOf(event.target as HTMLButtonElement);
    const top = buttons[0]?.offsetTop;
    if (from < 0 || top === undefined) return;
    const wraps = buttons.findIndex((button) => button.offsetTop !== top);
    const perRow = wraps < 0 ? buttons.length : wraps;
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: from - 1,
      ArrowRight: from + 1,
      ArrowUp: from - perRow,
      ArrowDown: from + perRow,
      Home: 0,
      End: buttons.length - 1,
    };
    const to = targets[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const button = buttons[to];
    if (button === undefined) return;
    button.focus();
    choose(to);
  }
  return { group, onKeyDown };
}
