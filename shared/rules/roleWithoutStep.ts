import type { DiagramDocument } from '../model/document';
import type { RoleId } from '../model/ids';
import { nodesByKind } from '../model/query';
import { atNodes, type Rule } from './rule';
import { isStep, linksOf, stepsOf, workOf } from './work';

/**
 * A role that takes part in nothing: no step, artefact, start or end is its own, no responsibility names it, no edge
 * ends at a card of it, and it steps in for no other role. Not asked while there are no steps yet.
 */
export const roleWithoutStep: Rule = {
  severity: 'warning',
  reads: ({ nodes, edges, roles }) => [workOf(nodes), linksOf(edges), roles],
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

function usedRoles({ nodes, edges, roles }: DiagramDocument): ReadonlySet<RoleId> {
  const work = workOf(nodes);
  const linked = new Set(linksOf(edges).flatMap(({ from, to }) => [from, to]));
  const used = new Set<RoleId>();
  for (const node of work.values()) {
    const takesPart = isStep(node) || node.kind === 'artifact' || node.kind === 'terminal' || linked.has(node.id);
    if (node.roleId !== null && takesPart) used.add(node.roleId);
    for (const roleId of node.raci.keys()) used.add(roleId);
  }
  for (const { backupId } of roles.values()) if (backupId !== null) used.add(backupId);
  return used;
}
