import { mustGet } from '../util/invariant';
import { flowOf, readsFlow } from './flow';
import { components, peel } from './graph';
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
    const { work, arrows, next } = flowOf(document);
    const circled = peel(next).rest;
    const isGuard = ({ id, kind }: WorkNode) => kind === 'decision' && new Set(next.get(id)).size > 1;
    const passed = [...circled].filter((id) => !isGuard(mustGet(work, id)));
    return components(passed, next).flatMap((ids) => {
      const inside = new Set(ids);
      const links = ids.flatMap((id) => arrows.get(id) ?? []).filter(({ to }) => inside.has(to));
      const count = ids.filter((id) => isStep(mustGet(work, id))).length;
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
