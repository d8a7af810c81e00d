import { useEffect, useState } from 'react';
import { Dialog } from '../../chrome/Dialog';
import { Logo } from '../../chrome/Logo';
import { useApp, useServices, useT } from '../../state/hooks';
import styles from './AboutDialog.module.css';

interface Licence {
  readonly name: string;
  readonly licence: string;
  readonly text: string;
}

/** Version, and the licences of everything that is shipped, each with its whole text. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useT();
  const { bridge } = useServices();
  const version = useApp((state) => state.version);
  const [licences, setLicences] = useState<readonly Licence[] | null>(null);
  useEffect(() => {
    let isGone = false;
    const show = (found: readonly Licence[]) => !isGone && setLicences(found);
    bridge.request['app.licences']().then(show, () => show([]));
    return () => {
      isGone = true;
    };
  }, [bridge]);

  return (
    <Dialog title={t('about.title')} onClose={onClose}>
      <div className={styles.about}>
        <div className={styles.top}>
          <Logo size={44} />
          <div>
            <p className={styles.name}>Roleweave</p>
            <p className={styles.version}>{t('about.version', { version })}</p>
          </div>
        </div>
        <p>{t('about.what')}</p>
        <p className={styles.version}>{t('about.mit')}</p>
        {licences?.length !== 0 && <h3 className={styles.heading}>{t('about.licences')}</h3>}
        {licences === null && <p className={styles.version}>{t('about.loading')}</p>}
        <ul className={styles.list}>
          {licences?.map(({ name, licence, text }) => (
            <li key={name}>
              <details className={styles.licence}>
                <summary>
                  <span>{name}</span>
                  <span className={styles.version}>{licence}</span>
                </summary>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the text scrolls, so keys must reach it */}
                <pre data-selectable="" tabIndex={0}>
                  {text}
                </pre>
              </details>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}
