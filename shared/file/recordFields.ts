import type { Point } from '../geometry/box';
import { kindOf, type NodeKindName } from '../kinds/index';
import {
  type DiagramDocument,
  type DiagramEdge,
  type DiagramNode,
  type DocumentImage,
  type EdgeEnd,
  noTerms,
  noTiming,
  type Person,
  plainLook,
  type Role,
  type Separation,
  type UnknownFields,
} from '../model/document';
import { edgeKinds } from '../model/edgeKinds';
import { toCoordinate, toSize } from '../model/limits';
import { isJsonObject, toJsonText } from './json';
import { EDGE_STAND_IN, NODE_STAND_INS, toShare } from './readRecord';
import { DEFAULT_ROLE_COLOR, DEFAULT_ROLE_ICON } from './schema';

/** A record's fields as they stand in a file, by key; values for `toJsonText`. */
export type RecordFields = ReadonlyMap<string, unknown>;

/** A value, and whether it is what a reader takes anyway when the field is missing. */
type Field = readonly [key: string, value: unknown, isDefault: boolean];

/** What stands beside the lists of records. A title is always written: people look for it. */
export function fieldsOfHead({ title, look, unknown }: DiagramDocument): RecordFields {
  return overlay(unknown, [groupField('look', unknown, look, plainLook)], [['title', title, title === '']]);
}

export function fieldsOfRole(role: Role): RecordFields {
  return overlay(role.unknown, [
    ['id', role.id, false],
    ['name', role.name, role.name === ''],
    ['description', role.description, role.description === ''],
    ['color', role.color, role.color === DEFAULT_ROLE_COLOR],
    ['icon', role.icon, role.icon === DEFAULT_ROLE_ICON],
    ['tools', role.tools, role.tools.length === 0],
    ['team', role.team, role.team === ''],
    ['headcount', role.headcount, role.headcount === 1],
    ['status', role.status, role.status === 'filled'],
    ['backupId', role.backupId, role.backupId === null],
    ['order', role.order, role.order === 0],
  ]);
}

export function fieldsOfPerson(person: Person): RecordFields {
  return overlay(person.unknown, [
    ['id', person.id, false],
    ['name', person.name, person.name === ''],
    ['roleIds', person.roleIds, person.roleIds.length === 0],
    ['order', person.order, person.order === 0],
  ]);
}

export function fieldsOfSeparation(separation: Separation): RecordFields {
  return overlay(separation.unknown, [
    ['id', separation.id, false],
    ['nodeIds', separation.nodeIds, false],
    ['reason', separation.reason, separation.reason === ''],
  ]);
}

export function fieldsOfImage(image: DocumentImage): RecordFields {
  return overlay(image.unknown, [
    ['id', image.id, false],
    ['source', image.source, false],
    ['width', image.widthPx, false],
    ['height', image.heightPx, false],
  ]);
}

export function fieldsOfNode(node: DiagramNode): RecordFields {
  const { unknown } = node;
  const props = overlay(groupOf(unknown, 'props'), propFields(node));
  const raci = overlay(
    groupOf(unknown, 'raci'),
    [...node.raci].map(([roleId, level]): Field => [roleId, level, false]),
  );
  const fields: readonly Field[] = [
    ['id', node.id, false],
    ['parentId', node.parentId, node.parentId === null],
    ['label', node.label, node.label === ''],
    ['description', node.description, node.description === ''],
    ['sizing', node.sizing, node.sizing === 'fit'],
    ['roleId', node.roleId, node.roleId === null],
    ['raci', raci, raci.size === 0],
    ['props', props, props.size === 0],
    groupField('timing', unknown, node.timing, noTiming),
    ['z', node.z, node.z === 0],
    ['locked', node.locked, !node.locked],
  ];
  const { size } = kindOf(node.kind).create();
  return overlay(unknown, fields, [
    ['kind', node.kind, NODE_STAND_INS.has(node.kind)],
    ['x', toCoordinate(node.x), node.x === 0],
    ['y', toCoordinate(node.y), node.y === 0],
    ['width', toSize(node.width), node.width === size.width],
    ['height', toSize(node.height), node.height === size.height],
  ]);
}

export function fieldsOfEdge(edge: DiagramEdge): RecordFields {
  const { unknown, waypoints, route, bridges } = edge;
  const pairs = (points: readonly Point[]) => points.map(({ x, y }) => [toCoordinate(x), toCoordinate(y)]);
  const labelAt = toShare(edge.labelAt);
  const fields: readonly Field[] = [
    ['id', edge.id, false],
    ['from', fieldsOfEnd(edge.from, groupOf(unknown, 'from')), false],
    ['to', fieldsOfEnd(edge.to, groupOf(unknown, 'to')), false],
    ['label', edge.label, edge.label === ''],
    ['description', edge.description, edge.description === ''],
    ['labelAt', labelAt, labelAt === 0.5],
    ['labelSpot', toShare(edge.labelSpot ?? labelAt), edge.labelSpot === undefined],
    ['routing', edge.routing, edge.routing === 'orthogonal'],
    ['heads', edge.heads, edge.heads === edgeKinds[edge.kind].heads],
    ['waypoints', pairs(waypoints), waypoints.length === 0],
    ['route', pairs(route ?? []), route === undefined],
    ['bridges', pairs(bridges ?? []), bridges === undefined],
    groupField('terms', unknown, edge.terms, noTerms),
    groupField('timing', unknown, edge.timing, noTiming),
  ];
  return overlay(unknown, fields, [['kind', edge.kind, edge.kind === EDGE_STAND_IN]]);
}

/** A group of fields of which those that are as in `none` are left out. */
function groupField<Group extends object>(
  key: string,
  unknown: UnknownFields | undefined,
  group: Group,
  none: Group,
): Field {
  // Of ten thousand records hardly one has any of it.
  if (group === none && unknown === undefined) return [key, undefined, true];
  const known = Object.entries(group).map(([name, value]): Field => [name, value, value === Reflect.get(none, name)]);
  const fields = overlay(groupOf(unknown, key), known);
  return [key, fields, fields.size === 0];
}

function fieldsOfEnd(end: EdgeEnd, unknown: UnknownFields): RecordFields {
  const at = toShare(end.at);
  return overlay(unknown, [
    ['nodeId', end.nodeId, false],
    ['side', end.side, end.side === 'auto'],
    ['at', at, at === 0.5],
  ]);
}

/**
 * Unknown fields with the known ones on top. A known field with its default is left out: for a new one that keeps
 * files short, and for one that we could not read (and show as its default) it keeps what the file had. `always` are
 * written even so, unless the file had something else there: people look for them.
 */
function overlay(unknown: UnknownFields | undefined, fields: readonly Field[], always: readonly Field[] = []) {
  const all = new Map<string, unknown>(unknown === undefined ? [] : Object.entries(unknown));
  for (const [key, value, isDefault] of fields) if (!isDefault) all.set(key, value);
  for (const [key, value, isDefault] of always) if (!isDefault || !all.has(key)) all.set(key, value);
  return all;
}

function groupOf(unknown: UnknownFields | undefined, key: string): UnknownFields {
  const group = unknown?.[key];
  return isJsonObject(group) ? group : {};
}

const defaultPropTexts = new Map<NodeKindName, ReadonlyMap<string, string>>();

function propFields(node: DiagramNode): readonly Field[] {
  let defaults = defaultPropTexts.get(node.kind);
  if (defaults === undefined) {
    const parsed = kindOf(node.kind).props.safeParse({});
    const props = parsed.success && isJsonObject(parsed.data) ? parsed.data : {};
    defaults = new Map(Object.entries(props).map(([key, value]) => [key, toJsonText(value)]));
    defaultPropTexts.set(node.kind, defaults);
  }
  const texts = defaults;
  return Object.entries(node.props).map(([key, value]) => [key, value, texts.get(key) === toJsonText(value)]);
}
