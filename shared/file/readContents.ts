import { type AnyRecord, type DiagramDocument, perList, type RecordList, recordLists } from '../model/document';
import { ID_PATTERN } from '../model/ids';
import { err, ok, type Result } from '../util/result';
import { isJsonObject, type JsonObject, recordPlace, shownValue, toJsonText } from './json';
import { limits } from './limits';
import { listFormats, type RenamedIds } from './listFormats';
import type { OpenError, Repair, Report } from './problems';
import { type RawRecord, readHead, type StandIn } from './readRecord';
import { repairReferences } from './references';

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
  const head = readHead(raw, report);
  if (!head.ok) return head;

  const standIn = standInFor(lists.value.nodes);
  const maps: Partial<Record<RecordList, ReadonlyMap<string, AnyRecord>>> = {};
  for (const list of recordLists) {
    const read = readAll(lists.value[list], (record) => listFormats[list].read(record, report, standIn));
    if (!read.ok) return read;
    maps[list] = read.value;
  }

  const { title, look } = head.value;
  const unknown = { ...fieldsBeside(raw, known), ...head.value.unknown };
  const document: DiagramDocument = {
    title,
    look,
    ...(maps as Pick<DiagramDocument, RecordList>),
    ...(Object.keys(unknown).length === 0 ? {} : { unknown }),
  };
  const sound = repairReferences(document);
  if (!sound.ok) return sound;
  return ok({ document: sound.value.document, repairs: [...repairs, ...sound.value.repairs] });
}

function fieldsBeside(raw: JsonObject, known: ReadonlySet<string>): Record<string, unknown> {
  const isKnown = (key: string) =>
    known.has(key) || key === 'title' || key === 'look' || recordLists.some((list) => list === key);
  return Object.fromEntries(Object.entries(raw).filter(([key]) => !isKnown(key)));
}

type Lists = Readonly<Record<RecordList, readonly RawRecord[]>>;

/** The records of all lists, each with an id of its own that everything else names it by. */
function readLists(raw: JsonObject, report: Report): Result<Lists, OpenError> {
  const renamed = perList(() => new Map<string, string>());
  const lists = perList((): readonly RawRecord[] => []);
  for (const name of recordLists) {
    const list = raw[name] === undefined && listFormats[name].isSpare ? [] : raw[name];
    if (!Array.isArray(list)) return err({ type: 'notAList', place: name, found: foundValue(list) });
    const limit = limits[name];
    if (list.length > limit) return err({ type: 'tooMany', place: name, count: list.length, limit });
    const records = withIds(name, list, renamed[name], report);
    if (!records.ok) return records;
    lists[name] = records.value;
  }
  const isAnyRenamed = recordLists.some((name) => renamed[name].size > 0);
  return ok(isAnyRenamed ? perList((name) => lists[name].map((record) => withRenamed(name, record, renamed))) : lists);
}

function withRenamed(name: RecordList, record: RawRecord, renamed: RenamedIds): RawRecord {
  const fields = listFormats[name].withRenamed(record.raw, renamed);
  return { ...record, raw: { ...record.raw, ...fields, id: record.raw.id } };
}

const foundValue = (value: unknown) => (value === undefined ? '–' : shownValue(value));

function withIds(
  name: RecordList,
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
      const id = freshId(listFormats[name].idPrefix, taken);
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
      const id = freshId(listFormats[name].idPrefix, taken);
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

function standInFor(nodes: readonly RawRecord[]): StandIn {
  const parents = new Set(nodes.map(({ raw }) => raw.parentId));
  return (id) => (parents.has(id) ? 'group' : 'task');
}

function readAll(
  records: readonly RawRecord[],
  read: (record: RawRecord) => Result<AnyRecord | null, OpenError>,
): Result<ReadonlyMap<string, AnyRecord>, OpenError> {
  const items = new Map<string, AnyRecord>();
  for (const record of records) {
    const item = read(record);
    if (!item.ok) return item;
    if (item.value !== null) items.set(item.value.id, item.value);
  }
  return ok(items);
}
