import { useMemo, useState } from 'react';
import type { Translate } from '../../../../shared/i18n/messages';
import type { DiagramDocument } from '../../../../shared/model/document';
import type { NodeId, RoleId } from '../../../../shared/model/ids';
import { mainLanguage, wordsIn } from '../../../../shared/model/localizedText';
import { rolesInOrder } from '../../../../shared/model/query';
import { columnLetters, readTable } from '../../../../shared/tables/csv';
import {
  type Choice,
  changesNothing,
  planRaciImport,
  proposedChoices,
  type RaciChoices,
  type RaciPlan,
} from '../../../../shared/tables/raciImport';
import { type RaciReadError, type RaciReading, readRaci } from '../../../../shared/tables/raciReading';
import { namedSteps } from '../../../../shared/tables/raciTable';
import type { Result } from '../../../../shared/util/result';
import { Button } from '../../../chrome/Button';
import { Dialog } from '../../../chrome/Dialog';
import { useEditor, useLabelLanguage, useOpenDocument, useServices, useT } from '../../../state/hooks';
import { translator } from '../../../state/messages';
import { notify } from '../../../state/notices';
import { Section } from '../../Section';
import styles from './RaciImportDialog.module.css';
import { type KnownName, UnknownNames } from './UnknownNames';

/** More are counted: a table with thousands of remarks would make a list that nobody reads. */
const SHOWN_FAULTS = 20;

/** What a table of responsibilities would change: nothing does until every unknown name has been decided on. */
export function RaciImportDialog({
  name,
  text,
  onClose,
}: {
  readonly name: string;
  readonly text: string;
  readonly onClose: () => void;
}) {
  const t = useT();
  const { editor } = useOpenDocument();
  // As it was on opening: beside a dialog of the window nothing else changes it.
  const [document] = useState(() => editor.getState().history.present.document);
  const read = useMemo(() => readingOf(document, text), [document, text]);
  if (read.ok) return <Decide name={name} document={document} reading={read.value} onClose={onClose} />;
  return (
    <Dialog
      title={t('raciImport.title')}
      onClose={onClose}
      footer={
        <Button tone="primary" data-autofocus="" onClick={onClose}>
          {t('panel.close')}
        </Button>
      }
    >
      <p role="alert">{errorText(read.error, t)}</p>
    </Dialog>
  );
}

function readingOf(document: DiagramDocument, text: string): Result<RaciReading, RaciReadError> {
  const table = readTable(text);
  return table.ok ? readRaci(document, table.value, translator) : table;
}

function errorText(error: RaciReadError, t: Translate): string {
  switch (error.type) {
    case 'tooLarge':
      return t('raciImport.error.tooLarge', { limit: error.limit });
    case 'openQuote':
      return t('raciImport.error.openQuote', { row: error.row, column: columnLetters(error.column) });
    case 'empty':
    case 'noRoles':
    case 'noSteps':
      return t(`raciImport.error.${error.type}`);
  }
}

function Decide({
  name,
  document,
  reading,
  onClose,
}: {
  readonly name: string;
  readonly document: DiagramDocument;
  readonly reading: RaciReading;
  readonly onClose: () => void;
}) {
  const t = useT();
  const { app } = useServices();
  const { editor } = useOpenDocument();
  const language = mainLanguage(useLabelLanguage());
  const isCurrent = useEditor((state) => state.history.present.document === document);
  const [choices, setChoices] = useState<RaciChoices>(() => proposedChoices(reading));
  const plan = useMemo(() => planRaciImport(document, reading, choices), [document, reading, choices]);
  const knownRoles = useMemo(
    () =>
      rolesInOrder(document.roles).map(
        (role): KnownName<RoleId> => ({ id: role.id, name: wordsIn(role.name, language) }),
      ),
    [document, language],
  );
  const knownSteps = useMemo(() => namedSteps(document, language, t), [document, language, t]);
  const unknownRoles = reading.columns.filter(({ roleId }) => roleId === null);
  const unknownSteps = reading.steps.filter(({ nodeId }) => nodeId === null);
  const isNothing = changesNothing(plan);

  function apply(): void {
    const { roles, nodes, levels } = plan;
    editor.transact('step.raci.import', (edit) => {
      edit('nodes.add', { nodes, roles });
      edit('raci.set', { levels });
    });
    const counts = { cells: plan.changedCells, steps: nodes.length, roles: roles.length };
    notify(app, 'success', t('raciImport.done', counts));
    onClose();
  }

  return (
    <Dialog
      title={t('raciImport.title')}
      size="large"
      onClose={onClose}
      footer={
        <>
          <p className={styles.counts} role="status">
            {isNothing ? t('raciImport.nothing') : countsText(plan, t)}
          </p>
          <Button onClick={onClose}>{t('panel.cancel')}</Button>
          <Button tone="primary" data-autofocus="" disabled={isNothing || !isCurrent} onClick={apply}>
            {t('raciImport.apply')}
          </Button>
        </>
      }
    >
      <p className={styles.intro}>
        {t('raciImport.from', { name, steps: reading.steps.length, roles: reading.columns.length })}
      </p>
      {unknownRoles.length + unknownSteps.length === 0 && <p>{t('raciImport.known')}</p>}
      <UnknownNames
        title={t('raciImport.roles')}
        unknown={unknownRoles.map(({ column, name: unknown }) => ({ at: column, name: unknown }))}
        known={knownRoles}
        choices={choices.roles}
        onChoose={(changed) => setChoices((old) => ({ ...old, roles: merged(old.roles, changed) }))}
      />
      <UnknownNames
        title={t('raciImport.steps')}
        unknown={unknownSteps.map(({ row, name: unknown }) => ({ at: row, name: unknown }))}
        known={knownSteps}
        choices={choices.steps}
        onChoose={(changed) => setChoices((old) => ({ ...old, steps: merged(old.steps, changed) }))}
      />
      <Faults plan={plan} />
      {plan.lockedSteps > 0 && <p>{t('raciImport.locked', { count: plan.lockedSteps })}</p>}
    </Dialog>
  );
}

function merged<Id extends RoleId | NodeId>(
  old: ReadonlyMap<number, Choice<Id>>,
  changed: ReadonlyMap<number, Choice<Id>>,
): ReadonlyMap<number, Choice<Id>> {
  return new Map([...old, ...changed]);
}

function countsText(plan: RaciPlan, t: Translate): string {
  return t('raciImport.counts', {
    cells: plan.changedCells,
    same: plan.sameCells,
    steps: plan.nodes.length,
    roles: plan.roles.length,
  });
}

function Faults({ plan }: { readonly plan: RaciPlan }) {
  const t = useT();
  if (plan.faults.length === 0) return null;
  const rest = plan.faults.length - SHOWN_FAULTS;
  return (
    <Section title={t('raciImport.faults')}>
      <ul className={styles.faults}>
        {plan.faults.slice(0, SHOWN_FAULTS).map(({ row, column, text }) => (
          <li key={`${row} ${column}`}>
            {t('raciImport.fault', { row: row + 1, column: columnLetters(column + 1), text })}
          </li>
        ))}
      </ul>
      {rest > 0 && <p className={styles.more}>{t('panel.more', { count: rest })}</p>}
    </Section>
  );
}
