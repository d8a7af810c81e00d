import {
  type AnyRecord,
  type DiagramDocument,
  noTerms,
  noTiming,
  perList,
  type RecordList,
  recordLists,
  type UnknownFields,
} from '../../shared/model/document';
import { invariant } from '../../shared/util/invariant';

/** Reading so many takes a millisecond or two. */
const RECORDS_PER_SLICE = 500;

/**
 * A part of a document on its way between threads. JSON, since reading that takes the window two thirds of the time that
 * reading a copy of the records does, and since its short strings are shared.
 */
export interface DocumentSlice {
  readonly list: RecordList;
  readonly json: string;
  /** By index; not JSON, which does not hold every number that a file can name. Few records have any. */
  readonly unknown: ReadonlyMap<number, UnknownFields>;
}

/** What a document is beside its records. */
export type DocumentHead = Omit<DiagramDocument, RecordList>;

export function headOf({ title, look, unknown }: DocumentHead): DocumentHead {
  return { title, look, ...(unknown === undefined ? {} : { unknown }) };
}

export function* slicesOf(document: DiagramDocument): Generator<DocumentSlice> {
  for (const list of recordLists) {
    const records: readonly AnyRecord[] = [...document[list].values()];
    for (let start = 0; start < records.length; start += RECORDS_PER_SLICE) {
      yield sliceOf(list, records.slice(start, start + RECORDS_PER_SLICE));
    }
  }
}

function sliceOf(list: RecordList, records: readonly AnyRecord[]): DocumentSlice {
  const unknown = new Map<number, UnknownFields>();
  const plain = records.map((record, index) => {
    if (record.unknown !== undefined) unknown.set(index, record.unknown);
    const fields = { ...record, unknown: undefined, ...withoutShared(record) };
    return 'raci' in fields ? { ...fields, raci: [...fields.raci] } : fields;
  });
  return { list, json: JSON.stringify(plain), unknown };
}

/** What most records share, left out on the way: ten thousand copies of it would cost time and memory. */
function withoutShared(record: AnyRecord): object {
  return {
    ...('timing' in record && record.timing === noTiming ? { timing: undefined } : {}),
    ...('terms' in record && record.terms === noTerms ? { terms: undefined } : {}),
  };
}

/** Puts a document together again, slice by slice. */
export function createDocumentReader(): {
  put(slice: DocumentSlice): void;
  document(head: DocumentHead): DiagramDocument;
} {
  const maps = perList(() => new Map<string, AnyRecord>());
  return {
    put({ list, json, unknown }) {
      const records: unknown = JSON.parse(json);
      invariant(Array.isArray(records), 'a slice holds a list');
      for (const [index, record] of records.entries()) {
        // In place: a copy of each record would cost as much as reading it did.
        if (list === 'nodes') record.raci = new Map(record.raci);
        if (list === 'nodes' || list === 'edges') record.timing ??= noTiming;
        if (list === 'edges') record.terms ??= noTerms;
        const kept = unknown.get(index);
        if (kept !== undefined) record.unknown = kept;
        maps[list].set(record.id, record);
      }
    },
    // What `slicesOf` was given, so that nothing has to be checked again.
    document: (head) => ({ ...head, ...maps }) as unknown as DiagramDocument,
  };
}
