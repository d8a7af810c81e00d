import type { ReactNode } from 'react';
import { runAction } from '../actions/runAction';
import { labelActionIds } from '../actions/text';
import { languageActionIds } from '../actions/view';
import { isDirty } from '../state/editorStore';
import {
  useApp,
  useEditor,
  useLanguage,
  useOpenDocument,
  useProblems,
  useServices,
  useT,
  useView,
} from '../state/hooks';
import { ActionIcon } from './ActionButton';
import { ActionMenu } from './ActionMenu';
import { classNames } from './classNames';
import { countsOf } from './counts';
import { Icon } from './Icon';
import styles from './StatusBar.module.css';

/** Where you are: what there is, what is selected, whether it is on disk, in which language and how near. */
export function StatusBar() {
  return (
    <footer className={styles.bar} data-region="status">
      <ActionIcon id="view.leftPanel" side="top" />
      <Counts />
      <ProblemsButton />
      <span className={styles.space} />
      <SavedState />
      <LabelsMenu />
      <LanguageMenu />
      <ZoomMenu />
      <ActionIcon id="view.rightPanel" side="top" />
    </footer>
  );
}

function Counts() {
  const t = useT();
  const document = useEditor((state) => state.history.present.document);
  const selected = useEditor((state) => state.selection.nodes.size + state.selection.edges.size);
  const counts = countsOf(document);
  const parts = [
    t('status.roles', { count: counts.roles }),
    t('status.tasks', { count: counts.tasks }),
    t('status.handoffs', { count: counts.handoffs }),
  ];
  return (
    <span className={styles.text}>
      {parts.join(' · ')}
      {selected > 0 && <span className={styles.selected}>{t('status.selected', { count: selected })}</span>}
    </span>
  );
}

/** How many problems there are; opens the list of them. Not there before they were looked for. */
function ProblemsButton() {
  const t = useT();
  const services = useServices();
  const count = useProblems((state) => state.problems?.length ?? null);
  if (count === null) return null;
  const label = count === 0 ? t('problems.none.title') : t('status.problems', { count });
  return (
    <button
      type="button"
      className={classNames(styles.button, styles.problems)}
      data-found={count > 0}
      onClick={() => void runAction('view.problems', services)}
    >
      <Icon name={count === 0 ? 'circle-check' : 'circle-alert'} size={14} />
      {label}
    </button>
  );
}

function SavedState() {
  const t = useT();
  const dirty = useEditor(isDirty);
  const { file } = useOpenDocument();
  const key = dirty ? 'status.unsaved' : file === null ? 'status.noFile' : 'status.saved';
  return <span className={classNames(styles.text, styles.saved)}>{t(key)}</span>;
}

function LanguageMenu() {
  const t = useT();
  const language = useLanguage();
  const name = t(`language.${language}`);
  return (
    <ActionMenu
      side="top"
      heading={t('menu.language')}
      ids={languageActionIds}
      trigger={<StatusButton label={t('status.language', { name })}>{name}</StatusButton>}
    />
  );
}

/** Here only while labels are in another language than the interface: then it has to be plain why. */
function LabelsMenu() {
  const t = useT();
  const labels = useApp((state) => state.labels);
  if (labels === 'interface') return null;
  const name = t(`labels.${labels}`);
  return (
    <ActionMenu
      side="top"
      heading={t('menu.labels')}
      ids={labelActionIds}
      trigger={<StatusButton label={t('status.labels', { name })}>{t('status.labels', { name })}</StatusButton>}
    />
  );
}

function ZoomMenu() {
  const t = useT();
  const percent = useView((state) => Math.round(state.viewport.zoom * 100));
  return (
    <ActionMenu
      side="top"
      ids={['view.zoomIn', 'view.zoomOut', 'view.zoomActual', null, 'view.fit', 'view.zoomSelection']}
      trigger={
        <StatusButton label={t('status.zoom', { percent })} className={styles.zoom}>
          {t('status.percent', { percent })}
        </StatusButton>
      }
    />
  );
}

function StatusButton({
  label,
  className,
  children,
  ...rest
}: {
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <button type="button" {...rest} className={classNames(styles.button, className)} aria-label={label}>
      {children}
    </button>
  );
}
