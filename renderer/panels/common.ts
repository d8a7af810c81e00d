/** Stands for "these have different values". */
export const mixed = Symbol('mixed');
export type Mixed = typeof mixed;

/** The value that all items share, or `mixed`; `undefined` for no items. */
export function commonOf<Item, Value>(
  items: readonly Item[],
  read: (item: Item) => Value,
  isSame: (a: Value, b: Value) => boolean = Object.is,
): Value | Mixed | undefined {
  const [first, ...others] = items;
  if (first === undefined) return undefined;
  const value = read(first);
  return others.every((item) => isSame(read(item), value)) ? value : mixed;
}

/** A shared value for controls that show `null` for several or none. */
export function valueOrNull<Value>(value: Value | Mixed | undefined): Value | null {
  return value === mixed || value === undefined ? null : value;
}
