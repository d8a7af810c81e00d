import * as z from 'zod/mini';
import { defineKind } from './kind';
import { round } from './label';
import { labelMarks } from './labelMarks';
import { paddedLabel } from './paddedLabel';
import { bodyPaints, roleLook } from './paints';
import { boxCorners, vacantMarks } from './takers';

type ArtifactProps = Readonly<Record<never, never>>;

const PADDING_X = 10;
const PADDING_Y = 8;
const FOLD_PX = 12;
const RADIUS_PX = 5;

const label = paddedLabel(PADDING_X, PADDING_Y);

/** Something made and handed on: a document, a data set, a model. A sheet with a folded corner. */
export const artifact = defineKind<ArtifactProps>({
  labelKey: 'kind.artifact',
  icon: 'file-text',
  traits: { container: false, layer: 'front', takesRole: true, takesRaci: true, connectable: true, grip: 'body' },
  props: z.object({}),
  create: () => ({ props: {}, size: { width: 112, height: 64 } }),
  minSize: () => ({ width: 48, height: 32 }),
  ...label,
  draw(face, context) {
    const paints = bodyPaints(face, context);
    const [width, height, r] = [round(face.width), round(face.height), RADIUS_PX];
    const fold = Math.min(FOLD_PX, width / 3, height / 3);
    const [foldX, foldY] = [round(width - fold), round(fold)];
    const sheet = `M${r} 0H${foldX}L${width} ${foldY}V${round(height - r)}Q${width} ${height} ${round(width - r)} ${height}H${r}Q0 ${height} 0 ${round(height - r)}V${r}Q0 0 ${r} 0Z`;
    const line = { paint: paints.line, widthPx: 1.25 };
    return [
      { type: 'path', d: sheet, fill: paints.fill, stroke: line },
      ...vacantMarks(roleLook(face, context), boxCorners(width, height)),
      { type: 'path', d: `M${foldX} 0V${round(foldY - 2)}q0 2 2 2H${width}Z`, fill: 'surface', stroke: line },
      ...labelMarks(face.label, context.language, label.labelBox(face), 'text'),
    ];
  },
});
