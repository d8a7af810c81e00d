import { nodeKinds } from '../kinds/index';
import { groupsPer } from '../util/perMap';
import type { DiagramDocument, DiagramNode, Role } from './document';
import { isHidden } from './hidden';
import type { NodeId, RoleId } from './ids';
import { roleOfNode, rolesInOrder } from './query';

/** The roles that a node's picture shows by itself: the one it belongs to, and those responsible for it. */
function rolesNamedBy({ kind, roleId, raci }: DiagramNode): readonly RoleId[] {
  const { takesRole, takesRaci } = nodeKinds[kind].traits;
  const own = takesRole && roleId !== null ? [roleId] : [];
  if (!takesRaci || raci.size === 0) return own;
  return [...new Set([...own, ...raci.keys()])];
}

/** The nodes that name each role, kept with each edit: a legend on the screen asks again after every one. */
const nodesNaming = groupsPer<NodeId, DiagramNode, RoleId>(rolesNamedBy);

/**
 * The roles that are seen in a picture, in their order: some node that is drawn belongs to them, by itself or by its
 * lane, or says what they are responsible for. `shown`: only these nodes are drawn; else all that no closed container
 * holds.
 */
export function rolesInUse(document: DiagramDocument, shown: ReadonlySet<NodeId> | null): readonly Role[] {
  const { nodes } = document;
  const isDrawn = (id: NodeId) => !isHidden(nodes, id);
  if (shown === null) {
    const naming = nodesNaming(nodes);
    return rolesInOrder(document.roles).filter(({ id }) => naming.get(id)?.some(isDrawn) === true);
  }
  const used = new Set<RoleId>();
  for (const id of shown) {
    const node = nodes.get(id);
    if (node === undefined || !isDrawn(id)) continue;
    for (const roleId of rolesNamedBy(node)) used.add(roleId);
    // A lane that is left out still gives its colour to the steps in it.
    const role = nodeKinds[node.kind].traits.takesRole ? roleOfNode(document, node) : undefined;
    if (role !== undefined) used.add(role.id);
  }
  return rolesInOrder(document.roles).filter(({ id }) => used.has(id));
}
