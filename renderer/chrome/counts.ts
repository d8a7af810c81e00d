import type { DiagramDocument, DiagramEdge, DiagramNode } from '../../shared/model/document';
import type { EdgeId, NodeId, RoleId } from '../../shared/model/ids';
import { ancestorsOf } from '../../shared/model/query';
import { indexPer } from '../../shared/util/perMap';

export interface Counts {
  readonly roles: number;
  readonly tasks: number;
  readonly decisions: number;
  readonly artifacts: number;
  readonly edges: number;
  readonly handoffs: number;
}

/** How much of everything there is. */
export function countsOf({ roles, nodes, edges }: DiagramDocument): Counts {
  const ofKind = nodesByKind(nodes);
  return {
    roles: roles.size,
    tasks: ofKind.get('task') ?? 0,
    decisions: ofKind.get('decision') ?? 0,
    artifacts: ofKind.get('artifact') ?? 0,
    edges: edges.size,
    handoffs: edgesByKind(edges).get('handoff') ?? 0,
  };
}

/** How many nodes belong to each role by themselves or by their lane; lanes themselves are not counted. */
export function nodesByRole({ roles, nodes }: DiagramDocument): ReadonlyMap<RoleId, number> {
  const found = new Map<RoleId, number>();
  const add = (roleId: RoleId | null, count: number) => {
    if (roleId !== null && roles.has(roleId)) found.set(roleId, (found.get(roleId) ?? 0) + count);
  };
  for (const [owner, count] of nodesByOwner(nodes)) {
    if (owner.startsWith(ROLE)) add(owner.slice(ROLE.length) as RoleId, count);
    else add(roleOfContainer(nodes, owner.slice(CONTAINER.length) as NodeId), count);
  }
  return found;
}

const nodesByKind = countsPer<NodeId, DiagramNode, DiagramNode['kind']>(({ kind }) => kind);
const edgesByKind = countsPer<EdgeId, DiagramEdge, DiagramEdge['kind']>(({ kind }) => kind);

const ROLE = 'role ';
const CONTAINER = 'container ';

/** By the role they name, else by the container that gives them one: few, whatever the number of nodes. */
const nodesByOwner = countsPer<NodeId, DiagramNode, string>(({ kind, roleId, parentId }) => {
  if (kind === 'lane' || kind === 'group' || kind === 'note' || kind === 'stage') return null;
  if (roleId !== null) return `${ROLE}${roleId}`;
  return parentId === null ? null : `${CONTAINER}${parentId}`;
});

function roleOfContainer(nodes: DiagramDocument['nodes'], id: NodeId): RoleId | null {
  for (const container of [id, ...ancestorsOf(nodes, id)]) {
    const roleId = nodes.get(container)?.roleId ?? null;
    if (roleId !== null) return roleId;
  }
  return null;
}

/** How many entries of a map have which property. */
function countsPer<K, V, Property>(propertyOf: (value: V) => Property | null) {
  return indexPer<K, V, ReadonlyMap<Property, number>>({
    make(map) {
      const counts = new Map<Property, number>();
      for (const value of map.values()) add(counts, propertyOf(value), 1);
      return counts;
    },
    isAlike: (a, b) => propertyOf(a) === propertyOf(b),
    change(counts, changes) {
      const changed = new Map(counts);
      for (const { before, after } of changes) {
        if (before !== undefined) add(changed, propertyOf(before), -1);
        if (after !== undefined) add(changed, propertyOf(after), 1);
      }
      return changed;
    },
  });
}

function add<Property>(counts: Map<Property, number>, property: Property | null, count: number): void {
  if (property !== null) counts.set(property, (counts.get(property) ?? 0) + count);
}
