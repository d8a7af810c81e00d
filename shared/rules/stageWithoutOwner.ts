import { boxOfNode, nodesByKind } from '../model/query';
import { mustGet } from '../util/invariant';
import { atNodes, type Rule } from './rule';
import { doersOf, stepsOf, workOf } from './work';

/**
 * A stage in which nobody works: no step of any role lies in its column. A step lies in the stage around its middle, and
 * one that is wider than a stage also in those whose middles it covers. Not asked where no stage has an owner: then the
 * stages are not about steps yet.
 */
export const stageWithoutOwner: Rule = {
  severity: 'warning',
  // Where things lie is what this is about, so moving a step is looked at as well.
  reads: ({ nodes }) => [nodes],
  find({ nodes }) {
    const stages = (nodesByKind(nodes).get('stage') ?? []).map((id) => ({
      id,
      box: boxOfNode(nodes, mustGet(nodes, id)),
    }));
    if (stages.length === 0 || workOf(nodes).size === 0) return [];
    const owned = new Set<string>();
    for (const step of stepsOf(nodes)) {
      if (doersOf(step).length === 0) continue;
      const { x, y, width, height } = boxOfNode(nodes, mustGet(nodes, step.id));
      const middle = x + width / 2;
      for (const { id, box } of stages) {
        const stageMiddle = box.x + box.width / 2;
        const isAcross = y < box.y + box.height && y + height > box.y;
        const isIn = middle >= box.x && middle < box.x + box.width;
        if (isAcross && (isIn || (stageMiddle >= x && stageMiddle <= x + width))) owned.add(id);
      }
    }
    return owned.size === 0 ? [] : stages.filter(({ id }) => !owned.has(id)).map(({ id }) => atNodes([id]));
  },
  what: ({ nodeIds: [id] }, { t, node }) => t('rule.stageWithoutOwner.what', { stage: node(id) }),
};
