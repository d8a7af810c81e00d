import { useMemo } from 'react';
import type { Language } from '../../shared/i18n/language';
import type { Role } from '../../shared/model/document';
import { newId, type RoleId } from '../../shared/model/ids';
import { wordsIn } from '../../shared/model/localizedText';
import { rolesInOrder } from '../../shared/model/query';
import { focusOnRole } from '../actions/roleFocus';
import { matchesShortcut } from '../actions/shortcuts';
import { ActionIcon } from '../chrome/ActionButton';
import { Button, IconButton } from '../chrome/Button';
import { nodesByRole } from '../chrome/counts';
import { RoleBadge } from '../chrome/RoleColor';
import { useApp, useEditor, useLanguage, useServices, useT, useView } from '../state/hooks';
import styles from './LeftPanel.module.css';

/** The roles of the diagram by team, with how many steps each has; a press edits the role, F looks through its eyes. */
export function RoleList() {
  const t = useT();
  const language = useLanguage();
  const services = useServices();
  const { app } = services;
  const platform = useApp((state) => state.platform);
  const focus = useView((state) => state.focus);
  const document = useEditor((state) => state.history.present.document);
  const counts = useMemo(() => nodesByRole(document), [document]);
  const teams = useMemo(() => byTeam(rolesInOrder(document.roles), language), [document.roles, language]);
  const showRole = (roleId: string) => app.setState({ dialog: { type: 'role', roleId } });
  const addRole = () => showRole(newId<RoleId>('r'));

  return (
    <section className={styles.section} aria-labelledby="roles-title">
      <div className={styles.top}>
        <h2 id="roles-title" className={styles.heading}>
          {t('roles.title')}
        </h2>
        <span className={styles.total}>{document.roles.size > 0 && document.roles.size}</span>
        <span className={styles.tools}>
          {document.roles.size > 0 && <ActionIcon id="lane.forRoles" />}
          <IconButton icon="plus" iconSize={16} label={t('roles.add')} onClick={addRole} />
        </span>
      </div>
      {teams.length === 0 && (
        <div className={styles.empty}>
          <p className={styles.emptyTitle}>{t('roles.empty.title')}</p>
          <p className={styles.emptyHint}>{t('roles.empty.hint')}</p>
          <Button icon="plus" onClick={addRole}>
            {t('roles.add')}
          </Button>
        </div>
      )}
      {teams.map(({ team, roles }) => (
        <div key={team} className={styles.team}>
          {(team !== '' || teams.length > 1) && (
            <h3 className={styles.teamName}>{team !== '' ? team : t('roles.noTeam')}</h3>
          )}
          <ul>
            {roles.map((role) => {
              const name = wordsIn(role.name, language) || t('inspector.unnamed');
              const count = counts.get(role.id) ?? 0;
              return (
                <li key={role.id} className={styles.roleRow}>
                  <button
                    type="button"
                    className={styles.role}
                    aria-label={t('roles.edit', { name, count })}
                    aria-keyshortcuts="F"
                    title={wordsIn(role.description, language) || undefined}
                    onClick={() => showRole(role.id)}
                    onKeyDown={({ nativeEvent }) => {
                      if (matchesShortcut(nativeEvent, 'KeyF', platform)) focusOnRole(services, t, role.id);
                    }}
                  >
                    <RoleBadge role={role} />
                    <span className={styles.roleName}>{name}</span>
                    {role.status === 'open' && <span className={styles.open}>{t('role.status.open')}</span>}
                    <span className={styles.count}>{count}</span>
                  </button>
                  <IconButton
                    icon="target"
                    iconSize={16}
                    label={t('focus.start', { name })}
                    className={styles.focus}
                    aria-pressed={focus === role.id}
                    onClick={() => focusOnRole(services, t, role.id)}
                  />
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </section>
  );
}

interface Team {
  readonly team: string;
  readonly roles: readonly Role[];
}

/** Roles under their team's name, teams in the order of their first role; without a team last. */
function byTeam(roles: readonly Role[], language: Language): readonly Team[] {
  const teams = new Map<string, Role[]>();
  for (const role of roles) {
    const team = wordsIn(role.team, language);
    const members = teams.get(team);
    if (members === undefined) teams.set(team, [role]);
    else members.push(role);
  }
  return [...teams]
    .map(([team, members]) => ({ team, roles: members }))
    .sort((a, b) => Number(a.team === '') - Number(b.team === ''));
}
