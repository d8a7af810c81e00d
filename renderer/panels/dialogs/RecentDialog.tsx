import { Dialog } from '../../chrome/Dialog';
import { RecentCards } from '../../chrome/RecentCards';
import { useApp, useT } from '../../state/hooks';
import styles from './ReportDialog.module.css';

const MOST = 12;

/** The files that were opened last, with their pictures, to open one again. */
export function RecentDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const isNone = useApp((state) => state.recent.length === 0);
  return (
    <Dialog title={t('menu.openRecent')} size="large" onClose={onClose}>
      {isNone ? <p className={styles.intro}>{t('recent.none')}</p> : <RecentCards most={MOST} onOpen={onClose} />}
    </Dialog>
  );
}
