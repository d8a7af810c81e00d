import { Tabs } from '@base-ui/react/tabs';
import type { MessageKey } from '../../shared/i18n/messages';
import { type LeftPage, leftPages } from '../../shared/ipc/settings';
import { useApp, useProblems, useServices, useT, useView } from '../state/hooks';
import { laterPart } from '../state/laterPart';
import { changeSettings } from '../state/settings';
import styles from './LeftPanel.module.css';
import { Palette } from './Palette';
import { RoleList } from './RoleList';

const comparePart = laterPart(() => import('./compare/ComparePanel').then((module) => module.ComparePanel));
const pathsPart = laterPart(() => import('./paths/PathsPanel').then((module) => module.PathsPanel));
const outlinePart = laterPart(() => import('./outline/OutlinePanel').then((module) => module.OutlinePanel));
const problemsPart = laterPart(() => import('./problems/ProblemsPanel').then((module) => module.ProblemsPanel));

/** What there is: the roles, and what can be added; or the diagram as a tree; or what is wrong in it. */
export function LeftPanel() {
  const t = useT();
  const services = useServices();
  const page = useApp((state) => state.settings.panels.page);
  const isComparing = useView((state) => state.comparison !== null);
  const Compare = comparePart.use();
  const hasPaths = useView((state) => state.paths !== null);
  const Paths = pathsPart.use();
  const choose = (chosen: LeftPage) =>
    changeSettings(services, (settings) => ({ ...settings, panels: { ...settings.panels, page: chosen } }));
  if (hasPaths && Paths !== null) return <Paths />;
  if (isComparing && Compare !== null) return <Compare />;
  return (
    <Tabs.Root className={styles.panel} value={page} onValueChange={choose}>
      <Tabs.List className={styles.tabs} aria-label={t('outline.tabs')} activateOnFocus>
        {leftPages.map((id) => (
          <Tabs.Tab key={id} value={id} className={styles.tab}>
            {t(tabKeys[id])}
            {id === 'problems' && <ProblemCount />}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="build" className={styles.page} tabIndex={-1}>
        <RoleList />
        <Palette />
      </Tabs.Panel>
      <Tabs.Panel value="outline" className={styles.outline} tabIndex={-1}>
        <Outline />
      </Tabs.Panel>
      <Tabs.Panel value="problems" className={styles.outline} tabIndex={-1}>
        <Problems />
      </Tabs.Panel>
    </Tabs.Root>
  );
}

const tabKeys = {
  build: 'outline.buildTab',
  outline: 'outline.title',
  problems: 'problems.title',
} as const satisfies Readonly<Record<LeftPage, MessageKey>>;

function ProblemCount() {
  const count = useProblems((state) => state.problems?.length ?? 0);
  // The space keeps the two apart for screen readers.
  return count === 0 ? null : <span className={styles.badge}> {count}</span>;
}

function Outline() {
  const Part = outlinePart.use();
  return Part === null ? null : <Part />;
}

function Problems() {
  const Part = problemsPart.use();
  return Part === null ? null : <Part />;
}
