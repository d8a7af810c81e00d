import {
  type AnyRecord,
  type DiagramDocument,
  type DocumentLook,
  perList,
  type RecordChanges,
  type RecordList,
  recordLists,
  type UnknownFields,
} from '../model/document';
import { ID_PATTERN, type NodeId } from '../model/ids';
import type { LocalizedText } from '../model/localizedText';
import { changesBetween } from '../util/patchedMap';
import { err, ok, type Result } from '../util/result';
import { byKey, isJsonObject, type JsonObject, toJsonText } from './json';
import { listFormats } from './listFormats';
import { readJson } from './parse';
import type { OpenError, Repair } from './problems';
import { type RawRecord, readHead, type StandIn } from './readRecord';
import type { RecordFields } from './recordFields';
import { repairReferences } from './references';

type Changes = ReadonlyMap<string, AnyRecord | undefined>;

/**
 * What one edit made of a document, for the recovery journal: whole records that came or changed, `undefined` for
 * those that went. Absent parts did not change; `unknown: null` says that there is nothing unknown any more.
 */
export interface JournalStep extends RecordChanges {
  readonly title?: LocalizedText;
  readonly look?: DocumentLook;
  readonly unknown?: UnknownFields | null;
}

/**
 * The step from one document to another, by identity of records: edits share what they do not touch. Costs what
 * `changesBetween` costs.
 */
export function diffDocuments(before: DiagramDocument, after: DiagramDocument): JournalStep {
  return {
    ...(before.title === after.title ? {} : { title: after.title }),
    ...(before.look === after.look ? {} : { look: after.look }),
    ...(before.unknown === after.unknown ? {} : { unknown: after.unknown ?? null }),
    ...(perList((list) => changesBetween<string, AnyRecord>(before[list], after[list])) as RecordChanges),
  };
}

/** The step as one line of JSON, without a line end. */
export function serializeStep(step: JournalStep): string {
  return toJsonText({
    title: step.title,
    look: step.look,
    unknown: step.unknown,
    ...perList((list) => changesToJson(list, step[list])),
  });
}

function changesToJson(list: RecordList, changes: ReadonlyMap<string, AnyRecord | undefined>) {
  if (changes.size === 0) return undefined;
  const set: RecordFields[] = [];
  const removed: string[] = [];
  for (const [id, item] of [...changes].sort(byKey)) {
    if (item === undefined) removed.push(id);
    else set.push(listFormats[list].fieldsOf(item));
  }
  return { set, removed };
}

/**
 * A step as a journal holds it; an error when it is not one, for example because the last line of a journal was cut
 * off.
 */
export function parseStep(text: string, standIn: StandIn): Result<JournalStep, OpenError | { type: 'notAStep' }> {
  // Repairs were shown when the file was opened; here they would only say the same again.
  const ignored: Repair[] = [];
  const report = (repair: Repair) => ignored.push(repair);
  const json = readJson(text, ignored);
  if (!json.ok) return json;
  const raw = json.value;
  if (!isJsonObject(raw) || !(raw.unknown == null || isJsonObject(raw.unknown))) return err({ type: 'notAStep' });
  const head = readHead(raw, report);
  if (!head.ok) return head;
  const changes: Partial<Record<RecordList, Changes>> = {};
  for (const list of recordLists) {
    const read = readChanges(raw[list], (record) => listFormats[list].read(record, report, standIn));
    if (!read.ok) return read;
    changes[list] = read.value;
  }
  return ok({
    ...(raw.title === undefined ? {} : { title: head.value.title }),
    ...(raw.look === undefined ? {} : { look: head.value.look }),
    ...(raw.unknown === undefined ? {} : { unknown: raw.unknown as JsonObject | null }),
    ...(changes as RecordChanges),
  });
}

function readChanges(
  raw: unknown,
  read: (record: RawRecord) => Result<AnyRecord | null, OpenError>,
): Result<Changes, OpenError | { type: 'notAStep' }> {
  const changes = new Map<string, AnyRecord | undefined>();
  if (raw === undefined) return ok(changes);
  if (!isJsonObject(raw) || !Array.isArray(raw.set) || !Array.isArray(raw.removed)) return err({ type: 'notAStep' });
  for (const record of raw.set) {
    if (!isJsonObject(record) || !isId(record.id)) return err({ type: 'notAStep' });
    const item = read({ raw: { ...record, id: record.id }, place: record.id });
    if (!item.ok) return item;
    if (item.value === null) return err({ type: 'notAStep' });
    changes.set(item.value.id, item.value);
  }
  for (const id of raw.removed) {
    if (!isId(id)) return err({ type: 'notAStep' });
    changes.set(id, undefined);
  }
  return ok(changes);
}

const isId = (value: unknown): value is string => typeof value === 'string' && ID_PATTERN.test(value);

export interface Replayed {
  readonly document: DiagramDocument;
  /** How many steps could not be read. Those after them still count: each brings whole records. */
  readonly skipped: number;
  /** What had to be put right because of a step that is missing. */
  readonly repairs: readonly Repair[];
}

/** A document with the steps of its journal, each a text of `serializeStep`. */
export function replay(document: DiagramDocument, steps: readonly string[]): Replayed {
  const maps = perList((list) => new Map<string, AnyRecord>(document[list]));
  const records = maps as unknown as Pick<DiagramDocument, RecordList>;
  let { title, look, unknown } = document;
  let skipped = 0;
  // A node of a kind that we do not know stays what it is shown as.
  const standIn: StandIn = (id) => records.nodes.get(id as NodeId)?.kind ?? 'task';
  for (const text of steps) {
    const step = parseStep(text, standIn);
    if (!step.ok) {
      skipped += 1;
      continue;
    }
    title = step.value.title ?? title;
    look = step.value.look ?? look;
    if (step.value.unknown !== undefined) unknown = step.value.unknown ?? undefined;
    for (const list of recordLists) applyChanges(maps[list], step.value[list]);
  }
  const sound = repairReferences({ title, look, ...records, ...(unknown === undefined ? {} : { unknown }) });
  return sound.ok ? { ...sound.value, skipped } : { document, skipped: steps.length, repairs: [] };
}

function applyChanges(map: Map<string, AnyRecord>, changes: Changes): void {
  for (const [id, item] of changes) {
    if (item === undefined) map.delete(id);
    else map.set(id, item);
  }
}
