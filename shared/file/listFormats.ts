import type { AnyRecord, DiagramDocument, RecordList, RecordOf } from '../model/document';
import { shownImages } from '../model/images';
import type { Result } from '../util/result';
import { isJsonObject, type JsonObject } from './json';
import type { OpenError, Report } from './problems';
import {
  type RawRecord,
  readEdge,
  readImage,
  readNode,
  readPerson,
  readRole,
  readSeparation,
  type StandIn,
} from './readRecord';
import {
  fieldsOfEdge,
  fieldsOfImage,
  fieldsOfNode,
  fieldsOfPerson,
  fieldsOfRole,
  fieldsOfSeparation,
  type RecordFields,
} from './recordFields';

/** For each list the ids that had to be replaced, with those that replace them. */
export type RenamedIds = Readonly<Record<RecordList, ReadonlyMap<string, string>>>;
type Renamed = ReadonlyMap<string, string>;

/** How the records of a list stand in a file. */
export interface ListFormat<Item> {
  /** What ids begin with when we have to make one. */
  readonly idPrefix: string;
  /** Of a list that a file may leave out when it is empty: most diagrams have none of these. */
  readonly isSpare: boolean;
  /** Of a list whose records are there for others: those that a file has to hold. */
  needed?(document: DiagramDocument): ReadonlyMap<string, Item>;
  fieldsOf(item: Item): RecordFields;
  /** `null` for a record that is nothing without what cannot be read of it. */
  read(record: RawRecord, report: Report, standIn: StandIn): Result<Item | null, OpenError>;
  /** The fields that name other records, by their new ids. */
  withRenamed(raw: JsonObject, renamed: RenamedIds): JsonObject;
}

const formats: { readonly [L in RecordList]: ListFormat<RecordOf<L>> } = {
  roles: {
    idPrefix: 'r',
    isSpare: false,
    fieldsOf: fieldsOfRole,
    read: readRole,
    withRenamed: (raw, { roles }) => renamedId(raw, 'backupId', roles),
  },
  nodes: {
    idPrefix: 'n',
    isSpare: false,
    fieldsOf: fieldsOfNode,
    read: (record, report, standIn) => readNode(record, standIn, report),
    withRenamed: (raw, { nodes, roles }) => ({
      ...renamedId(raw, 'parentId', nodes),
      ...renamedId(raw, 'roleId', roles),
      ...renamedKeys(raw, 'raci', roles),
    }),
  },
  edges: {
    idPrefix: 'e',
    isSpare: false,
    fieldsOf: fieldsOfEdge,
    read: readEdge,
    withRenamed: (raw, { nodes }) => ({ ...renamedEnd(raw, 'from', nodes), ...renamedEnd(raw, 'to', nodes) }),
  },
  people: {
    idPrefix: 'p',
    isSpare: true,
    fieldsOf: fieldsOfPerson,
    read: readPerson,
    withRenamed: (raw, { roles }) => renamedList(raw, 'roleIds', roles),
  },
  separations: {
    idPrefix: 's',
    isSpare: true,
    fieldsOf: fieldsOfSeparation,
    read: readSeparation,
    withRenamed: (raw, { nodes }) => renamedList(raw, 'nodeIds', nodes),
  },
  images: {
    idPrefix: 'i',
    isSpare: true,
    needed: shownImages,
    fieldsOf: fieldsOfImage,
    read: readImage,
    withRenamed: () => ({}),
  },
};

/** For whoever goes over all lists. */
export const listFormats: Readonly<Record<RecordList, ListFormat<AnyRecord>>> = formats;

const newIdOf = (id: unknown, renamed: Renamed) => (typeof id === 'string' ? (renamed.get(id) ?? id) : id);

function renamedId(raw: JsonObject, key: string, renamed: Renamed): JsonObject {
  return key in raw ? { [key]: newIdOf(raw[key], renamed) } : {};
}

function renamedList(raw: JsonObject, key: string, renamed: Renamed): JsonObject {
  const ids = raw[key];
  return Array.isArray(ids) ? { [key]: ids.map((id) => newIdOf(id, renamed)) } : {};
}

function renamedKeys(raw: JsonObject, key: string, renamed: Renamed): JsonObject {
  const group = raw[key];
  if (!isJsonObject(group)) return {};
  return { [key]: Object.fromEntries(Object.entries(group).map(([id, value]) => [renamed.get(id) ?? id, value])) };
}

function renamedEnd(raw: JsonObject, key: 'from' | 'to', renamed: Renamed): JsonObject {
  const end = raw[key];
  return isJsonObject(end) ? { [key]: { ...end, nodeId: newIdOf(end.nodeId, renamed) } } : {};
}
