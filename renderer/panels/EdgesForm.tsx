import type { Side } from '../../shared/geometry/box';
import {
  type DiagramDocument,
  type DiagramEdge,
  type EdgeEnd,
  edgeHeads,
  edgeRoutings,
} from '../../shared/model/document';
import { edgeKindNames, edgeKinds } from '../../shared/model/edgeKinds';
import { nodeName } from '../../shared/model/nodeName';
import type { IconName } from '../../shared/scene/icons.generated';
import { showNode } from '../actions/reveal';
import { Segmented } from '../chrome/Segmented';
import { SelectField } from '../chrome/SelectField';
import { useLanguage, useOpenDocument, useT } from '../state/hooks';
import { commonOf, valueOrNull } from './common';
import { HandoffTerms } from './HandoffTerms';
import styles from './Inspector.module.css';
import { Links } from './Links';
import { LocalizedField } from './LocalizedField';
import { Section } from './Section';
import { TimingFields } from './TimingFields';

const routingIcons = { orthogonal: 'corner-down-right', straight: 'slash', curved: 'spline' } as const;
const headIcons: Readonly<Record<(typeof edgeHeads)[number], IconName>> = {
  none: 'minus',
  start: 'arrow-left',
  end: 'arrow-right',
  both: 'arrow-left-right',
};
const sides: readonly (Side | 'auto')[] = ['auto', 'top', 'right', 'bottom', 'left'];

/** Everything about the selected edges, one or several. */
export function EdgesForm({
  document,
  edges,
}: {
  readonly document: DiagramDocument;
  readonly edges: readonly DiagramEdge[];
}) {
  const t = useT();
  const { editor } = useOpenDocument();
  const ids = edges.map((edge) => edge.id);
  const [only] = edges.length === 1 ? edges : [];
  const kind = valueOrNull(commonOf(edges, (edge) => edge.kind));

  function setEach(patchOf: (edge: DiagramEdge) => Partial<Omit<DiagramEdge, 'id' | 'unknown'>>): void {
    editor.transact('edit.edges.set', (edit) => {
      for (const edge of edges) edit('edges.set', { ids: [edge.id], patch: patchOf(edge) });
    });
  }

  return (
    <div className={styles.form}>
      <h2 className={styles.heading}>
        {edges.length > 1 || kind === null
          ? t('inspector.edges', { count: edges.length })
          : t(edgeKinds[kind].labelKey)}
      </h2>
      {only !== undefined && (
        <div className={styles.ends}>
          <EndLink document={document} label={t('inspector.from')} end={only.from} />
          <EndLink document={document} label={t('inspector.to')} end={only.to} />
        </div>
      )}
      <LocalizedField
        title={t('inspector.label')}
        texts={edges.map((edge) => edge.label)}
        isFormatted
        onChange={(update) => setEach((edge) => ({ label: update(edge.label) }))}
      />
      <Section title={t('inspector.kind')}>
        <SelectField
          label={t('inspector.kind')}
          value={kind}
          placeholder={t('panel.mixed')}
          choices={edgeKindNames.map((name) => ({
            value: name,
            label: t(edgeKinds[name].labelKey),
            icon: edgeKinds[name].icon,
          }))}
          // A kind says by its arrowheads which way things go, so it brings its own.
          onChange={(name) => editor.edit('edges.set', { ids, patch: { kind: name, heads: edgeKinds[name].heads } })}
        />
      </Section>
      <TimingFields
        timings={edges.map((edge) => edge.timing)}
        onChange={(patch) => setEach((edge) => ({ timing: { ...edge.timing, ...patch } }))}
      />
      <Section title={t('inspector.routing')}>
        <Segmented
          label={t('inspector.routing')}
          value={valueOrNull(commonOf(edges, (edge) => edge.routing))}
          segments={edgeRoutings.map((value) => ({ value, label: t(`routing.${value}`), icon: routingIcons[value] }))}
          onChange={(routing) => editor.edit('edges.set', { ids, patch: { routing } })}
        />
      </Section>
      <Section title={t('inspector.heads')}>
        <Segmented
          label={t('inspector.heads')}
          value={valueOrNull(commonOf(edges, (edge) => edge.heads))}
          segments={edgeHeads.map((value) => ({ value, label: t(`heads.${value}`), icon: headIcons[value] }))}
          onChange={(heads) => editor.edit('edges.set', { ids, patch: { heads } })}
        />
      </Section>
      <div className={styles.pair}>
        {(['from', 'to'] as const).map((end) => (
          <Section key={end} title={t(`inspector.${end}Side`)}>
            <SelectField
              label={t(`inspector.${end}Side`)}
              value={valueOrNull(commonOf(edges, (edge) => edge[end].side))}
              placeholder={t('panel.mixed')}
              choices={sides.map((side) => ({ value: side, label: t(`side.${side}`) }))}
              onChange={(side) => setEach((edge) => ({ [end]: { ...edge[end], side, at: 0.5 } }))}
            />
          </Section>
        ))}
      </div>
      <HandoffTerms document={document} edges={edges} setEach={setEach} />
      <LocalizedField
        title={t('inspector.description')}
        texts={edges.map((edge) => edge.description)}
        placeholder={t('inspector.addDescription')}
        lines="many"
        isFormatted
        onChange={(update) => setEach((edge) => ({ description: update(edge.description) }))}
      />
      <Links texts={edges.flatMap((edge) => [edge.label, edge.description])} />
    </div>
  );
}

function EndLink({
  document,
  label,
  end,
}: {
  readonly document: DiagramDocument;
  readonly label: string;
  readonly end: EdgeEnd;
}) {
  const t = useT();
  const language = useLanguage();
  const open = useOpenDocument();
  const node = document.nodes.get(end.nodeId);
  const name = node === undefined ? t('inspector.unnamed') : nodeName(document, node, language, t);
  return (
    <>
      <span className={styles.endName}>{label}</span>
      <button
        type="button"
        className={styles.link}
        aria-label={t('inspector.select', { name })}
        onClick={() => showNode(open, end.nodeId)}
      >
        {name}
      </button>
    </>
  );
}
