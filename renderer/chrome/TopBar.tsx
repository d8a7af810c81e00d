import { themeActionIds } from '../actions/view';
import { useApp, useT, useThemeName } from '../state/hooks';
import { ActionButton, ActionIcon } from './ActionButton';
import { ActionMenu } from './ActionMenu';
import { IconButton } from './Button';
import { Icon } from './Icon';
import { Logo } from './Logo';
import { Tabs } from './Tabs';
import styles from './TopBar.module.css';
import { useAction } from './useAction';

/** Which diagrams are open, the way to every command, and what is needed all the time. */
export function TopBar() {
  const t = useT();
  const theme = useThemeName();
  const choice = useApp((state) => state.settings.theme);
  return (
    <header className={styles.bar} data-region="top">
      <div className={styles.start}>
        <Logo />
        <Tabs />
      </div>
      <CommandField />
      <div className={styles.end}>
        <ActionIcon id="edit.undo" />
        <ActionIcon id="edit.redo" />
        <ActionMenu
          heading={t('menu.theme')}
          ids={themeActionIds}
          trigger={
            <IconButton
              icon={choice === 'system' ? 'sun-moon' : theme === 'dark' ? 'moon' : 'sun'}
              label={t('menu.theme')}
            />
          }
        />
        <ActionButton id="file.export" tone="primary" />
      </div>
    </header>
  );
}

/** Looks like a search field and opens the command palette, where the typing happens. */
function CommandField() {
  const t = useT();
  const action = useAction('help.commandPalette');
  return (
    <button type="button" className={styles.command} onClick={action.run}>
      <Icon name="search" />
      <span className={styles.commandText}>{t('command.find')}</span>
      <kbd className={styles.keys}>{action.shortcut}</kbd>
    </button>
  );
}
