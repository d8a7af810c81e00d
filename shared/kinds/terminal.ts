import * as z from 'zod/mini';
import { isEmptyText } from '../model/localizedText';
import type { Marks, Paint } from '../scene/mark';
import { defineKind, type LabelBox, type NodeFace } from './kind';
import { atLeast, bodyLabel, round, roundedPolygon } from './label';
import { labelMarks, labelSize } from './labelMarks';
import { bodyPaints } from './paints';

export const terminalEvents = ['start', 'end'] as const;

interface TerminalProps {
  /** Where the work begins or is done. */
  readonly event: (typeof terminalEvents)[number];
}

const RING_PX = 14;
const PADDING_PX = 12;
const LABEL_X = PADDING_PX + RING_PX + 6;

function labelBox({ width, height }: NodeFace<TerminalProps>): LabelBox {
  return {
    ...bodyLabel,
    align: 'start',
    x: Math.min(LABEL_X, width),
    y: 4,
    width: Math.max(0, width - LABEL_X - PADDING_PX),
    height: Math.max(0, height - 8),
  };
}

function ring(event: TerminalProps['event'], x: number, y: number, paint: Paint): Marks {
  const radius = RING_PX / 2;
  const play = [
    { x: x - 2, y: y - 3.5 },
    { x: x + 4, y },
    { x: x - 2, y: y + 3.5 },
  ];
  return event === 'start'
    ? [
        { type: 'ellipse', cx: x, cy: y, rx: radius - 0.75, ry: radius - 0.75, stroke: { paint, widthPx: 1.5 } },
        { type: 'path', d: roundedPolygon(play, 1), fill: paint },
      ]
    : [
        { type: 'ellipse', cx: x, cy: y, rx: radius - 1.25, ry: radius - 1.25, stroke: { paint, widthPx: 2.5 } },
        { type: 'rect', x: round(x - 2), y: round(y - 2), width: 4, height: 4, radiusPx: 1, fill: paint },
      ];
}

/** Start or end of the work: a pill with a thin ring to play, or a thick ring to stop. */
export const terminal = defineKind<TerminalProps>({
  labelKey: 'kind.terminal',
  icon: 'circle-play',
  traits: { container: false, layer: 'front', takesRole: true, takesRaci: false, connectable: true, grip: 'body' },
  props: z.object({ event: z._default(z.enum(terminalEvents), 'start') }),
  create: () => ({ props: { event: 'start' }, size: { width: 104, height: 40 } }),
  minSize: () => ({ width: 28, height: 28 }),
  fitSize(face, language) {
    const { label } = face;
    if (isEmptyText(label)) return { width: face.width, height: face.height };
    const needed = labelSize(label, language, labelBox(face).width, bodyLabel);
    return atLeast(face, { width: needed.width + LABEL_X + PADDING_PX, height: needed.height + 8 });
  },
  labelBox,
  outlineInset({ width, height }, side, at) {
    const radius = Math.min(width, height) / 2;
    const along = side === 'top' || side === 'bottom' ? width : height;
    const intoCorner = Math.max(0, Math.abs(at - 0.5) * along - (along / 2 - radius));
    return radius - Math.sqrt(Math.max(0, radius ** 2 - intoCorner ** 2));
  },
  draw(face, context) {
    const { width, height } = face;
    const paints = bodyPaints(face, context);
    const box = labelBox(face);
    // A pill drawn as small as its ring has no room for text beside it.
    const label = box.width < bodyLabel.sizePx ? '' : face.label;
    const ringX = isEmptyText(label) ? width / 2 : PADDING_PX + RING_PX / 2;
    return [
      {
        type: 'rect',
        x: 0,
        y: 0,
        width,
        height,
        radiusPx: Math.min(width, height) / 2,
        fill: paints.fill,
        stroke: { paint: paints.line, widthPx: 1.25 },
      },
      ...ring(face.props.event, ringX, height / 2, paints.ink),
      ...labelMarks(label, context.language, box, 'text'),
    ];
  },
});
