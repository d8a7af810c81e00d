import { isSame } from '../util/isSame';

/** Those of some fields of a record that are not what they were. */
export function changedFields<Item extends object>(
  before: Item,
  after: Item,
  fields: readonly (keyof Item)[],
): readonly string[] {
  return fields.filter((field) => !isSame(before[field], after[field])).map(String);
}
