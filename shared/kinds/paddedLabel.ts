import type { Size } from '../geometry/box';
import type { LabelBox, NodeKind } from './kind';
import { atLeast, bodyLabel } from './label';
import { labelSize } from './labelMarks';

/** The label in the middle of a body, `paddingX` and `paddingY` units from its sides, and the size that shows all of it. */
export function paddedLabel(paddingX: number, paddingY: number): Pick<NodeKind<unknown>, 'labelBox' | 'fitSize'> {
  const labelBox = ({ width, height }: Size): LabelBox => ({
    ...bodyLabel,
    x: paddingX,
    y: paddingY,
    width: Math.max(0, width - 2 * paddingX),
    height: Math.max(0, height - 2 * paddingY),
  });
  return {
    labelBox,
    fitSize(face, language) {
      const needed = labelSize(face.label, language, labelBox(face).width, bodyLabel);
      return atLeast(face, { width: needed.width + 2 * paddingX, height: needed.height + 2 * paddingY });
    },
  };
}
