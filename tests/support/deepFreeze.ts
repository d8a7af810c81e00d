/** Makes every change of a value throw, maps and sets included: what is handed to a pure function must stay as it was. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (value instanceof Map) {
    for (const entry of value) entry.forEach(deepFreeze);
    Object.assign(value, { set: refuse, delete: refuse, clear: refuse });
  } else if (value instanceof Set) {
    value.forEach(deepFreeze);
    Object.assign(value, { add: refuse, delete: refuse, clear: refuse });
  }
  Object.freeze(value);
  for (const key of Reflect.ownKeys(value)) deepFreeze(Reflect.get(value, key));
  return value;
}

function refuse(): never {
  throw new Error('A frozen map or set was about to be changed');
}
