import { depthsOf, flowOrder } from '../figures/flowOrder';
import type { DiagramDocument } from '../model/document';
import { rolesOfNodes } from '../model/handoffs';
import type { NodeId, RoleId } from '../model/ids';
import { nodesByKind, rolesInOrder } from '../model/query';
import { readingRanks } from '../model/readingOrder';
import { isWork, stageOf } from '../model/steps';

/** Where in the work a step stands: its stage, then how many places lie before it. */
type Place = readonly [stage: number, depth: number];

/**
 * The roles of a team in the order in which it needs them: a role is needed from its first step on. That is the one in
 * the earliest stage (what lies in none comes after), and of those the one that fewest places come before, along flows
 * and hand-offs (what these lead neither to nor from says nothing of it, and comes after). Roles that begin together
 * keep the order of the document. Left out are roles without a step, and those
 * that say that they need nobody, such as a user's.
 *
 * So the small team of the article comes about: the one who sets up the pipeline first, then the one who makes the model,
 * then the one who moves it into operation.
 */
export function rolesByNeed(document: DiagramDocument): readonly RoleId[] {
  const { nodes } = document;
  const roles = rolesOfNodes(nodes);
  const flow = flowOrder(document);
  const depths = depthsOf(flow);
  const linked = new Set([...flow.onward.values()].flat().flatMap(({ from, to }) => [from, to]));
  const ranks = readingRanks(nodes);
  const stageRanks = new Map(
    [...(nodesByKind(nodes).get('stage') ?? [])]
      .sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0))
      .map((id, rank): [NodeId, number] => [id, rank]),
  );
  const first = new Map<RoleId, Place>();
  for (const node of nodes.values()) {
    const role = isWork(node) ? (roles.get(node.id) ?? null) : null;
    if (role === null) continue;
    const stage = stageRanks.size === 0 ? null : stageOf(nodes, node);
    const place: Place = [
      stage === null ? stageRanks.size : (stageRanks.get(stage) ?? 0),
      linked.has(node.id) ? (depths.get(node.id) ?? 0) : depths.size,
    ];
    const known = first.get(role);
    if (known === undefined || compare(place, known) < 0) first.set(role, place);
  }
  return rolesInOrder(document.roles)
    .flatMap(({ id, headcount }) => {
      const place = first.get(id);
      return place === undefined || headcount === 0 ? [] : [{ id, place }];
    })
    .sort((a, b) => compare(a.place, b.place))
    .map(({ id }) => id);
}

function compare([stageA, depthA]: Place, [stageB, depthB]: Place): number {
  return stageA - stageB || depthA - depthB;
}
