import { type AnyRecord, type DiagramDocument, type RecordList, recordLists } from '../model/document';
import { mustGet } from '../util/invariant';
import { FORMAT, SCHEMA_NAME } from './format';
import { byKey, toJsonText } from './json';
import { listFormats } from './listFormats';
import { FORMAT_VERSION } from './migrations/index';
import { fieldsOfHead, type RecordFields } from './recordFields';

/**
 * The text of a project file. Made for git: records ordered by id (code units, the same on every machine), a record a
 * block with a field a line and sorted keys, so that a change shows as the one field it was and two people's changes
 * to different records merge. Defaults are left out; there is nothing about when, where or by whom.
 */
export function serializeFile(document: DiagramDocument): string {
  return [...fileParts(document)].join('');
}

/** The same text in many short parts, for whoever has to do something else in between. */
export function* fileParts(document: DiagramDocument): Generator<string> {
  const own = fieldsOfHead(document);
  const head = new Map<string, unknown>([
    ['$schema', SCHEMA_NAME],
    ['format', FORMAT],
    ['version', FORMAT_VERSION],
    ['title', own.get('title')],
    ...[...own].sort(byKey),
  ]);
  const fields = [...head].map(([key, value]) => `  ${JSON.stringify(key)}: ${toJsonText(value)}`);
  yield `{\n${fields.join(',\n')}`;
  for (const list of recordLists) {
    const records = listFormats[list].needed?.(document) ?? document[list];
    if (records.size > 0 || !listFormats[list].isSpare) yield* listParts(list, records);
  }
  yield '\n}\n';
}

function* listParts(name: RecordList, items: ReadonlyMap<string, AnyRecord>): Generator<string> {
  if (items.size === 0) {
    yield `,\n  "${name}": []`;
    return;
  }
  yield `,\n  "${name}": [\n`;
  let between = '';
  // Without a comparison of our own texts are sorted by code units, and several times as fast.
  for (const id of [...items.keys()].sort()) {
    yield `${between}${recordText(listFormats[name].fieldsOf(mustGet(items, id)))}`;
    between = ',\n';
  }
  yield '\n  ]';
}

function recordText(fields: RecordFields): string {
  const lines = [...fields.keys()].sort().map((key) => `      ${JSON.stringify(key)}: ${toJsonText(fields.get(key))}`);
  return `    {\n${lines.join(',\n')}\n    }`;
}
