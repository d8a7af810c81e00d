import { Tooltip } from '@base-ui/react/tooltip';
import { useRef } from 'react';
import styles from './Hint.module.css';
import type { ShownHint } from './HintLayer';

/** A tooltip at its control. While it fades out it still says what it said. */
export function HintPopup({ shown, onClose }: { readonly shown: ShownHint | null; readonly onClose: () => void }) {
  const last = useRef<ShownHint | null>(null);
  if (shown !== null) last.current = shown;
  const hint = last.current;
  return (
    <Tooltip.Root open={shown !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Tooltip.Portal>
        <Tooltip.Positioner
          anchor={hint?.owner ?? null}
          side={hint?.side ?? 'bottom'}
          sideOffset={8}
          collisionPadding={8}
          className={styles.place}
        >
          <Tooltip.Popup className={styles.popup}>
            {hint?.text}
            {hint?.keys !== undefined && <kbd className={styles.keys}>{hint.keys}</kbd>}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
