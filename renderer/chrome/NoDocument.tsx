import { useApp, useT } from '../state/hooks';
import { laterPart } from '../state/laterPart';
import { ActionButton } from './ActionButton';
import { Logo } from './Logo';
import styles from './NoDocument.module.css';

const SHOWN_RECENT = 6;

const recentCards = laterPart(() => import('./RecentCards').then((module) => module.RecentCards));

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
  const Cards = recentCards.use();
  const recent = useApp((state) => state.recent);
  if (recent.length === 0) return null;
  return (
    <section className={styles.recent} aria-labelledby="recent-title">
      <h2 id="recent-title" className={styles.recentTitle}>
        {t('menu.openRecent')}
      </h2>
      {Cards !== null && <Cards most={SHOWN_RECENT} />}
    </section>
  );
}
