import { kindOf } from '../kinds/index';
import type { DiagramDocument, DiagramEdge, DiagramNode, Role } from './document';
import { modelLimits } from './limits';

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
] as const;
export type ViolationType = (typeof violationTypes)[number];

export interface Violation {
  readonly type: ViolationType;
  readonly record: 'role' | 'node' | 'edge';
  readonly id: string;
  /** The field it is about, as in the record: `parentId`, `waypoints`. */
  readonly field: string;
}

/** Everything about a document that the rest of the program relies on and the types cannot say; empty when all holds. */
export function checkInvariants(document: DiagramDocument): readonly Violation[] {
  const found: Violation[] = [];
  for (const [key, role] of document.roles) found.push(...roleViolations(key, role));
  const cyclic = nodesInCycles(document);
  for (const [key, node] of document.nodes) {
    found.push(...nodeViolations(document, key, node));
    if (cyclic.has(node)) found.push({ type: 'parentCycle', record: 'node', id: node.id, field: 'parentId' });
  }
  for (const [key, edge] of document.edges) found.push(...edgeViolations(document, key, edge));
  return found;
}

const isWithin = (value: number, limit: number) => Number.isFinite(value) && Math.abs(value) <= limit;
const isCoordinate = (value: number) => isWithin(value, modelLimits.coordinate);
const isSize = (value: number) => value >= modelLimits.minSize && isWithin(value, modelLimits.maxSize);
const isOrder = (value: number) => isWithin(value, modelLimits.order);
const isShare = (value: number) => value >= 0 && value <= 1;

function roleViolations(key: string, role: Role): readonly Violation[] {
  const about = { record: 'role', id: role.id } as const;
  const found: Violation[] = [];
  if (key !== role.id) found.push({ ...about, type: 'keyMismatch', field: 'id' });
  if (!isOrder(role.order)) found.push({ ...about, type: 'numberOutOfRange', field: 'order' });
  return found;
}

function nodeViolations(document: DiagramDocument, key: string, node: DiagramNode): readonly Violation[] {
  const about = { record: 'node', id: node.id } as const;
  const found: Violation[] = [];
  const { traits, props } = kindOf(node.kind);
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
  if (edge.labelSpot !== undefined && !isShare(edge.labelSpot)) {
    found.push({ ...about, type: 'numberOutOfRange', field: 'labelSpot' });
  }
  if (!isShare(edge.labelAt)) found.push({ ...about, type: 'numberOutOfRange', field: 'labelAt' });
  if (edge.route?.every(({ x, y }) => isCoordinate(x) && isCoordinate(y)) === false) {
    found.push({ ...about, type: 'numberOutOfRange', field: 'route' });
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
