import { kindOf, type NodeKindName, nodeKindNames } from '../../shared/kinds/index';
import { giveToRole } from '../../shared/layout/giving';
import type { DiagramDocument, DiagramNode, NodeCommon } from '../../shared/model/document';
import type { RoleId } from '../../shared/model/ids';
import { type LocalizedText, wordsIn } from '../../shared/model/localizedText';
import { roleOfNode, rolesInOrder } from '../../shared/model/query';
import { setLabel } from '../actions/labelEdits';
import { Segmented } from '../chrome/Segmented';
import { type Choice, SelectField } from '../chrome/SelectField';
import { useLabelLanguage, useLanguage, useOpenDocument, useT } from '../state/hooks';
import { commonOf, valueOrNull } from './common';
import { Exchanges } from './Exchanges';
import styles from './Inspector.module.css';
import { Links } from './Links';
import { LocalizedField } from './LocalizedField';
import { placeName } from './names';
import { PlaceFields } from './PlaceFields';
import { propFields } from './propFields';
import { RaciTable } from './RaciTable';
import { Section } from './Section';
import { Separations } from './Separations';
import { SizingFields } from './SizingFields';
import { TimingFields } from './TimingFields';

const NO_ROLE = '';

/** Everything about the selected nodes, one or several: fields show what they share and set it for all. */
export function NodesForm({
  document,
  nodes,
}: {
  readonly document: DiagramDocument;
  readonly nodes: readonly DiagramNode[];
}) {
  const t = useT();
  const language = useLanguage();
  const shown = useLabelLanguage();
  const { editor } = useOpenDocument();
  const ids = nodes.map((node) => node.id);
  const [only] = nodes.length === 1 ? nodes : [];
  const kind = valueOrNull(commonOf(nodes, (node) => node.kind));
  const roles = rolesInOrder(document.roles);
  const takingRole = nodes.filter((node) => kindOf(node.kind).traits.takesRole);
  const takingRaci = nodes.filter((node) => kindOf(node.kind).traits.takesRaci);
  const where = only === undefined ? '' : placeName(document, only, language, t);

  function setLabels(update: (old: LocalizedText) => LocalizedText): void {
    editor.transact('edit.nodes.set', (edit) => {
      for (const node of nodes) setLabel(edit, document, node, update(node.label), shown);
    });
  }

  function setDescriptions(update: (old: LocalizedText) => LocalizedText): void {
    editor.transact('edit.nodes.set', (edit) => {
      for (const node of nodes) {
        edit('nodes.set', { ids: [node.id], patch: { description: update(node.description) } });
      }
    });
  }

  return (
    <div className={styles.form}>
      <div className={styles.top}>
        <h2 className={styles.heading}>
          {nodes.length > 1 || kind === null ? t('inspector.nodes', { count: nodes.length }) : t(kindOf(kind).labelKey)}
        </h2>
        {where !== '' && <span className={styles.where}>{t('inspector.in', { name: where })}</span>}
      </div>
      <LocalizedField
        title={t('inspector.name')}
        texts={nodes.map((node) => node.label)}
        {...(only !== undefined && only.roleId !== null
          ? { placeholder: roleName(document, only.roleId, language) }
          : {})}
        isFormatted
        onChange={setLabels}
      />
      {takingRole.length > 0 && (
        <Section title={t('inspector.role')}>
          <SelectField
            label={t('inspector.role')}
            value={valueOrNull(commonOf(takingRole, (node): string => node.roleId ?? NO_ROLE))}
            placeholder={t('panel.mixed')}
            choices={[noRoleChoice(), ...roles.map(roleChoice)]}
            onChange={(value) =>
              editor.transact('edit.nodes.set', (edit) =>
                giveToRole(
                  document,
                  edit,
                  takingRole.map((node) => node.id),
                  value === NO_ROLE ? null : (value as RoleId),
                ),
              )
            }
          />
        </Section>
      )}
      {takingRaci.length > 0 && (
        <Section title={t('inspector.raci')}>
          <RaciTable
            nodes={takingRaci}
            roles={roles}
            onAssign={(roleId, level) =>
              editor.edit('raci.assign', { ids: takingRaci.map((node) => node.id), roleId, level })
            }
          />
        </Section>
      )}
      <Separations document={document} nodes={nodes} />
      {takingRaci.length > 0 && (
        <TimingFields
          timings={takingRaci.map((node) => node.timing)}
          onChange={(patch) =>
            editor.transact('edit.nodes.set', (edit) => {
              for (const { id, timing } of takingRaci) {
                edit('nodes.set', { ids: [id], patch: { timing: { ...timing, ...patch } } });
              }
            })
          }
        />
      )}
      {kind !== null &&
        propFields[kind]?.map((field) => (
          <Section key={field.key} title={t(field.labelKey)}>
            <Segmented
              label={t(field.labelKey)}
              value={valueOrNull(commonOf(nodes, (node) => propOf(node, field.key)))}
              segments={field.choices.map((choice) => ({ value: choice.value, label: t(choice.labelKey) }))}
              onChange={(value) =>
                editor.transact('edit.nodes.set', (edit) => {
                  for (const node of nodes) {
                    edit('nodes.set', { ids: [node.id], patch: { props: { ...node.props, [field.key]: value } } });
                  }
                })
              }
            />
          </Section>
        ))}
      <LocalizedField
        title={t('inspector.description')}
        texts={nodes.map((node) => node.description)}
        placeholder={t('inspector.addDescription')}
        lines="many"
        isFormatted
        onChange={setDescriptions}
      />
      <Links texts={nodes.flatMap((node) => [node.label, node.description])} />
      {only !== undefined && <Exchanges document={document} node={only} />}
      <Section title={t('inspector.kind')}>
        <SelectField
          label={t('inspector.kind')}
          value={kind}
          placeholder={t('panel.mixed')}
          choices={nodeKindNames.map((name): Choice<NodeKindName> => {
            const { icon, labelKey } = kindOf(name);
            return { value: name, label: t(labelKey), icon };
          })}
          onChange={(name) =>
            editor.transact('edit.nodes.changeKind', (edit) => {
              edit('nodes.changeKind', { ids, kind: name });
              edit('nodes.makeRoom', { ids });
            })
          }
        />
      </Section>
      <PlaceFields ids={ids} />
      <SizingFields document={document} nodes={nodes} />
    </div>
  );

  function noRoleChoice(): Choice<string> {
    const shared = commonOf(takingRole, (node) => (node.roleId === null ? roleOfNode(document, node) : undefined));
    const inherited = valueOrNull(shared);
    return inherited === null
      ? { value: NO_ROLE, label: t('inspector.noRole') }
      : {
          value: NO_ROLE,
          label: t('inspector.fromLane', { name: wordsIn(inherited.name, language) }),
          color: inherited.color,
        };
  }

  function roleChoice(role: (typeof roles)[number]): Choice<string> {
    return { value: role.id, label: wordsIn(role.name, language), color: role.color };
  }
}

function propOf(node: NodeCommon & { readonly props: object }, key: string): string {
  const value: unknown = new Map(Object.entries(node.props)).get(key);
  return typeof value === 'string' ? value : '';
}

function roleName(document: DiagramDocument, id: RoleId, language: Parameters<typeof wordsIn>[1]): string {
  const role = document.roles.get(id);
  return role === undefined ? '' : wordsIn(role.name, language);
}
