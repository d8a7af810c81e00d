import { useRef } from 'react';
import { Button } from '../../chrome/Button';
import { Dialog } from '../../chrome/Dialog';
import { useT } from '../../state/hooks';
import styles from './RoleDialog.module.css';

/** Asks before a role is deleted, and says what that means for the nodes that use it. */
export function DeleteRoleDialog({
  name,
  used,
  onDelete,
  onCancel,
}: {
  readonly name: string;
  readonly used: number;
  readonly onDelete: () => void;
  readonly onCancel: () => void;
}) {
  const t = useT();
  const cancel = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      title={t('role.delete.title', { name })}
      size="small"
      onClose={onCancel}
      initialFocus={cancel}
      footer={
        <>
          <Button ref={cancel} onClick={onCancel}>
            {t('panel.cancel')}
          </Button>
          <Button tone="danger" onClick={onDelete}>
            {t('role.delete')}
          </Button>
        </>
      }
    >
      <p className={styles.text}>{used > 0 ? t('role.delete.used', { count: used }) : t('role.delete.unused')}</p>
    </Dialog>
  );
}
