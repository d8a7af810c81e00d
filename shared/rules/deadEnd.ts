import type { DiagramDocument } from '../model/document';
import type { NodeId } from '../model/ids';
import { actorsOf, declaredAs, whereCutOff } from './ends';
import { type Flow, flowOf, readsFlow } from './flow';
import { reachable } from './graph';
import { atNodes, type Rule } from './rule';
import { stepsOfUnreached } from './userNotReached';
import { isStep, type WorkNode } from './work';

/**
 * Where work arrives and goes no further. With ends in the diagram (see `ends.ts`): steps, or loops of them, from which
 * none is reached, nor a role's card, nor an artefact or a picture that is the result. Without any: decisions that lead nowhere, as
 * every other step may be the last. A start that nothing follows is one, too.
 */
export const deadEnd: Rule = {
  severity: 'error',
  reads: readsFlow,
  find: (document) => stuckAt(document).map((ids) => atNodes(ids)),
  what: ({ nodeIds: [id] }, { t, node }) => t('rule.deadEnd.what', { step: node(id) }),
};

function stuckAt(document: DiagramDocument): readonly (readonly NodeId[])[] {
  const flow = flowOf(document);
  const { work, onward, backward } = flow;
  const told = stepsOfUnreached(document);
  const leadsOn = (id: NodeId) => onward.has(id);
  const isArrivedAt = (node: WorkNode) => node.event === 'start' || backward.has(node.id);
  const mayBeStuck = (node: WorkNode) => (isStep(node) || node.event === 'start') && !told.has(node.id);

  if (declaredAs('end', flow).length === 0) {
    const needsWay = ({ kind, event }: WorkNode) => kind === 'decision' || event === 'start';
    const alone = [...work.values()].filter((node) => needsWay(node) && isArrivedAt(node) && !leadsOn(node.id));
    return alone
      .filter(mayBeStuck)
      .filter(() => work.size > 1)
      .map(({ id }) => [id]);
  }
  const going = reachable(endsOf(flow), backward);
  const stuck = new Set([...work.keys()].filter((id) => !going.has(id)));
  return whereCutOff(stuck, onward)
    .map((ids) => ids.flatMap((id) => work.get(id) ?? []).filter(mayBeStuck))
    .filter((nodes) => nodes.some(isArrivedAt))
    .map((nodes) => nodes.map(({ id }) => id));
}

function endsOf(flow: Flow): readonly NodeId[] {
  const isResult = ({ id, kind }: WorkNode) => (kind === 'artifact' || kind === 'image') && !flow.onward.has(id);
  const results = [...flow.work.values()].filter(isResult);
  return [...declaredAs('end', flow), ...results].map(({ id }) => id).concat(actorsOf(flow));
}
