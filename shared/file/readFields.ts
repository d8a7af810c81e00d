import type * as z from 'zod/mini';
import type { UnknownFields } from '../model/document';
import { err, ok, type Result } from '../util/result';
import { fieldPlace, isJsonObject, type JsonObject, type Place, shownValue, toJsonText } from './json';
import { limits } from './limits';
import type { OpenError, Report } from './problems';

/** A field of a record, or one of a group of fields in it. */
type FieldPath = readonly [field: string, key?: string];
type Issue = z.core.$ZodIssue;

/** Objects whose fields are read, kept and defaulted one by one; all other values are taken or left whole. */
const GROUPS = ['from', 'to', 'look', 'props', 'raci', 'terms', 'timing'] as const;
const isGroup = (field: string) => GROUPS.some((group) => group === field);

export interface Fields<Data> {
  readonly data: Data;
  /** What this version does not know or cannot read, to be written back. */
  readonly unknown: UnknownFields;
}

/**
 * What a schema makes of a record. A value that it refuses is reported, kept aside and replaced by its default (from
 * the schema or `fallbacks`), so that one odd number does not cost somebody the other hundred nodes. `null` when a
 * refused value has no default.
 */
export function readFields<Data extends object>(
  schema: z.ZodMiniType<Data>,
  raw: JsonObject,
  place: Place,
  fallbacks: JsonObject,
  report: Report,
): Result<Fields<Data> | null, OpenError> {
  const whole = schema.safeParse(raw);
  if (whole.success) return ok({ data: whole.data, unknown: unknownFields(raw, whole.data) });
  const tooLong = whole.error.issues.find(isTextTooLong);
  if (tooLong !== undefined) return err(textTooLong(placeAt(place, tooLong.path)));

  const refused = refusedPaths(whole.error.issues);
  const rest = schema.safeParse(withoutPaths(raw, refused, fallbacks));
  if (!rest.success) return ok(null);
  const unknown = unknownFields(raw, rest.data);
  for (const path of refused) {
    const found = valueAt(raw, path);
    const used = toJsonText(valueAt(rest.data, path) ?? null);
    if (found === undefined) report({ type: 'valueMissing', place: placeAt(place, path), used });
    else {
      keep(unknown, path, found);
      report({ type: 'valueUnreadable', place: placeAt(place, path), found: shownValue(found), used });
    }
  }
  return ok({ data: rest.data, unknown });
}

export function isTextTooLong(issue: Issue): boolean {
  return issue.code === 'too_big' && issue.origin === 'string';
}

export function textTooLong(place: Place): OpenError {
  return { type: 'textTooLong', place, limit: limits.textChars };
}

function placeAt(place: Place, path: readonly (PropertyKey | undefined)[]): Place {
  return path.reduce<Place>((at, key) => {
    if (key === undefined) return at;
    return fieldPlace(at, typeof key === 'number' ? key : String(key));
  }, place);
}

function refusedPaths(issues: readonly Issue[]): readonly FieldPath[] {
  const paths = new Map<string, FieldPath>();
  for (const { path } of issues) {
    const field = String(path[0]);
    const key = path[1];
    const refused: FieldPath = isGroup(field) && key !== undefined ? [field, String(key)] : [field];
    paths.set(JSON.stringify(refused), refused);
  }
  return [...paths.values()];
}

function withoutPaths(raw: JsonObject, paths: readonly FieldPath[], fallbacks: JsonObject): JsonObject {
  const copy: Record<string, unknown> = { ...raw };
  for (const [field, key] of paths) {
    if (key !== undefined) copy[field] = { ...asObject(copy[field]), [key]: undefined };
    else if (Object.hasOwn(fallbacks, field)) copy[field] = fallbacks[field];
    else delete copy[field];
  }
  for (const group of GROUPS) {
    if (isJsonObject(copy[group])) copy[group] = withoutUndefined(copy[group]);
  }
  return copy;
}

function valueAt(from: object, [field, key]: FieldPath): unknown {
  const value = asObject(from)[field];
  return key === undefined ? value : asObject(value)[key];
}

function keep(unknown: Record<string, unknown>, [field, key]: FieldPath, value: unknown): void {
  unknown[field] = key === undefined ? value : { ...asObject(unknown[field]), [key]: value };
}

/** Fields of the record, and of its groups, that the schema left out because it has never heard of them. */
function unknownFields(raw: JsonObject, data: object): Record<string, unknown> {
  const unknown = fieldsBeside(raw, data);
  for (const group of GROUPS) {
    if (!isJsonObject(raw[group])) continue;
    const beside = fieldsBeside(raw[group], asObject(valueAt(data, [group])));
    if (Object.keys(beside).length > 0) unknown[group] = beside;
  }
  return unknown;
}

function fieldsBeside(raw: JsonObject, known: object): Record<string, unknown> {
  const beside: Record<string, unknown> = {};
  for (const key of Object.keys(raw)) {
    if (!Object.hasOwn(known, key)) beside[key] = raw[key];
  }
  return beside;
}

function withoutUndefined(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined));
}

function asObject(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}
