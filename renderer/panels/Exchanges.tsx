import { useMemo } from 'react';
import type { DiagramDocument, DiagramEdge, DiagramNode } from '../../shared/model/document';
import { edgeKinds } from '../../shared/model/edgeKinds';
import { type Handoff, handoffsOf } from '../../shared/model/handoffs';
import type { EdgeId } from '../../shared/model/ids';
import { wordsIn } from '../../shared/model/localizedText';
import { nodeName } from '../../shared/model/nodeName';
import { boxOfNode, edgesByNode } from '../../shared/model/query';
import { classNames } from '../chrome/classNames';
import { Icon } from '../chrome/Icon';
import { useLanguage, useOpenDocument, useT } from '../state/hooks';
import styles from './Inspector.module.css';
import { actorName } from './names';
import { Section } from './Section';

const SHOWN = 24;

/** What one node gives to and takes from others; a press selects the edge. */
export function Exchanges({ document, node }: { readonly document: DiagramDocument; readonly node: DiagramNode }) {
  const t = useT();
  const language = useLanguage();
  const edges = (edgesByNode(document.edges).get(node.id) ?? []).flatMap((id) => document.edges.get(id) ?? []);
  if (edges.length === 0) return null;
  return (
    <Section title={t('inspector.connections')}>
      <ul className={styles.cards}>
        {edges.slice(0, SHOWN).map((edge) => {
          const leaves = edge.from.nodeId === node.id;
          const other = document.nodes.get(leaves ? edge.to.nodeId : edge.from.nodeId);
          const isBoth = edge.heads === 'both' || edge.heads === 'none';
          return (
            <EdgeCard
              key={edge.id}
              edge={edge}
              icon={isBoth ? 'arrow-left-right' : leaves ? 'arrow-right' : 'arrow-left'}
              name={other === undefined ? t('inspector.unnamed') : nodeName(document, other, language, t)}
              isCompact
            />
          );
        })}
      </ul>
      <More count={edges.length - SHOWN} />
    </Section>
  );
}

/** Every hand-off of the diagram from left to right: who gives what to whom. */
export function Handoffs({ document }: { readonly document: DiagramDocument }) {
  const t = useT();
  const language = useLanguage();
  const handoffs = handoffsOf(document);
  const shown = useMemo(() => leftmost(document, handoffs), [document, handoffs]);
  return (
    <Section title={t('inspector.exchanges')}>
      {handoffs.length === 0 && <p className={styles.hint}>{t('inspector.exchanges.none')}</p>}
      <ul className={styles.cards}>
        {shown.map((edge) => (
          <EdgeCard
            key={edge.id}
            edge={edge}
            icon={edgeKinds.handoff.icon}
            name={`${actorName(document, edge.from.nodeId, language, t)} → ${actorName(document, edge.to.nodeId, language, t)}`}
          />
        ))}
      </ul>
      <More count={handoffs.length - SHOWN} />
    </Section>
  );
}

/** As many edges as are shown, by where they begin. One pass: of thousands, only those few are put in order. */
function leftmost({ nodes, edges }: DiagramDocument, handoffs: readonly Handoff[]): readonly DiagramEdge[] {
  const found: { readonly edge: DiagramEdge; readonly x: number }[] = [];
  for (const { id } of handoffs) {
    const edge = edges.get(id);
    if (edge === undefined) continue;
    const from = nodes.get(edge.from.nodeId);
    const x = from === undefined ? 0 : boxOfNode(nodes, from).x;
    const isBefore = (other: (typeof found)[number]) => x < other.x || (x === other.x && id < other.edge.id);
    const last = found.at(-1);
    if (found.length === SHOWN && last !== undefined && !isBefore(last)) continue;
    const at = found.findIndex(isBefore);
    found.splice(at < 0 ? found.length : at, 0, { edge, x });
    if (found.length > SHOWN) found.pop();
  }
  return found.map(({ edge }) => edge);
}

function EdgeCard({
  edge,
  icon,
  name,
  isCompact = false,
}: {
  readonly edge: DiagramEdge;
  readonly icon: Parameters<typeof Icon>[0]['name'];
  readonly name: string;
  /** On one line while there is room. */
  readonly isCompact?: boolean;
}) {
  const t = useT();
  const language = useLanguage();
  const { editor } = useOpenDocument();
  const label = wordsIn(edge.label, language);
  const select = (id: EdgeId) => editor.select({ nodes: new Set(), edges: new Set([id]) });
  return (
    <li>
      <button
        type="button"
        className={classNames(styles.card, isCompact && styles.compact)}
        onClick={() => select(edge.id)}
      >
        <span className={styles.cardIcon}>
          <Icon name={icon} size={14} />
        </span>
        <span className={styles.cardName}>{name}</span>
        <span className={styles.cardNote}>{label !== '' ? label : t(edgeKinds[edge.kind].labelKey)}</span>
      </button>
    </li>
  );
}

function More({ count }: { readonly count: number }) {
  const t = useT();
  return count > 0 ? <p className={styles.hint}>{t('panel.more', { count })}</p> : null;
}
