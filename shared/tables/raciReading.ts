import { type Language, languages } from '../i18n/language';
import type { MessageKey, Translate } from '../i18n/messages';
import type { DiagramDocument } from '../model/document';
import type { NodeId, RoleId } from '../model/ids';
import { nameKey, wordsIn } from '../model/localizedText';
import { rolesInOrder } from '../model/query';
import { readLevel } from '../model/raci';
import { plainText } from '../text/markup';
import { err, ok, type Result } from '../util/result';
import type { Rows, TableError } from './csv';
import { type NamedStep, namedSteps } from './raciTable';

/** A column of a table that may be a role's. `column` counts from 0. */
export interface ReadColumn {
  readonly column: number;
  readonly name: string;
  /** The role of that name. */
  readonly roleId: RoleId | null;
  /** Whether it holds anything, and nothing but letters. */
  readonly isRaci: boolean;
}

/** A row of a table that may be a step. `row` counts from 0. */
export interface ReadRow {
  readonly row: number;
  readonly name: string;
  readonly place: string;
  /** The step of that name. */
  readonly nodeId: NodeId | null;
}

/** What a table says about responsibilities, before anybody has said what becomes of names that are not known. */
export interface RaciReading {
  readonly rows: Rows;
  readonly columns: readonly ReadColumn[];
  readonly steps: readonly ReadRow[];
}

/** `noRoles`: its first line has nothing that could be a role's name. `noSteps`: nothing below it names a step. */
export type RaciReadError = TableError | { readonly type: 'noRoles' } | { readonly type: 'noSteps' };

/** The message function of a language. */
type Speak = (language: Language) => Translate;

/** What a column is called in any language. */
function headings(key: Extract<MessageKey, 'raci.step' | 'raci.place'>, speak: Speak): ReadonlySet<string> {
  return new Set(languages.map((language) => nameKey(speak(language)(key))));
}

/**
 * Reads a table with roles across and steps down. Names are found in any language of the document. Where several steps
 * have one name, the place tells them apart, and where that is the same too, their order.
 */
export function readRaci(document: DiagramDocument, rows: Rows, speak: Speak): Result<RaciReading, RaciReadError> {
  const top = rows.findIndex((row) => row.some((cell) => cell !== ''));
  const heading = rows[top];
  if (heading === undefined) return err({ type: 'empty' });
  const roles = rolesByName(document);
  const placeColumn = heading.findIndex((name) => headings('raci.place', speak).has(nameKey(name)));
  const stepColumn = stepColumnOf(heading, roles, placeColumn, speak);
  const below = rows.slice(top + 1);
  const columns = heading.flatMap((name, column): readonly ReadColumn[] => {
    if (column === placeColumn || column === stepColumn || name === '') return [];
    const cells = below.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    const isRaci = cells.length > 0 && cells.every((cell) => readLevel(cell) !== undefined);
    return [{ column, name, roleId: roles.get(nameKey(name)) ?? null, isRaci }];
  });
  if (columns.length === 0) return err({ type: 'noRoles' });
  const find = stepFinder(document, speak);
  const steps = below.flatMap((cells, index): readonly ReadRow[] => {
    const name = cells[stepColumn] ?? '';
    if (name === '') return [];
    const place = cells[placeColumn] ?? '';
    return [{ row: top + 1 + index, name, place, nodeId: find(name, place) }];
  });
  return steps.length === 0 ? err({ type: 'noSteps' }) : ok({ rows, columns, steps });
}

/** The column that is called so, else the first one that is neither a role's nor the place's. */
function stepColumnOf(
  heading: readonly string[],
  roles: ReadonlyMap<string, RoleId>,
  placeColumn: number,
  speak: Speak,
): number {
  const named = heading.findIndex((name) => headings('raci.step', speak).has(nameKey(name)));
  if (named >= 0) return named;
  return heading.findIndex((name, column) => column !== placeColumn && !roles.has(nameKey(name)));
}

function rolesByName({ roles }: DiagramDocument): ReadonlyMap<string, RoleId> {
  const found = new Map<string, RoleId>();
  for (const { id, name } of rolesInOrder(roles)) {
    for (const language of languages) {
      const key = nameKey(wordsIn(name, language));
      if (key !== '' && !found.has(key)) found.set(key, id);
    }
  }
  return found;
}

/** Answers the step that a row means; each step is answered once. */
function stepFinder(document: DiagramDocument, speak: Speak): (name: string, place: string) => NodeId | null {
  const byName = new Map<string, (NamedStep & { readonly placeKey: string })[]>();
  for (const language of languages) {
    for (const step of namedSteps(document, language, speak(language))) {
      const key = nameKey(step.name);
      const named = { ...step, placeKey: nameKey(step.place) };
      const same = byName.get(key);
      if (same === undefined) byName.set(key, [named]);
      else same.push(named);
    }
  }
  const taken = new Set<NodeId>();
  return (name, place) => {
    // What a table was the first to name may hold markup, which a step's name does not show.
    const named = byName.get(nameKey(name)) ?? byName.get(nameKey(plainText(name))) ?? [];
    const free = named.filter(({ id }) => !taken.has(id));
    const found = free.find(({ placeKey }) => placeKey === nameKey(place)) ?? free[0];
    if (found === undefined) return null;
    taken.add(found.id);
    return found.id;
  };
}
