import { languages } from '../i18n/language';
import type { DiagramDocument, DiagramEdge } from '../model/document';
import { textIn } from '../model/localizedText';
import { sharedPer } from '../util/perMap';
import type { Rule } from './rule';
import { workOf } from './work';

/** Hand-offs without a word about what is handed over; shared by documents that differ in other things alone. */
const wordless = sharedPer(
  (edges: DiagramDocument['edges']) => [...edges.values()].filter(isWordless),
  (a, b) => isWordless(a) === isWordless(b) && (!isWordless(a) || (a.from === b.from && a.to === b.to)),
);

function isWordless({ kind, label }: DiagramEdge): boolean {
  return kind === 'handoff' && languages.every((language) => textIn(label, language).trim() === '');
}

/** A hand-off that does not say what is handed over: neither in its label nor by an artefact at one of its ends. */
export const emptyHandoff: Rule = {
  severity: 'warning',
  reads: ({ nodes, edges }) => [workOf(nodes), wordless(edges)],
  find({ nodes, edges }) {
    const isArtifact = (end: DiagramEdge['from']) => workOf(nodes).get(end.nodeId)?.kind === 'artifact';
    return wordless(edges)
      .filter(({ from, to }) => !isArtifact(from) && !isArtifact(to))
      .map(({ id }) => ({ nodeIds: [], edgeIds: [id], roleIds: [] }));
  },
  what: ({ edgeIds: [id] }, { t, ends }) => t('rule.emptyHandoff.what', ends(id)),
};
