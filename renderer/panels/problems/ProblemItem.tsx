import { describeProblem } from '../../../shared/rules/describe';
import type { Names } from '../../../shared/rules/rule';
import { classNames } from '../../chrome/classNames';
import { Icon } from '../../chrome/Icon';
import { useT } from '../../state/hooks';
import styles from './Problems.module.css';
import type { ProblemRow } from './problemRows';

interface ProblemItemProps {
  readonly id: string;
  readonly row: ProblemRow;
  readonly names: Names;
  /** Keys act on it. */
  readonly isActive: boolean;
  /** Its place is the one that was gone to. */
  readonly isAt: boolean;
  onPress(): void;
  onJump(): void;
  onFix(): void;
}

/** A rule, or one problem, as a line of the tree. */
export function ProblemItem({ id, row, names, isActive, isAt, onPress, onJump, onFix }: ProblemItemProps) {
  const t = useT();
  if (row.type === 'rule') {
    return (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the tree, which has the focus
      // biome-ignore lint/a11y/useFocusableInteractive: the focus stays with the tree; items are pointed at
      <div
        id={id}
        role="treeitem"
        aria-level={1}
        aria-expanded={row.isOpen}
        aria-selected={false}
        className={classNames(styles.rule, isActive && styles.active)}
        onClick={onPress}
      >
        <span className={styles.ruleTop}>
          <span className={styles.icon} data-severity={row.severity}>
            <Icon name={row.severity === 'error' ? 'circle-x' : 'circle-alert'} size={16} />
          </span>
          <span className={styles.ruleName}>{t(`rule.${row.rule}`)}</span>
          <span className={styles.count}>{row.count}</span>
          <span className={styles.chevron}>
            <Icon name={row.isOpen ? 'chevron-down' : 'chevron-right'} size={14} />
          </span>
        </span>
        <span className={styles.why}>{t(`rule.${row.rule}.why`)}</span>
      </div>
    );
  }
  const { problem, place, siblings } = row;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the tree, which has the focus
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays with the tree; items are pointed at
    <div
      id={id}
      role="treeitem"
      aria-level={2}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-selected={isAt}
      className={classNames(styles.problem, isActive && styles.active)}
      onClick={onPress}
      onDoubleClick={onJump}
    >
      <span>{describeProblem(problem, names)}</span>
      {problem.fix !== undefined && (
        <button
          type="button"
          className={styles.fix}
          tabIndex={isActive ? 0 : -1}
          onClick={(event) => {
            event.stopPropagation();
            onFix();
          }}
        >
          <Icon name="wrench" size={12} />
          {t(`fix.${problem.fix.name}`, { role: names.role(problem.fix.roleId) })}
        </button>
      )}
    </div>
  );
}
