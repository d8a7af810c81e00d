import { useT } from '../state/hooks';
import { ActionButton } from './ActionButton';
import { Logo } from './Logo';
import styles from './NoDocument.module.css';

/** Shown when every tab is closed: what can be done next. */
export function NoDocument() {
  const t = useT();
  return (
    <main className={styles.place}>
      <Logo size={48} />
      <h1 className={styles.title}>{t('tabs.none.title')}</h1>
      <p className={styles.hint}>{t('tabs.none.hint')}</p>
      <div className={styles.buttons}>
        <ActionButton id="file.new" tone="primary" />
        <ActionButton id="file.open" />
      </div>
    </main>
  );
}
