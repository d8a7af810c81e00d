import { useMemo } from 'react';
import type { DiagramDocument, Role } from '../../../shared/model/document';
import { modelLimits } from '../../../shared/model/limits';
import { wordsIn } from '../../../shared/model/localizedText';
import { rolesInOrder } from '../../../shared/model/query';
import { isVacant, takersOf } from '../../../shared/model/vacancy';
import { rules } from '../../../shared/rules/index';
import { type Load, noLoad } from '../../../shared/team/load';
import { ActionButton } from '../../chrome/ActionButton';
import { Icon } from '../../chrome/Icon';
import { NumberField } from '../../chrome/NumberField';
import { RoleBadge } from '../../chrome/RoleColor';
import { useLanguage, useOpenDocument, useServices, useT } from '../../state/hooks';
import { LoadBar, mostSteps } from './LoadBar';
import styles from './People.module.css';

/** All roles with who takes them, how many they need and what they have to do. */
export function RoleTable({
  document,
  loads,
}: {
  readonly document: DiagramDocument;
  readonly loads: ReadonlyMap<Role['id'], Load>;
}) {
  const t = useT();
  const roles = rolesInOrder(document.roles);
  const most = mostSteps(loads.values());
  const vacant = roles.filter((role) => isVacant(document, role));
  const singlePoints = useMemo(() => singlePointsOf(document), [document]);
  return (
    <section className={styles.section} aria-labelledby="people-roles-title">
      <div className={styles.top}>
        <h2 id="people-roles-title" className={styles.title}>
          {t('people.rolesTitle')}
        </h2>
        <span className={styles.aside}>
          {vacant.length > 0 && (
            <span className={styles.vacantCount}>{t('people.vacantRoles', { count: vacant.length })}</span>
          )}
          <ActionButton id="role.whatIf" />
        </span>
      </div>
      {roles.length === 0 && <p className={styles.hint}>{t('people.noRoles')}</p>}
      {roles.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('people.role')}</th>
              <th scope="col">{t('people.takers')}</th>
              <th scope="col">{t('people.needed')}</th>
              <th scope="col" />
            </tr>
          </thead>
          <tbody>
            {roles.map((role) => (
              <RoleRow
                key={role.id}
                document={document}
                role={role}
                load={loads.get(role.id) ?? noLoad}
                most={most}
                single={singlePoints.get(role.id) ?? 0}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** By role, how many steps hang on its only person. */
function singlePointsOf(document: DiagramDocument): ReadonlyMap<Role['id'], number> {
  return new Map(
    rules.singlePoint
      .find(document)
      .flatMap(({ roleIds: [id], count = 0 }) => (id === undefined ? [] : [[id, count] as const])),
  );
}

function RoleRow({
  document,
  role,
  load,
  most,
  single,
}: {
  readonly document: DiagramDocument;
  readonly role: Role;
  readonly load: Load;
  readonly most: number;
  readonly single: number;
}) {
  const t = useT();
  const language = useLanguage();
  const { editor } = useOpenDocument();
  const { app } = useServices();
  const name = wordsIn(role.name, language) || t('people.unnamed');
  const takers = takersOf(document, role.id);
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className={styles.roleName}
          title={t('role.edit')}
          onClick={() => app.setState({ dialog: { type: 'role', roleId: role.id } })}
        >
          <RoleBadge role={role} />
          {name}
        </button>
        {single > 0 && (
          <span className={styles.warning} title={t('people.singlePoint.why', { count: single })}>
            <Icon name="circle-alert" size={14} />
            {t('people.singlePoint')}
          </span>
        )}
      </th>
      <td>
        {isVacant(document, role) ? (
          <span className={styles.vacant}>{t('people.vacant')}</span>
        ) : (
          takers.map((person) => wordsIn(person.name, language) || t('people.unnamed')).join(', ')
        )}
      </td>
      <td>
        <span className={styles.needed}>
          <NumberField
            label={t('people.headcount', { role: name })}
            prefix=""
            value={role.headcount}
            min={0}
            max={modelLimits.headcount}
            onCommit={(value) => editor.edit('roles.set', { id: role.id, patch: { headcount: Math.round(value) } })}
          />
          {document.people.size > 0 && role.headcount > 0 && (
            <span className={styles.hint}>
              {t('people.assigned', { assigned: takers.length, headcount: role.headcount })}
            </span>
          )}
        </span>
      </td>
      <td>
        <LoadBar name={name} load={load} most={most} />
      </td>
    </tr>
  );
}
