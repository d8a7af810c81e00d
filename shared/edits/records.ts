import type { Point } from '../geometry/box';
import { kindOf, type NodeKindName } from '../kinds/index';
import {
  type AnyRecord,
  type DiagramDocument,
  type DiagramEdge,
  type DiagramNode,
  type EdgeEnd,
  type NodeCommon,
  noTerms,
  noTiming,
  type Person,
  type RecordChanges,
  type Role,
  type Timing,
  type UnknownFields,
  withMaps,
} from '../model/document';
import type { RoleId } from '../model/ids';
import { clamp, modelLimits, toCoordinate, toSize } from '../model/limits';
import { isSame } from '../util/isSame';
import { mapChanges, patchMap } from '../util/patchedMap';

/** The document with the changes; the same one when they change nothing. */
export function withRecords(document: DiagramDocument, changes: Partial<RecordChanges>): DiagramDocument {
  return withMaps(document, (records, list) => {
    const own: ReadonlyMap<string, AnyRecord | undefined> | undefined = changes[list];
    return own === undefined ? records : patchMap(records, own);
  });
}

/**
 * What several changes on top of each other come to: records that were changed and changed back are the old ones, and a
 * document in which that holds for all of them is the old one.
 */
export function lastingChanges(before: DiagramDocument, after: DiagramDocument): DiagramDocument {
  if (after === before) return before;
  return withMaps(before, (records, list) => patchMap(records, lasting<string, AnyRecord>(records, after[list])));
}

function lasting<K, V>(before: ReadonlyMap<K, V>, after: ReadonlyMap<K, V>): ReadonlyMap<K, V | undefined> {
  if (after === before) return new Map();
  const changes = [...(mapChanges(after) ?? [])];
  return new Map(changes.filter(([key, value]) => !isSame(before.get(key), value)));
}

/**
 * The record with the fields; the same one when it holds them already. A value of a file that could not be read is
 * kept in `unknown` until its field gets another one: from then on what people see is what is saved.
 */
export function withFields<T extends { readonly unknown?: UnknownFields }>(record: T, fields: Partial<T>): T {
  const keys = Object.keys(fields) as (keyof T & string)[];
  const changed = keys.filter((key) => fields[key] !== undefined && !isSame(record[key], fields[key]));
  return changed.length === 0 ? record : withoutUnknown({ ...record, ...fields }, changed);
}

/** Of these, `unknown` holds the fields within that are not known, which stay whatever becomes of the others. */
const isGroup = (key: string) => ['props', 'raci', 'from', 'to', 'look', 'terms', 'timing'].includes(key);
const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The record without what a file had in these fields that could not be read. */
export function withoutUnknown<T extends { readonly unknown?: UnknownFields }>(record: T, keys: readonly string[]): T {
  if (record.unknown === undefined) return record;
  const { unknown, ...known } = record;
  const all = Object.entries(unknown ?? {});
  const kept = all.filter(([key, value]) => !keys.includes(key) || (isGroup(key) && isObject(value)));
  if (kept.length === all.length) return record;
  return (kept.length === 0 ? known : { ...known, unknown: Object.fromEntries(kept) }) as T;
}

/** Joins what the type system cannot: a kind's name and props of that kind. */
export function nodeOfKind(common: NodeCommon, kind: NodeKindName, props: unknown): DiagramNode {
  return { ...common, kind, props } as DiagramNode;
}

/** The props as the kind understands them; `null` when it refuses them or does not know one of their fields. */
export function acceptedProps(kind: NodeKindName, props: object): object | null {
  const parsed = kindOf(kind).props.safeParse(props);
  if (!parsed.success) return null;
  const known = parsed.data as object;
  return Object.keys(props).every((key) => Object.hasOwn(known, key)) ? known : null;
}

export function isContainer(node: DiagramNode | undefined): node is DiagramNode {
  return node !== undefined && kindOf(node.kind).traits.container;
}

export function canHoldEdges(node: DiagramNode | undefined): boolean {
  return node !== undefined && kindOf(node.kind).traits.connectable;
}

/** A node with its place on the grid and within limits; `null` for one that cannot be drawn. */
export function soundNode(node: DiagramNode): DiagramNode | null {
  const { x, y, width, height, z } = node;
  if (![x, y, width, height, z].every(Number.isFinite)) return null;
  if (acceptedProps(node.kind, node.props) === null) return null;
  return withFields<NodeCommon>(node, {
    x: toCoordinate(x),
    y: toCoordinate(y),
    width: toSize(width),
    height: toSize(height),
    z: toOrder(z),
    timing: soundTiming(node.timing),
  }) as DiagramNode;
}

/** The node without a role and responsibilities that its kind does not take or the document does not have. */
export function withSoundRoles(node: DiagramNode, roles: DiagramDocument['roles']): DiagramNode {
  const { takesRole, takesRaci } = kindOf(node.kind).traits;
  const isKept = (id: RoleId) => takesRaci && roles.has(id);
  const keepsRole = node.roleId === null || (takesRole && roles.has(node.roleId));
  const keepsRaci = [...node.raci.keys()].every(isKept);
  if (keepsRole && keepsRaci) return node;
  return {
    ...node,
    roleId: keepsRole ? node.roleId : null,
    raci: keepsRaci ? node.raci : new Map([...node.raci].filter(([id]) => isKept(id))),
  };
}

/** An edge whose ends are there, with its numbers within limits; `null` for one that cannot be drawn. */
export function soundEdge(edge: DiagramEdge, nodes: DiagramDocument['nodes']): DiagramEdge | null {
  const ends = [edge.from, edge.to];
  if (!ends.every((end) => canHoldEdges(nodes.get(end.nodeId)) && Number.isFinite(end.at))) return null;
  if (![edge.labelAt, edge.labelSpot ?? 0].every(Number.isFinite)) return null;
  if (![...edge.waypoints, ...(edge.route ?? []), ...(edge.bridges ?? [])].every(isFinitePoint)) return null;
  return withFields(edge, {
    from: soundEnd(edge.from),
    to: soundEnd(edge.to),
    labelAt: clamp(edge.labelAt, 0, 1),
    timing: soundTiming(edge.timing),
    terms: edge.terms === noTerms ? noTerms : { ...edge.terms, withinMinutes: soundMinutes(edge.terms.withinMinutes) },
    ...(edge.labelSpot === undefined ? {} : { labelSpot: clamp(edge.labelSpot, 0, 1) }),
    waypoints: edge.waypoints.map(soundPoint),
    ...(edge.route === undefined ? {} : { route: edge.route.map(soundPoint) }),
    ...(edge.bridges === undefined ? {} : { bridges: edge.bridges.map(soundPoint) }),
  });
}

const isFinitePoint = ({ x, y }: Point) => Number.isFinite(x) && Number.isFinite(y);

function soundPoint({ x, y }: Point): Point {
  return { x: toCoordinate(x), y: toCoordinate(y) };
}

function soundEnd(end: EdgeEnd): EdgeEnd {
  return { ...end, at: clamp(end.at, 0, 1) };
}

const COLOR = /^#[0-9a-f]{6}$/i;

/** A role with its place in lists within limits; `null` for one whose colour is none. */
export function soundRole(role: Role): Role | null {
  if (!Number.isFinite(role.order) || !COLOR.test(role.color)) return null;
  return withFields(role, {
    order: toOrder(role.order),
    headcount: Number.isFinite(role.headcount) ? clamp(Math.round(role.headcount), 0, modelLimits.headcount) : 1,
  });
}

/** A person with the roles that are there, each once, and its place in lists within limits. */
export function soundPerson(person: Person, roles: DiagramDocument['roles']): Person {
  const roleIds = [...new Set(person.roleIds)].filter((id) => roles.has(id));
  return withFields(person, { order: Number.isFinite(person.order) ? toOrder(person.order) : 0, roleIds });
}

export function soundTiming(timing: Timing): Timing {
  // What a gesture moves says nothing of times, mostly.
  if (timing === noTiming) return timing;
  const { workMinutes, waitMinutes, accuratePercent } = timing;
  return {
    workMinutes: soundMinutes(workMinutes),
    waitMinutes: soundMinutes(waitMinutes),
    accuratePercent: soundNumber(accuratePercent, 100),
  };
}

const soundMinutes = (value: number | null) => soundNumber(value, modelLimits.minutes);

function soundNumber(value: number | null, max: number): number | null {
  return value === null || !Number.isFinite(value) ? null : clamp(value, 0, max);
}

function toOrder(value: number): number {
  return clamp(value, -modelLimits.order, modelLimits.order);
}
