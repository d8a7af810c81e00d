export type JsonObject = Readonly<Record<string, unknown>>;

/** A place in a file, as one would write it in a program: `nodes["collect"].width`, or `nodes[3]` without an id. */
export type Place = string;

const SHOWN_CHARS = 60;

/** A value of a file in a message: however long it is, not too long to read. */
export function shorten(text: string): string {
  return text.length <= SHOWN_CHARS ? text : `${text.slice(0, SHOWN_CHARS)}…`;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A value on one line with sorted keys, so that equal values give equal text. Maps are written as objects. JSON can
 * say numbers that no double holds (`1e999`); they are written such that they read back as they were.
 */
export function toJsonText(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return numberText(value);
  if (Array.isArray(value)) return `[${value.map(toJsonText).join(', ')}]`;
  if (value instanceof Map) return objectText([...value]);
  if (typeof value === 'object' && value !== null) return objectText(Object.entries(value));
  return typeof value === 'boolean' ? String(value) : 'null';
}

function objectText(entries: readonly (readonly [string, unknown])[]): string {
  const present = entries.filter(([, value]) => value !== undefined).sort(byKey);
  return `{${present.map(([key, value]) => `${JSON.stringify(key)}: ${toJsonText(value)}`).join(', ')}}`;
}

function numberText(value: number): string {
  if (Number.isFinite(value)) return String(value + 0);
  if (Number.isNaN(value)) return 'null';
  return value > 0 ? '1e999' : '-1e999';
}

/** By code units, which is the same on every machine, unlike the order of a language. */
export function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;
}

/** A value of a file for a message. */
export function shownValue(value: unknown): string {
  if (typeof value === 'string') return shorten(JSON.stringify(value.slice(0, 200)));
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]';
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0 ? '{}' : '{…}';
  return toJsonText(value);
}

/** Where a field is: `place.key`, or `place["odd key"]`. */
export function fieldPlace(place: Place, key: string | number): Place {
  if (typeof key === 'number') return `${place}[${key}]`;
  if (!/^[A-Za-z_$][\w$]{0,63}$/.test(key)) return `${place}[${shownValue(key)}]`;
  return place === '' ? key : `${place}.${key}`;
}

/** Where a record of a list is: by its id where it has one that can be shown, else by its number from 0. */
export function recordPlace(list: Place, index: number, record: unknown): Place {
  const id = isJsonObject(record) ? record.id : undefined;
  const canBeShown = typeof id === 'string' && id !== '' && id.length <= SHOWN_CHARS && !/\p{Surrogate}/u.test(id);
  return canBeShown ? `${list}[${JSON.stringify(id)}]` : `${list}[${index}]`;
}

type ReportCleaning = (repair: { readonly type: 'keyDropped' | 'textMended'; readonly place: Place }) => void;

/**
 * A parsed value without keys named `__proto__` (nobody means them, and one careless copy would let a file reach into
 * our objects) and with halves of surrogate pairs replaced by U+FFFD: written to disk they would turn into that
 * silently, and two ids could become one. Costs a copy; `scanJson` tells when it is needed.
 */
export function cleanJson(value: unknown, place: Place, report: ReportCleaning): unknown {
  if (typeof value === 'string') return mended(value, place, report);
  if (Array.isArray(value)) {
    return value.map((item, index) => cleanJson(item, recordPlace(place, index, item), report));
  }
  if (!isJsonObject(value)) return value;
  const clean = new Map<string, unknown>();
  for (const [key, item] of Object.entries(value)) {
    const itemPlace = fieldPlace(place, key);
    if (key === '__proto__') report({ type: 'keyDropped', place: itemPlace });
    else clean.set(mended(key, itemPlace, report), cleanJson(item, itemPlace, report));
  }
  return Object.fromEntries(clean);
}

function mended(text: string, place: Place, report: ReportCleaning): string {
  const whole = text.replace(/\p{Surrogate}/gu, '\ufffd');
  if (whole !== text) report({ type: 'textMended', place });
  return whole;
}
