import { Menu } from '@base-ui/react/menu';
import { useMemo } from 'react';
import type { MenuEntry } from '../../shared/ipc/contract';
import { actionContext } from '../actions/context';
import { actions, isActionId } from '../actions/index';
import { shownShortcut } from '../actions/keymap';
import { contextMenu } from '../actions/menus';
import { runAction } from '../actions/runAction';
import { shortcutLabel } from '../actions/shortcuts';
import { tabButton } from '../actions/tabRow';
import type { OpenContextMenu } from '../state/appStore';
import { useApp, useServices } from '../state/hooks';
import type { Session } from '../state/session';
import { Icon } from './Icon';
import styles from './Menu.module.css';

/** A context menu that is open. */
export function ContextMenuPopup({ menu }: { readonly menu: OpenContextMenu }) {
  const services = useServices();
  const { app, session } = services;
  const { target } = menu;
  const entries = useMemo(() => contextMenu(target, actionContext(services, menu.diagram)), [menu, target, services]);
  const anchor = useMemo(
    () => ({ getBoundingClientRect: () => new DOMRect(menu.client.x, menu.client.y, 0, 0) }),
    [menu],
  );
  const close = () => app.setState((state) => (state.contextMenu === menu ? { contextMenu: null } : {}));

  function giveBackFocus(): void {
    if (target.type === 'tab') tabButton(target.key)?.focus();
    else session.active()?.view.canvas?.focus();
  }

  function run(id: string): void {
    close();
    // After the menu has given back the focus, so that a command that starts typing keeps it.
    setTimeout(async () => {
      giveBackFocus();
      if (isActionId(id)) await runAction(id, services, menu.diagram);
      if (target.type === 'tab') requestAnimationFrame(() => stayInRow(session));
    });
  }

  return (
    <Menu.Root open modal={false} onOpenChange={(isOpen) => !isOpen && close()}>
      <Menu.Portal>
        <Menu.Positioner
          className={styles.place}
          anchor={anchor}
          side="bottom"
          align="start"
          sideOffset={2}
          // Moved up as far as it needs rather than turned over, where half a window would be all it has.
          collisionAvoidance={{ side: 'shift', align: 'shift', fallbackAxisSide: 'none' }}
          collisionPadding={8}
        >
          <Menu.Popup
            className={styles.popup}
            finalFocus={() => {
              giveBackFocus();
              return false;
            }}
          >
            <Entries entries={entries} onRun={run} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** The tab that had the keyboard may be closed: the one in front goes on with it, rather than the top of the page. */
function stayInRow(session: Session): void {
  const { activeKey } = session.store.getState();
  if (activeKey !== null && document.activeElement === document.body) tabButton(activeKey)?.focus();
}

function Entries({ entries, onRun }: { readonly entries: readonly MenuEntry[]; readonly onRun: (id: string) => void }) {
  return entries.map((entry, index) => {
    if (entry.type === 'action') return <ActionEntry key={entry.id} entry={entry} onRun={onRun} />;
    if (entry.type === 'submenu') return <Submenu key={entry.id} entry={entry} onRun={onRun} />;
    // biome-ignore lint/suspicious/noArrayIndexKey: separators have nothing but their place
    return <Menu.Separator key={index} className={styles.separator} />;
  });
}

function Submenu({
  entry,
  onRun,
}: {
  readonly entry: Extract<MenuEntry, { readonly type: 'submenu' }>;
  readonly onRun: (id: string) => void;
}) {
  return (
    <Menu.SubmenuRoot>
      <Menu.SubmenuTrigger className={styles.item}>
        <span className={styles.icon} />
        <span>{entry.label}</span>
        <span className={styles.keys}>
          <Icon name="chevron-right" size={14} />
        </span>
      </Menu.SubmenuTrigger>
      <Menu.Portal>
        <Menu.Positioner className={styles.place} sideOffset={-2} alignOffset={-5} collisionPadding={8}>
          <Menu.Popup className={styles.popup}>
            <Entries entries={entry.items} onRun={onRun} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.SubmenuRoot>
  );
}

function ActionEntry({
  entry,
  onRun,
}: {
  readonly entry: Extract<MenuEntry, { readonly type: 'action' }>;
  readonly onRun: (id: string) => void;
}) {
  const platform = useApp((state) => state.platform);
  const { id, label, enabled, checked } = entry;
  const action = isActionId(id) ? actions[id] : undefined;
  const shortcut = useApp(({ settings }) => (isActionId(id) ? shownShortcut(id, settings.shortcuts) : undefined));
  const content = (
    <>
      <span className={styles.icon}>{action?.icon !== undefined && <Icon name={action.icon} />}</span>
      <span>{label}</span>
      <span className={styles.keys}>
        {shortcut !== undefined && shortcutLabel(shortcut, platform)}
        {checked === true && <Icon name="check" size={14} />}
      </span>
    </>
  );
  const common = {
    className: styles.item,
    disabled: !enabled,
    'data-action': id,
    'data-tone': id === 'edit.delete' ? 'danger' : undefined,
  };
  return checked === undefined ? (
    <Menu.Item {...common} onClick={() => onRun(id)}>
      {content}
    </Menu.Item>
  ) : (
    <Menu.CheckboxItem {...common} closeOnClick checked={checked} onCheckedChange={() => onRun(id)}>
      {content}
    </Menu.CheckboxItem>
  );
}
