import type { DiagramDocument } from '../model/document';
import type { NodeId, RoleId } from '../model/ids';
import { nodesByKind } from '../model/query';
import { flowOf, readsFlow } from './flow';
import { atNodes, type Rule } from './rule';
import { isStep, stepsOf } from './work';

/**
 * A role that takes part in nothing: no step, artefact, start or end is its own, no responsibility names it, no edge
 * ends at a card of it, and it steps in for no other role. Not asked while there are no steps yet.
 */
export const roleWithoutStep: Rule = {
  severity: 'warning',
  reads: (document) => [...readsFlow(document), document.roles],
  find(document) {
    const { nodes, roles } = document;
    if (stepsOf(nodes).length === 0) return [];
    const used = usedRoles(document);
    return [...roles.keys()]
      .filter((id) => !used.has(id))
      .map((id) => {
        const places = [...(nodesByKind(nodes).get('lane') ?? []), ...(nodesByKind(nodes).get('role') ?? [])];
        return atNodes(
          places.filter((place) => nodes.get(place)?.roleId === id),
          { roleIds: [id] },
        );
      });
  },
  what: ({ roleIds: [id] }, { t, role }) => t('rule.roleWithoutStep.what', { role: role(id) }),
};

function usedRoles(document: DiagramDocument): ReadonlySet<RoleId> {
  const { work, onward, backward } = flowOf(document);
  const isLinked = (id: NodeId) => onward.has(id) || backward.has(id);
  const used = new Set<RoleId>();
  for (const node of work.values()) {
    const takesPart = isStep(node) || node.kind === 'artifact' || node.kind === 'terminal' || isLinked(node.id);
    if (node.roleId !== null && takesPart) used.add(node.roleId);
    for (const roleId of node.raci.keys()) used.add(roleId);
  }
  for (const { backupId } of document.roles.values()) if (backupId !== null) used.add(backupId);
  return used;
}
