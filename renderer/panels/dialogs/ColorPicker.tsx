import { rolePalette } from '../../../shared/scene/rolePalette';
import { themes } from '../../../shared/scene/theme';
import { classNames } from '../../chrome/classNames';
import { Icon } from '../../chrome/Icon';
import { useT, useThemeName } from '../../state/hooks';
import styles from './RoleDialog.module.css';
import { useRoving } from './useRoving';

/** The twelve colours that stay apart for every eye, and one's own. */
export function ColorPicker({
  color,
  onChange,
}: {
  readonly color: string;
  readonly onChange: (color: string) => void;
}) {
  const t = useT();
  const theme = themes[useThemeName()];
  const isOwn = rolePalette.every((proposed) => proposed.color !== color);
  const { group, onKeyDown } = useRoving((index) => {
    const proposed = rolePalette[index];
    if (proposed !== undefined) onChange(proposed.color);
  });
  return (
    <div className={styles.colors}>
      <div ref={group} className={styles.colors} role="radiogroup" aria-label={t('role.color')} onKeyDown={onKeyDown}>
        {rolePalette.map((proposed, index) => (
          // biome-ignore lint/a11y/useSemanticElements: a native radio cannot show a colour
          <button
            key={proposed.color}
            type="button"
            role="radio"
            className={styles.color}
            aria-checked={proposed.color === color}
            aria-label={t(proposed.labelKey)}
            title={t(proposed.labelKey)}
            tabIndex={proposed.color === color || (isOwn && index === 0) ? 0 : -1}
            onClick={() => onChange(proposed.color)}
          >
            <span
              className={styles.dot}
              style={{ backgroundColor: theme.color({ role: proposed.color, tone: 'solid' }) }}
            />
          </button>
        ))}
      </div>
      <label
        className={classNames(styles.own, isOwn && styles.ownChosen)}
        style={isOwn ? { backgroundColor: color } : undefined}
        title={t('role.color.own')}
      >
        {!isOwn && <Icon name="plus" size={14} />}
        <input
          type="color"
          aria-label={t('role.color.own')}
          value={color}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </label>
    </div>
  );
}
