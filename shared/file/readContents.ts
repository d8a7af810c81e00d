import type { DiagramDocument } from '../model/document';
import { ID_PATTERN } from '../model/ids';
import { err, ok, type Result } from '../util/result';
import { isJsonObject, type JsonObject, recordPlace, shownValue, toJsonText } from './json';
import { limits } from './limits';
import type { OpenError, Repair, Report } from './problems';
import {
  type RawRecord,
  readEdge,
  readNode,
  readPerson,
  readRole,
  readSeparation,
  readTitle,
  type StandIn,
} from './readRecord';
import { repairReferences } from './references';

const LISTS = ['roles', 'nodes', 'edges', 'people', 'separations'] as const;
/** Lists that a file may leave out. */
const SPARE_LISTS: ReadonlySet<ListName> = new Set(['people', 'separations']);
type ListName = (typeof LISTS)[number];

/** Letter that ids of a list begin with when we have to make one. */
const ID_PREFIX: Readonly<Record<ListName, string>> = {
  roles: 'r',
  nodes: 'n',
  edges: 'e',
  people: 'p',
  separations: 's',
};

export interface Contents {
  readonly document: DiagramDocument;
  readonly repairs: readonly Repair[];
}

/**
 * Title and records of a file of the current version, from a value that `cleanJson` has seen where it was
 * needed. `known` names the fields of the envelope around them; all others are kept in the document.
 */
export function readContents(raw: JsonObject, known: ReadonlySet<string>): Result<Contents, OpenError> {
  const repairs: Repair[] = [];
  const report: Report = (repair) => repairs.push(repair);
  const lists = readLists(raw, report);
  if (!lists.ok) return lists;
  const title = readTitle(raw.title, report);
  if (!title.ok) return title;

  const roles = readAll(lists.value.roles, (record) => readRole(record, report));
  if (!roles.ok) return roles;
  const standIn = standInFor(lists.value.nodes);
  const nodes = readAll(lists.value.nodes, (record) => readNode(record, standIn, report));
  if (!nodes.ok) return nodes;
  const edges = readAll(lists.value.edges, (record) => readEdge(record, report));
  if (!edges.ok) return edges;
  const people = readAll(lists.value.people, (record) => readPerson(record, report));
  if (!people.ok) return people;
  const separations = readAll(lists.value.separations, (record) => readSeparation(record, report));
  if (!separations.ok) return separations;

  const unknown = { ...fieldsBeside(raw, known), ...title.value.kept };
  const document: DiagramDocument = {
    title: title.value.title,
    roles: roles.value,
    nodes: nodes.value,
    edges: edges.value,
    people: people.value,
    separations: separations.value,
    ...(Object.keys(unknown).length === 0 ? {} : { unknown }),
  };
  const sound = repairReferences(document);
  if (!sound.ok) return sound;
  return ok({ document: sound.value.document, repairs: [...repairs, ...sound.value.repairs] });
}

function fieldsBeside(raw: JsonObject, known: ReadonlySet<string>): Record<string, unknown> {
  const isKnown = (key: string) => known.has(key) || key === 'title' || LISTS.some((list) => list === key);
  return Object.fromEntries(Object.entries(raw).filter(([key]) => !isKnown(key)));
}

type Lists = Readonly<Record<ListName, readonly RawRecord[]>>;

/** The records of all lists, each with an id of its own that everything else names it by. */
function readLists(raw: JsonObject, report: Report): Result<Lists, OpenError> {
  const renamed: Record<ListName, Map<string, string>> = {
    roles: new Map(),
    nodes: new Map(),
    edges: new Map(),
    people: new Map(),
    separations: new Map(),
  };
  const lists: Record<ListName, readonly RawRecord[]> = {
    roles: [],
    nodes: [],
    edges: [],
    people: [],
    separations: [],
  };
  for (const name of LISTS) {
    const list = raw[name] === undefined && SPARE_LISTS.has(name) ? [] : raw[name];
    if (!Array.isArray(list)) return err({ type: 'notAList', place: name, found: foundValue(list) });
    const limit = limits[name];
    if (list.length > limit) return err({ type: 'tooMany', place: name, count: list.length, limit });
    const records = withIds(name, list, renamed[name], report);
    if (!records.ok) return records;
    lists[name] = records.value;
  }
  if (renamed.roles.size > 0 || renamed.nodes.size > 0) {
    lists.roles = lists.roles.map((record) => withRawFields(record, renamedInRole(record.raw, renamed.roles)));
    lists.nodes = lists.nodes.map((record) => withRawFields(record, renamedInNode(record.raw, renamed)));
    lists.edges = lists.edges.map((record) => withRawFields(record, renamedInEdge(record.raw, renamed.nodes)));
    lists.people = lists.people.map((record) =>
      withRawFields(record, renamedInList(record.raw, 'roleIds', renamed.roles)),
    );
    lists.separations = lists.separations.map((record) =>
      withRawFields(record, renamedInList(record.raw, 'nodeIds', renamed.nodes)),
    );
  }
  return ok(lists);
}

const foundValue = (value: unknown) => (value === undefined ? '–' : shownValue(value));

function withIds(
  name: ListName,
  list: readonly unknown[],
  renamed: Map<string, string>,
  report: Report,
): Result<readonly RawRecord[], OpenError> {
  const records: RawRecord[] = [];
  const first = new Map<string, { readonly raw: JsonObject; readonly index: number }>();
  const taken = new Set(list.map((raw) => (isJsonObject(raw) ? raw.id : undefined)));
  for (const [index, raw] of list.entries()) {
    const place = `${name}[${index}]`;
    if (!isJsonObject(raw)) {
      report({ type: 'notARecord', place, found: shownValue(raw) });
      continue;
    }
    const found = raw.id;
    if (typeof found !== 'string') {
      const id = freshId(ID_PREFIX[name], taken);
      if (found === undefined) report({ type: 'idMissing', place, used: id });
      else report({ type: 'idReplaced', place: `${place}.id`, found: shownValue(found), used: id });
      records.push({ raw: { ...raw, id }, place: recordPlace(name, index, { id }) });
      continue;
    }
    const earlier = first.get(found);
    if (earlier !== undefined) {
      if (toJsonText(earlier.raw) !== toJsonText(raw)) {
        return err({ type: 'duplicateId', id: shownId(found), first: `${name}[${earlier.index}]`, second: place });
      }
      report({ type: 'duplicateDropped', place, id: shownId(found) });
      continue;
    }
    first.set(found, { raw, index });
    if (ID_PATTERN.test(found)) records.push({ raw: raw as RawRecord['raw'], place: recordPlace(name, index, raw) });
    else {
      const id = freshId(ID_PREFIX[name], taken);
      renamed.set(found, id);
      report({ type: 'idReplaced', place: `${place}.id`, found: shownValue(found), used: id });
      records.push({ raw: { ...raw, id }, place: recordPlace(name, index, { id }) });
    }
  }
  return ok(records);
}

const shownId = (id: string) => shownValue(id).slice(1, -1);

/** An id that nobody has; the same file gets the same ones each time. */
function freshId(prefix: string, taken: Set<unknown>): string {
  for (let number = taken.size; ; number++) {
    const id = `${prefix}${number}`;
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}

function withRawFields(record: RawRecord, fields: JsonObject): RawRecord {
  return { ...record, raw: { ...record.raw, ...fields, id: record.raw.id } };
}

type Renamed = ReadonlyMap<string, string>;
const renamedId = (id: unknown, renamed: Renamed) => (typeof id === 'string' ? (renamed.get(id) ?? id) : id);

function renamedInRole(raw: JsonObject, renamed: Renamed): JsonObject {
  return 'backupId' in raw ? { backupId: renamedId(raw.backupId, renamed) } : {};
}

function renamedInList(raw: JsonObject, key: string, renamed: Renamed): JsonObject {
  const ids = raw[key];
  return Array.isArray(ids) ? { [key]: ids.map((id) => renamedId(id, renamed)) } : {};
}

function renamedInNode(raw: JsonObject, renamed: { readonly nodes: Renamed; readonly roles: Renamed }): JsonObject {
  const fields: Record<string, unknown> = {};
  if ('parentId' in raw) fields.parentId = renamedId(raw.parentId, renamed.nodes);
  if ('roleId' in raw) fields.roleId = renamedId(raw.roleId, renamed.roles);
  if (isJsonObject(raw.raci)) {
    const entries = Object.entries(raw.raci);
    fields.raci = Object.fromEntries(entries.map(([id, level]) => [renamed.roles.get(id) ?? id, level]));
  }
  return fields;
}

function renamedInEdge(raw: JsonObject, renamed: Renamed): JsonObject {
  const fields: Record<string, unknown> = {};
  for (const end of ['from', 'to'] as const) {
    const value = raw[end];
    if (isJsonObject(value)) fields[end] = { ...value, nodeId: renamedId(value.nodeId, renamed) };
  }
  return fields;
}

function standInFor(nodes: readonly RawRecord[]): StandIn {
  const parents = new Set(nodes.map(({ raw }) => raw.parentId));
  return (id) => (parents.has(id) ? 'group' : 'task');
}

function readAll<Item extends { readonly id: string }>(
  records: readonly RawRecord[],
  read: (record: RawRecord) => Result<Item | null, OpenError>,
): Result<ReadonlyMap<Item['id'], Item>, OpenError> {
  const items = new Map<Item['id'], Item>();
  for (const record of records) {
    const item = read(record);
    if (!item.ok) return item;
    if (item.value !== null) items.set(item.value.id, item.value);
  }
  return ok(items);
}
