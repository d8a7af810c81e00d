import * as z from 'zod/mini';
import type { Box, Size } from '../geometry/box';
import { modelLimits } from '../model/limits';
import type { Marks } from '../scene/mark';
import { baselinePx, textWidthPx } from '../text/measure';
import type { NodeFace } from './kind';

/** What containers that can be closed have of their own. */
export interface CollapseProps {
  /** The size it opens to; only while it is closed: what lies in it is not shown then. */
  readonly collapsed?: Size | undefined;
}

const length = z.number().check(z.gte(modelLimits.minSize), z.lte(modelLimits.maxSize));
export const collapseField = { collapsed: z.optional(z.object({ height: length, width: length })) };

const PILL_HEIGHT_PX = 18;
const PADDING_PX = 7;
const font = { sizePx: 11, weight: 600 } as const;

/** The room that the sign for how much lies in a closed container takes at the end of a band. */
export function heldSignWidth(held: number): number {
  return Math.ceil(textWidthPx(signOf(held), font)) + 2 * PADDING_PX;
}

/** How many steps lie in a closed container, as a pill at the left of a place, in its middle. */
export function heldMarks({ held, props }: NodeFace<CollapseProps>, { x, y, height }: Box): Marks {
  if (props.collapsed === undefined || held === undefined) return [];
  const width = heldSignWidth(held);
  const top = Math.round(y + (height - PILL_HEIGHT_PX) / 2);
  return [
    {
      type: 'rect',
      x,
      y: top,
      width,
      height: PILL_HEIGHT_PX,
      radiusPx: PILL_HEIGHT_PX / 2,
      fill: 'surfaceMuted',
      stroke: { paint: 'outline', widthPx: 1 },
    },
    {
      type: 'text',
      text: signOf(held),
      x: x + width / 2,
      y: top + baselinePx(font.sizePx, PILL_HEIGHT_PX),
      sizePx: font.sizePx,
      weight: font.weight,
      paint: 'textSecond',
      anchor: 'middle',
    },
  ];
}

function signOf(held: number): string {
  return `+${held}`;
}
