import { Menu } from '@base-ui/react/menu';
import { type ActionId, actions } from '../actions/index';
import type { ActionMenuProps } from './ActionMenu';
import { Icon } from './Icon';
import styles from './Menu.module.css';
import { useAction } from './useAction';

/** A button with its menu of actions. */
export function ActionMenuPopup({
  trigger,
  heading,
  ids,
  side = 'bottom',
  align = 'end',
  isOpenAtFirst,
}: ActionMenuProps & { readonly isOpenAtFirst: boolean }) {
  // The same icon before every entry tells nothing.
  const hasIcons = new Set(ids.map((id) => id !== null && actions[id].icon)).size > 1;
  return (
    <Menu.Root modal={false} defaultOpen={isOpenAtFirst}>
      <Menu.Trigger render={trigger} />
      <Menu.Portal>
        <Menu.Positioner className={styles.place} side={side} align={align} sideOffset={6} collisionPadding={8}>
          <Menu.Popup className={styles.popup}>
            <Menu.Group>
              {heading !== undefined && <Menu.GroupLabel className={styles.heading}>{heading}</Menu.GroupLabel>}
              {ids.map((id, index) =>
                id === null ? (
                  // biome-ignore lint/suspicious/noArrayIndexKey: separators have nothing but their place
                  <Menu.Separator key={index} className={styles.separator} />
                ) : (
                  <ActionItem key={id} id={id} isShort={heading !== undefined} hasIcon={hasIcons} />
                ),
              )}
            </Menu.Group>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** One action as an entry of a menu: icon, words, key or check mark. */
function ActionItem({
  id,
  isShort,
  hasIcon,
}: {
  readonly id: ActionId;
  readonly isShort: boolean;
  readonly hasIcon: boolean;
}) {
  const action = useAction(id);
  const content = (
    <>
      {hasIcon && <span className={styles.icon}>{action.icon !== undefined && <Icon name={action.icon} />}</span>}
      <span>{isShort ? action.shortLabel : action.label}</span>
      <span className={styles.keys}>
        {action.isChecked === true ? <Icon name="check" size={14} /> : action.shortcut}
      </span>
    </>
  );
  const common = { className: styles.item, disabled: !action.isEnabled, closeOnClick: true };
  return action.isChecked === undefined ? (
    <Menu.Item {...common} onClick={action.run}>
      {content}
    </Menu.Item>
  ) : (
    <Menu.CheckboxItem {...common} checked={action.isChecked} onCheckedChange={action.run}>
      {content}
    </Menu.CheckboxItem>
  );
}
