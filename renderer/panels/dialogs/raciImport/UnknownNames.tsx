import { useMemo } from 'react';
import type { Choice as ImportChoice } from '../../../../shared/tables/raciImport';
import { Button } from '../../../chrome/Button';
import { type Choice, SelectField } from '../../../chrome/SelectField';
import { useT } from '../../../state/hooks';
import { Section } from '../../Section';
import styles from './RaciImportDialog.module.css';

export interface KnownName<Id> {
  readonly id: Id;
  readonly name: string;
}

/** More rows at once would make a long table slow to open; the others are decided on together. */
const SHOWN = 100;

const MAPPED = 'map ';

/** The names of a table that mean nothing yet, each with what becomes of it: something known, something new, nothing. */
export function UnknownNames<Id extends string>({
  title,
  unknown,
  known,
  choices,
  onChoose,
}: {
  readonly title: string;
  readonly unknown: readonly { readonly at: number; readonly name: string }[];
  readonly known: readonly KnownName<Id>[];
  readonly choices: ReadonlyMap<number, ImportChoice<Id>>;
  readonly onChoose: (changed: ReadonlyMap<number, ImportChoice<Id>>) => void;
}) {
  const t = useT();
  const options = useMemo(
    (): readonly Choice<string>[] => [
      { value: 'create', label: t('raciImport.create'), icon: 'plus' },
      { value: 'skip', label: t('raciImport.skip'), icon: 'minus' },
      ...known.map(({ id, name }) => ({ value: `${MAPPED}${id}`, label: name })),
    ],
    [known, t],
  );
  if (unknown.length === 0) return null;
  const chooseAll = (type: 'create' | 'skip') => onChoose(new Map(unknown.map(({ at }) => [at, { type }])));
  return (
    <Section
      title={title}
      aside={
        unknown.length > 1 && (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset would be drawn as one
          <span className={styles.all} role="group" aria-label={`${title}: ${t('raciImport.all')}`}>
            <Button tone="quiet" onClick={() => chooseAll('create')}>
              {t('raciImport.all.create')}
            </Button>
            <Button tone="quiet" onClick={() => chooseAll('skip')}>
              {t('raciImport.all.skip')}
            </Button>
          </span>
        )
      }
    >
      <ul className={styles.names}>
        {unknown.slice(0, SHOWN).map(({ at, name }) => (
          <li key={at} className={styles.name}>
            <span className={styles.unknown}>{name}</span>
            <SelectField
              label={t('raciImport.becomes', { name })}
              value={selectValue(choices.get(at))}
              choices={options}
              onChange={(value) => onChoose(new Map([[at, choiceOf<Id>(value)]]))}
            />
          </li>
        ))}
      </ul>
      {unknown.length > SHOWN && <p className={styles.more}>{t('panel.more', { count: unknown.length - SHOWN })}</p>}
    </Section>
  );
}

function selectValue(choice: ImportChoice<string> | undefined): string | null {
  if (choice === undefined) return null;
  return choice.type === 'map' ? `${MAPPED}${choice.id}` : choice.type;
}

function choiceOf<Id extends string>(value: string): ImportChoice<Id> {
  if (value === 'create' || value === 'skip') return { type: value };
  return { type: 'map', id: value.slice(MAPPED.length) as Id };
}
