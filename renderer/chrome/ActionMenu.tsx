import { cloneElement, type ReactElement, useLayoutEffect, useRef } from 'react';
import type { ActionId } from '../actions/index';
import { laterPart } from '../state/laterPart';

export interface ActionMenuProps {
  readonly trigger: ReactElement<Record<string, unknown>>;
  /** What the entries are about; they are then shown by their short names. */
  readonly heading?: string;
  /** `null` separates. */
  readonly ids: readonly (ActionId | null)[];
  readonly side?: 'top' | 'bottom';
  readonly align?: 'start' | 'center' | 'end';
}

const popup = laterPart(() => import('./ActionMenuPopup').then((module) => module.ActionMenuPopup));

/** A button that opens a menu of actions. Pressed before the menu has come, it opens it as soon as it has. */
export function ActionMenu(props: ActionMenuProps) {
  const Popup = popup.use();
  const button = useRef<HTMLElement>(null);
  const isPressed = useRef(false);
  const hasFocus = useRef(false);
  const hasCome = Popup !== null;

  useLayoutEffect(() => {
    // It is another button now, in the same place.
    if (hasCome && hasFocus.current) button.current?.focus();
  }, [hasCome]);

  if (Popup !== null) {
    return (
      <Popup {...props} trigger={cloneElement(props.trigger, { ref: button })} isOpenAtFirst={isPressed.current} />
    );
  }
  return cloneElement(props.trigger, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onClick: () => {
      isPressed.current = !isPressed.current;
    },
    onFocus: () => {
      hasFocus.current = true;
    },
    onBlur: () => {
      hasFocus.current = false;
    },
  });
}
