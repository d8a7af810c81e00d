import type { Role } from '../../../shared/model/document';
import { wordsIn } from '../../../shared/model/localizedText';
import { Icon } from '../../chrome/Icon';
import { Swatch } from '../../chrome/RoleColor';
import { useLanguage, useT } from '../../state/hooks';
import styles from './People.module.css';

/** A role by colour and name; with a cross where it can be taken away. */
export function RoleChip({
  role,
  remove,
}: {
  readonly role: Role;
  readonly remove?: { readonly label: string; readonly run: () => void };
}) {
  const t = useT();
  const name = wordsIn(role.name, useLanguage()) || t('people.unnamed');
  return (
    <span className={styles.chip}>
      <Swatch color={role.color} />
      {name}
      {remove !== undefined && (
        <button type="button" className={styles.chipRemove} aria-label={remove.label} onClick={remove.run}>
          <Icon name="x" size={12} />
        </button>
      )}
    </span>
  );
}
