import type { Point, Size } from '../geometry/box';
import { textIn } from '../model/localizedText';
import type { Marks, Paint, TextMark } from '../scene/mark';
import { baselinePx, type Font, textWidthPx } from '../text/measure';
import { widestWordPx, wrapText } from '../text/wrap';
import type { LabelBox, NodeKind } from './kind';

/** How a label is set: what of a `LabelBox` is the same for all nodes of a kind. */
export type LabelStyle = Omit<LabelBox, 'x' | 'y' | 'width' | 'height'>;

/** Labels of steps; headings use 600 and hints 11 px. */
export const bodyLabel: LabelStyle = {
  sizePx: 12,
  lineHeightPx: 16,
  weight: 500,
  align: 'middle',
  verticalAlign: 'middle',
};

/** How many lines of a label fit into its box; never none, so that a small node still says what it is. */
function linesThatFit(box: LabelBox): number {
  return Math.max(1, Math.floor((box.height + 1) / box.lineHeightPx));
}

/** The lines of a text in a box, wrapped and, where the box is too small, cut with an ellipsis. */
export function labelMarks(text: string, box: LabelBox, paint: Paint): Marks {
  if (text === '') return [];
  const font: Font = { sizePx: box.sizePx, weight: box.weight };
  const lines = wrapText(text, box.width, font, {
    maxLines: linesThatFit(box),
    balanced: box.align === 'middle',
  });
  const textHeight = lines.length * box.lineHeightPx;
  // On whole pixels, where text is sharpest.
  const top = Math.round(box.verticalAlign === 'top' ? box.y : box.y + (box.height - textHeight) / 2);
  const x = box.align === 'start' ? box.x : box.x + box.width / 2;
  const marks: TextMark[] = [];
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const y = top + index * box.lineHeightPx + baselinePx(box.sizePx, box.lineHeightPx);
    marks.push({
      type: 'text',
      text: line,
      x,
      y,
      sizePx: box.sizePx,
      weight: box.weight,
      paint,
      anchor: box.align,
    });
  }
  return marks;
}

/** The room a whole text needs when it is set no wider than `widthPx`, unless one of its words is wider. */
export function labelSize(text: string, widthPx: number, style: LabelStyle): Size {
  const font: Font = { sizePx: style.sizePx, weight: style.weight };
  const width = Math.max(widthPx, Math.ceil(widestWordPx(text, font)));
  return { width, height: wrapText(text, width, font).length * style.lineHeightPx };
}

/** The width of the widest of a text's lines, unwrapped. */
export function lineWidthPx(text: string, style: LabelStyle): number {
  return Math.max(
    0,
    ...text.split('\n').map((line) => textWidthPx(line, { sizePx: style.sizePx, weight: style.weight })),
  );
}

/** `size`, made larger where `needed` asks for more: fitting never shrinks what a person made large. */
export function atLeast(size: Size, needed: Size): Size {
  return { width: Math.max(size.width, needed.width), height: Math.max(size.height, needed.height) };
}

/** A closed outline through `points` with corners rounded by `radiusPx` (less where a side is too short). */
export function roundedPolygon(points: readonly Point[], radiusPx: number): string {
  const count = points.length;
  const commands: string[] = [];
  for (const [index, corner] of points.entries()) {
    const before = points[(index + count - 1) % count] ?? corner;
    const after = points[(index + 1) % count] ?? corner;
    const start = towards(corner, before, radiusPx);
    const end = towards(corner, after, radiusPx);
    commands.push(`${index === 0 ? 'M' : 'L'}${at(start)}`, `Q${at(corner)} ${at(end)}`);
  }
  return `${commands.join('')}Z`;
}

function towards(from: Point, to: Point, distancePx: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return from;
  const share = Math.min(distancePx, length / 2) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function at({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

/** Hundredths of a pixel: beyond what any screen shows, short enough for a file that people read. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

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
      const needed = labelSize(textIn(face.label, language), labelBox(face).width, bodyLabel);
      return atLeast(face, { width: needed.width + 2 * paddingX, height: needed.height + 2 * paddingY });
    },
  };
}
