import { Checkbox } from '@base-ui/react/checkbox';
import { createRole } from '../../../../shared/model/create';
import type { DiagramDocument, Role } from '../../../../shared/model/document';
import type { NodeId, RoleId } from '../../../../shared/model/ids';
import { textIn, wordsIn } from '../../../../shared/model/localizedText';
import { nodeName } from '../../../../shared/model/nodeName';
import { rolesInOrder } from '../../../../shared/model/query';
import { type Scenario, stepsOfRole } from '../../../../shared/scenario/scenario';
import { Icon } from '../../../chrome/Icon';
import { Segmented } from '../../../chrome/Segmented';
import { type Choice, SelectField } from '../../../chrome/SelectField';
import { TextField } from '../../../chrome/TextField';
import { useLanguage, useT } from '../../../state/hooks';
import { Section } from '../../Section';
import styles from './WhatIf.module.css';

/** What is being asked; what another kind of question was answered with is kept, so that one can go back and forth. */
export interface Question {
  readonly type: Scenario['type'];
  readonly roleId: RoleId | null;
  /** Who takes over or is merged into; `null`: nobody, or not chosen yet. */
  readonly otherId: RoleId | null;
  readonly newRole: Role;
  readonly stepIds: readonly NodeId[];
}

export function freshQuestion(document: DiagramDocument, newName: string): Question {
  return {
    type: 'vacate',
    roleId: null,
    otherId: null,
    newRole: createRole(document, { name: newName }),
    stepIds: [],
  };
}

/** `null` while it is not said what is asked. */
export function scenarioOf({ type, roleId, otherId, newRole, stepIds }: Question): Scenario | null {
  if (roleId === null) return null;
  if (type === 'vacate') return { type, roleId, byId: otherId };
  if (type === 'split') return { type, roleId, role: newRole, stepIds };
  return otherId === null ? null : { type, roleId, intoId: otherId };
}

const types = ['vacate', 'merge', 'split'] as const satisfies readonly Scenario['type'][];
const NOBODY = '';

export function QuestionForm({
  document,
  question,
  onChange,
}: {
  readonly document: DiagramDocument;
  readonly question: Question;
  readonly onChange: (question: Question) => void;
}) {
  const t = useT();
  const language = useLanguage();
  const { type, roleId, otherId, newRole, stepIds } = question;
  const set = (patch: Partial<Question>) => onChange({ ...question, ...patch });
  const choices = rolesInOrder(document.roles).map(
    (role): Choice<string> => ({
      value: role.id,
      label: wordsIn(role.name, language) || t('inspector.unnamed'),
      color: role.color,
    }),
  );
  const others = choices.filter(({ value }) => value !== roleId);
  const steps = roleId === null ? [] : stepsOfRole(document, roleId);
  return (
    <div className={styles.question}>
      <Section title={t('whatIf.role')}>
        <SelectField
          label={t('whatIf.role')}
          value={roleId as string | null}
          placeholder={t('whatIf.role')}
          choices={choices}
          onChange={(value) =>
            set({ roleId: value as RoleId, otherId: value === otherId ? null : otherId, stepIds: [] })
          }
        />
      </Section>
      <Section title={t('whatIf.type')}>
        <Segmented
          label={t('whatIf.type')}
          value={type}
          segments={types.map((value) => ({ value, label: t(`whatIf.type.${value}`) }))}
          onChange={(value) => set({ type: value })}
        />
      </Section>
      {type !== 'split' && (
        <Section title={t(type === 'merge' ? 'whatIf.into' : 'whatIf.by')}>
          <SelectField
            label={t(type === 'merge' ? 'whatIf.into' : 'whatIf.by')}
            value={otherId ?? (type === 'vacate' ? NOBODY : null)}
            placeholder={t('whatIf.role')}
            choices={type === 'vacate' ? [{ value: NOBODY, label: t('whatIf.nobody') }, ...others] : others}
            onChange={(value) => set({ otherId: value === NOBODY ? null : (value as RoleId) })}
          />
        </Section>
      )}
      {type === 'split' && (
        <Section title={t('whatIf.newName')}>
          <TextField
            label={t('whatIf.newName')}
            value={textIn(newRole.name, language)}
            onCommit={(name) => name.trim() !== '' && set({ newRole: { ...newRole, name: name.trim() } })}
          />
        </Section>
      )}
      {type === 'split' && roleId !== null && (
        <fieldset className={styles.steps} aria-label={t('whatIf.steps')}>
          {steps.length === 0 && <p className={styles.hint}>{t('whatIf.noSteps')}</p>}
          {steps.flatMap((id) => {
            const node = document.nodes.get(id);
            if (node === undefined) return [];
            const name = nodeName(document, node, language, t);
            return [
              // biome-ignore lint/a11y/noLabelWithoutControl: the check box in it is the control
              <label key={id} className={styles.step}>
                <Checkbox.Root
                  className={styles.check}
                  aria-label={name}
                  checked={stepIds.includes(id)}
                  onCheckedChange={(isOn) =>
                    set({ stepIds: isOn ? [...stepIds, id] : stepIds.filter((other) => other !== id) })
                  }
                >
                  <Checkbox.Indicator className={styles.mark}>
                    <Icon name="check" size={12} />
                  </Checkbox.Indicator>
                </Checkbox.Root>
                {name}
              </label>,
            ];
          })}
        </fieldset>
      )}
    </div>
  );
}
