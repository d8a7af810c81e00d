import type { NodeId } from '../model/ids';
import { actorsOf, declaredAs, whereCutOff } from './ends';
import { flowOf, readsFlow } from './flow';
import { reachable } from './graph';
import { atNodes, type Rule } from './rule';
import { stepsOfUnreached } from './userNotReached';
import { isStep, type WorkNode } from './work';

/**
 * A step that work never gets to. With starts in the diagram (see `ends.ts`): one that no way leads to from a start or a
 * role's card; of several that hang together the first ones are named. An end that nothing leads to is one in any case.
 */
export const unreachable: Rule = {
  severity: 'error',
  reads: readsFlow,
  find(document) {
    const flow = flowOf(document);
    const { work, onward, backward } = flow;
    const told = stepsOfUnreached(document);
    const mayBe = (node: WorkNode) => (isStep(node) || node.event === 'end') && !told.has(node.id);
    const starts = declaredAs('start', flow).map(({ id }) => id);
    if (starts.length === 0) {
      const lost = declaredAs('end', flow).filter(({ id }) => !backward.has(id) && work.size > 1);
      return lost.map(({ id }) => atNodes([id]));
    }
    const reached = reachable([...starts, ...actorsOf(flow)], onward);
    const lost = new Set<NodeId>();
    for (const node of work.values()) if (!reached.has(node.id) && mayBe(node)) lost.add(node.id);
    return whereCutOff(lost, backward).map((ids) => atNodes(ids));
  },
  what: ({ nodeIds: [id] }, { t, node }) => t('rule.unreachable.what', { step: node(id) }),
};
