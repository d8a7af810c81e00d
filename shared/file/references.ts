import { kindOf } from '../kinds/index';
import { rebased } from '../model/bends';
import type { DiagramDocument, DiagramEdge, DiagramNode, Person, RaciLevel, Role, Separation } from '../model/document';
import type { EdgeId, NodeId, PersonId, RoleId, SeparationId } from '../model/ids';
import { shownImages } from '../model/images';
import { toCoordinate } from '../model/limits';
import { hasPoints, isSoundSeparation } from '../model/query';
import { err, ok, type Result } from '../util/result';
import { fieldPlace } from './json';
import { limits } from './limits';
import type { OpenError, Repair, Report } from './problems';

type Nodes = Map<NodeId, DiagramNode>;

/**
 * A document whose every reference leads to something that can take it, as `checkInvariants` wants it, and what had to
 * be changed for that. Linear in the document's size, whatever a file says.
 */
export function repairReferences(
  document: DiagramDocument,
): Result<{ readonly document: DiagramDocument; readonly repairs: readonly Repair[] }, OpenError> {
  const repairs: Repair[] = [];
  const report: Report = (repair) => repairs.push(repair);
  const nodes = new Map(document.nodes);
  cutParents(nodes, report);
  const tooDeep = deeperThan(nodes, limits.nesting);
  if (tooDeep !== null) return err({ type: 'nestedTooDeep', place: placeOf('nodes', tooDeep), limit: limits.nesting });
  for (const node of nodes.values()) mendRoles(nodes, document.roles, node, report);
  const edges = new Map(document.edges);
  for (const edge of document.edges.values()) if (!isConnected(nodes, edge, report)) edges.delete(edge.id);
  const climbed = climbedToContainers(nodes, report);
  if (climbed.size > 0) {
    const before = new Map(nodes);
    for (const [id, node] of climbed) nodes.set(id, node);
    keepBends(before, nodes, edges);
  }
  const roles = mendBackups(document.roles, report);
  const people = mendPeople(document.people, roles, report);
  const separations = mendSeparations(document.separations, nodes, report);
  // What nothing shows is not written, either; of a file nothing can be undone that would show it.
  const images = shownImages({ nodes, images: document.images });
  if (repairs.length === 0)
    return ok({ document: images === document.images ? document : { ...document, images }, repairs });
  return ok({ document: { ...document, roles, nodes, edges, people, separations, images }, repairs });
}

const placeOf = (list: string, id: string) => `${list}[${JSON.stringify(id)}]`;

/** Nodes in nothing that is there, or in themselves, lie on the canvas. */
function cutParents(nodes: Nodes, report: Report): void {
  for (const node of nodes.values()) {
    if (node.parentId === null || nodes.has(node.parentId)) continue;
    report({ type: 'parentMissing', place: fieldPlace(placeOf('nodes', node.id), 'parentId'), id: node.parentId });
    nodes.set(node.id, { ...node, parentId: null });
  }
  for (const cycle of cyclesOf(nodes)) {
    // Of a circle nobody can tell which link was meant, so none is kept.
    for (const node of cycle) nodes.set(node.id, { ...node, parentId: null });
    report({ type: 'parentCycle', ids: cycle.map(({ id }) => id) });
  }
}

function cyclesOf(nodes: Nodes): readonly (readonly DiagramNode[])[] {
  const cycles: (readonly DiagramNode[])[] = [];
  const done = new Set<DiagramNode>();
  for (const start of nodes.values()) {
    const chain = new Set<DiagramNode>();
    let node: DiagramNode | undefined = start;
    while (node !== undefined && !done.has(node) && !chain.has(node)) {
      chain.add(node);
      node = node.parentId === null ? undefined : nodes.get(node.parentId);
    }
    for (const member of chain) done.add(member);
    if (node === undefined || !chain.has(node)) continue;
    const members = [...chain];
    cycles.push(members.slice(members.indexOf(node)));
  }
  return cycles;
}

/** A node within more than `limit` others, if any; the nesting has no circles any more. */
function deeperThan(nodes: Nodes, limit: number): NodeId | null {
  const depths = new Map<NodeId, number>();
  for (const start of nodes.values()) {
    const chain: NodeId[] = [];
    let depth = -1;
    for (let id: NodeId | null = start.id; id !== null; id = nodes.get(id)?.parentId ?? null) {
      const known = depths.get(id);
      if (known !== undefined) {
        depth = known;
        break;
      }
      chain.push(id);
    }
    for (const id of chain.reverse()) {
      depth += 1;
      depths.set(id, depth);
      if (depth > limit) return id;
    }
  }
  return null;
}

function mendRoles(nodes: Nodes, roles: DiagramDocument['roles'], node: DiagramNode, report: Report): void {
  const { takesRole, takesRaci } = kindOf(node.kind).traits;
  let { roleId, raci } = node;
  if (roleId === null && raci.size === 0) return;
  const place = placeOf('nodes', node.id);
  if (roleId !== null && !takesRole) {
    report({ type: 'notTaken', place: fieldPlace(place, 'roleId'), kind: node.kind });
    roleId = null;
  } else if (roleId !== null && !roles.has(roleId)) {
    report({ type: 'roleMissing', place: fieldPlace(place, 'roleId'), id: roleId });
    roleId = null;
  }
  if (raci.size > 0 && !takesRaci) {
    report({ type: 'notTaken', place: fieldPlace(place, 'raci'), kind: node.kind });
    raci = new Map();
  } else raci = withRolesOnly(raci, roles, fieldPlace(place, 'raci'), report);
  if (roleId !== node.roleId || raci !== node.raci) nodes.set(node.id, { ...node, roleId, raci });
}

function mendBackups(roles: DiagramDocument['roles'], report: Report): DiagramDocument['roles'] {
  const mended = new Map<RoleId, Role>();
  for (const role of roles.values()) {
    const { backupId } = role;
    if (backupId === null || (backupId !== role.id && roles.has(backupId))) continue;
    report({ type: 'roleMissing', place: fieldPlace(placeOf('roles', role.id), 'backupId'), id: backupId });
    mended.set(role.id, { ...role, backupId: null });
  }
  return mended.size === 0 ? roles : new Map([...roles, ...mended]);
}

function mendPeople(
  people: DiagramDocument['people'],
  roles: DiagramDocument['roles'],
  report: Report,
): DiagramDocument['people'] {
  const mended = new Map<PersonId, Person>();
  for (const person of people.values()) {
    const kept = [...new Set(person.roleIds)].filter((id) => roles.has(id));
    if (kept.length === person.roleIds.length) continue;
    const lost = person.roleIds.find((id) => !roles.has(id)) ?? person.roleIds[0] ?? '';
    report({ type: 'roleMissing', place: fieldPlace(placeOf('people', person.id), 'roleIds'), id: lost });
    mended.set(person.id, { ...person, roleIds: kept });
  }
  return mended.size === 0 ? people : new Map([...people, ...mended]);
}

function mendSeparations(
  separations: DiagramDocument['separations'],
  nodes: DiagramDocument['nodes'],
  report: Report,
): DiagramDocument['separations'] {
  const kept = new Map<SeparationId, Separation>();
  for (const [id, separation] of separations) {
    if (isSoundSeparation(separation, (id) => nodes.get(id))) kept.set(id, separation);
    else report({ type: 'separationWithoutSteps', place: placeOf('separations', id) });
  }
  return kept.size === separations.size ? separations : kept;
}

function withRolesOnly(
  raci: ReadonlyMap<RoleId, RaciLevel>,
  roles: DiagramDocument['roles'],
  place: string,
  report: Report,
): ReadonlyMap<RoleId, RaciLevel> {
  const kept = [...raci].filter(([id]) => {
    if (!roles.has(id)) report({ type: 'roleMissing', place: fieldPlace(place, id), id });
    return roles.has(id);
  });
  return kept.length === raci.size ? raci : new Map(kept);
}

function isConnected(nodes: Nodes, edge: DiagramEdge, report: Report): boolean {
  for (const { nodeId } of [edge.from, edge.to]) {
    const node = nodes.get(nodeId);
    if (node !== undefined && kindOf(node.kind).traits.connectable) continue;
    const type = node === undefined ? 'edgeEndMissing' : 'edgeEndNotConnectable';
    report({ type, place: placeOf('edges', edge.id), id: nodeId });
    return false;
  }
  return true;
}

/** Nodes within one that holds none, as they lie beside it in the same spot on the canvas. */
function climbedToContainers(nodes: Nodes, report: Report): ReadonlyMap<NodeId, DiagramNode> {
  const climbed = new Map<NodeId, DiagramNode>();
  // Its depth is that of the nesting, which has been limited by now.
  const climb = (node: DiagramNode): DiagramNode => {
    const parent = node.parentId === null ? undefined : nodes.get(node.parentId);
    if (parent === undefined || kindOf(parent.kind).traits.container) return node;
    const known = climbed.get(node.id);
    if (known !== undefined) return known;
    const { parentId, x, y } = climb(parent);
    const beside = { ...node, parentId, x: toCoordinate(x + node.x), y: toCoordinate(y + node.y) };
    climbed.set(node.id, beside);
    report({ type: 'parentNotContainer', place: fieldPlace(placeOf('nodes', node.id), 'parentId'), id: parent.id });
    return beside;
  };
  for (const node of nodes.values()) climb(node);
  return climbed;
}

function keepBends(before: Nodes, after: Nodes, edges: Map<EdgeId, DiagramEdge>): void {
  for (const edge of edges.values()) {
    if (hasPoints(edge)) edges.set(edge.id, rebased(before, edge, after, edge));
  }
}
