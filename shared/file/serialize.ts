import type { DiagramDocument } from '../model/document';
import { FORMAT, SCHEMA_NAME } from './format';
import { byKey, toJsonText } from './json';
import { FORMAT_VERSION } from './migrations/index';
import {
  fieldsOfEdge,
  fieldsOfNode,
  fieldsOfPerson,
  fieldsOfRole,
  fieldsOfSeparation,
  type RecordFields,
} from './recordFields';

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
  const { title, roles, nodes, edges, people, separations, unknown } = document;
  const head = new Map<string, unknown>([
    ['$schema', SCHEMA_NAME],
    ['format', FORMAT],
    ['version', FORMAT_VERSION],
    ['title', title],
  ]);
  for (const [key, value] of Object.entries(unknown ?? {}).sort(byKey)) {
    if (key !== 'title' || title === '') head.set(key, value);
  }
  const fields = [...head].map(([key, value]) => `  ${JSON.stringify(key)}: ${toJsonText(value)}`);
  yield `{\n${fields.join(',\n')}`;
  yield* listParts('roles', roles, fieldsOfRole);
  yield* listParts('nodes', nodes, fieldsOfNode);
  yield* listParts('edges', edges, fieldsOfEdge);
  // Most diagrams have none, and a file says nothing about what is not there.
  if (people.size > 0) yield* listParts('people', people, fieldsOfPerson);
  if (separations.size > 0) yield* listParts('separations', separations, fieldsOfSeparation);
  yield '\n}\n';
}

function* listParts<Id extends string, Item>(
  name: string,
  items: ReadonlyMap<Id, Item>,
  fieldsOf: (item: Item) => RecordFields,
): Generator<string> {
  if (items.size === 0) {
    yield `,\n  "${name}": []`;
    return;
  }
  yield `,\n  "${name}": [\n`;
  let between = '';
  for (const [, item] of [...items].sort(byKey)) {
    yield `${between}${recordText(fieldsOf(item))}`;
    between = ',\n';
  }
  yield '\n  ]';
}

function recordText(fields: RecordFields): string {
  const lines = [...fields].sort(byKey).map(([key, value]) => `      ${JSON.stringify(key)}: ${toJsonText(value)}`);
  return `    {\n${lines.join(',\n')}\n    }`;
}
