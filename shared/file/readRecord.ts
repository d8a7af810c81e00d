import type { Point } from '../geometry/box';
import { checkSource } from '../image/imageSource';
import { kindOf, type NodeKindName, nodeKindNames } from '../kinds/index';
import {
  type DiagramEdge,
  type DiagramNode,
  type DocumentImage,
  type DocumentLook,
  type EdgeEnd,
  type HandoffTerms,
  noTerms,
  noTiming,
  type Person,
  plainLook,
  type Role,
  type Separation,
  type Timing,
  type UnknownFields,
} from '../model/document';
import { type EdgeKindName, edgeKindNames, edgeKinds } from '../model/edgeKinds';
import type { EdgeId, ImageId, NodeId, PersonId, RoleId, SeparationId } from '../model/ids';
import { toCoordinate, toSize } from '../model/limits';
import type { LocalizedText } from '../model/localizedText';
import { invariant, mustGet } from '../util/invariant';
import { isSame } from '../util/isSame';
import { ok, type Result } from '../util/result';
import { fieldPlace, type JsonObject, type Place, shownValue, toJsonText } from './json';
import type { OpenError, Report } from './problems';
import { readFields } from './readFields';
import { edgeSchema, headSchema, imageSchema, nodeSchemas, personSchema, roleSchema, separationSchema } from './schema';

/** A record of a file, its `id` sound and unique. */
export interface RawRecord {
  readonly raw: JsonObject & { readonly id: string };
  readonly place: Place;
}

/** The kind that shows a node of a kind that we do not know: a container when others lie in it, else a plain one. */
export type StandIn = (id: string) => NodeKindName;
/** What stands in. */
export const NODE_STAND_INS: ReadonlySet<NodeKindName> = new Set(['task', 'group']);
/** The kind that shows an edge of a kind that we do not know. */
export const EDGE_STAND_IN: EdgeKindName = 'flow';

/** A role; what of it cannot be read has its default and is kept aside. */
export function readRole({ raw, place }: RawRecord, report: Report): Result<Role, OpenError> {
  const read = readFields(roleSchema, raw, place, {}, report);
  if (!read.ok) return read;
  invariant(read.value !== null, 'every field of a role but its id has a default');
  const { data, unknown } = read.value;
  return ok({
    id: data.id as RoleId,
    name: toText(data.name),
    description: toText(data.description),
    color: data.color.toLowerCase(),
    icon: data.icon,
    tools: data.tools.map(toText),
    team: toText(data.team),
    headcount: data.headcount,
    status: data.status,
    backupId: data.backupId as RoleId | null,
    order: data.order,
    ...withUnknown(unknown),
  });
}

/** A person; what of it cannot be read has its default and is kept aside. */
export function readPerson({ raw, place }: RawRecord, report: Report): Result<Person, OpenError> {
  const read = readFields(personSchema, raw, place, {}, report);
  if (!read.ok) return read;
  invariant(read.value !== null, 'every field of a person but its id has a default');
  const { data, unknown } = read.value;
  return ok({
    id: data.id as PersonId,
    name: toText(data.name),
    roleIds: data.roleIds.map((id) => id as RoleId),
    order: data.order,
    ...withUnknown(unknown),
  });
}

/** A rule that keeps two steps apart. `null` for one that does not name two. */
export function readSeparation({ raw, place }: RawRecord, report: Report): Result<Separation | null, OpenError> {
  const read = readFields(separationSchema, raw, place, {}, report);
  if (!read.ok) return read;
  if (read.value === null) {
    report({ type: 'separationWithoutSteps', place });
    return ok(null);
  }
  const { data, unknown } = read.value;
  const [a, b] = data.nodeIds as readonly string[] as readonly [NodeId, NodeId];
  return ok({ id: data.id as SeparationId, nodeIds: [a, b], reason: toText(data.reason), ...withUnknown(unknown) });
}

/** A node; what of it cannot be read has its default and is kept aside. */
export function readNode(record: RawRecord, standIn: StandIn, report: Report): Result<DiagramNode, OpenError> {
  const { place } = record;
  const { kind, raw, kept } = withKnownKind(record, standIn, report);
  const fallbacks = { x: 0, y: 0, ...kindOf(kind).create().size };
  const read = readFields(mustGet(nodeSchemas, kind), raw, place, fallbacks, report);
  if (!read.ok) return read;
  invariant(read.value !== null, 'every field of a node but its id has a default or a fallback');
  const { data, unknown } = read.value;
  const node = {
    id: data.id as NodeId,
    kind,
    parentId: data.parentId as NodeId | null,
    x: toCoordinate(data.x),
    y: toCoordinate(data.y),
    width: toSize(data.width),
    height: toSize(data.height),
    z: data.z,
    label: toText(data.label),
    description: toText(data.description),
    sizing: data.sizing,
    roleId: data.roleId as RoleId | null,
    raci: new Map(Object.entries(data.raci)),
    timing: toTiming(data.timing),
    locked: data.locked,
    props: data.props,
    ...withUnknown({ ...unknown, ...kept }),
  };
  // One schema read kind and props, so they belong together; the type system cannot follow a look-up by name.
  return ok(node as unknown as DiagramNode);
}

/** An edge; what of it cannot be read has its default and is kept aside. `null` for one without two ends. */
export function readEdge({ raw, place }: RawRecord, report: Report): Result<DiagramEdge | null, OpenError> {
  const kind = edgeKindNames.find((name) => name === raw.kind) ?? EDGE_STAND_IN;
  if (raw.kind !== kind) reportKind(place, raw.kind, kind, report);
  const read = readFields(edgeSchema, { ...raw, kind }, place, { heads: edgeKinds[kind].heads }, report);
  if (!read.ok) return read;
  if (read.value === null) {
    report({ type: 'edgeWithoutEnds', place });
    return ok(null);
  }
  const { data, unknown } = read.value;
  return ok({
    id: data.id as EdgeId,
    kind,
    from: toEnd(data.from),
    to: toEnd(data.to),
    label: toText(data.label),
    description: toText(data.description),
    labelAt: toShare(data.labelAt),
    ...(data.labelSpot === undefined ? {} : { labelSpot: toShare(data.labelSpot) }),
    routing: data.routing,
    heads: data.heads ?? edgeKinds[kind].heads,
    waypoints: data.waypoints.map(toPoint),
    ...(data.route === undefined ? {} : { route: data.route.map(toPoint) }),
    ...(data.bridges === undefined ? {} : { bridges: data.bridges.map(toPoint) }),
    terms: toTerms(data.terms),
    timing: toTiming(data.timing),
    ...withUnknown(raw.kind === kind || raw.kind === undefined ? unknown : { ...unknown, kind: raw.kind }),
  });
}

/** A picture that is what it says, and does and fetches nothing; `null` for any other. */
export function readImage({ raw, place }: RawRecord, report: Report): Result<DocumentImage | null, OpenError> {
  const { success, data } = imageSchema.safeParse(raw);
  if (!success || !checkSource(data.source).ok) {
    report({ type: 'imageRefused', place });
    return ok(null);
  }
  const { id: _id, source, width: widthPx, height: heightPx } = data;
  const unknown = Object.fromEntries(Object.entries(raw).filter(([key]) => !(key in data)));
  return ok({ id: raw.id as ImageId, source, widthPx, heightPx, ...withUnknown(unknown) });
}

export interface Head {
  readonly title: LocalizedText;
  readonly look: DocumentLook;
  /** What of it this version does not know or cannot read. */
  readonly unknown: UnknownFields;
}

/** What a file says beside its lists of records. */
export function readHead({ title, look }: JsonObject, report: Report): Result<Head, OpenError> {
  const raw = { ...(title === undefined ? {} : { title }), ...(look === undefined ? {} : { look }) };
  const read = readFields(headSchema, raw, '', {}, report);
  if (!read.ok) return read;
  invariant(read.value !== null, 'all of a head has defaults');
  const { data, unknown } = read.value;
  return ok({ title: toText(data.title), look: isSame(data.look, plainLook) ? plainLook : data.look, unknown });
}

/** Files keep thousandths of a side or of a route. */
export function toShare(share: number): number {
  return Math.round(share * 1000) / 1000 + 0;
}

/**
 * A node of a kind that we know. For another kind there is a stand-in, and all that only the real kind understands
 * is kept aside, so that a newer version finds it again after somebody saved the file with this one.
 */
function withKnownKind({ raw, place }: RawRecord, standIn: StandIn, report: Report) {
  const named = nodeKindNames.find((name) => name === raw.kind);
  if (named !== undefined) return { kind: named, raw, kept: {} };
  const kind = standIn(raw.id);
  reportKind(place, raw.kind, kind, report);
  // Without a kind it is one of ours from now on, with all that is written of it.
  if (raw.kind === undefined) return { kind, raw: { ...raw, kind }, kept: {} };
  const { kind: found, props, raci, ...rest } = raw;
  const kept: Record<string, unknown> = { kind: found };
  if (props !== undefined) kept.props = props;
  const takesRaci = kindOf(kind).traits.takesRaci;
  if (!takesRaci && raci !== undefined) kept.raci = raci;
  return { kind, raw: { ...rest, kind, ...(takesRaci && raci !== undefined ? { raci } : {}) }, kept };
}

function reportKind(record: Place, found: unknown, used: string, report: Report): void {
  const place = fieldPlace(record, 'kind');
  if (found === undefined) report({ type: 'valueMissing', place, used: toJsonText(used) });
  else report({ type: 'kindUnknown', place, found: shownValue(found), used: toJsonText(used) });
}

function toText(text: string | object): LocalizedText {
  return text as LocalizedText;
}

/** One object for all that have none: large diagrams hold ten thousand of them. */
function toTiming(timing: Timing): Timing {
  return isSame(timing, noTiming) ? noTiming : timing;
}

function toTerms(data: { format: string | object; acceptance: string | object; withinMinutes: number | null }) {
  const terms: HandoffTerms = { ...data, format: toText(data.format), acceptance: toText(data.acceptance) };
  return isSame(terms, noTerms) ? noTerms : terms;
}

function toPoint([x, y]: readonly [number, number]): Point {
  return { x: toCoordinate(x), y: toCoordinate(y) };
}

function toEnd({ nodeId, side, at }: { nodeId: string; side: EdgeEnd['side']; at: number }): EdgeEnd {
  return { nodeId: nodeId as NodeId, side, at: toShare(at) };
}

function withUnknown(unknown: UnknownFields): { readonly unknown?: UnknownFields } {
  return Object.keys(unknown).length === 0 ? {} : { unknown };
}
