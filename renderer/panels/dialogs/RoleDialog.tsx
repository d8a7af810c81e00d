import { useMemo, useState } from 'react';
import { createRole } from '../../../shared/model/create';
import type { DiagramDocument, Role } from '../../../shared/model/document';
import type { RoleId } from '../../../shared/model/ids';
import { type LocalizedText, textIn } from '../../../shared/model/localizedText';
import { roleOfNode } from '../../../shared/model/query';
import { Button } from '../../chrome/Button';
import { Dialog } from '../../chrome/Dialog';
import { RoleBadge } from '../../chrome/RoleColor';
import { useLanguage, useOpenDocument, useServices, useT } from '../../state/hooks';
import { LocalizedField } from '../LocalizedField';
import { Section } from '../Section';
import { ColorPicker } from './ColorPicker';
import { DeleteRoleDialog } from './DeleteRoleDialog';
import { IconPicker } from './IconPicker';
import styles from './RoleDialog.module.css';
import { StaffingFields } from './StaffingFields';
import { ToolsField } from './ToolsField';

/**
 * A role as a form. Nothing of the diagram changes until it is saved, and then as one undo step; an id that the
 * diagram does not know yet makes a new role.
 */
export function RoleDialog({ roleId, onClose }: { readonly roleId: string; readonly onClose: () => void }) {
  const t = useT();
  const language = useLanguage();
  const { editor } = useOpenDocument();
  const { app } = useServices();
  const document = editor.getState().history.present.document;
  const known = document.roles.get(roleId as RoleId);
  const [draft, setDraft] = useState<Role>(() => known ?? createRole(document, { id: roleId as RoleId }));
  const [asksDelete, setAsksDelete] = useState(false);
  const users = useMemo(() => usersOf(document, roleId as RoleId), [document, roleId]);
  const teams = useMemo(() => teamsOf(document, language), [document, language]);
  const set = (patch: Partial<Role>) => setDraft((old) => ({ ...old, ...patch }));
  const setText = (field: 'name' | 'description' | 'team') => (update: (old: LocalizedText) => LocalizedText) =>
    setDraft((old) => ({ ...old, [field]: update(old[field]) }));
  const isNamed = textIn(draft.name, language).trim() !== '';

  function save(): void {
    const { id, unknown: _kept, ...patch } = draft;
    if (known === undefined) editor.edit('roles.add', { roles: [draft] });
    else editor.edit('roles.set', { id, patch });
    onClose();
  }

  function selectUsers(): void {
    editor.select({ nodes: new Set(users), edges: new Set() });
    onClose();
  }

  if (asksDelete && known !== undefined) {
    return (
      <DeleteRoleDialog
        name={textIn(known.name, language)}
        used={users.length}
        onCancel={() => setAsksDelete(false)}
        onDelete={() => {
          editor.edit('roles.remove', { ids: [known.id] });
          onClose();
        }}
      />
    );
  }
  return (
    <Dialog
      title={t(known === undefined ? 'role.new' : 'role.edit')}
      onClose={onClose}
      footer={
        <>
          {known !== undefined && (
            <Button tone="danger" className={styles.delete} onClick={() => setAsksDelete(true)}>
              {t('role.delete')}
            </Button>
          )}
          <Button onClick={onClose}>{t('panel.cancel')}</Button>
          <Button tone="primary" disabled={!isNamed} onClick={save}>
            {t(known === undefined ? 'role.create' : 'role.save')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <div className={styles.preview}>
          <RoleBadge role={draft} />
          <span className={styles.previewName}>{textIn(draft.name, language) || t('role.new')}</span>
          {known !== undefined && (
            <Button tone="quiet" onClick={() => app.setState({ dialog: { type: 'roleSheet', roleId: known.id } })}>
              {t('action.role.sheet')}
            </Button>
          )}
          {users.length > 0 && (
            <Button tone="quiet" onClick={selectUsers}>
              {t('role.select', { count: users.length })}
            </Button>
          )}
        </div>
        <LocalizedField
          title={t('inspector.name')}
          texts={[draft.name]}
          lines="one"
          onChange={setText('name')}
          onEnter={() => isNamed && save()}
          // The button below waits for a name: it must not still be disabled when it is pressed right after typing.
          isLive
          autoFocus
        />
        <LocalizedField
          title={t('inspector.description')}
          texts={[draft.description]}
          lines="many"
          onChange={setText('description')}
        />
        <div className={styles.pair}>
          <LocalizedField
            title={t('role.team')}
            texts={[draft.team]}
            placeholder={t('role.team.hint')}
            lines="one"
            suggestions={teams}
            onChange={setText('team')}
          />
          <ToolsField tools={draft.tools} onChange={(tools) => set({ tools })} />
        </div>
        <StaffingFields role={draft} onChange={set} />
        <Section title={t('role.color')}>
          <ColorPicker color={draft.color} onChange={(color) => set({ color })} />
        </Section>
        <Section title={t('role.icon')}>
          <IconPicker icon={draft.icon} color={draft.color} onChange={(icon) => set({ icon })} />
        </Section>
      </div>
    </Dialog>
  );
}

/** Ids of the nodes that are this role's, by themselves, by their lane or by a responsibility. */
function usersOf(document: DiagramDocument, roleId: RoleId) {
  return [...document.nodes.values()]
    .filter((node) => roleOfNode(document, node)?.id === roleId || node.raci.has(roleId))
    .map((node) => node.id);
}

function teamsOf(document: DiagramDocument, language: Parameters<typeof textIn>[1]): readonly string[] {
  const names = [...document.roles.values()].map((role) => textIn(role.team, language));
  return [...new Set(names)].filter((name) => name !== '');
}
