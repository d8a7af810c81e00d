import type { ActionId } from '../actions/index';
import { pageActionIds } from '../actions/pages';
import { useT } from '../state/hooks';
import { Icon } from './Icon';
import styles from './PageBar.module.css';
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
      <span className={styles.space} />
    </div>
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
