import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { type ReactNode, type RefObject, useRef } from 'react';
import { useT } from '../state/hooks';
import { IconButton } from './Button';
import { classNames } from './classNames';
import styles from './Dialog.module.css';

/**
 * The frame of a dialog of our own: title, content, a row of buttons. Mounted while open; Escape, the cross and a press
 * beside it call `onClose`; focus starts in what says `data-autofocus` and goes back to where it was.
 */
export function Dialog({
  title,
  onClose,
  size = 'medium',
  children,
  footer,
  initialFocus,
  isReading = false,
}: {
  readonly title: string;
  readonly onClose: () => void;
  readonly size?: 'small' | 'medium' | 'large';
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly initialFocus?: RefObject<HTMLElement | null>;
  /** Its content is only read: it takes the focus itself, so that arrow keys scroll it. */
  readonly isReading?: boolean;
}) {
  const t = useT();
  const popup = useRef<HTMLDivElement>(null);
  return (
    <BaseDialog.Root open onOpenChange={(open) => !open && onClose()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles.backdrop} />
        <BaseDialog.Popup
          className={classNames(styles.popup, styles[size])}
          ref={popup}
          initialFocus={
            initialFocus ?? (() => popup.current?.querySelector<HTMLElement>('[data-autofocus]') ?? popup.current)
          }
        >
          <header className={styles.header}>
            <BaseDialog.Title className={styles.title}>{title}</BaseDialog.Title>
            <BaseDialog.Close render={<IconButton icon="x" label={t('panel.close')} />} />
          </header>
          <div
            className={styles.content}
            {...(isReading ? { tabIndex: 0, role: 'document', 'data-autofocus': '' } : {})}
          >
            {children}
          </div>
          {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
