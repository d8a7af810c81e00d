import * as z from 'zod/mini';
import type { Box } from '../geometry/box';
import { defineKind, type LabelBox, type NodeFace } from './kind';
import { atLeast, type LabelStyle, roundedPolygon } from './label';
import { labelMarks, labelSize, lineWidthPx } from './labelMarks';

type StageProps = Readonly<Record<never, never>>;

/** Height of the chevron on top of a stage's column. */
export const STAGE_HEADING_PX = 40;

const POINT_PX = 8;
const stageLabel: LabelStyle = { sizePx: 12, lineHeightPx: 15, weight: 500, align: 'middle', verticalAlign: 'middle' };

function heading({ width, height }: NodeFace<StageProps>): Box {
  return { x: 0, y: 0, width, height: Math.min(height, STAGE_HEADING_PX) };
}

function labelBox(face: NodeFace<StageProps>): LabelBox {
  const band = heading(face);
  return {
    ...stageLabel,
    x: POINT_PX + 2,
    y: 2,
    width: Math.max(0, band.width - 2 * (POINT_PX + 2)),
    height: Math.max(0, band.height - 4),
  };
}

/** A phase of the work as a column: a chevron on top and a dotted line down its right side. */
export const stage = defineKind<StageProps>({
  labelKey: 'kind.stage',
  icon: 'chevrons-right',
  traits: { container: false, layer: 'back', takesRole: false, takesRaci: false, connectable: false, grip: 'heading' },
  props: z.object({}),
  create: () => ({ props: {}, size: { width: 144, height: 400 } }),
  minSize: () => ({ width: 64, height: STAGE_HEADING_PX }),
  fitSize(face, language) {
    const box = labelBox(face);
    const { label } = face;
    const longest = lineWidthPx(label, language, stageLabel);
    let needed = labelSize(label, language, box.width, stageLabel);
    // The chevron's height is fixed: what needs more lines than it has gets a wider column.
    while (needed.height > box.height && needed.width < longest) {
      needed = labelSize(label, language, Math.max(needed.width * 1.05, longest / 4), stageLabel);
    }
    return atLeast(face, { width: Math.ceil(needed.width - box.width + face.width), height: STAGE_HEADING_PX });
  },
  heading,
  labelBox,
  draw(face, context) {
    const { height: bottom } = heading(face);
    const right = face.width;
    const chevron = [
      { x: 0, y: 0 },
      { x: right - POINT_PX, y: 0 },
      { x: right, y: bottom / 2 },
      { x: right - POINT_PX, y: bottom },
      { x: 0, y: bottom },
      { x: POINT_PX, y: bottom / 2 },
    ];
    return [
      {
        type: 'path',
        d: roundedPolygon(chevron, 2),
        fill: 'surfaceMuted',
        stroke: { paint: 'hairline', widthPx: 1 },
      },
      ...(face.height > bottom + 12
        ? ([
            {
              type: 'path',
              d: `M${face.width} ${bottom + 12}V${face.height}`,
              stroke: { paint: 'outline', widthPx: 1, dashPx: [1, 4] },
              opacity: 0.7,
            },
          ] as const)
        : []),
      ...labelMarks(face.label, context.language, labelBox(face), 'textSecond'),
    ];
  },
});
