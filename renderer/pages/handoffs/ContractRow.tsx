// biome-ignore-all lint/a11y/useSemanticElements: rows of a table cannot be left out while they are out of view
// biome-ignore-all lint/a11y/useFocusableInteractive: the fields in it have the focus
import type { CSSProperties, ReactNode } from 'react';
import { emptySelection } from '../../../shared/history/history';
import type { DiagramDocument, DiagramEdge, HandoffTerms } from '../../../shared/model/document';
import type { Handoff } from '../../../shared/model/handoffs';
import type { NodeId, RoleId } from '../../../shared/model/ids';
import { mainLanguage, textIn, withTextIn, wordsIn } from '../../../shared/model/localizedText';
import { nodeName } from '../../../shared/model/nodeName';
import { showPlace } from '../../actions/reveal';
import { classNames } from '../../chrome/classNames';
import { DurationField } from '../../chrome/FigureFields';
import { Swatch } from '../../chrome/RoleColor';
import { TextField } from '../../chrome/TextField';
import { useLabelLanguage, useOpenDocument, useT } from '../../state/hooks';
import styles from './ContractTable.module.css';
import { isContentMissing } from './contracts';

/** A hand-off and its terms as fields; writing in one of them selects the edge. */
export function ContractRow({
  document,
  handoff,
  edge,
  isSelected,
  rowIndex,
  place,
}: {
  readonly document: DiagramDocument;
  readonly handoff: Handoff;
  readonly edge: DiagramEdge;
  readonly isSelected: boolean;
  readonly rowIndex: number;
  readonly place: CSSProperties;
}) {
  const t = useT();
  const language = mainLanguage(useLabelLanguage());
  const open = useOpenDocument();
  const { editor } = open;
  const selection = { nodes: emptySelection.nodes, edges: new Set([edge.id]) };
  const stepName = (id: NodeId) => {
    const node = document.nodes.get(id);
    return node === undefined ? '' : nodeName(document, node, language, t);
  };
  const [from, to] = [stepName(handoff.fromNodeId), stepName(handoff.toNodeId)];
  const isMissing = isContentMissing(document, edge);

  const set = (patch: Partial<Pick<DiagramEdge, 'label' | 'terms'>>) =>
    editor.edit('edges.set', { ids: [edge.id], patch });
  const setTerms = (terms: Partial<HandoffTerms>) => set({ terms: { ...edge.terms, ...terms } });
  const nameOf = (field: string) => t('handoffs.field', { field, from, to });

  return (
    <div
      className={classNames(styles.row, isSelected && styles.selected)}
      style={place}
      role="row"
      aria-rowindex={rowIndex}
      aria-selected={isSelected}
      onFocus={() => editor.select(selection)}
    >
      <RoleCell document={document} id={handoff.from} />
      <RoleCell document={document} id={handoff.to} />
      <Cell>
        <button
          type="button"
          className={styles.steps}
          aria-label={t('handoffs.show', { from, to })}
          onClick={() => showPlace(open, selection)}
        >
          <span className={styles.stepNames}>{t('handoffs.fromTo', { from, to })}</span>
        </button>
      </Cell>
      <Cell className={isMissing ? styles.missing : undefined}>
        <TextField
          label={nameOf(t('handoff.what'))}
          value={textIn(edge.label, language)}
          placeholder={isMissing ? t('handoff.missing') : NOTHING}
          onCommit={(value) => set({ label: withTextIn(edge.label, language, value) })}
        />
      </Cell>
      <Cell>
        <TextField
          label={nameOf(t('handoff.format'))}
          value={textIn(edge.terms.format, language)}
          placeholder={NOTHING}
          onCommit={(value) => setTerms({ format: withTextIn(edge.terms.format, language, value) })}
        />
      </Cell>
      <Cell>
        <TextField
          label={nameOf(t('handoff.acceptance'))}
          value={textIn(edge.terms.acceptance, language)}
          placeholder={NOTHING}
          onCommit={(value) => setTerms({ acceptance: withTextIn(edge.terms.acceptance, language, value) })}
        />
      </Cell>
      <Cell className={styles.within}>
        <DurationField
          label={nameOf(t('handoff.within'))}
          value={edge.terms.withinMinutes}
          placeholder={NOTHING}
          onCommit={(withinMinutes) => setTerms({ withinMinutes })}
        />
      </Cell>
    </div>
  );
}

/** Stands where nobody has agreed on anything yet. */
const NOTHING = '–';

function Cell({ className, children }: { readonly className?: string | undefined; readonly children: ReactNode }) {
  return (
    <div className={classNames(styles.cell, className)} role="cell">
      {children}
    </div>
  );
}

function RoleCell({ document, id }: { readonly document: DiagramDocument; readonly id: RoleId }) {
  const language = mainLanguage(useLabelLanguage());
  const role = document.roles.get(id);
  if (role === undefined) return <Cell>{null}</Cell>;
  return (
    <Cell className={styles.role}>
      <Swatch color={role.color} />
      <span className={styles.name}>{wordsIn(role.name, language)}</span>
    </Cell>
  );
}
