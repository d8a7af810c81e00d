import { useEffect, useState } from 'react';
import type { Notice } from '../state/appStore';
import { useApp, useServices, useT } from '../state/hooks';
import { dismissNotice } from '../state/notices';
import { Button } from './Button';
import { classNames } from './classNames';
import { Icon } from './Icon';
import styles from './Notices.module.css';

const SHOWN_MS = 5000;
const toneIcons = { info: 'info', success: 'circle-check', error: 'circle-alert' } as const;

/** Short messages above the status bar. Errors stay until they are dismissed; the others leave, but not from under the pointer. */
export function Notices() {
  const t = useT();
  const notices = useApp((state) => state.notices);
  return (
    <section className={styles.stack} aria-label={t('panel.notices')}>
      <ProgressCard />
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

/** Work in the background that takes a while, with the button that calls it off. */
function ProgressCard() {
  const t = useT();
  const work = useApp((state) => state.work);
  if (work === null || !work.isShown) return null;
  return (
    <div className={styles.notice} role="status">
      <span className={styles.icon}>
        <span className={styles.spinner} />
      </span>
      <div className={styles.words}>
        <p>{work.text}</p>
      </div>
      <Button className={styles.cancel} onClick={() => work.cancel()}>
        {t('work.cancel')}
      </Button>
    </div>
  );
}

function NoticeCard({ notice }: { readonly notice: Notice }) {
  const t = useT();
  const { app } = useServices();
  const [isHeld, setIsHeld] = useState(false);
  const leaves = notice.tone !== 'error' && !isHeld;
  useEffect(() => {
    if (!leaves) return;
    const timer = setTimeout(() => dismissNotice(app, notice.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [app, notice.id, leaves]);

  return (
    <div
      className={classNames(styles.notice, styles[notice.tone])}
      role={notice.tone === 'error' ? 'alert' : 'status'}
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
    >
      <span className={styles.icon}>
        <Icon name={toneIcons[notice.tone]} size={18} />
      </span>
      <div className={styles.words} data-selectable="">
        <p>{notice.text}</p>
        {notice.detail !== undefined && <p className={styles.detail}>{notice.detail}</p>}
      </div>
      <button
        type="button"
        className={styles.close}
        aria-label={t('notice.dismiss')}
        onClick={() => dismissNotice(app, notice.id)}
      >
        <Icon name="x" size={14} />
      </button>
    </div>
  );
}

/** Read out by screen readers whenever a command has done something that sight alone would notice. */
export function Announcer() {
  const announcement = useApp((state) => state.announcement);
  return (
    <div className={styles.spoken} role="status" aria-live="polite">
      {announcement}
    </div>
  );
}
