import { Tabs } from '@base-ui/react/tabs';
import { useApp, useServices, useT } from '../state/hooks';
import { changeSettings } from '../state/settings';
import styles from './LeftPanel.module.css';
import { OutlinePanel } from './outline/OutlinePanel';
import { Palette } from './Palette';
import { RoleList } from './RoleList';

/** What there is: the roles, and what can be added; or the diagram as a tree. */
export function LeftPanel() {
  const t = useT();
  const services = useServices();
  const showsOutline = useApp((state) => state.settings.panels.outline);
  const choose = (outline: boolean) =>
    changeSettings(services, (settings) => ({ ...settings, panels: { ...settings.panels, outline } }));
  return (
    <Tabs.Root
      className={styles.panel}
      value={showsOutline ? 'outline' : 'build'}
      onValueChange={(value) => choose(value === 'outline')}
    >
      <Tabs.List className={styles.tabs} aria-label={t('outline.tabs')} activateOnFocus>
        <Tabs.Tab value="build" className={styles.tab}>
          {t('outline.buildTab')}
        </Tabs.Tab>
        <Tabs.Tab value="outline" className={styles.tab}>
          {t('outline.title')}
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="build" className={styles.page} tabIndex={-1}>
        <RoleList />
        <Palette />
      </Tabs.Panel>
      <Tabs.Panel value="outline" className={styles.outline} tabIndex={-1}>
        <OutlinePanel />
      </Tabs.Panel>
    </Tabs.Root>
  );
}
