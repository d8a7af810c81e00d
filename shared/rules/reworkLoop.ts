import type { NodeId } from '../model/ids';
import { flowOf, readsFlow } from './flow';
import { components } from './graph';
import type { Rule } from './rule';
import { isStep, type WorkNode } from './work';

/**
 * Work that goes round without anybody deciding when it is good: steps each of which is reached from each other along
 * flows and hand-offs that lead one way, without passing a decision that has two ways out or more. Going back after a
 * decision ("passed? no") is how rework is meant to be drawn, and people who talk to each other are no loop.
 */
export const reworkLoop: Rule = {
  severity: 'warning',
  reads: readsFlow,
  find(document) {
    const { work, arrows } = flowOf(document);
    const isGuard = ({ id, kind }: WorkNode) =>
      kind === 'decision' && new Set((arrows.get(id) ?? []).map(({ to }) => to)).size > 1;
    const passed = new Map<NodeId, readonly NodeId[]>();
    for (const node of work.values())
      if (!isGuard(node))
        passed.set(
          node.id,
          (arrows.get(node.id) ?? []).map(({ to }) => to),
        );
    return components(passed.keys(), passed).flatMap((ids) => {
      const inside = new Set(ids);
      const links = ids.flatMap((id) => arrows.get(id) ?? []).filter(({ to }) => inside.has(to));
      const count = ids.filter((id) => isStep(work.get(id) ?? { kind: 'note' })).length;
      if (links.length === 0 || count === 0) return [];
      return [{ nodeIds: ids, edgeIds: links.map(({ id }) => id).sort(), roleIds: [], count }];
    });
  },
  what({ nodeIds, count = 0 }, { t, node }) {
    if (count === 1) return t('rule.reworkLoop.one', { step: node(nodeIds[0]) });
    return t('rule.reworkLoop.what', { count, steps: nodeIds.slice(0, SHOWN).map(node).join(', ') });
  },
};

/** Of a long loop the first ones are named. */
const SHOWN = 3;
