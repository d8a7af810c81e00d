import type { DiagramDocument, DiagramNode } from '../../shared/model/document';
import { handoffsById } from '../../shared/model/handoffs';
import type { NodeId, RoleId } from '../../shared/model/ids';
import { ancestorsOf, nodesByKind } from '../../shared/model/query';
import { groupsPer } from '../../shared/util/perMap';

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
    tasks: ofKind.get('task')?.length ?? 0,
    decisions: ofKind.get('decision')?.length ?? 0,
    artifacts: ofKind.get('artifact')?.length ?? 0,
    edges: edges.size,
    handoffs: handoffsById({ nodes, edges }).size,
  };
}

/** How many nodes belong to each role by themselves or by their lane; lanes themselves are not counted. */
export function nodesByRole({ roles, nodes }: DiagramDocument): ReadonlyMap<RoleId, number> {
  const found = new Map<RoleId, number>();
  const add = (roleId: RoleId | null, count: number) => {
    if (roleId !== null && roles.has(roleId)) found.set(roleId, (found.get(roleId) ?? 0) + count);
  };
  for (const [owner, ids] of nodesByOwner(nodes)) {
    if (owner.startsWith(ROLE)) add(owner.slice(ROLE.length) as RoleId, ids.length);
    else add(roleOfContainer(nodes, owner.slice(CONTAINER.length) as NodeId), ids.length);
  }
  return found;
}

const ROLE = 'role ';
const CONTAINER = 'container ';

/** By the role they name, else by the container that gives them one: few, whatever the number of nodes. */
const nodesByOwner = groupsPer<NodeId, DiagramNode, string>(({ kind, roleId, parentId }) => {
  if (kind === 'lane' || kind === 'group' || kind === 'note' || kind === 'stage') return [];
  if (roleId !== null) return [`${ROLE}${roleId}`];
  return parentId === null ? [] : [`${CONTAINER}${parentId}`];
});

function roleOfContainer(nodes: DiagramDocument['nodes'], id: NodeId): RoleId | null {
  for (const container of [id, ...ancestorsOf(nodes, id)]) {
    const roleId = nodes.get(container)?.roleId ?? null;
    if (roleId !== null) return roleId;
  }
  return null;
}
