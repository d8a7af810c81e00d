import { useLayoutEffect, useRef } from 'react';
import { languages } from '../../../shared/i18n/language';
import type { DiagramDocument, Person } from '../../../shared/model/document';
import { newId, type PersonId } from '../../../shared/model/ids';
import { textIn, withTextIn, wordsIn } from '../../../shared/model/localizedText';
import { rolesInOrder } from '../../../shared/model/query';
import { peopleInOrder } from '../../../shared/model/vacancy';
import { noLoad, type TakerLoad } from '../../../shared/team/load';
import { showPlace } from '../../actions/reveal';
import { ActionButton } from '../../chrome/ActionButton';
import { Button, IconButton } from '../../chrome/Button';
import { SwitchField } from '../../chrome/SwitchField';
import { TextField } from '../../chrome/TextField';
import { useLanguage, useOpenDocument, useT, useView } from '../../state/hooks';
import { translator } from '../../state/messages';
import { LoadBar, mostSteps } from './LoadBar';
import styles from './People.module.css';
import { RoleChip } from './RoleChip';
import { RoleMenu } from './RoleMenu';

/** Somebody still without a name of their own, called so in every language. */
export function newPerson(document: DiagramDocument, at: number, roleIds: Person['roleIds'] = []): Person {
  const number = String(document.people.size + at + 1);
  const last = peopleInOrder(document.people).at(-1)?.order ?? -1;
  return {
    id: newId<PersonId>('p'),
    name: Object.fromEntries(
      languages.map((language) => [language, translator(language)('people.newName', { number })]),
    ),
    roleIds,
    order: last + 1 + at,
  };
}

/** All people with their roles and what they have to do, to be named, moved and removed. */
export function PeopleList({
  document,
  loads,
}: {
  readonly document: DiagramDocument;
  readonly loads: ReadonlyMap<PersonId, TakerLoad>;
}) {
  const t = useT();
  const { editor } = useOpenDocument();
  const { section, focusNext } = useNextFocus();
  const people = peopleInOrder(document.people);
  const most = mostSteps(loads.values());

  function add(): void {
    const person = newPerson(document, 0);
    focusNext([`${rowOf(person.id)} input`]);
    editor.edit('people.add', { people: [person] });
  }

  function move(from: number, by: 1 | -1): void {
    const moved = [...people];
    const [person] = moved.splice(from, 1);
    if (person === undefined) return;
    moved.splice(from + by, 0, person);
    focusNext([`${rowOf(person.id)} [data-move="${by}"]:enabled`, `${rowOf(person.id)} [data-move]:enabled`]);
    editor.transact('edit.people.set', (edit) => {
      for (const [order, { id }] of moved.entries()) edit('people.set', { id, patch: { order } });
    });
  }

  function remove(at: number): void {
    const { id } = people[at] ?? {};
    const neighbour = people[at + 1] ?? people[at - 1];
    if (id === undefined) return;
    focusNext([...(neighbour === undefined ? [] : [`${rowOf(neighbour.id)} [data-remove]`]), '[data-add]']);
    editor.edit('people.remove', { ids: [id] });
  }

  return (
    <section ref={section} className={styles.section} aria-labelledby="people-title">
      <div className={styles.top}>
        <h2 id="people-title" className={styles.title}>
          {t('people.title')}
        </h2>
        <span className={styles.aside}>
          <NamesSwitch />
          <ActionButton id="people.import" />
          <Button icon="user-plus" data-add="" onClick={add}>
            {t('people.add')}
          </Button>
        </span>
      </div>
      {people.length === 0 && (
        <div className={styles.empty}>
          <p className={styles.emptyTitle}>{t('people.empty.title')}</p>
          <p className={styles.hint}>{t('people.empty.hint')}</p>
        </div>
      )}
      <ul className={styles.people}>
        {people.map((person, index) => (
          <li key={person.id} className={styles.person} data-person={person.id}>
            <PersonRow
              document={document}
              person={person}
              load={loads.get(person.id) ?? { ...noLoad, toSelf: [] }}
              most={most}
              onRemove={() => remove(index)}
              {...(index > 0 ? { onUp: () => move(index, -1) } : {})}
              {...(index < people.length - 1 ? { onDown: () => move(index, 1) } : {})}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

const rowOf = (id: PersonId) => `[data-person="${CSS.escape(id)}"]`;

/** Where the keyboard goes once the list has changed: the first of some places that is there. */
function useNextFocus() {
  const section = useRef<HTMLElement>(null);
  const places = useRef<readonly string[]>([]);
  useLayoutEffect(() => {
    const found = places.current.map((place) => section.current?.querySelector<HTMLElement>(place));
    places.current = [];
    const next = found.find((element) => element != null);
    next?.focus();
    if (next instanceof HTMLInputElement) next.select();
  });
  return {
    section,
    focusNext: (next: readonly string[]) => {
      places.current = next;
    },
  };
}

/** What the diagram shows for a role: the setting of the view, as the command has it. */
function NamesSwitch() {
  const t = useT();
  const { view } = useOpenDocument();
  const names = useView((state) => state.names);
  return (
    <span className={styles.switch}>
      {t('action.view.names')}
      <SwitchField label={t('action.view.names')} checked={names} onChange={(isOn) => view.setState({ names: isOn })} />
    </span>
  );
}

function PersonRow({
  document,
  person,
  load,
  most,
  onRemove,
  onUp,
  onDown,
}: {
  readonly document: DiagramDocument;
  readonly person: Person;
  readonly load: TakerLoad;
  readonly most: number;
  readonly onRemove: () => void;
  readonly onUp?: () => void;
  readonly onDown?: () => void;
}) {
  const t = useT();
  const language = useLanguage();
  const open = useOpenDocument();
  const { editor } = open;
  const name = wordsIn(person.name, language) || t('people.unnamed');
  const { id, roleIds } = person;
  const setRoles = (changed: Person['roleIds']) => editor.edit('people.set', { id, patch: { roleIds: changed } });
  return (
    <>
      <div className={styles.who}>
        <TextField
          label={t('people.name', { name })}
          value={textIn(person.name, language)}
          onCommit={(text) =>
            editor.edit('people.set', { id, patch: { name: withTextIn(person.name, language, text.trim()) } })
          }
        />
      </div>
      <fieldset className={styles.chips} aria-label={t('people.roles', { name })}>
        {roleIds.length === 0 && <span className={styles.hint}>{t('people.noRole')}</span>}
        {roleIds.flatMap((roleId) => {
          const role = document.roles.get(roleId);
          if (role === undefined) return [];
          const label = t('people.dropRole', { name, role: wordsIn(role.name, language) });
          const run = () => setRoles(roleIds.filter((other) => other !== roleId));
          return [<RoleChip key={roleId} role={role} remove={{ label, run }} />];
        })}
        <RoleMenu
          label={`${name}: ${t('people.chooseRoles')}`}
          roles={rolesInOrder(document.roles)}
          chosen={roleIds}
          onChange={setRoles}
        />
      </fieldset>
      <div className={styles.tools}>
        <IconButton
          icon="arrow-up"
          iconSize={16}
          label={t('people.up', { name })}
          data-move="-1"
          disabled={!onUp}
          onClick={onUp}
        />
        <IconButton
          icon="arrow-down"
          iconSize={16}
          label={t('people.down', { name })}
          data-move="1"
          disabled={!onDown}
          onClick={onDown}
        />
        <IconButton
          icon="trash-2"
          iconSize={16}
          label={t('people.remove', { name })}
          data-remove=""
          onClick={onRemove}
        />
      </div>
      <div className={styles.loads}>
        <LoadBar name={name} load={load} most={most} />
        {load.toSelf.length > 0 && (
          <button
            type="button"
            className={styles.link}
            aria-label={t('load.toSelf.show', { name, count: load.toSelf.length })}
            onClick={() => showPlace(open, { nodes: new Set(), edges: new Set(load.toSelf) })}
          >
            {t('load.toSelf', { count: load.toSelf.length })}
          </button>
        )}
      </div>
    </>
  );
}
