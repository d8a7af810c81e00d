import { runAction } from '../../actions/runAction';
import { Button } from '../../chrome/Button';
import { Dialog } from '../../chrome/Dialog';
import { Icon } from '../../chrome/Icon';
import { RecentCards } from '../../chrome/RecentCards';
import { useApp, useServices, useT } from '../../state/hooks';
import styles from './RecentDialog.module.css';

const MOST = 12;

/** The files that were opened last, with their pictures, to open one again. */
export function RecentDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const isNone = useApp((state) => state.recent.length === 0);
  return (
    <Dialog title={t('menu.openRecent')} size="large" onClose={onClose}>
      {isNone ? <NoRecent onOpen={onClose} /> : <RecentCards most={MOST} onOpen={onClose} />}
    </Dialog>
  );
}

function NoRecent({ onOpen }: { readonly onOpen: () => void }) {
  const t = useT();
  const services = useServices();
  function open(): void {
    onOpen();
    void runAction('file.open', services);
  }
  return (
    <div className={styles.none}>
      <Icon name="folder-open" size={28} />
      <p>{t('recent.none')}</p>
      <Button onClick={open}>{t('action.file.open')}</Button>
    </div>
  );
}
