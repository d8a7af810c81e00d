import type { Role, RoleStatus } from '../../../shared/model/document';
import { roleStatuses } from '../../../shared/model/document';
import type { RoleId } from '../../../shared/model/ids';
import { modelLimits } from '../../../shared/model/limits';
import { wordsIn } from '../../../shared/model/localizedText';
import { rolesInOrder } from '../../../shared/model/query';
import { NumberField } from '../../chrome/NumberField';
import { Segmented } from '../../chrome/Segmented';
import { SelectField } from '../../chrome/SelectField';
import { useEditor, useLanguage, useT } from '../../state/hooks';
import { Section } from '../Section';
import styles from './RoleDialog.module.css';

const NOBODY = '';

/** How many people a role needs, whether it is filled, and who steps in. */
export function StaffingFields({
  role,
  onChange,
}: {
  readonly role: Role;
  readonly onChange: (patch: Partial<Pick<Role, 'headcount' | 'status' | 'backupId'>>) => void;
}) {
  const t = useT();
  const language = useLanguage();
  const roles = useEditor((state) => state.history.present.document.roles);
  const others = rolesInOrder(roles).filter(({ id }) => id !== role.id);
  return (
    <div className={styles.staffing}>
      <Section title={t('role.headcount')}>
        <NumberField
          label={t('role.headcount')}
          prefix=""
          value={role.headcount}
          min={0}
          max={modelLimits.headcount}
          onCommit={(value) => onChange({ headcount: Math.round(value) })}
        />
      </Section>
      <Section title={t('role.status')}>
        <Segmented<RoleStatus>
          label={t('role.status')}
          value={role.status}
          segments={roleStatuses.map((value) => ({ value, label: t(`role.status.${value}`) }))}
          onChange={(status) => onChange({ status })}
        />
      </Section>
      <Section title={t('role.backup')}>
        <SelectField
          label={t('role.backup')}
          value={role.backupId ?? NOBODY}
          choices={[
            { value: NOBODY, label: t('role.backup.none') },
            ...others.map(({ id, name, color }) => ({
              value: id as string,
              label: wordsIn(name, language) || t('inspector.unnamed'),
              color,
            })),
          ]}
          onChange={(value) => onChange({ backupId: value === NOBODY ? null : (value as RoleId) })}
        />
      </Section>
    </div>
  );
}
