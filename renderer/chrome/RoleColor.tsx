import type { IconName } from '../../shared/scene/icons.generated';
import { themes } from '../../shared/scene/theme';
import { useThemeName } from '../state/hooks';
import { Icon } from './Icon';
import styles from './RoleColor.module.css';

/** A dot of a role's colour beside its name, as strong as the diagram shows it in the present theme. */
export function Swatch({ color }: { readonly color: string }) {
  const theme = themes[useThemeName()];
  const style = { backgroundColor: theme.color({ role: color, tone: 'solid' }) };
  return <span className={styles.swatch} style={style} aria-hidden="true" />;
}

/** A role's icon on a tile of its colour. */
export function RoleBadge({ role }: { readonly role: { readonly color: string; readonly icon: IconName } }) {
  const theme = themes[useThemeName()];
  const style = {
    color: theme.color({ role: role.color, tone: 'ink' }),
    backgroundColor: theme.color({ role: role.color, tone: 'fill' }),
  };
  return (
    <span className={styles.badge} style={style} aria-hidden="true">
      <Icon name={role.icon} size={14} />
    </span>
  );
}
