import type { DiagramDocument, DiagramEdge, HandoffTerms as Terms } from '../../shared/model/document';
import { giverOf } from '../../shared/model/query';
import { DurationField } from '../chrome/FigureFields';
import { useT } from '../state/hooks';
import { commonOf, valueOrNull } from './common';
import { LocalizedField } from './LocalizedField';
import { Section } from './Section';

/** What two roles agree on where work changes hands; shown for edges between roles alone. */
export function HandoffTerms({
  document,
  edges,
  setEach,
}: {
  readonly document: DiagramDocument;
  readonly edges: readonly DiagramEdge[];
  readonly setEach: (patchOf: (edge: DiagramEdge) => Pick<DiagramEdge, 'terms'>) => void;
}) {
  const t = useT();
  if (!edges.every((edge) => giverOf(document, edge) !== undefined)) return null;
  const set = (termsOf: (terms: Terms) => Partial<Terms>) =>
    setEach(({ terms }) => ({ terms: { ...terms, ...termsOf(terms) } }));
  return (
    <Section title={t('handoff.title')} level="heading">
      <LocalizedField
        title={t('handoff.format')}
        texts={edges.map(({ terms }) => terms.format)}
        placeholder={t('handoff.format.hint')}
        onChange={(update) => set(({ format }) => ({ format: update(format) }))}
      />
      <LocalizedField
        title={t('handoff.acceptance')}
        texts={edges.map(({ terms }) => terms.acceptance)}
        placeholder={t('handoff.acceptance.hint')}
        onChange={(update) => set(({ acceptance }) => ({ acceptance: update(acceptance) }))}
      />
      <Section title={t('handoff.within')}>
        <DurationField
          label={t('handoff.within')}
          value={valueOrNull(commonOf(edges, ({ terms }) => terms.withinMinutes))}
          onCommit={(withinMinutes) => set(() => ({ withinMinutes }))}
        />
      </Section>
    </Section>
  );
}
