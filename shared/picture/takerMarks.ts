import type { RoleLook } from '../kinds/kind';
import { type LabelLanguage, textsIn } from '../model/localizedText';
import type { Marks } from '../scene/mark';
import { baselinePx, type Font, textWidthPx } from '../text/measure';
import { wrapText } from '../text/wrap';

const HEIGHT_PX = 14;
const FONT: Font = { sizePx: 9, weight: 600 };
const PADDING_PX = 5;
/** From the step's edges, clear of its rounded corners. */
const INSET_PX = 8;

/** How far names stick out above a node. */
export const TAKERS_OVERHANG_PX = HEIGHT_PX / 2;

/**
 * Who takes the role of a step, on its upper outline at the left, in the role's colour; `topInset` says how far below the
 * top of the node's box its outline lies at a share (0…1) of that side. In one line, and cut where it is too long.
 */
export function takerMarks(
  look: RoleLook | undefined,
  widthPx: number,
  language: LabelLanguage,
  topInset: (at: number) => number,
): Marks {
  if (look?.takers === undefined) return [];
  const roomPx = widthPx - 2 * (INSET_PX + PADDING_PX);
  const text = wrapText(textsIn(look.takers, language).join(' '), roomPx, FONT, { maxLines: 1 })[0] ?? '';
  if (text === '' || roomPx <= 0) return [];
  const width = textWidthPx(text, FONT) + 2 * PADDING_PX;
  const y = topInset(INSET_PX / widthPx) - HEIGHT_PX / 2;
  const isVacant = look.isVacant === true;
  return [
    {
      type: 'rect',
      x: INSET_PX,
      y,
      width,
      height: HEIGHT_PX,
      radiusPx: HEIGHT_PX / 2,
      fill: isVacant ? 'surface' : { role: look.color, tone: 'fill' },
      stroke: { paint: { role: look.color, tone: 'line' }, widthPx: 1, ...(isVacant ? { dashPx: [2, 2] } : {}) },
    },
    {
      type: 'text',
      text,
      x: INSET_PX + PADDING_PX,
      y: y + baselinePx(FONT.sizePx, HEIGHT_PX),
      sizePx: FONT.sizePx,
      weight: FONT.weight,
      paint: { role: look.color, tone: 'ink' },
      anchor: 'start',
    },
  ];
}
