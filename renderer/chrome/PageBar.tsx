import { wordsIn } from '../../shared/model/localizedText';
import type { ActionId } from '../actions/index';
import { pageActionIds } from '../actions/pages';
import { focusOnRole } from '../actions/roleFocus';
import { faceOf, viewActionIds } from '../actions/views';
import { useEditor, useLanguage, useServices, useT, useView } from '../state/hooks';
import { ActionMenu } from './ActionMenu';
import { Icon } from './Icon';
import styles from './PageBar.module.css';
import { Swatch } from './RoleColor';
import { useAction } from './useAction';

/** What the document is looked at as: the diagram, or one of its pages. */
export function PageBar() {
  const t = useT();
  return (
    <div className={styles.bar} data-region="pages">
      <nav className={styles.pages} aria-label={t('page.switch')}>
        {pageActionIds.map((id) => (
          <PageButton key={id} id={id} />
        ))}
      </nav>
      <Arrangement />
      <span className={styles.space} />
      <FocusChip />
    </div>
  );
}

/** In what order the diagram is shown: as it was drawn, or by what its steps are. */
function Arrangement() {
  const t = useT();
  const arrangement = useView((state) => (state.page === 'diagram' ? state.arrangement : null));
  if (arrangement === null) return null;
  const { labelKey, icon } = faceOf(arrangement);
  return (
    <ActionMenu
      heading={t('menu.views')}
      ids={viewActionIds}
      trigger={
        <button
          type="button"
          className={styles.arrangement}
          data-arranged={arrangement !== 'free'}
          aria-label={t('view.switch', { view: t(labelKey) })}
        >
          <Icon name={icon} size={16} />
          {t(labelKey)}
          <Icon name="chevron-down" size={14} />
        </button>
      }
    />
  );
}

/** Whose eyes the diagram is seen through, and the way back. */
function FocusChip() {
  const t = useT();
  const language = useLanguage();
  const services = useServices();
  const focus = useView((state) => state.focus);
  const role = useEditor((state) => (focus === null ? undefined : state.history.present.document.roles.get(focus)));
  if (role === undefined) return null;
  return (
    <button
      type="button"
      className={styles.focus}
      title={t('focus.end')}
      onClick={() => focusOnRole(services, t, null)}
    >
      <Swatch color={role.color} />
      {t('focus.chip', { name: wordsIn(role.name, language) })}
      <Icon name="x" size={14} />
    </button>
  );
}

function PageButton({ id }: { readonly id: ActionId }) {
  const action = useAction(id);
  return (
    <button
      type="button"
      className={styles.page}
      aria-pressed={action.isChecked}
      title={action.shortcut}
      onClick={action.run}
    >
      {action.icon !== undefined && <Icon name={action.icon} size={16} />}
      {action.shortLabel}
    </button>
  );
}
