import type { DiagramDocument } from '../model/document';
import { isWordless } from '../model/handoffs';
import type { EdgeId, NodeId } from '../model/ids';
import { sharedPer } from '../util/perMap';
import { readsFlow } from './flow';
import type { Rule } from './rule';
import { type Link, linksOf, type WorkNode, workOf } from './work';

/** Edges without a word about what goes along them; shared by documents that differ in other things alone. */
const wordlessIn = sharedPer(
  (edges: DiagramDocument['edges']): ReadonlySet<EdgeId> =>
    new Set([...edges.values()].filter(isWordless).map(({ id }) => id)),
  (a, b) => isWordless(a) === isWordless(b),
);

/**
 * A hand-off that does not say what is handed over: neither in its label nor by an artefact at one of its ends. That is
 * asked of what is drawn as a hand-off and, once any flow from one role to another says it, of all such flows: a diagram
 * that nobody has begun to fill in so is left in peace. Words on the ways out of a decision are answers and begin
 * nothing. Where people work together, or data is read, nothing is handed over.
 */
export const emptyHandoff: Rule = {
  severity: 'warning',
  reads: (document) => [...readsFlow(document), wordlessIn(document.edges)],
  find({ nodes, edges }) {
    const [work, links, wordless] = [workOf(nodes), linksOf(edges), wordlessIn(edges)];
    const isContentSaid = links.some(
      (link) => !wordless.has(link.id) && changesHands(link, work) && work.get(link.from)?.kind !== 'decision',
    );
    const isArtifact = (id: NodeId) => work.get(id)?.kind === 'artifact';
    return links
      .filter(({ id, from, to }) => wordless.has(id) && !isArtifact(from) && !isArtifact(to))
      .filter((link) => link.kind === 'handoff' || (isContentSaid && changesHands(link, work)))
      .map(({ id }) => ({ nodeIds: [], edgeIds: [id], roleIds: [] }));
  },
  what: ({ edgeIds: [id] }, { t, ends }) => t('rule.emptyHandoff.what', ends(id)),
};

/** Whether work goes one way along an edge, from a step of one role to one of another. */
function changesHands({ from, to, asksForContent }: Link, work: ReadonlyMap<NodeId, WorkNode>): boolean {
  const [giver, taker] = [work.get(from)?.roleId ?? null, work.get(to)?.roleId ?? null];
  return asksForContent && giver !== null && taker !== null && giver !== taker;
}
