import { languages } from '../i18n/language';
import { createRole } from '../model/create';
import type { DiagramDocument, Person, Role } from '../model/document';
import { newId, type PersonId, type RoleId } from '../model/ids';
import { nameKey, wordsIn } from '../model/localizedText';
import { peopleInOrder } from '../model/vacancy';
import { err, ok, type Result } from '../util/result';
import type { Rows, TableError } from './csv';

/** A line of a table: somebody, and what the table calls the roles that this person takes. */
interface ReadPerson {
  readonly name: string;
  /** The one in the document who is called so. */
  readonly id: PersonId | null;
  readonly roleNames: readonly string[];
}

/** What a table says of people, before anybody has said what becomes of roles that are not known. */
export interface PeopleReading {
  readonly people: readonly ReadPerson[];
  /** Names of roles that the document does not have, each once. */
  readonly unknownRoles: readonly string[];
}

/** `noNames`: no line names anybody. */
export type PeopleReadError = TableError | { readonly type: 'noNames' };

/** What makes a table's first line a heading, in the languages of the interface. */
const headings = {
  name: new Set(['name', 'person', 'people', 'member', '이름', '성명', '사람', '담당자', '팀원']),
  roles: new Set(['role', 'roles', '역할', '직무']),
};
/** Between several roles in one cell. */
const BETWEEN_ROLES = /[,;/|\n·]/;

/**
 * Reads a table of people: a column of names and one or several of roles, several roles in one cell too. Without a
 * heading the first column has the names and all others have roles. Whoever is there twice takes what both lines say.
 */
export function readPeople(document: DiagramDocument, rows: Rows): Result<PeopleReading, PeopleReadError> {
  const top = rows.findIndex((row) => row.some((cell) => cell !== ''));
  const first = rows[top];
  if (first === undefined) return err({ type: 'empty' });
  const isA = (heading: ReadonlySet<string>) => (cell: string) => heading.has(nameKey(cell));
  const hasHeading = first.some(isA(headings.name));
  const nameColumn = hasHeading ? first.findIndex(isA(headings.name)) : 0;
  const named = first.flatMap((cell, column) => (isA(headings.roles)(cell) ? [column] : []));
  const isRoleColumn = (column: number) =>
    hasHeading && named.length > 0 ? named.includes(column) : column !== nameColumn;
  const found = new Map<string, { name: string; roleNames: string[] }>();
  for (const row of rows.slice(hasHeading ? top + 1 : top)) {
    const name = row[nameColumn] ?? '';
    if (name === '') continue;
    const person = found.get(nameKey(name)) ?? { name, roleNames: [] };
    found.set(nameKey(name), person);
    const cells = row.filter((_, column) => isRoleColumn(column));
    const roleNames = cells.flatMap((cell) => cell.split(BETWEEN_ROLES)).map((cell) => cell.trim());
    person.roleNames.push(...roleNames.filter((roleName) => roleName !== ''));
  }
  if (found.size === 0) return err({ type: 'noNames' });
  const ids = idsByName(peopleInOrder(document.people));
  const roleIds = idsByName([...document.roles.values()]);
  const people = [...found].map(([key, person]) => ({ ...person, id: ids.get(key) ?? null }));
  const unknown = new Map<string, string>();
  for (const name of people.flatMap(({ roleNames }) => roleNames)) {
    const key = nameKey(name);
    if (!roleIds.has(key) && !unknown.has(key)) unknown.set(key, name);
  }
  return ok({ people, unknownRoles: [...unknown.values()] });
}

/** By each name that a record has in any language. */
function idsByName<Id>(records: readonly { readonly id: Id; readonly name: Role['name'] }[]): ReadonlyMap<string, Id> {
  const ids = new Map<string, Id>();
  for (const { id, name } of records) {
    for (const language of languages) {
      const key = nameKey(wordsIn(name, language));
      if (key !== '' && !ids.has(key)) ids.set(key, id);
    }
  }
  return ids;
}

/** What the table would change. */
export interface PeopleChanges {
  readonly roles: readonly Role[];
  readonly add: readonly Person[];
  readonly set: readonly { readonly id: PersonId; readonly patch: { readonly roleIds: readonly RoleId[] } }[];
}

/**
 * Who is named in the table takes what it says, and nothing else; who is not stays as is. Unknown roles are made, or left
 * out. Done once, the same table changes nothing more.
 */
export function peopleChanges(
  document: DiagramDocument,
  { people, unknownRoles }: PeopleReading,
  makesRoles: boolean,
): PeopleChanges {
  let known = document.roles;
  const roles: Role[] = [];
  for (const name of makesRoles ? unknownRoles : []) {
    const role = createRole({ roles: known }, { name });
    known = new Map([...known, [role.id, role]]);
    roles.push(role);
  }
  const roleIds = idsByName([...known.values()]);
  const rolesOf = ({ roleNames }: ReadPerson): readonly RoleId[] => [
    ...new Set(roleNames.flatMap((name) => roleIds.get(nameKey(name)) ?? [])),
  ];
  const last = peopleInOrder(document.people).at(-1)?.order ?? -1;
  const add = people
    .filter(({ id }) => id === null)
    .map(
      (person, at): Person => ({
        id: newId<PersonId>('p'),
        name: person.name,
        roleIds: rolesOf(person),
        order: last + 1 + at,
      }),
    );
  const set = people.flatMap((person) => {
    const now = person.id === null ? undefined : document.people.get(person.id);
    if (now === undefined || person.id === null) return [];
    const [before, after] = [new Set(now.roleIds), rolesOf(person)];
    const isSame = before.size === after.length && after.every((id) => before.has(id));
    return isSame ? [] : [{ id: person.id, patch: { roleIds: after } }];
  });
  return { roles, add, set };
}
