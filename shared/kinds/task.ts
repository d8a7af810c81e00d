import * as z from 'zod/mini';
import { defineKind } from './kind';
import { labelMarks } from './labelMarks';
import { paddedLabel } from './paddedLabel';
import { bodyPaints, roleLook } from './paints';
import { boxCorners, vacantMarks } from './takers';

type TaskProps = Readonly<Record<never, never>>;

const PADDING_X = 6;
const PADDING_Y = 6;

const label = paddedLabel(PADDING_X, PADDING_Y);

/** A step of work, in the colour of the role that does it. */
export const task = defineKind<TaskProps>({
  labelKey: 'kind.task',
  icon: 'square',
  traits: { container: false, layer: 'front', takesRole: true, takesRaci: true, connectable: true, grip: 'body' },
  props: z.object({}),
  create: () => ({ props: {}, size: { width: 128, height: 56 } }),
  minSize: () => ({ width: 48, height: 28 }),
  ...label,
  draw(face, context) {
    const paints = bodyPaints(face, context);
    return [
      {
        type: 'rect',
        x: 0,
        y: 0,
        width: face.width,
        height: face.height,
        radiusPx: 8,
        fill: paints.fill,
        stroke: { paint: paints.line, widthPx: 1.25 },
      },
      ...vacantMarks(roleLook(face, context), boxCorners(face.width, face.height)),
      ...labelMarks(face.label, context.language, label.labelBox(face), 'text'),
    ];
  },
});
