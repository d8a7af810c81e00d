import * as z from 'zod/mini';
import type { Box } from '../geometry/box';
import { isEmptyText } from '../model/localizedText';
import type { Marks, Paint } from '../scene/mark';
import { type CollapseProps, collapseField, heldMarks } from './collapsing';
import { type DrawContext, defineKind, type LabelBox, type NodeFace } from './kind';
import { atLeast, type LabelStyle } from './label';
import { labelMarks, labelSize } from './labelMarks';
import { boxCorners, vacantMarks, withTakers } from './takers';

export const laneDirections = ['horizontal', 'vertical'] as const;

interface LaneProps extends CollapseProps {
  /** `horizontal`: time runs to the right and the heading is at the left; `vertical`: downwards, heading on top. */
  readonly direction: (typeof laneDirections)[number];
}

/** What a lane's heading takes of its width (horizontal) or height (vertical). */
export const LANE_HEADING_PX = { horizontal: 128, vertical: 48 } as const;

/** What is left of a closed lane across its direction: its heading on one line. */
export const CLOSED_LANE_PX = { horizontal: 40, vertical: 88 } as const;

const EDGE_PX = 4;
const PADDING_PX = 12;
const ICON_PX = 16;
const TEXT_GAP_PX = 8;
const headingLabel: LabelStyle = {
  sizePx: 13,
  lineHeightPx: 18,
  weight: 600,
  align: 'start',
  verticalAlign: 'middle',
};

function heading({ width, height, props }: NodeFace<LaneProps>): Box {
  return props.direction === 'horizontal'
    ? { x: 0, y: 0, width: Math.min(width, LANE_HEADING_PX.horizontal), height }
    : { x: 0, y: 0, width, height: Math.min(height, LANE_HEADING_PX.vertical) };
}

function labelBox(face: NodeFace<LaneProps>): LabelBox {
  const band = heading(face);
  const horizontal = face.props.direction === 'horizontal';
  const iconX = face.roleId === null ? 0 : ICON_PX + TEXT_GAP_PX;
  const x = (horizontal ? EDGE_PX : 0) + PADDING_PX + iconX;
  const y = horizontal ? 4 : EDGE_PX + 2;
  return {
    ...headingLabel,
    x,
    y,
    width: Math.max(0, band.width - x - (horizontal ? 6 : PADDING_PX)),
    height: Math.max(0, band.height - y - (horizontal ? 4 : 2)),
  };
}

function edgeMarks(face: NodeFace<LaneProps>, paint: Paint): Marks {
  const { width, height } = face;
  return face.props.direction === 'horizontal'
    ? [{ type: 'rect', x: 0, y: 0, width: EDGE_PX, height, fill: paint }]
    : [{ type: 'rect', x: 0, y: 0, width, height: EDGE_PX, fill: paint }];
}

function headingMarks(face: NodeFace<LaneProps>, context: DrawContext): Marks {
  const look = face.roleId === null ? undefined : context.role(face.roleId);
  const box = labelBox(face);
  const name = withTakers(isEmptyText(face.label) ? (look?.name ?? '') : face.label, look);
  const text = labelMarks(name, context.language, box, 'text');
  if (look === undefined || box.width <= 0) return text;
  const { width, height } = heading(face);
  return [
    ...vacantMarks(look, boxCorners(width, height)),
    {
      type: 'icon',
      name: look.icon,
      x: box.x - ICON_PX - TEXT_GAP_PX,
      y: box.y + (box.height - ICON_PX) / 2,
      sizePx: ICON_PX,
      paint: { role: look.color, tone: 'ink' },
    },
    ...text,
  ];
}

/** Where a closed lane says how much lies in it: at the start of what its heading leaves. */
function besideHeading(face: NodeFace<LaneProps>): Box {
  const { width, height } = heading(face);
  return face.props.direction === 'horizontal'
    ? { x: width + PADDING_PX, y: 0, width: 0, height: face.height }
    : { x: PADDING_PX, y: height, width: 0, height: 32 };
}

/** The strip in which one role's steps lie. */
export const lane = defineKind<LaneProps>({
  labelKey: 'kind.lane',
  icon: 'rows-3',
  traits: { container: true, layer: 'back', takesRole: true, takesRaci: false, connectable: false, grip: 'heading' },
  props: z.object({ ...collapseField, direction: z._default(z.enum(laneDirections), 'horizontal') }),
  create: () => ({ props: { direction: 'horizontal' }, size: { width: 800, height: 96 } }),
  minSize: ({ props }) => {
    const closed = props.collapsed !== undefined;
    return props.direction === 'horizontal'
      ? { width: LANE_HEADING_PX.horizontal + 32, height: closed ? CLOSED_LANE_PX.horizontal : 48 }
      : { width: closed ? CLOSED_LANE_PX.vertical : 96, height: 96 };
  },
  fitSize(face, language) {
    const box = labelBox(face);
    const needed = labelSize(face.label, language, box.width, headingLabel);
    return face.props.direction === 'horizontal'
      ? atLeast(face, { width: 0, height: needed.height + 8 })
      : atLeast(face, { width: needed.width - box.width + face.width, height: 0 });
  },
  heading,
  labelBox,
  draw(face, context) {
    const look = face.roleId === null ? undefined : context.role(face.roleId);
    return [
      {
        type: 'rect',
        x: 0,
        y: 0,
        width: face.width,
        height: face.height,
        fill: 'surface',
        stroke: { paint: 'hairline', widthPx: 1 },
      },
      ...edgeMarks(face, look === undefined ? 'outline' : { role: look.color, tone: 'solid' }),
      ...headingMarks(face, context),
      ...heldMarks(face, besideHeading(face)),
    ];
  },
});
