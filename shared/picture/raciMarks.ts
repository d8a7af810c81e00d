import { type DiagramDocument, type NodeCommon, raciLevels } from '../model/document';
import type { Mark, Marks, Paint } from '../scene/mark';
import { baselinePx } from '../text/measure';

const CHIP_PX = 14;
const GAP_PX = 2;
/** From the node's right edge, clear of its rounded corner. */
const INSET_PX = 8;
const MOST_CHIPS = 4;
const LETTER_PX = 9;
/** Of a chip with two letters, "A/R". */
const WIDE_CHIP_PX = 24;

/** How far responsibilities stick out below a node. */
export const RACI_OVERHANG_PX = CHIP_PX / 2;

interface Chip {
  readonly text: string;
  readonly widthPx: number;
  readonly fill: Paint;
  readonly ink: Paint;
  readonly line: Paint;
}

/**
 * A row of chips on the node's lower outline, R before A before A/R before C before I, each in its role's colour; what there is no
 * room for is counted. At the right, so that the middle stays free for edges. `bottomInset` says how far above the
 * bottom of the node's box its outline lies at a share (0…1) of that side.
 */
export function raciMarks(
  node: Pick<NodeCommon, 'raci' | 'width' | 'height'>,
  roles: DiagramDocument['roles'],
  bottomInset: (at: number) => number,
): Marks {
  const chips: Chip[] = [];
  for (const level of raciLevels) {
    const assigned = [...node.raci].flatMap(([id, own]) => (own === level ? [roles.get(id)] : []));
    const known = assigned.filter((role) => role !== undefined);
    for (const role of known.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))) {
      chips.push({
        text: level === 'AR' ? 'A/R' : level,
        widthPx: level === 'AR' ? WIDE_CHIP_PX : CHIP_PX,
        fill: { role: role.color, tone: 'solid' },
        ink: { role: role.color, tone: 'onSolid' },
        line: 'surface',
      });
    }
  }
  const roomPx = node.width - 2 * INSET_PX;
  let most = Math.min(MOST_CHIPS, chips.length);
  while (most > 1 && rowWidth(withRest(chips, most)) > roomPx) most--;
  const shown = withRest(chips, most);
  let x = node.width - INSET_PX - rowWidth(shown);
  const top = node.height - bottomInset(x / node.width) - CHIP_PX / 2;
  return shown.flatMap((chip) => {
    const marks = chipMarks(chip, x, top);
    x += chip.widthPx + GAP_PX;
    return marks;
  });
}

/** At most so many chips, the last of which counts those that are left out. */
function withRest(chips: readonly Chip[], most: number): readonly Chip[] {
  if (chips.length <= most) return chips;
  const count = chips.length - most + 1;
  const rest: Chip = { text: `+${count}`, widthPx: CHIP_PX, fill: 'surface', ink: 'textSecond', line: 'outline' };
  return [...chips.slice(0, most - 1), rest];
}

function rowWidth(chips: readonly Chip[]): number {
  return chips.reduce((width, chip) => width + chip.widthPx + GAP_PX, -GAP_PX);
}

function chipMarks({ text, widthPx, fill, ink, line }: Chip, x: number, y: number): readonly Mark[] {
  return [
    {
      type: 'rect',
      x,
      y,
      width: widthPx,
      height: CHIP_PX,
      radiusPx: 4,
      fill,
      // Sets chips apart from the node's outline and from each other.
      stroke: { paint: line, widthPx: line === 'surface' ? 1.5 : 1 },
    },
    {
      type: 'text',
      text,
      x: x + widthPx / 2,
      y: y + baselinePx(LETTER_PX, CHIP_PX),
      sizePx: LETTER_PX,
      weight: 600,
      paint: ink,
      anchor: 'middle',
    },
  ];
}
