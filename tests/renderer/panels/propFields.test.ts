import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { propFields } from '../../../renderer/panels/propFields';
import { en } from '../../../shared/i18n/en';
import { kindOf, nodeKindNames } from '../../../shared/kinds/index';

interface ObjectSchema {
  readonly properties?: Readonly<Record<string, { readonly enum?: readonly string[] }>>;
}

/** Closing and opening is done by a chevron, a key and menus, and is more than setting a field; a picture is chosen. */
const setElsewhere = new Set(['collapsed', 'imageId']);

describe.each(nodeKindNames)('the inspector asks for every field of its own that a %s has', (kind) => {
  const schema = z.toJSONSchema(kindOf(kind).props, { io: 'input' }) as ObjectSchema;
  const own = Object.entries(schema.properties ?? {}).filter(([key]) => !setElsewhere.has(key));
  const fields = propFields[kind] ?? [];

  test('by name', () => {
    expect(fields.map(({ key }) => key).sort()).toEqual(own.map(([key]) => key).sort());
  });

  test('with every value it can have, in words', () => {
    for (const [key, { enum: values }] of own) {
      const field = fields.find((candidate) => candidate.key === key);
      expect(field?.choices.map(({ value }) => value).sort(), key).toEqual([...(values ?? [])].sort());
      for (const choice of field?.choices ?? []) expect(Object.keys(en)).toContain(choice.labelKey);
    }
  });
});
