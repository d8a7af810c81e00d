import styles from './LeftPanel.module.css';
import { Palette } from './Palette';
import { RoleList } from './RoleList';

/** What there is: the roles, and what can be added. */
export function LeftPanel() {
  return (
    <div className={styles.panel}>
      <RoleList />
      <Palette />
    </div>
  );
}
