import type { DiagramDocument, UnknownFields } from '../model/document';
import { ID_PATTERN, type NodeId } from '../model/ids';
import type { LocalizedText } from '../model/localizedText';
import { changesBetween } from '../util/patchedMap';
import { err, ok, type Result } from '../util/result';
import { byKey, isJsonObject, type JsonObject, toJsonText } from './json';
import { readJson } from './parse';
import type { OpenError, Repair } from './problems';
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
import {
  fieldsOfEdge,
  fieldsOfNode,
  fieldsOfPerson,
  fieldsOfRole,
  fieldsOfSeparation,
  type RecordFields,
} from './recordFields';
import { repairReferences } from './references';

type Changes<Records> = Records extends ReadonlyMap<infer Id, infer Item> ? ReadonlyMap<Id, Item | undefined> : never;

/**
 * What one edit made of a document, for the recovery journal: whole records that came or changed, `undefined` for
 * those that went. Absent parts did not change; `unknown: null` says that there is nothing unknown any more.
 */
export interface JournalStep {
  readonly title?: LocalizedText;
  readonly unknown?: UnknownFields | null;
  readonly roles: Changes<DiagramDocument['roles']>;
  readonly nodes: Changes<DiagramDocument['nodes']>;
  readonly edges: Changes<DiagramDocument['edges']>;
  readonly people: Changes<DiagramDocument['people']>;
  readonly separations: Changes<DiagramDocument['separations']>;
}

/**
 * The step from one document to another, by identity of records: edits share what they do not touch. Costs what
 * `changesBetween` costs.
 */
export function diffDocuments(before: DiagramDocument, after: DiagramDocument): JournalStep {
  return {
    ...(before.title === after.title ? {} : { title: after.title }),
    ...(before.unknown === after.unknown ? {} : { unknown: after.unknown ?? null }),
    roles: changesBetween(before.roles, after.roles),
    nodes: changesBetween(before.nodes, after.nodes),
    edges: changesBetween(before.edges, after.edges),
    people: changesBetween(before.people, after.people),
    separations: changesBetween(before.separations, after.separations),
  };
}

/** The step as one line of JSON, without a line end. */
export function serializeStep(step: JournalStep): string {
  return toJsonText({
    title: step.title,
    unknown: step.unknown,
    roles: changesToJson(step.roles, fieldsOfRole),
    nodes: changesToJson(step.nodes, fieldsOfNode),
    edges: changesToJson(step.edges, fieldsOfEdge),
    people: changesToJson(step.people, fieldsOfPerson),
    separations: changesToJson(step.separations, fieldsOfSeparation),
  });
}

function changesToJson<Id extends string, Item>(
  changes: ReadonlyMap<Id, Item | undefined>,
  fieldsOf: (item: Item) => RecordFields,
) {
  if (changes.size === 0) return undefined;
  const set: RecordFields[] = [];
  const removed: Id[] = [];
  for (const [id, item] of [...changes].sort(byKey)) {
    if (item === undefined) removed.push(id);
    else set.push(fieldsOf(item));
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
  const title = readTitle(raw.title, report);
  if (!title.ok) return title;
  const roles = readChanges(raw.roles, (record) => readRole(record, report));
  if (!roles.ok) return roles;
  const nodes = readChanges(raw.nodes, (record) => readNode(record, standIn, report));
  if (!nodes.ok) return nodes;
  const edges = readChanges(raw.edges, (record) => readEdge(record, report));
  if (!edges.ok) return edges;
  const people = readChanges(raw.people, (record) => readPerson(record, report));
  if (!people.ok) return people;
  const separations = readChanges(raw.separations, (record) => readSeparation(record, report));
  if (!separations.ok) return separations;
  return ok({
    ...(raw.title === undefined ? {} : { title: title.value.title }),
    ...(raw.unknown === undefined ? {} : { unknown: raw.unknown as JsonObject | null }),
    roles: roles.value,
    nodes: nodes.value,
    edges: edges.value,
    people: people.value,
    separations: separations.value,
  });
}

function readChanges<Item extends { readonly id: string }>(
  raw: unknown,
  read: (record: RawRecord) => Result<Item | null, OpenError>,
): Result<ReadonlyMap<Item['id'], Item | undefined>, OpenError | { type: 'notAStep' }> {
  const changes = new Map<Item['id'], Item | undefined>();
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
    changes.set(id as Item['id'], undefined);
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
  const roles = new Map(document.roles);
  const nodes = new Map(document.nodes);
  const edges = new Map(document.edges);
  const people = new Map(document.people);
  const separations = new Map(document.separations);
  let { title, unknown } = document;
  let skipped = 0;
  // A node of a kind that we do not know stays what it is shown as.
  const standIn: StandIn = (id) => nodes.get(id as NodeId)?.kind ?? 'task';
  for (const text of steps) {
    const step = parseStep(text, standIn);
    if (!step.ok) {
      skipped += 1;
      continue;
    }
    title = step.value.title ?? title;
    if (step.value.unknown !== undefined) unknown = step.value.unknown ?? undefined;
    applyChanges(roles, step.value.roles);
    applyChanges(nodes, step.value.nodes);
    applyChanges(edges, step.value.edges);
    applyChanges(people, step.value.people);
    applyChanges(separations, step.value.separations);
  }
  const records = { roles, nodes, edges, people, separations };
  const sound = repairReferences({ title, ...records, ...(unknown === undefined ? {} : { unknown }) });
  return sound.ok ? { ...sound.value, skipped } : { document, skipped: steps.length, repairs: [] };
}

function applyChanges<Id, Item>(map: Map<Id, Item>, changes: ReadonlyMap<Id, Item | undefined>): void {
  for (const [id, item] of changes) {
    if (item === undefined) map.delete(id);
    else map.set(id, item);
  }
}
