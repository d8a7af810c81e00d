import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SCHEMA_NAME } from '../../../shared/file/format';
import { createProjectJsonSchema } from '../../../shared/file/jsonSchema';
import { nodeSchemas } from '../../../shared/file/schema';
import { nodeKindNames } from '../../../shared/kinds/index';

const shipped = new URL(`../../../assets/schema/${SCHEMA_NAME}`, import.meta.url);

describe('the shipped JSON Schema', () => {
  it('is the one that files are read with; UPDATE_SCHEMA=1 writes it anew', () => {
    const text = `${JSON.stringify(createProjectJsonSchema(), null, 2)}\n`;
    if (process.env.UPDATE_SCHEMA === '1') writeFileSync(shipped, text);
    expect(readFileSync(shipped, 'utf8')).toBe(text);
  });

  it('describes every kind of node with its own fields', () => {
    const schema = JSON.parse(readFileSync(shipped, 'utf8'));
    const kinds = schema.properties.nodes.items.anyOf.map(
      (node: { properties: { kind: { const: string } } }) => node.properties.kind.const,
    );
    expect(kinds).toEqual(nodeKindNames);
    expect(schema.required).toEqual(['format', 'version', 'roles', 'nodes', 'edges']);
  });
});

describe('the schema of every kind of node', () => {
  it.each([...nodeSchemas])('%s reads a node that says no more than where it is', (kind, schema) => {
    const read = schema.safeParse({ id: 'a', kind, x: 0, y: 0, width: 8, height: 8 });
    expect(read.success && read.data).toMatchObject({ kind, label: '', raci: {}, z: 0 });
  });
});
