import { Fragment, type KeyboardEvent } from 'react';
import { edgeKinds } from '../../shared/model/edgeKinds';
import { edgeKindActionIds } from '../actions/arrange';
import { toolbarGroups } from '../actions/toolbar';
import { useT, useView } from '../state/hooks';
import { ActionIcon } from './ActionButton';
import { ActionMenu } from './ActionMenu';
import { Icon } from './Icon';
import styles from './ToolBar.module.css';

/** What the hand reaches for while drawing, floating over the canvas. */
export function ToolBar() {
  const t = useT();
  return (
    <div className={styles.bar} data-region="tools" role="toolbar" aria-label={t('panel.tools')} onKeyDown={moveFocus}>
      {toolbarGroups.map((ids, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups have nothing but their place
        <Fragment key={index}>
          {index > 0 && <span className={styles.separator} />}
          {ids === edgeKindActionIds ? <EdgeKindMenu /> : ids.map((id) => <ActionIcon key={id} id={id} side="top" />)}
        </Fragment>
      ))}
    </div>
  );
}

/** Arrow keys walk along a tool bar, as everywhere; Tab still reaches each tool. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const tools = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:enabled')];
  const from = tools.indexOf(event.target as HTMLButtonElement);
  const targets: Readonly<Record<string, number>> = {
    ArrowLeft: from - 1,
    ArrowRight: from + 1,
    Home: 0,
    End: tools.length - 1,
  };
  const to = targets[event.key];
  if (from < 0 || to === undefined) return;
  event.preventDefault();
  tools[(to + tools.length) % tools.length]?.focus();
}

/** The kind of the edges that are drawn from now on, and of the selected ones. */
function EdgeKindMenu() {
  const t = useT();
  const kind = useView((state) => state.edgeKind);
  const label = t('action.edge.kind', { kind: t(edgeKinds[kind].labelKey) });
  return (
    <ActionMenu
      side="top"
      align="center"
      heading={t('menu.edgeKind')}
      ids={edgeKindActionIds}
      trigger={
        <button type="button" className={styles.kind} aria-label={label} title={label}>
          <Icon name={edgeKinds[kind].icon} size={18} />
          <Icon name="chevron-up" size={12} />
        </button>
      }
    />
  );
}
