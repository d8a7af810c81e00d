import { type Language, languages } from '../i18n/language';
import type { DiagramDocument, DiagramEdge, DiagramNode, Role } from '../model/document';
import type { EdgeId, NodeId, RoleId } from '../model/ids';
import { type LocalizedText, textIn } from '../model/localizedText';
import { searchedFields } from './fields';
import type { HitTarget } from './findInDocument';
import { literalRanges, type Query, toSearchable } from './searchText';

/** What replacing changes: fields of records, and how many places in them. */
export interface Replacements {
  readonly nodes: ReadonlyMap<NodeId, Partial<DiagramNode>>;
  readonly edges: ReadonlyMap<EdgeId, Partial<DiagramEdge>>;
  readonly roles: ReadonlyMap<RoleId, Partial<Role>>;
  readonly places: number;
}

export interface ReplaceOptions {
  readonly replacement: string;
  /** The language that is shown: only texts as they are read in it change, translations stay as they are. */
  readonly language: Language;
  /** In UTF-16 code units; a text that would grow beyond it is left alone. */
  readonly maxChars: number;
}

/** What to change in these records so that each place that holds the query as typed holds the replacement. */
export function replacementsIn(
  document: DiagramDocument,
  targets: Iterable<HitTarget>,
  query: Query,
  options: ReplaceOptions,
): Replacements {
  const nodes = new Map<NodeId, Partial<DiagramNode>>();
  const edges = new Map<EdgeId, Partial<DiagramEdge>>();
  const roles = new Map<RoleId, Partial<Role>>();
  let places = 0;

  function change<Id, Kept>(
    changes: Map<Id, Partial<Kept>>,
    id: Id,
    record: Kept | undefined,
    fields: readonly Field<Kept>[],
  ): void {
    const patch = record === undefined ? null : patchOf(record, fields, query, options);
    if (patch === null) return;
    changes.set(id, patch.fields);
    places += patch.places;
  }

  for (const target of targets) {
    if (target.type === 'node') change(nodes, target.id, document.nodes.get(target.id), nodeFields);
    else if (target.type === 'edge') change(edges, target.id, document.edges.get(target.id), edgeFields);
    else change(roles, target.id, document.roles.get(target.id), roleFields);
  }
  return { nodes, edges, roles, places };
}

interface Field<Kept> {
  read(record: Kept): readonly LocalizedText[];
  write(texts: readonly LocalizedText[]): Partial<Kept>;
}
const nodeFields: readonly Field<DiagramNode>[] = Object.values(searchedFields.node);
const edgeFields: readonly Field<DiagramEdge>[] = Object.values(searchedFields.edge);
const roleFields: readonly Field<Role>[] = Object.values(searchedFields.role);

function patchOf<Kept>(
  record: Kept,
  fields: readonly Field<Kept>[],
  query: Query,
  options: ReplaceOptions,
): { readonly fields: Partial<Kept>; readonly places: number } | null {
  let patch: Partial<Kept> = {};
  let places = 0;
  for (const { read, write } of fields) {
    const replaced = read(record).map((text) => replacedIn(text, query, options));
    const inField = replaced.reduce((sum, text) => sum + text.places, 0);
    if (inField === 0) continue;
    patch = { ...patch, ...write(replaced.map(({ text }) => text)) };
    places += inField;
  }
  return places === 0 ? null : { fields: patch, places };
}

interface Replaced {
  readonly text: LocalizedText;
  readonly places: number;
}

function replacedIn(text: LocalizedText, query: Query, { replacement, language, maxChars }: ReplaceOptions): Replaced {
  const shown = textIn(text, language);
  const ranges = shown === '' ? [] : literalRanges(query, toSearchable(shown));
  if (ranges.length === 0) return { text, places: 0 };
  let made = '';
  let copied = 0;
  for (const { from, to } of ranges) {
    made += shown.slice(copied, from) + replacement;
    copied = to;
  }
  made += shown.slice(copied);
  if (made.length > maxChars || made === shown) return { text, places: 0 };
  return { text: withShown(text, language, made), places: ranges.length };
}

/** The text with what a reader of the language sees replaced, be it a translation or what stands in for a missing one. */
function withShown(text: LocalizedText, language: Language, made: string): LocalizedText {
  if (typeof text === 'string') return made;
  const shown = [language, ...languages].find((one) => text[one] !== undefined && text[one] !== '') ?? language;
  return { ...text, [shown]: made };
}
