import { Menu } from '@base-ui/react/menu';
import type { Role } from '../../../shared/model/document';
import type { RoleId } from '../../../shared/model/ids';
import { wordsIn } from '../../../shared/model/localizedText';
import { IconButton } from '../../chrome/Button';
import { Icon } from '../../chrome/Icon';
import menuStyles from '../../chrome/Menu.module.css';
import { Swatch } from '../../chrome/RoleColor';
import { useLanguage, useT } from '../../state/hooks';

/** A button with all roles to be ticked; it stays open, as one person may take several. */
export function RoleMenu({
  label,
  roles,
  chosen,
  onChange,
}: {
  readonly label: string;
  readonly roles: readonly Role[];
  readonly chosen: readonly RoleId[];
  readonly onChange: (roleIds: readonly RoleId[]) => void;
}) {
  const t = useT();
  const language = useLanguage();
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger render={<IconButton icon="plus" iconSize={14} label={label} />} />
      <Menu.Portal>
        <Menu.Positioner className={menuStyles.place} align="start" sideOffset={4} collisionPadding={8}>
          <Menu.Popup className={menuStyles.popup}>
            {roles.map((role) => (
              <Menu.CheckboxItem
                key={role.id}
                className={menuStyles.item}
                checked={chosen.includes(role.id)}
                closeOnClick={false}
                onCheckedChange={(isOn) =>
                  onChange(isOn ? [...chosen, role.id] : chosen.filter((other) => other !== role.id))
                }
              >
                <Swatch color={role.color} />
                <span>{wordsIn(role.name, language) || t('people.unnamed')}</span>
                <span className={menuStyles.keys}>
                  <Menu.CheckboxItemIndicator className={menuStyles.check}>
                    <Icon name="check" size={14} />
                  </Menu.CheckboxItemIndicator>
                </span>
              </Menu.CheckboxItem>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
