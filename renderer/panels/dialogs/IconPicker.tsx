import type { IconName } from '../../../shared/scene/icons.generated';
import { themes } from '../../../shared/scene/theme';
import { Icon } from '../../chrome/Icon';
import { useT, useThemeName } from '../../state/hooks';
import styles from './RoleDialog.module.css';
import { useRoving } from './useRoving';

/** Icons that say what somebody does; the whole family is for the interface. */
const roleIcons: readonly IconName[] = [
  'user-round',
  'users',
  'user-check',
  'user-cog',
  'user-search',
  'user-plus',
  'smile',
  'handshake',
  'heart-handshake',
  'headphones',
  'megaphone',
  'presentation',
  'chart-line',
  'chart-bar',
  'trending-up',
  'database',
  'server',
  'cloud',
  'network',
  'cpu',
  'brain',
  'brain-circuit',
  'flask-conical',
  'microscope',
  'code',
  'terminal',
  'bug',
  'git-branch',
  'app-window',
  'smartphone',
  'pen-tool',
  'palette',
  'camera',
  'pencil',
  'book-open',
  'graduation-cap',
  'lightbulb',
  'target',
  'flag',
  'rocket',
  'compass',
  'map',
  'calendar',
  'clipboard-list',
  'list-tree',
  'workflow',
  'wrench',
  'settings',
  'shield-check',
  'lock',
  'key',
  'scale',
  'briefcase',
  'building',
  'calculator',
  'credit-card',
  'shopping-cart',
  'truck',
  'package',
  'boxes',
  'phone',
  'mail',
  'message-square',
  'globe',
  'languages',
  'search',
  'eye',
  'star',
];

export function IconPicker({
  icon,
  color,
  onChange,
}: {
  readonly icon: IconName;
  readonly color: string;
  readonly onChange: (icon: IconName) => void;
}) {
  const t = useT();
  const theme = themes[useThemeName()];
  // An icon that a file brought along stays choosable.
  const icons = roleIcons.includes(icon) ? roleIcons : [icon, ...roleIcons];
  const { group, onKeyDown } = useRoving((index) => {
    const chosen = icons[index];
    if (chosen !== undefined) onChange(chosen);
  });
  const chosenStyle = {
    color: theme.color({ role: color, tone: 'onSolid' }),
    backgroundColor: theme.color({ role: color, tone: 'solid' }),
  };
  return (
    <div ref={group} className={styles.icons} role="radiogroup" aria-label={t('role.icon')} onKeyDown={onKeyDown}>
      {icons.map((name) => (
        // biome-ignore lint/a11y/useSemanticElements: a native radio cannot show an icon
        <button
          key={name}
          type="button"
          role="radio"
          className={styles.iconChoice}
          aria-checked={name === icon}
          aria-label={name.replace(/-/g, ' ')}
          tabIndex={name === icon ? 0 : -1}
          style={name === icon ? chosenStyle : undefined}
          onClick={() => onChange(name)}
        >
          <Icon name={name} size={18} />
        </button>
      ))}
    </div>
  );
}
