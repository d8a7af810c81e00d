import { type Language, languages } from '../i18n/language';
import type { DiagramEdge, DiagramNode, Role } from '../model/document';
import type { LocalizedText } from '../model/localizedText';
import { onOneLine, Searchable, toSearchable } from './searchText';

/** A text of a record that can be found and replaced. Lists (a role's tools) are several texts. */
interface FieldOf<Kept> {
  read(record: Kept): readonly LocalizedText[];
  /** What to change in the record so that it holds these texts, as many as `read` answered. */
  write(texts: readonly LocalizedText[]): Partial<Kept>;
}

type SearchedNode = Pick<DiagramNode, 'label' | 'description'>;
type SearchedEdge = Pick<DiagramEdge, 'label' | 'description'>;
type SearchedRole = Pick<Role, 'name' | 'description' | 'team' | 'tools'>;

/** A field that is one text. */
function single<Key extends string>(key: Key): FieldOf<{ readonly [K in Key]: LocalizedText }> {
  return {
    read: (record) => [record[key]],
    write: ([text = '']) => ({ [key]: text }) as { readonly [K in Key]: LocalizedText },
  };
}

/** What is searched in a record of each type, the most telling first. */
export const searchedFields = {
  node: { label: single('label'), description: single('description') },
  edge: { label: single('label'), description: single('description') },
  role: {
    name: single('name'),
    description: single('description'),
    team: single('team'),
    tools: { read: (role) => role.tools, write: (tools) => ({ tools }) },
  },
} as const satisfies {
  readonly node: Readonly<Record<string, FieldOf<SearchedNode>>>;
  readonly edge: Readonly<Record<string, FieldOf<SearchedEdge>>>;
  readonly role: Readonly<Record<string, FieldOf<SearchedRole>>>;
};

export type FieldName = {
  [T in keyof typeof searchedFields]: keyof (typeof searchedFields)[T];
}[keyof typeof searchedFields];

/** One text of a record in one language, ready to be searched. */
export interface FieldText {
  readonly field: FieldName;
  /** `null` for a text that is the same in all languages. */
  readonly language: Language | null;
  readonly searchable: Searchable;
}

type Fields<Kept> = Readonly<Partial<Record<FieldName, FieldOf<Kept>>>>;

/**
 * All texts of a record in one, for asking whether any of them may answer; `null` for a record without. Read once for as
 * long as the record lives: records are immutable, so after an edit only those that it replaced are read again.
 */
function searchablePer<Kept extends object>(fields: Fields<Kept>): (record: Kept) => Searchable | null {
  const known = new WeakMap<Kept, Searchable | null>();
  const all = Object.values(fields) as readonly FieldOf<Kept>[];
  return (record) => {
    const found = known.get(record);
    if (found !== undefined) return found;
    let lines = '';
    const add = (text: string | undefined) => {
      if (text !== undefined && text !== '') lines += lines === '' ? onOneLine(text) : `\n${onOneLine(text)}`;
    };
    for (const { read } of all) {
      for (const text of read(record)) {
        if (typeof text === 'string') add(text);
        else for (const language of languages) add(text[language]);
      }
    }
    const made = lines === '' ? null : new Searchable(lines);
    known.set(record, made);
    return made;
  };
}

export const searchableNode = searchablePer<SearchedNode>(searchedFields.node);
export const searchableEdge = searchablePer<SearchedEdge>(searchedFields.edge);
export const searchableRole = searchablePer<SearchedRole>(searchedFields.role);

function textsOf<Kept>(fields: Fields<Kept>, record: Kept): readonly FieldText[] {
  const entries = Object.entries(fields) as readonly [FieldName, FieldOf<Kept>][];
  return entries.flatMap(([field, { read }]) =>
    read(record).flatMap((text) => inLanguages(text).map((part) => ({ field, ...part }))),
  );
}

function inLanguages(text: LocalizedText): readonly Omit<FieldText, 'field'>[] {
  if (typeof text === 'string') return text === '' ? [] : [{ language: null, searchable: toSearchable(text) }];
  return languages.flatMap((language) => {
    const own = text[language];
    return own === undefined || own === '' ? [] : [{ language, searchable: toSearchable(own) }];
  });
}

/** The texts of a record one by one, for telling which of them answers. */
export const textsOfNode = (node: SearchedNode) => textsOf<SearchedNode>(searchedFields.node, node);
export const textsOfEdge = (edge: SearchedEdge) => textsOf<SearchedEdge>(searchedFields.edge, edge);
export const textsOfRole = (role: SearchedRole) => textsOf<SearchedRole>(searchedFields.role, role);
