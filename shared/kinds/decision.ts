import * as z from 'zod/mini';
import { defineKind, type LabelBox, type NodeFace } from './kind';
import { atLeast, bodyLabel, roundedPolygon } from './label';
import { labelMarks, labelSize } from './labelMarks';
import { bodyPaints, roleLook } from './paints';
import { vacantMarks } from './takers';

type DecisionProps = Readonly<Record<never, never>>;

/** A rectangle inside a rhombus touches its sides when its shares of width and height add up to 1. */
const LABEL_WIDTH_SHARE = 0.6;
const LABEL_HEIGHT_SHARE = 0.44;
const CORNER_PX = 8;

function labelBox({ width, height }: NodeFace<DecisionProps>): LabelBox {
  return {
    ...bodyLabel,
    x: (width * (1 - LABEL_WIDTH_SHARE)) / 2,
    y: (height * (1 - LABEL_HEIGHT_SHARE)) / 2,
    width: width * LABEL_WIDTH_SHARE,
    height: height * LABEL_HEIGHT_SHARE,
  };
}

/** A question whose answer decides how the work goes on. */
export const decision = defineKind<DecisionProps>({
  labelKey: 'kind.decision',
  icon: 'diamond',
  traits: { container: false, layer: 'front', takesRole: true, takesRaci: true, connectable: true, grip: 'body' },
  props: z.object({}),
  create: () => ({ props: {}, size: { width: 144, height: 80 } }),
  minSize: () => ({ width: 56, height: 40 }),
  fitSize(face, language) {
    const needed = labelSize(face.label, language, labelBox(face).width, bodyLabel);
    return atLeast(face, {
      width: Math.ceil(needed.width / LABEL_WIDTH_SHARE - 0.01),
      height: Math.ceil(needed.height / LABEL_HEIGHT_SHARE - 0.01),
    });
  },
  labelBox,
  outlineInset({ width, height }, side, at) {
    const across = side === 'top' || side === 'bottom' ? height : width;
    // A rounded corner lies half its radius, seen along the sides, inside the sharp one.
    const cornerPx = (CORNER_PX * across) / (4 * Math.hypot(width / 2, height / 2));
    return Math.max(Math.abs(at - 0.5) * across, cornerPx);
  },
  draw(face, context) {
    const { width, height } = face;
    const paints = bodyPaints(face, context);
    const corners = [
      { x: width / 2, y: 0 },
      { x: width, y: height / 2 },
      { x: width / 2, y: height },
      { x: 0, y: height / 2 },
    ];
    return [
      {
        type: 'path',
        d: roundedPolygon(corners, CORNER_PX),
        fill: paints.fill,
        stroke: { paint: paints.line, widthPx: 1.25 },
      },
      ...vacantMarks(roleLook(face, context), corners),
      ...labelMarks(face.label, context.language, labelBox(face), 'text'),
    ];
  },
});
