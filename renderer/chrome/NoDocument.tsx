import { useApp, useServices, useT } from '../state/hooks';
import { ActionButton } from './ActionButton';
import { Logo } from './Logo';
import styles from './NoDocument.module.css';

const SHOWN_RECENT = 5;

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
      <RecentFiles />
    </main>
  );
}

function RecentFiles() {
  const t = useT();
  const { session } = useServices();
  const recent = useApp((state) => state.recent);
  if (recent.length === 0) return null;
  return (
    <section className={styles.recent} aria-labelledby="recent-title">
      <h2 id="recent-title" className={styles.recentTitle}>
        {t('menu.openRecent')}
      </h2>
      <ul>
        {recent.slice(0, SHOWN_RECENT).map(({ handle, name, folder }) => (
          <li key={handle}>
            <button type="button" className={styles.file} onClick={() => void session.open(handle)}>
              <span>{name}</span>
              <span className={styles.folder}>{folder}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
