import type { DiagramDocument, DiagramEdge } from '../model/document';
import { handoffsById } from '../model/handoffs';
import { isSameText } from '../model/localizedText';
import { isSame } from '../util/isSame';
import { at, type Comparer, type Finding, type Pair, type PairNames } from './comparer';
import { changedFields } from './fields';

export const handoffAdded: Comparer = {
  section: 'edges',
  tone: 'added',
  find: (pair) => edgesOf(pair.of('edges').added, pair.after, true),
  what: (finding, names) => told('compare.handoffAdded', finding, names),
};

export const handoffRemoved: Comparer = {
  section: 'edges',
  tone: 'removed',
  find: (pair) => edgesOf(goneByItself(pair), pair.before, true),
  what: (finding, names) => told('compare.handoffRemoved', finding, names),
};

export const edgeAdded: Comparer = {
  section: 'edges',
  tone: 'added',
  find: (pair) => edgesOf(pair.of('edges').added, pair.after, false),
  what: (finding, names) => told('compare.edgeAdded', finding, names),
};

export const edgeRemoved: Comparer = {
  section: 'edges',
  tone: 'removed',
  find: (pair) => edgesOf(goneByItself(pair), pair.before, false),
  what: (finding, names) => told('compare.edgeRemoved', finding, names),
};

/** An edge that leads to or from another step. */
export const edgeRehung: Comparer = {
  section: 'edges',
  tone: 'moved',
  find: (pair) =>
    pair
      .of('edges')
      .changed.filter(([old, now]) => old.from.nodeId !== now.from.nodeId || old.to.nodeId !== now.to.nodeId)
      .map(([old, now]) => at({ edgeIds: [now.id], nodeIds: [old.from.nodeId, old.to.nodeId] })),
  what({ edgeIds: [id], nodeIds: [from, to] }, { t, node, ends }) {
    const now = ends(id);
    return t('compare.edgeRehung', { oldFrom: node(from), oldTo: node(to), ...now });
  },
};

export const edgeRelabelled: Comparer = {
  section: 'edges',
  tone: 'changed',
  find: (pair) =>
    pair
      .of('edges')
      .changed.filter(([old, now]) => !isSameText(old.label, now.label))
      .map(([old, { id, label }]) => at({ edgeIds: [id] }, { texts: { old: old.label, now: label } })),
  what: ({ edgeIds: [id], texts }, { t, text, ends }) =>
    t('compare.edgeRelabelled', { ...ends(id), old: text(texts?.old ?? ''), now: text(texts?.now ?? '') }),
};

const edgeFields = [
  'kind',
  'heads',
  'description',
  'terms',
  'timing',
  'unknown',
] as const satisfies readonly (keyof DiagramEdge)[];

export const edgeChanged: Comparer = {
  section: 'edges',
  tone: 'changed',
  find: (pair) =>
    pair.of('edges').changed.flatMap(([old, now]) => {
      const fields = changedFields<DiagramEdge>(old, now, edgeFields);
      return fields.length === 0 ? [] : [at({ edgeIds: [now.id] }, { fields })];
    }),
  what: ({ edgeIds: [id], fields = [] }, names) =>
    names.t('compare.edgeChanged', { ...names.ends(id), fields: names.fields(fields) }),
};

/** What people place of a line. Ways, bridges and places of labels that were found follow from other things. */
const placedFields = [
  'waypoints',
  'labelAt',
  'routing',
  'from',
  'to',
] as const satisfies readonly (keyof DiagramEdge)[];

/** Whether an edge is only drawn elsewhere. */
export function isOnlyRedrawn(old: DiagramEdge, now: DiagramEdge): boolean {
  const hasSameEnds = old.from.nodeId === now.from.nodeId && old.to.nodeId === now.to.nodeId;
  const saysSame = isSame(old.label, now.label) && changedFields<DiagramEdge>(old, now, edgeFields).length === 0;
  return hasSameEnds && saysSame && changedFields<DiagramEdge>(old, now, placedFields).length > 0;
}

/** Edges that go with a step are not told beside it. */
function goneByItself({ after, of }: Pair): readonly DiagramEdge[] {
  return of('edges').removed.filter(({ from, to }) => after.nodes.has(from.nodeId) && after.nodes.has(to.nodeId));
}

function edgesOf(edges: readonly DiagramEdge[], document: DiagramDocument, isHandoff: boolean): readonly Finding[] {
  const handoffs = handoffsById(document);
  return edges
    .filter(({ id }) => handoffs.has(id) === isHandoff)
    .map(({ id, label }) => at({ edgeIds: [id] }, { texts: { label } }));
}

function told(
  key: 'compare.handoffAdded' | 'compare.handoffRemoved' | 'compare.edgeAdded' | 'compare.edgeRemoved',
  { edgeIds: [id], texts }: Finding,
  { t, text, ends }: PairNames,
): string {
  const label = text(texts?.label ?? '');
  return label === '' ? t(key, ends(id)) : t('compare.withLabel', { what: t(key, ends(id)), label });
}
