import { kindOf } from '../kinds/index';
import type { DiagramDocument, DiagramEdge, DiagramNode, Person, Role, Timing } from './document';
import { modelLimits } from './limits';
import { isSoundSeparation } from './query';

export const violationTypes = [
  /** Kept under another key than its own id. */
  'keyMismatch',
  /** Not finite, or beyond `modelLimits`. */
  'numberOutOfRange',
  'parentMissing',
  'parentNotContainer',
  'parentCycle',
  'roleMissing',
  /** Its kind has no role of its own. */
  'roleNotTaken',
  /** Its kind carries no responsibilities. */
  'raciNotTaken',
  /** Refused by the schema of its kind. */
  'propsInvalid',
  'endMissing',
  'endNotConnectable',
  /** Takes a role twice, or its backup is itself. */
  'roleTwice',
  /** Does not name two steps that take a role. */
  'stepsMissing',
] as const;
export type ViolationType = (typeof violationTypes)[number];

export interface Violation {
  readonly type: ViolationType;
  readonly record: 'role' | 'node' | 'edge' | 'person' | 'separation';
  readonly id: string;
  /** The field it is about, as in the record: `parentId`, `waypoints`. */
  readonly field: string;
}

/** Everything about a document that the rest of the program relies on and the types cannot say; empty when all holds. */
export function checkInvariants(document: DiagramDocument): readonly Violation[] {
  const found: Violation[] = [];
  for (const [key, role] of document.roles) found.push(...roleViolations(document, key, role));
  const cyclic = nodesInCycles(document);
  for (const [key, node] of document.nodes) {
    found.push(...nodeViolations(document, key, node));
    if (cyclic.has(node)) found.push({ type: 'parentCycle', record: 'node', id: node.id, field: 'parentId' });
  }
  for (const [key, edge] of document.edges) found.push(...edgeViolations(document, key, edge));
  for (const [key, person] of document.people) found.push(...personViolations(document, key, person));
  for (const [key, separation] of document.separations) {
    const about = { record: 'separation', id: separation.id } as const;
    if (key !== separation.id) found.push({ ...about, type: 'keyMismatch', field: 'id' });
    if (!isSoundSeparation(separation, (id) => document.nodes.get(id))) {
      found.push({ ...about, type: 'stepsMissing', field: 'nodeIds' });
    }
  }
  return found;
}

const isWithin = (value: number, limit: number) => Number.isFinite(value) && Math.abs(value) <= limit;
const isCoordinate = (value: number) => isWithin(value, modelLimits.coordinate);
const isSize = (value: number) => value >= modelLimits.minSize && isWithin(value, modelLimits.maxSize);
const isOrder = (value: number) => isWithin(value, modelLimits.order);
const isShare = (value: number) => value >= 0 && value <= 1;

function isTiming({ workMinutes, waitMinutes, accuratePercent }: Timing): boolean {
  return isMinutes(workMinutes) && isMinutes(waitMinutes) && isUpTo(accuratePercent, 100);
}
const isMinutes = (value: number | null) => isUpTo(value, modelLimits.minutes);
const isUpTo = (value: number | null, max: number) => value === null || (value >= 0 && value <= max);

function personViolations(document: DiagramDocument, key: string, person: Person): readonly Violation[] {
  const about = { record: 'person', id: person.id } as const;
  const found: Violation[] = [];
  if (key !== person.id) found.push({ ...about, type: 'keyMismatch', field: 'id' });
  if (!isOrder(person.order)) found.push({ ...about, type: 'numberOutOfRange', field: 'order' });
  if (new Set(person.roleIds).size < person.roleIds.length)
    found.push({ ...about, type: 'roleTwice', field: 'roleIds' });
  if (!person.roleIds.every((id) => document.roles.has(id))) {
    found.push({ ...about, type: 'roleMissing', field: 'roleIds' });
  }
  return found;
}

function roleViolations({ roles }: DiagramDocument, key: string, role: Role): readonly Violation[] {
  const about = { record: 'role', id: role.id } as const;
  const found: Violation[] = [];
  if (!(role.headcount >= 0 && isWithin(role.headcount, modelLimits.headcount))) {
    found.push({ ...about, type: 'numberOutOfRange', field: 'headcount' });
  }
  if (role.backupId === role.id) found.push({ ...about, type: 'roleTwice', field: 'backupId' });
  else if (role.backupId !== null && !roles.has(role.backupId)) {
    found.push({ ...about, type: 'roleMissing', field: 'backupId' });
  }
  if (key !== role.id) found.push({ ...about, type: 'keyMismatch', field: 'id' });
  if (!isOrder(role.order)) found.push({ ...about, type: 'numberOutOfRange', field: 'order' });
  return found;
}

function nodeViolations(document: DiagramDocument, key: string, node: DiagramNode): readonly Violation[] {
  const about = { record: 'node', id: node.id } as const;
  const found: Violation[] = [];
  const { traits, props } = kindOf(node.kind);
  if (!isTiming(node.timing)) found.push({ ...about, type: 'numberOutOfRange', field: 'timing' });
  if (key !== node.id) found.push({ ...about, type: 'keyMismatch', field: 'id' });
  for (const field of ['x', 'y'] as const) {
    if (!isCoordinate(node[field])) found.push({ ...about, type: 'numberOutOfRange', field });
  }
  for (const field of ['width', 'height'] as const) {
    if (!isSize(node[field])) found.push({ ...about, type: 'numberOutOfRange', field });
  }
  if (!isOrder(node.z)) found.push({ ...about, type: 'numberOutOfRange', field: 'z' });
  if (node.parentId !== null) {
    const parent = document.nodes.get(node.parentId);
    if (parent === undefined) found.push({ ...about, type: 'parentMissing', field: 'parentId' });
    else if (!kindOf(parent.kind).traits.container) {
      found.push({ ...about, type: 'parentNotContainer', field: 'parentId' });
    }
  }
  if (node.roleId !== null) {
    if (!traits.takesRole) found.push({ ...about, type: 'roleNotTaken', field: 'roleId' });
    if (!document.roles.has(node.roleId)) found.push({ ...about, type: 'roleMissing', field: 'roleId' });
  }
  if (node.raci.size > 0 && !traits.takesRaci) found.push({ ...about, type: 'raciNotTaken', field: 'raci' });
  for (const roleId of node.raci.keys()) {
    if (!document.roles.has(roleId)) found.push({ ...about, type: 'roleMissing', field: 'raci' });
  }
  if (!props.safeParse(node.props).success) found.push({ ...about, type: 'propsInvalid', field: 'props' });
  return found;
}

function edgeViolations(document: DiagramDocument, key: string, edge: DiagramEdge): readonly Violation[] {
  const about = { record: 'edge', id: edge.id } as const;
  const found: Violation[] = [];
  if (key !== edge.id) found.push({ ...about, type: 'keyMismatch', field: 'id' });
  for (const field of ['from', 'to'] as const) {
    const node = document.nodes.get(edge[field].nodeId);
    if (node === undefined) found.push({ ...about, type: 'endMissing', field });
    else if (!kindOf(node.kind).traits.connectable) found.push({ ...about, type: 'endNotConnectable', field });
    if (!isShare(edge[field].at)) found.push({ ...about, type: 'numberOutOfRange', field });
  }
  if (!isTiming(edge.timing)) found.push({ ...about, type: 'numberOutOfRange', field: 'timing' });
  if (!isMinutes(edge.terms.withinMinutes)) found.push({ ...about, type: 'numberOutOfRange', field: 'terms' });
  if (edge.labelSpot !== undefined && !isShare(edge.labelSpot)) {
    found.push({ ...about, type: 'numberOutOfRange', field: 'labelSpot' });
  }
  if (!isShare(edge.labelAt)) found.push({ ...about, type: 'numberOutOfRange', field: 'labelAt' });
  for (const field of ['route', 'bridges'] as const) {
    if (edge[field]?.every(({ x, y }) => isCoordinate(x) && isCoordinate(y)) === false) {
      found.push({ ...about, type: 'numberOutOfRange', field });
    }
  }
  if (!edge.waypoints.every(({ x, y }) => isCoordinate(x) && isCoordinate(y))) {
    found.push({ ...about, type: 'numberOutOfRange', field: 'waypoints' });
  }
  return found;
}

/** Nodes that would lie in themselves. Linear: each chain of containers is walked once, however deep the nesting. */
function nodesInCycles({ nodes }: DiagramDocument): ReadonlySet<DiagramNode> {
  const cyclic = new Set<DiagramNode>();
  const done = new Set<DiagramNode>();
  for (const start of nodes.values()) {
    const chain = new Set<DiagramNode>();
    let node: DiagramNode | undefined = start;
    while (node !== undefined && !done.has(node) && !chain.has(node)) {
      chain.add(node);
      node = node.parentId === null ? undefined : nodes.get(node.parentId);
    }
    let isInCycle = false;
    for (const member of chain) {
      isInCycle ||= member === node;
      if (isInCycle) cyclic.add(member);
      done.add(member);
    }
  }
  return cyclic;
}
