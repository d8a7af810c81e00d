import type { NodeProps } from '@xyflow/react';
import { memo, useMemo } from 'react';
import { kindOf } from '../../shared/kinds/index';
import { canCollapse, isCollapsed } from '../../shared/model/collapsed';
import type { LabelLanguage } from '../../shared/model/localizedText';
import { FADED_OPACITY } from '../../shared/model/roleFocus';
import { marksOfLook, type NodeLook, nodeFace } from '../../shared/picture/nodeMarks';
import type { Marks } from '../../shared/scene/mark';
import { svgRootAttributes } from '../../shared/scene/svgElements';
import { useAppearance } from './appearance';
import styles from './Canvas.module.css';
import { CollapseButton } from './CollapseButton';
import type { FlowNode } from './flowModel';
import { MarksView, toReactAttributes } from './MarksView';
import { NodeTextEditor } from './NodeTextEditor';

const svgAttributes = toReactAttributes(svgRootAttributes);

/** How thick the outline of a container is to the pointer. */
const OUTLINE_GRIP_PX = 8;

/** One view for every kind of node: its marks, what of it answers the pointer, and the field its label is typed in. */
export const NodeView = memo(function NodeView({ id, data }: NodeProps<FlowNode>) {
  const { look, takesText, isEdited } = data;
  const { language, theme, focus } = useAppearance();
  const isFaded = focus !== null && !focus.nodes.has(look.node.id);
  const marks = useMarks(look, language, isEdited);
  const { width, height } = look.node;
  const { connectable, grip } = kindOf(look.node.kind).traits;
  return (
    <div
      className={styles.node}
      data-node-id={id}
      data-kind={look.node.kind}
      data-edited={isEdited}
      data-faded={isFaded || undefined}
      style={isFaded ? { opacity: FADED_OPACITY } : undefined}
    >
      <svg
        {...svgAttributes}
        className={grip === 'body' ? `${styles.marks} ${styles.body}` : styles.marks}
        width={width}
        height={height}
        aria-hidden="true"
        focusable="false"
      >
        <MarksView marks={marks} theme={theme} />
        {grip === 'heading' && <HeadingGrip look={look} />}
      </svg>
      {/* Where React Flow looks for an edge's ends. Its own Handle would listen to every change of the canvas. */}
      {(connectable || isCollapsed(look.node)) && (
        <div className={`${styles.anchor} source target`} data-handlepos="top" />
      )}
      {canCollapse(look.node) && <CollapseButton look={look} />}
      {(takesText || isEdited) && <NodeTextEditor key={id} look={look} />}
    </div>
  );
});

/** What a container is held by: its heading and its outline; a press inside it is one on the canvas below. */
function HeadingGrip({ look }: { readonly look: NodeLook }) {
  const { width, height } = look.node;
  const heading = kindOf(look.node.kind).heading?.(nodeFace(look));
  return (
    <g className={styles.grip}>
      {heading !== undefined && <rect {...heading} fill="transparent" className={styles.heading} />}
      <rect
        width={width}
        height={height}
        fill="none"
        stroke="transparent"
        strokeWidth={OUTLINE_GRIP_PX}
        className={styles.outline}
      />
    </g>
  );
}

/** The node's marks, made again only when something they show changed: a drag changes nothing but the place. */
function useMarks(look: NodeLook, language: LabelLanguage, isEdited: boolean): Marks {
  const { node, roles, roleId, held } = look;
  const { kind, label, props, raci, width, height } = node;
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the node all that is drawn is listed, its place is not.
  return useMemo(() => {
    // While the label is typed the field stands in for it; a space keeps kinds from showing a name instead of it.
    const shown = isEdited ? { ...look, node: { ...node, label: ' ' } } : look;
    return marksOfLook(shown, language);
  }, [kind, label, props, raci, width, height, roles, roleId, held, language, isEdited]);
}
