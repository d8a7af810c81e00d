import * as z from 'zod/mini';
import type { Box } from '../geometry/box';
import { type CollapseProps, collapseField, heldMarks, heldSignWidth } from './collapsing';
import { defineKind, type LabelBox, type NodeFace } from './kind';
import { atLeast, type LabelStyle } from './label';
import { inlineWidthPx, labelMarks } from './labelMarks';
import { bodyPaints } from './paints';

type GroupProps = CollapseProps;

/** A closed group: its heading, and how much lies in it. */
export const CLOSED_GROUP_PX = { width: 176, height: 40 } as const;

const HEADING_PX = 28;
const PADDING_PX = 12;
const groupLabel: LabelStyle = { sizePx: 11, lineHeightPx: 16, weight: 600, align: 'start', verticalAlign: 'middle' };

function heading({ width, height, props }: NodeFace<GroupProps>): Box {
  return { x: 0, y: 0, width, height: props.collapsed === undefined ? Math.min(height, HEADING_PX) : height };
}

/** What the sign for how much lies in it takes of its heading. */
function heldRoom({ held, props }: NodeFace<GroupProps>): number {
  return props.collapsed === undefined || held === undefined ? 0 : heldSignWidth(held) + 8;
}

function labelBox(face: NodeFace<GroupProps>): LabelBox {
  return {
    ...groupLabel,
    x: PADDING_PX,
    y: face.props.collapsed === undefined ? 6 : (face.height - groupLabel.lineHeightPx) / 2,
    width: Math.max(0, face.width - 2 * PADDING_PX - heldRoom(face)),
    height: groupLabel.lineHeightPx,
  };
}

/** A dashed frame around what belongs together. */
export const group = defineKind<GroupProps>({
  labelKey: 'kind.group',
  icon: 'group',
  traits: { container: true, layer: 'back', takesRole: true, takesRaci: false, connectable: true, grip: 'heading' },
  props: z.object(collapseField),
  create: () => ({ props: {}, size: { width: 320, height: 192 } }),
  minSize: ({ props }) => ({ width: 80, height: props.collapsed === undefined ? 56 : CLOSED_GROUP_PX.height }),
  fitSize(face, language) {
    // Its heading has room for one line.
    const needed = inlineWidthPx(face.label, language, groupLabel);
    return atLeast(face, { width: needed + 2 * PADDING_PX, height: HEADING_PX });
  },
  heading,
  labelBox,
  draw(face, context) {
    const paints = bodyPaints(face, context);
    const owned = face.roleId !== null && context.role(face.roleId) !== undefined;
    return [
      {
        type: 'rect',
        x: 0,
        y: 0,
        width: face.width,
        height: face.height,
        radiusPx: 12,
        fill: owned ? paints.fill : 'surfaceMuted',
        opacity: 0.5,
      },
      {
        type: 'rect',
        x: 0,
        y: 0,
        width: face.width,
        height: face.height,
        radiusPx: 12,
        stroke: { paint: paints.line, widthPx: 1.25, dashPx: [4, 4] },
      },
      ...labelMarks(face.label, context.language, labelBox(face), owned ? paints.ink : 'textSecond'),
      ...heldMarks(face, {
        x: face.width - PADDING_PX - heldRoom(face) + 8,
        y: 0,
        width: 0,
        height: face.height,
      }),
    ];
  },
});
