import * as z from 'zod/mini';
import { defineKind, type LabelBox, type NodeFace } from './kind';
import { atLeast, type LabelStyle, round } from './label';
import { labelMarks, labelSize } from './labelMarks';

type NoteProps = Readonly<Record<never, never>>;

const PADDING_PX = 10;
const FOLD_PX = 12;
const RADIUS_PX = 4;
const noteLabel: LabelStyle = { sizePx: 12, lineHeightPx: 18, weight: 400, align: 'start', verticalAlign: 'top' };

function labelBox({ width, height }: NodeFace<NoteProps>): LabelBox {
  return {
    ...noteLabel,
    x: PADDING_PX,
    y: PADDING_PX,
    width: Math.max(0, width - 2 * PADDING_PX),
    height: Math.max(0, height - 2 * PADDING_PX),
  };
}

/** A remark on paper that belongs to no role. */
export const note = defineKind<NoteProps>({
  labelKey: 'kind.note',
  icon: 'sticky-note',
  traits: { container: false, layer: 'front', takesRole: false, takesRaci: false, connectable: true, grip: 'body' },
  props: z.object({}),
  create: () => ({ props: {}, size: { width: 176, height: 80 } }),
  minSize: () => ({ width: 48, height: 36 }),
  fitSize(face, language) {
    const needed = labelSize(face.label, language, labelBox(face).width, noteLabel);
    return atLeast(face, { width: needed.width + 2 * PADDING_PX, height: needed.height + 2 * PADDING_PX });
  },
  labelBox,
  draw(face, context) {
    const [width, height, r] = [round(face.width), round(face.height), RADIUS_PX];
    const fold = Math.min(FOLD_PX, width / 3, height / 3);
    const [foldX, foldY] = [round(width - fold), round(height - fold)];
    const line = { paint: 'noteLine', widthPx: 1 } as const;
    return [
      {
        type: 'path',
        d: `M${r} 0H${round(width - r)}Q${width} 0 ${width} ${r}V${foldY}L${foldX} ${height}H${r}Q0 ${height} 0 ${round(height - r)}V${r}Q0 0 ${r} 0Z`,
        fill: 'noteFill',
        stroke: line,
      },
      { type: 'path', d: `M${foldX} ${height}V${round(foldY + 2)}q0 -2 2 -2H${width}`, stroke: line },
      ...labelMarks(face.label, context.language, labelBox(face), 'text'),
    ];
  },
});
