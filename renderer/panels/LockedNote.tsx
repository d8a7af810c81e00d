import { ActionButton } from '../chrome/ActionButton';
import { Icon } from '../chrome/Icon';
import { useT } from '../state/hooks';
import styles from './Inspector.module.css';

/** Why nothing below can be changed, and the way out. */
export function LockedNote() {
  const t = useT();
  return (
    <div className={styles.locked}>
      <Icon name="lock" />
      <p>{t('inspector.locked')}</p>
      <ActionButton id="arrange.lock" icon="lock-open" />
    </div>
  );
}
